//! Runs at the same time: one waits for the other, and none sees half of what another writes.

use std::collections::BTreeMap;
use std::env;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use crate::workspace::{PAGE, TempWorkspace};

const LOCK: &str = "target/codegen.lock";
const WAITING: &str = "note: waiting for another run to finish";

/// A stream that can be read while it is written.
#[derive(Clone, Default)]
struct Shared(Arc<Mutex<Vec<u8>>>);

impl Shared {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }

    /// Waits until it has a text.
    fn comes_to_say(&self, text: &str) {
        let start = Instant::now();
        while !self.text().contains(text) {
            assert!(start.elapsed() < PATIENCE, "no `{text}` in {}", self.text());
            thread::sleep(Duration::from_millis(5));
        }
    }
}

impl Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// How long something that happens at once may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

fn run(root: &Path, args: &[&str], out: &mut Shared, err: &mut Shared) -> u8 {
    let args = ["xtask"].iter().chain(args).map(OsString::from);
    xtask::run(args, root, out, err)
}

/// The lock, as a run holds it.
fn held(workspace: &TempWorkspace) -> File {
    fs::create_dir_all(workspace.path("target")).unwrap();
    let file = File::create(workspace.path(LOCK)).unwrap();
    file.lock().unwrap();
    file
}

#[test]
fn a_run_waits_for_another_and_says_so() {
    for args in [
        &["codegen"][..],
        &["codegen", "--check"],
        &["extract", "birds", "--from", "schema/pages/birds.md"],
        &["lint"],
        &[
            "diff",
            "schema/apis/birds/schema.yaml",
            "schema/pages/birds.md",
        ],
    ] {
        let workspace = TempWorkspace::generated();
        workspace.write("schema/apis/birds/words.yaml", "Note: Another text.\n");
        let before = workspace.snapshot();
        let other = held(&workspace);
        let err = Shared::default();
        let (root, mut told) = (workspace.path(""), err.clone());
        let args: Vec<String> = args.iter().map(|arg| absolute(&workspace, arg)).collect();
        let waiting = thread::spawn(move || {
            let args: Vec<&str> = args.iter().map(String::as_str).collect();
            run(&root, &args, &mut Shared::default(), &mut told)
        });
        err.comes_to_say(WAITING);
        assert!(!waiting.is_finished());
        assert_eq!(workspace.snapshot(), before);
        drop(other);
        assert!(waiting.join().unwrap() < 2, "{}", err.text());
        assert_eq!(err.text().matches(WAITING).count(), 1, "{}", err.text());
    }
}

fn absolute(workspace: &TempWorkspace, arg: &str) -> String {
    match arg.contains('/') {
        true => workspace.arg(arg),
        false => arg.to_owned(),
    }
}

#[test]
fn what_another_run_has_staged_is_not_thrown_away() {
    let workspace = TempWorkspace::generated();
    let other = held(&workspace);
    workspace.write(".codegen/0", "half of a fi");
    let err = Shared::default();
    let (root, mut told) = (workspace.path(""), err.clone());
    let waiting =
        thread::spawn(move || run(&root, &["explain"], &mut Shared::default(), &mut told));
    err.comes_to_say(WAITING);
    assert_eq!(workspace.read(".codegen/0"), "half of a fi");
    fs::remove_dir_all(workspace.path(".codegen")).unwrap();
    drop(other);
    assert_eq!(waiting.join().unwrap(), 0);
    assert!(!err.text().contains("interrupted"), "{}", err.text());
}

type Tree = BTreeMap<String, Vec<u8>>;

/// A workspace with two pages of an API in folders of their own, and of each the tree that comes of
/// it, and how many files `--check` finds out of step there.
fn two_pages() -> (TempWorkspace, [Tree; 2], [usize; 2]) {
    let workspace = TempWorkspace::generated();
    let other = PAGE
        .replace("1-80", "1-90")
        .replace("sendDance", "sendTwirl");
    workspace.write("a/birds.md", PAGE);
    workspace.write("b/birds.md", &other);
    let words = workspace.read("schema/apis/birds/words.yaml") + "sendTwirl: Twirls.\n";
    workspace.write("schema/apis/birds/words.yaml", &words);
    let [a, b] = ["a", "b"].map(|pages| {
        let pages = workspace.arg(pages);
        workspace.run(&["codegen", "--pages", &pages]).ends(0);
        let check = workspace.run(&["codegen", "--check"]);
        (workspace.snapshot(), out_of_step(&check.out))
    });
    assert!(a.0 != b.0 && a.1 == 0 && b.1 > 1);
    (workspace, [a.0, b.0], [a.1, b.1])
}

