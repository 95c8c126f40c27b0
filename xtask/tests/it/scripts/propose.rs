//! `.ci/propose`: what `.ci/update` left in, a branch and a pull request out; never over the commits
//! of people.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;

use super::repository::{commit_workspace, run_git, run_script};
use crate::workspace::{Run, TempWorkspace};

const BRANCH: &str = "update/pages";

/// A `gh` that keeps what it is called with; there is a pull request once `target/open` is there.
const GH: &str = r#"#!/bin/sh
echo "$@" >> target/gh
[ "$2" = create ] && [ -f target/open ] && exit 1
touch target/open
"#;

/// A repository with a remote, and a patch that writes this to a file.
fn repository(text: &str) -> TempWorkspace {
    let workspace = TempWorkspace::new();
    commit_workspace(&workspace, ".ci/propose");
    run_git(&workspace, &["init", "--quiet", "--bare", "target/remote"]);
    let remote = workspace.arg("target/remote");
    run_git(&workspace, &["remote", "add", "origin", &remote]);
    run_git(&workspace, &["push", "--quiet", "origin", "HEAD:main"]);
    workspace.write("target/bin/gh", GH);
    let gh = workspace.path("target/bin/gh");
    fs::set_permissions(gh, Permissions::from_mode(0o755)).unwrap();
    write_proposal(&workspace, text);
    workspace
}

fn start_from_main(workspace: &TempWorkspace) {
    run_git(workspace, &["switch", "--quiet", "--detach", "origin/main"]);
}

/// Writes a proposal whose patch writes this to a file.
fn write_proposal(workspace: &TempWorkspace, text: &str) {
    start_from_main(workspace);
    workspace.write("new.txt", text);
    run_git(workspace, &["add", "--intent-to-add", "new.txt"]);
    let patch = run_git(workspace, &["diff", "--binary"]);
    run_git(workspace, &["reset", "--quiet"]);
    workspace.remove("new.txt");
    workspace.write("target/update/patch", &patch);
    workspace.write("target/update/title", "Follow the pages: birds 2\n");
    workspace.write("target/update/body.md", "All of it.\n");
}

fn propose(workspace: &TempWorkspace) -> Run {
    start_from_main(workspace);
    run_script(workspace, &[".ci/propose", "target/update"], &[])
}

/// The file on the branch of the remote.
fn proposed_text(workspace: &TempWorkspace) -> String {
    let remote = workspace.arg("target/remote");
    let file = format!("{BRANCH}:new.txt");
    run_git(workspace, &["--git-dir", &remote, "show", &file])
}

#[test]
fn a_proposal_is_a_commit_and_a_pull_request() {
    let workspace = repository("one\n");
    propose(&workspace).assert_status(0);
    assert_eq!(proposed_text(&workspace), "one\n");
    let said = workspace.read("target/gh");
    assert!(
        said.starts_with("pr create --head update/pages --title Follow the pages: birds 2"),
        "{said}"
    );
}

#[test]
fn a_proposal_of_its_own_is_replaced() {
    let workspace = repository("one\n");
    propose(&workspace).assert_status(0);
    write_proposal(&workspace, "two\n");
    propose(&workspace).assert_status(0);
    assert_eq!(proposed_text(&workspace), "two\n");
    let said = workspace.read("target/gh");
    assert!(
        said.lines()
            .last()
            .unwrap()
            .starts_with("pr edit update/pages"),
        "{said}"
    );
    let remote = workspace.arg("target/remote");
    let count = run_git(
        &workspace,
        &[
            "--git-dir",
            &remote,
            "rev-list",
            "--count",
            "main..update/pages",
        ],
    );
    assert_eq!(count, "1\n");
}

#[test]
fn the_commits_of_people_are_left_alone() {
    let workspace = repository("one\n");
    propose(&workspace).assert_status(0);
    run_git(
        &workspace,
        &[
            "commit",
            "--quiet",
            "--allow-empty",
            "--message",
            "Write the words",
        ],
    );
    let push = format!("HEAD:refs/heads/{BRANCH}");
    run_git(&workspace, &["push", "--quiet", "origin", &push]);
    let before = run_git(&workspace, &["rev-parse", "HEAD"]);
    write_proposal(&workspace, "two\n");
    let run = propose(&workspace).assert_status(0);
    run.assert_stdout_contains("update/pages has commits of people and is left as it is");
    let remote = workspace.arg("target/remote");
    let after = run_git(&workspace, &["--git-dir", &remote, "rev-parse", BRANCH]);
    assert_eq!(after, before);
}

#[test]
fn a_merged_branch_is_begun_anew() {
    let workspace = repository("one\n");
    propose(&workspace).assert_status(0);
    run_git(&workspace, &["push", "--quiet", "origin", "HEAD:main"]);
    run_git(&workspace, &["fetch", "--quiet", "origin"]);
    run_git(
        &workspace,
        &["switch", "--quiet", "--detach", "origin/main"],
    );
    workspace.write("new.txt", "two\n");
    let patch = run_git(&workspace, &["diff", "--binary"]);
    run_git(&workspace, &["checkout", "--quiet", "new.txt"]);
    workspace.write("target/update/patch", &patch);
    propose(&workspace).assert_status(0);
    assert_eq!(proposed_text(&workspace), "two\n");
}
