//! A run that is killed, at whichever step, leaves the old tree or the new one.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use crate::workspace::{PAGE, TempWorkspace};
use xtask::files::{Disk, FileSet, Interrupted, interrupted, recover};

/// Where a run keeps what it has prepared.
const STAGING: &str = ".codegen";
const OWNED: &str = "generated/src/apis";

type Tree = BTreeMap<String, Vec<u8>>;

/// A small tree and what is wanted of it: a file that changes, one in a new folder, one that stays,
/// and two that go, with the folder of one of them.
fn tree() -> (TempWorkspace, FileSet) {
    let workspace = TempWorkspace::new();
    workspace.write("generated/src/apis/mod.rs", "old\n");
    workspace.write("generated/src/apis/stays.rs", "the same\n");
    workspace.write("generated/src/apis/gone.rs", "stray\n");
    workspace.write("generated/src/apis/eagles/deep/gone.rs", "stray\n");
    let mut files = FileSet::default();
    for (path, text) in [
        ("schema/apis/birds/schema.yaml", "api: birds\n"),
        ("generated/src/apis/mod.rs", "new\n"),
        ("generated/src/apis/stays.rs", "the same\n"),
        ("generated/src/apis/birds/deep/mod.rs", "new\n"),
    ] {
        files.insert(path, text.to_owned()).unwrap();
    }
    files.own(OWNED).unwrap();
    (workspace, files)
}

/// The tree before and after.
fn both() -> (Tree, Tree) {
    let (workspace, files) = tree();
    let old = workspace.snapshot();
    assert_eq!(files.write(&workspace.path("")).unwrap().len(), 5);
    let new = workspace.snapshot();
    assert_ne!(old, new);
    assert!(!workspace.path(STAGING).exists());
    assert!(!workspace.path("generated/src/apis/eagles").exists());
    (old, new)
}

/// A tree whose run died at the step after this many; `None` where it came to its end before.
fn died_after(steps: usize) -> Option<TempWorkspace> {
    let (workspace, files) = tree();
    let written = files.write_on(&workspace.path(""), &Disk::dying_after(steps));
    written.is_err().then_some(workspace)
}

#[test]
fn death_at_any_step_leaves_the_old_tree_or_the_new() {
    let (old, new) = both();
    let (mut early, mut late) = (0, 0);
    for steps in 0.. {
        let Some(workspace) = died_after(steps) else {
            break;
        };
        let root = workspace.path("");
        let left = interrupted(&root).unwrap();
        assert!(recover(&root, &Disk::default()).unwrap().is_empty());
        let expected = match left {
            Some(Interrupted::Late(count)) => {
                assert_eq!(count, 5);
                late += 1;
                &new
            }
            // The last steps clear up after the changes were made.
            _ if late > 0 => &new,
            _ => {
                early += 1;
                &old
            }
        };
        assert_eq!(&workspace.snapshot(), expected, "after {steps} steps");
        assert!(!root.join(STAGING).exists(), "after {steps} steps");
    }
    assert!(early > 5 && late > 8, "{early} before, {late} after");
}

#[test]
fn so_does_death_while_recovering_from_it() {
    let (old, new) = both();
    for steps in 0.. {
        if died_after(steps).is_none() {
            break;
        }
        for more in 0.. {
            let workspace = died_after(steps).unwrap();
            let root = workspace.path("");
            let is_over = recover(&root, &Disk::dying_after(more)).is_ok();
            recover(&root, &Disk::default()).unwrap();
            let tree = workspace.snapshot();
            assert!(tree == old || tree == new, "after {steps} and {more} steps");
            assert!(!root.join(STAGING).exists());
            if is_over {
                break;
            }
        }
    }
}

/// A tree whose run died after the first of its changes was made.
fn died_late() -> TempWorkspace {
    let (old, _) = both();
    let mut died = (0..).map(|steps| died_after(steps).unwrap());
    let changed = |workspace: &TempWorkspace| {
        let late = interrupted(&workspace.path("")).unwrap() == Some(Interrupted::Late(5));
        let mut tree = workspace.snapshot();
        tree.retain(|path, _| !path.starts_with(STAGING));
        late && tree != old
    };
    died.find(changed).unwrap()
}