fn out_of_step(said: &str) -> usize {
    said.matches("differs: ").count()
}

#[test]
fn many_runs_at_once_leave_the_tree_of_one_of_them() {
    let (workspace, trees, counts) = two_pages();
    let root = workspace.path("");
    let codegen = |pages: &str| {
        let pages = workspace.arg(pages);
        let (mut out, mut err) = (Shared::default(), Shared::default());
        let args = ["codegen", "--pages", &pages];
        let status = run(&root, &args, &mut out, &mut err);
        assert_eq!(status, 0, "{}{}", out.text(), err.text());
        assert!(!err.text().contains("interrupted"), "{}", err.text());
    };
    let check = || {
        let (mut out, mut err) = (Shared::default(), Shared::default());
        let status = run(&root, &["codegen", "--check"], &mut out, &mut err);
        let said = out.text() + &err.text();
        assert!(status < 2 && !said.contains("interrupted"), "{said}");
        assert!(counts.contains(&out_of_step(&said)), "{said}");
    };
    for _ in 0..10 {
        thread::scope(|scope| {
            for pages in ["a", "b", "a", "b"] {
                scope.spawn(move || codegen(pages));
            }
            scope.spawn(check);
            scope.spawn(check);
        });
        assert!(trees.contains(&workspace.snapshot()));
    }
}

/// Where the process that is killed works.
const ROOT: &str = "LOCKED_ROOT";

#[test]
#[ignore = "the process that `a_killed_run_holds_nothing` starts and kills"]
fn holds_the_lock_until_it_is_killed() {
    let root = PathBuf::from(env::var_os(ROOT).unwrap());
    let file = File::create(root.join(LOCK)).unwrap();
    file.lock().unwrap();
    fs::write(root.join("ready"), "").unwrap();
    thread::sleep(PATIENCE);
}

#[test]
fn a_killed_run_holds_nothing() {
    let workspace = TempWorkspace::generated();
    let mut child = Command::new(env::current_exe().unwrap())
        .args([
            "--exact",
            "together::holds_the_lock_until_it_is_killed",
            "--ignored",
        ])
        .env(ROOT, workspace.path(""))
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    while !workspace.path("ready").exists() {
        thread::sleep(Duration::from_millis(5));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    let run = workspace.run(&["codegen"]).ends(0);
    assert_eq!(run.err, "");
}

#[test]
fn what_only_reads_makes_no_lock() {
    let workspace = TempWorkspace::generated();
    fs::remove_dir_all(workspace.path("target")).unwrap();
    let page = workspace.arg("schema/pages/birds.md");
    for args in [
        &["codegen", "--check"][..],
        &["extract", "birds", "--from", &page, "--check"],
        &["extract", "--from", &page],
        &["lint"],
        &["explain"],
    ] {
        workspace.run(args).ends(0);
        assert!(!workspace.path("target").exists(), "{args:?}");
    }
}

/// A page that is read in two steps, so that something can happen between them.
#[cfg(unix)]
fn pipe(path: &Path) {
    let made = Command::new("mkfifo").arg(path).status().unwrap();
    assert!(made.success());
}

#[test]
#[cfg(unix)]
fn a_check_that_the_first_run_of_all_overtakes_starts_again() {
    let workspace = TempWorkspace::generated();
    fs::remove_dir_all(workspace.path("target")).unwrap();
    let words = "schema/apis/birds/words.yaml";
    fs::remove_file(workspace.path(words)).unwrap();
    pipe(&workspace.path(words));
    let out = Shared::default();
    let (root, mut said) = (workspace.path(""), out.clone());
    let args = ["codegen", "--check"];
    let checking = thread::spawn(move || run(&root, &args, &mut said, &mut Shared::default()));
    // It opens the file and waits for more: meanwhile the first run of all comes and goes.
    let mut writer = File::create(workspace.path(words)).unwrap();
    drop(held(&workspace));
    workspace.write("new.yaml", "Note: Seen.\n");
    fs::rename(workspace.path("new.yaml"), workspace.path(words)).unwrap();
    writer.write_all(b"Note: Never seen.\n").unwrap();
    drop(writer);
    assert_eq!(checking.join().unwrap(), 1);
    let out = out.text();
    assert!(
        out.contains("Seen.") && !out.contains("Never seen."),
        "{out}"
    );
}
