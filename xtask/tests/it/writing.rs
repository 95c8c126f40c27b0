//! Files are written one by one, each whole or not at all: a run that was killed is shown by
//! `--check` and repaired by the next `codegen`, and runs at the same time do no harm.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use xtask::files::FileSet;

use crate::workspace::{PAGE, TempWorkspace};

type Tree = BTreeMap<String, Vec<u8>>;

const PAGE_FILE: &str = "schema/pages/birds.md";

/// A later version of the page: a method goes, another comes, and `sendNote.text` is no longer
/// required, which has to be recorded when the old schema is replaced.
fn next_page() -> String {
    PAGE.replace("sendDance", "sendTwirl")
        .replace("| text | String | 是 |", "| text | String | 可选 |")
}

/// A workspace whose crate is of the first page and that has the next page at hand, with the two
/// trees: before and after `codegen`.
fn with_next_page() -> (TempWorkspace, [Tree; 2]) {
    let workspace = TempWorkspace::generated();
    let words = workspace.read("schema/apis/birds/words.yaml") + "sendTwirl: Twirls.\n";
    workspace.write("schema/apis/birds/words.yaml", &words);
    workspace.write(PAGE_FILE, &next_page());
    let before = workspace.snapshot();
    workspace.run(&["codegen"]).assert_status(0);
    let after = workspace.snapshot();
    restore_tree(&workspace, &before);
    (workspace, [before, after])
}

/// Makes a workspace hold these files and no others.
fn restore_tree(workspace: &TempWorkspace, tree: &Tree) {
    for path in workspace.snapshot().into_keys() {
        if !tree.contains_key(&path) {
            workspace.remove(&path);
        }
    }
    for (path, bytes) in tree {
        workspace.write(path, str::from_utf8(bytes).unwrap());
    }
}

/// Makes one file of a workspace as a tree has it.
fn restore_file(workspace: &TempWorkspace, tree: &Tree, path: &str) {
    match tree.get(path) {
        Some(bytes) => workspace.write(path, str::from_utf8(bytes).unwrap()),
        None => workspace.remove(path),
    }
}

/// The files that `--check` reports, in the order in which `codegen` writes them.
fn reported_files(workspace: &TempWorkspace) -> Vec<String> {
    let check = workspace.run(&["codegen", "--check"]);
    let lines = check.out.lines();
    let paths = lines.filter_map(|line| {
        let (word, path) = line.split_once(": ")?;
        ["missing", "differs", "stale"]
            .contains(&word)
            .then_some(path)
    });
    paths.map(str::to_owned).collect()
}

/// The first half of what a file is to hold, under the name that a run gives it until it is whole.
fn write_half(workspace: &TempWorkspace, tree: &Tree, path: &str) -> Option<String> {
    let (folder, name) = path.rsplit_once('/').unwrap();
    let text = str::from_utf8(tree.get(path)?).unwrap();
    let temporary = format!("{folder}/.{name}.4711-0.tmp");
    workspace.write(&temporary, text.split_at(text.len() / 2).0);
    Some(temporary)
}

#[test]
fn a_run_killed_after_any_write_is_shown_and_repaired() {
    let (workspace, [before, after]) = with_next_page();
    let order = reported_files(&workspace);
    assert!(order.len() > 3, "{order:?}");
    for written in 0..order.len() {
        restore_tree(&workspace, &before);
        for path in &order[..written] {
            restore_file(&workspace, &after, path);
        }
        let temporary = write_half(&workspace, &after, &order[written]);
        let mut expected = order[written..].to_vec();
        expected.extend(temporary);
        let mut found = reported_files(&workspace);
        found.sort();
        expected.sort();
        assert_eq!(found, expected, "after {written} writes");
        workspace.run(&["codegen"]).assert_status(0);
        assert_eq!(workspace.snapshot(), after, "after {written} writes");
        workspace.run(&["codegen", "--check"]).assert_status(0);
    }
}

