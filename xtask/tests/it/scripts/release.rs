//! `.ci/release-check`: two schemas and what `cargo semver-checks` says of the crate in, whether
//! both agree out.

use super::repository::{commit, git, run};
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
    commit(&workspace, SCRIPT);
    git(&workspace, &["tag", "v1"]);
    workspace.write(
        "target/bin/cargo.semver",
        &format!("case $2 in --version) exit;; esac\n{semver}\n"),
    );
    workspace
}

fn check(workspace: &TempWorkspace, words: &[&str]) -> Run {
    run(workspace, &[&[SCRIPT], words].concat(), &[])
}

/// A method more: old code compiles.
fn add(workspace: &TempWorkspace) {
    workspace.edit(
        SCHEMA,
        "types: []",
        "- name: getNest\n  returns: Integer\n  params: []\ntypes: []",
    );
}

/// A method less: old code does not.
fn remove(workspace: &TempWorkspace) {
    workspace.edit(SCHEMA, "name: sendDance", "name: sendTwirl");
}

#[test]
fn they_agree_that_nothing_breaks() {
    let workspace = repository(FINE);
    let run = check(&workspace, &[]).ends(0);
    run.says("breaks code since v1: by the schemas no, by the crate no");
    add(&workspace);
    let run = check(&workspace, &["v1"]).ends(0);
    run.says("birds: 1 change, 0 of them breaking")
        .says("breaks code since v1: by the schemas no, by the crate no");
}

#[test]
fn they_agree_that_code_breaks() {
    let workspace = repository(BREAKS);
    remove(&workspace);
    let run = check(&workspace, &[]).ends(0);
    run.says("breaks code since v1: by the schemas yes, by the crate yes");
}

#[test]
fn another_type_is_seen_by_the_schemas_alone() {
    let workspace = repository(FINE);
    workspace.edit(SCHEMA, "type: Boolean", "type: Integer");
    let run = check(&workspace, &[]).ends(0);
    run.says("breaks code since v1: by the schemas yes, by the crate no")
        .says("the schemas alone can tell, for nothing is gone:\n! type-changed  sendSong.loud");
    remove(&workspace);
    check(&workspace, &[]).ends(1);
}

#[test]
fn they_disagree() {
    let workspace = repository(FINE);
    remove(&workspace);
    let run = check(&workspace, &[]).ends(1);
    run.says("breaks code since v1: by the schemas yes, by the crate no");
    let workspace = repository(BREAKS);
    add(&workspace);
    let run = check(&workspace, &[]).ends(1);
    run.says("breaks code since v1: by the schemas no, by the crate yes");
}

#[test]
fn what_came_to_no_verdict_is_none() {
    let workspace = repository(FAILS);
    check(&workspace, &[])
        .ends(2)
        .says("cargo-doc on crate generated failed");
    let workspace = repository(FINE);
    workspace.write(SCHEMA, "api: [");
    check(&workspace, &[]).ends(2).complains("schema.yaml");
}

#[test]
fn what_is_missing_is_reported() {
    let workspace = repository(FINE);
    check(&workspace, &["v2"])
        .ends(2)
        .complains("there is no revision `v2`");
    workspace.remove("target/bin/cargo.semver");
    check(&workspace, &[])
        .ends(2)
        .complains("cargo install cargo-semver-checks");
    git(&workspace, &["tag", "--delete", "v1"]);
    check(&workspace, &[])
        .ends(2)
        .complains("there is no tag yet");
}