#[test]
fn a_check_reports_and_repairs_nothing() {
    for workspace in [died_after(3).unwrap(), died_late()] {
        let before = workspace.snapshot();
        for args in [
            &["codegen", "--check"][..],
            &["extract", "birds", "--check"],
        ] {
            let run = workspace.run(args).ends(1);
            run.says("an earlier run was interrupted");
            assert_eq!(workspace.snapshot(), before);
        }
    }
}

#[test]
fn any_other_command_finishes_it() {
    let (_, new) = both();
    let workspace = died_late();
    let run = workspace.run(&["explain"]).ends(0);
    run.complains("an earlier run was interrupted; its 5 changes are in place now");
    assert_eq!(workspace.snapshot(), new);
    assert!(workspace.run(&["explain"]).ends(0).err.is_empty());
    let workspace = died_after(3).unwrap();
    let run = workspace.run(&["codegen"]).ends(0);
    run.complains("an earlier run was interrupted; it had changed nothing");
    workspace.run(&["codegen", "--check"]).ends(0);
}

#[test]
fn what_was_edited_since_stays() {
    let workspace = died_late();
    // Of the changes in the order of their paths, this one was not made yet.
    let path = "schema/apis/birds/schema.yaml";
    assert!(!workspace.path(path).exists());
    workspace.write(path, "by hand\n");
    let run = workspace.run(&["explain"]).ends(0);
    run.complains(&format!("{path} was edited since, and stays as it is"));
    assert_eq!(workspace.read(path), "by hand\n");
}

#[test]
fn a_run_that_can_not_write_changes_nothing() {
    let (workspace, mut files) = tree();
    // A file stands where a folder is wanted.
    files
        .insert("generated/src/apis/gone.rs/mod.rs", String::new())
        .unwrap();
    let before = workspace.snapshot();
    assert!(files.write(&workspace.path("")).is_err());
    assert_eq!(workspace.snapshot(), before);
}

#[test]
fn a_forged_journal_leads_nowhere() {
    let workspace = TempWorkspace::new();
    workspace.write("victim", "kept\n");
    let forged = r#"{"put":[],"remove":[{"path":"../victim","was":null}],"folders":[]}"#;
    workspace.write(".codegen/journal.json", forged);
    workspace.run(&["lint"]).ends(2).complains("../victim");
    workspace.write(".codegen/journal.json", "{");
    workspace.run(&["lint"]).ends(2).complains("journal.json");
}

/// Where the process that is killed works.
const ROOT: &str = "KILLED_ROOT";

#[test]
#[ignore = "the process that `killed_in_earnest` starts and kills"]
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
fn killed_in_earnest() {
    let workspace = TempWorkspace::generated();
    workspace.write("a/birds.md", PAGE);
    workspace.write(
        "b/birds.md",
        &PAGE
            .replace("1-80", "1-90")
            .replace("sendDance", "sendTwirl"),
    );
    let words = workspace.read("schema/apis/birds/words.yaml") + "sendTwirl: Twirls.\n";
    workspace.write("schema/apis/birds/words.yaml", &words);
    let trees = ["a", "b"].map(|pages| {
        let pages = workspace.arg(pages);
        workspace.run(&["codegen", "--pages", &pages]).ends(0);
        workspace.snapshot()
    });
    assert_ne!(trees[0], trees[1]);
    for round in 0..20 {
        let mut child = Command::new(env::current_exe().unwrap())
            .args([
                "--exact",
                "interrupted::runs_until_it_is_killed",
                "--ignored",
            ])
            .env(ROOT, workspace.path(""))
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        thread::sleep(Duration::from_millis(60 + round * 7));
        child.kill().unwrap();
        child.wait().unwrap();
        workspace.run(&["explain"]).ends(0);
        assert!(trees.contains(&workspace.snapshot()), "round {round}");
        assert!(fs::metadata(workspace.path(STAGING)).is_err());
    }
}