#[test]
fn the_schema_is_written_first_and_the_crate_last() {
    let (workspace, _) = with_next_page();
    let order = reported_files(&workspace);
    let is_of_crate = |path: &String| path.starts_with("generated/");
    let first = order.iter().position(is_of_crate).unwrap();
    assert!(
        first > 0 && order[first..].iter().all(is_of_crate),
        "{order:?}"
    );
}

#[test]
#[cfg(unix)]
fn a_run_that_fails_has_written_the_files_before() {
    let workspace = TempWorkspace::new();
    let mut files = FileSet::default();
    for path in ["b/first", "blocked/second", "a/third"] {
        files.insert(path, "text\n".to_owned()).unwrap();
    }
    // No folder can be made where a link leads nowhere.
    std::os::unix::fs::symlink("nowhere/at/all", workspace.path("blocked")).unwrap();
    let error = files.write(&workspace.path("")).unwrap_err();
    assert!(error.to_string().contains("blocked/second"), "{error}");
    assert_eq!(workspace.read("b/first"), "text\n");
    assert!(!workspace.path("a").exists());
    workspace.remove("blocked");
    assert_eq!(files.write(&workspace.path("")).unwrap().len(), 2);
    assert_eq!(workspace.read("a/third"), "text\n");
}

#[test]
fn a_folder_in_the_place_of_a_file_is_named() {
    let workspace = TempWorkspace::generated();
    let path = "schema/schema.schema.json";
    workspace.remove(path);
    fs::create_dir(workspace.path(path)).unwrap();
    workspace
        .run(&["codegen"])
        .assert_status(2)
        .assert_stderr_contains(path);
    workspace
        .run(&["codegen", "--check"])
        .assert_status(2)
        .assert_stderr_contains(path);
}

#[test]
#[cfg(unix)]
fn a_link_is_replaced_and_its_target_stays() {
    let workspace = TempWorkspace::generated();
    let before = workspace.snapshot();
    workspace.write("../elsewhere", "not ours\n");
    for path in [
        "schema/apis/birds/schema.yaml",
        "generated/src/apis/stale.rs",
    ] {
        let _ = fs::remove_file(workspace.path(path));
        std::os::unix::fs::symlink(workspace.path("../elsewhere"), workspace.path(path)).unwrap();
    }
    workspace.run(&["codegen"]).assert_status(0);
    assert_eq!(workspace.read("../elsewhere"), "not ours\n");
    assert!(!workspace.path("schema/apis/birds/schema.yaml").is_symlink());
    assert_eq!(workspace.snapshot(), before);
}

#[test]
fn other_temporary_files_are_left_alone() {
    let workspace = TempWorkspace::generated();
    let others = [
        "schema/apis/birds/.notes.1-0.tmp",
        "schema/apis/birds/schema.yaml.tmp",
    ];
    for path in others {
        workspace.write(path, "by hand\n");
    }
    workspace.run(&["codegen", "--check"]).assert_status(0);
    workspace.run(&["codegen"]).assert_status(0);
    assert!(others.iter().all(|path| workspace.path(path).exists()));
}

#[test]
fn what_only_reads_writes_nothing() {
    let workspace = TempWorkspace::generated();
    let page = workspace.arg(PAGE_FILE);
    let schema = workspace.arg("schema/apis/birds/schema.yaml");
    workspace.replace_text(PAGE_FILE, "1-80", "1-90");
    let before = workspace.snapshot();
    for args in [
        &["codegen", "--check"][..],
        &["extract", "birds", "--from", &page, "--check"],
        &["extract", "--from", &page],
        &["lint"],
        &["diff", &schema, &page],
        &["explain"],
    ] {
        assert!(workspace.run(args).status < 2, "{args:?}");
        assert_eq!(workspace.snapshot(), before, "{args:?}");
        assert!(!workspace.path("target").exists(), "{args:?}");
    }
}

