//! `.ci/release-check`: two schemas and what `cargo semver-checks` says of the crate in, whether
//! both agree out.

use super::repository::{commit_workspace, run_git, run_script};
use crate::workspace::{Run, TempWorkspace};

const SCHEMA: &str = "schema/apis/birds/schema.yaml";
const SCRIPT: &str = ".ci/release-check";

/// The end of `cargo semver-checks` if it finds nothing.
const FINE: &str = "echo 'Summary no semver update required' >&2";
/// The same where code breaks.
const BREAKS: &str = "echo 'Summary semver requires new major version: 1 major and 0 minor checks failed' >&2; exit 100";
/// Its message if it reaches no verdict.
const FAILS: &str = "echo 'error: running cargo-doc on crate generated failed' >&2; exit 1";

/// A repository whose last tag has the schema as it is.
fn repository(semver: &str) -> TempWorkspace {
    let workspace = TempWorkspace::generated();
    commit_workspace(&workspace, SCRIPT);
    run_git(&workspace, &["tag", "v1"]);
    workspace.write(
        "target/bin/cargo.semver",
        &format!("case $2 in --version) exit;; esac\n{semver}\n"),
    );
    workspace
}

fn run_check(workspace: &TempWorkspace, words: &[&str]) -> Run {
    run_script(workspace, &[&[SCRIPT], words].concat(), &[])
}

/// A method more: old code compiles.
fn add_method(workspace: &TempWorkspace) {
    workspace.replace_text(
        SCHEMA,
        "types: []",
        "- name: getNest\n  returns: Integer\n  params: []\ntypes: []",
    );
}

/// A method less: old code does not.
fn remove_method(workspace: &TempWorkspace) {
    workspace.replace_text(SCHEMA, "name: sendDance", "name: sendTwirl");
}

#[test]
fn they_agree_that_nothing_breaks() {
    let workspace = repository(FINE);
    let run = run_check(&workspace, &[]).assert_status(0);
    run.assert_stdout_contains("breaks code since v1: by the schemas no, by the crate no");
    add_method(&workspace);
    let run = run_check(&workspace, &["v1"]).assert_status(0);
    run.assert_stdout_contains("birds: 1 change, 0 of them breaking")
        .assert_stdout_contains("breaks code since v1: by the schemas no, by the crate no");
}

#[test]
fn they_agree_that_code_breaks() {
    let workspace = repository(BREAKS);
    remove_method(&workspace);
    let run = run_check(&workspace, &[]).assert_status(0);
    run.assert_stdout_contains("breaks code since v1: by the schemas yes, by the crate yes");
}

#[test]
fn another_type_is_seen_by_the_schemas_alone() {
    let workspace = repository(FINE);
    workspace.replace_text(SCHEMA, "type: Boolean", "type: Integer");
    let run = run_check(&workspace, &[]).assert_status(0);
    run.assert_stdout_contains("breaks code since v1: by the schemas yes, by the crate no")
        .assert_stdout_contains(
            "the schemas alone can tell, for nothing is gone:\n! loud of sendSong, sendDance is Option<i64> now",
        );
    remove_method(&workspace);
    run_check(&workspace, &[]).assert_status(1);
}

#[test]
fn they_disagree() {
    let workspace = repository(FINE);
    remove_method(&workspace);
    let run = run_check(&workspace, &[]).assert_status(1);
    run.assert_stdout_contains("breaks code since v1: by the schemas yes, by the crate no");
    let workspace = repository(BREAKS);
    add_method(&workspace);
    let run = run_check(&workspace, &[]).assert_status(1);
    run.assert_stdout_contains("breaks code since v1: by the schemas no, by the crate yes");
}

#[test]
fn what_came_to_no_verdict_is_none() {
    let workspace = repository(FAILS);
    run_check(&workspace, &[])
        .assert_status(2)
        .assert_stdout_contains("cargo-doc on crate generated failed");
    let workspace = repository(FINE);
    workspace.write(SCHEMA, "api: [");
    run_check(&workspace, &[])
        .assert_status(2)
        .assert_stderr_contains("schema.yaml");
}

#[test]
fn what_is_missing_is_reported() {
    let workspace = repository(FINE);
    run_check(&workspace, &["v2"])
        .assert_status(2)
        .assert_stderr_contains("there is no revision `v2`");
    workspace.remove("target/bin/cargo.semver");
    run_check(&workspace, &[])
        .assert_status(2)
        .assert_stderr_contains("cargo install cargo-semver-checks");
    run_git(&workspace, &["tag", "--delete", "v1"]);
    run_check(&workspace, &[])
        .assert_status(2)
        .assert_stderr_contains("there is no tag yet");
}