#[test]
fn runs_at_the_same_time_leave_one_whole_tree() {
    let (workspace, [before, after]) = with_next_page();
    let is_old_or_new = |path: &String, bytes: &Vec<u8>| {
        [&before, &after]
            .iter()
            .any(|tree| tree.get(path) == Some(bytes))
    };
    for _ in 0..5 {
        restore_tree(&workspace, &before);
        let is_over = AtomicBool::new(false);
        thread::scope(|scope| {
            let watch = scope.spawn(|| {
                while !is_over.load(Ordering::Relaxed) {
                    for path in before.keys().chain(after.keys()) {
                        // A file may be gone, or not there yet.
                        if let Ok(bytes) = fs::read(workspace.path(path)) {
                            assert!(is_old_or_new(path, &bytes), "half of {path}");
                        }
                    }
                }
            });
            let writers =
                [(); 4].map(|()| scope.spawn(|| workspace.run(&["codegen"]).assert_status(0)));
            let checks = [(); 2].map(|()| scope.spawn(|| workspace.run(&["codegen", "--check"])));
            for run in writers {
                run.join().unwrap();
            }
            for run in checks {
                let run = run.join().unwrap();
                assert!(run.status < 2, "{}{}", run.out, run.err);
            }
            is_over.store(true, Ordering::Relaxed);
            watch.join().unwrap();
        });
        assert_eq!(workspace.snapshot(), after);
    }
}

/// The variable that holds the root in which the killed process works.
const ROOT: &str = "KILLED_ROOT";

#[test]
#[ignore = "the process that `a_killed_process_leaves_whole_files` starts and kills"]
fn runs_until_it_is_killed() {
    let root = PathBuf::from(env::var_os(ROOT).unwrap());
    for pages in ["a", "b"].iter().cycle() {
        let pages = root.join(pages);
        let args = ["xtask", "codegen", "--pages", pages.to_str().unwrap()];
        let args = args.map(Into::into);
        xtask::run(args, &root, &mut Vec::new(), &mut Vec::new());
    }
}

#[test]
fn a_killed_process_leaves_whole_files() {
    let (workspace, _) = with_next_page();
    workspace.write("a/birds.md", PAGE);
    // Nothing is recorded of one page that the other forgets: the trees are of the pages alone.
    let other = PAGE
        .replace("sendDance", "sendTwirl")
        .replace("1-80", "1-90");
    workspace.write("b/birds.md", &other);
    let trees = ["a", "b", "a", "b"].map(|pages| {
        let pages = workspace.arg(pages);
        workspace
            .run(&["codegen", "--pages", &pages])
            .assert_status(0);
        workspace.snapshot()
    });
    let test = concat!(module_path!(), "::runs_until_it_is_killed");
    let test = test.split_once("::").unwrap().1;
    for round in 0..12 {
        let mut child = Command::new(env::current_exe().unwrap())
            .args(["--exact", test, "--ignored"])
            .env(ROOT, workspace.path(""))
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        thread::sleep(Duration::from_millis(60 + round * 11));
        child.kill().unwrap();
        child.wait().unwrap();
        for (path, bytes) in workspace.snapshot() {
            let is_whole = trees.iter().any(|tree| tree.get(&path) == Some(&bytes));
            assert!(
                is_whole || path.ends_with(".tmp"),
                "{path} in round {round}"
            );
        }
        let pages = workspace.arg("b");
        workspace
            .run(&["codegen", "--pages", &pages])
            .assert_status(0);
        assert!(workspace.snapshot() == trees[3], "round {round}");
        workspace
            .run(&["codegen", "--pages", &pages, "--check"])
            .assert_status(0);
    }
}

#[test]
fn no_path_leads_out_of_the_workspace() {
    let mut set = FileSet::default();
    for path in ["../x", "/etc/x", "a/../../x", ""] {
        assert!(set.insert(path, String::new()).is_err(), "{path}");
        assert!(set.own_folder(path).is_err(), "{path}");
    }
    assert!(set.insert("generated/src/apis/a.rs", String::new()).is_ok());
}
