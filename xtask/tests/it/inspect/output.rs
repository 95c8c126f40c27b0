//! Arguments, output, exit status, and the file.

use std::fs;

use super::assert_shows;
use crate::workspace::TempWorkspace;

#[test]
fn a_page_is_written_to_the_usual_folder() {
    let workspace = TempWorkspace::new();
    workspace
        .run(&["inspect", &workspace.arg("schema/pages/birds.md")])
        .assert_status(0)
        .assert_stdout_contains("birds: 3 methods, 7 of 7 rows, 0 types, 1 error, 0 warnings")
        .assert_stdout_contains("wrote target/inspect/birds.html\n");
    let view = workspace.read("target/inspect/birds.html");
    assert_shows(&view, "schema/pages/birds.md</h1>");
    assert_shows(&view, "type-conflict");
}

#[test]
fn an_api_is_shown_after_its_overrides() {
    let workspace = TempWorkspace::new();
    let run = workspace.run(&["inspect", "birds"]).assert_status(0);
    run.assert_stdout_contains("0 errors");
    let view = workspace.read("target/inspect/birds.html");
    assert_shows(&view, "<li>1 correction in force</li>");
    let slot = "type · sendNote.loud: String, optional (corrected: Boolean, optional)";
    assert_shows(&view, slot);
    assert!(!view.contains("type-conflict"));
}

#[test]
fn a_finding_of_another_file_stands_before_the_text() {
    let workspace = TempWorkspace::new();
    let overrides = "schema/apis/birds/overrides.yaml";
    workspace.replace_text(overrides, "sendNote.loud", "sendNote.lout");
    workspace.run(&["inspect", "birds"]).assert_status(0);
    let view = workspace.read("target/inspect/birds.html");
    let place = format!("<li>{overrides}:2:1 ");
    let [first, text, second] = [&place, "id=\"L1\"", "id=\"f2\""].map(|part| view.find(part));
    assert!(
        first.is_some() && first < text && text < second,
        "{first:?} {text:?} {second:?}"
    );
}

#[test]
fn the_page_of_an_api_may_be_elsewhere() {
    let workspace = TempWorkspace::generated();
    workspace.remove("schema/pages/birds.md");
    let missing = workspace.run(&["inspect", "birds"]).assert_status(2);
    missing.assert_stderr_contains("no page of `birds` is at hand");
    workspace.write("pages/birds.md", crate::workspace::PAGE);
    let run = workspace.run(&["inspect", "birds", "--pages", &workspace.arg("pages")]);
    run.assert_status(0);
    let wrong = workspace.run(&["inspect", "birds", "--pages", &workspace.arg("nowhere")]);
    wrong.assert_status(2);
}

#[test]
fn a_subject_that_is_nothing_ends_with_2() {
    let workspace = TempWorkspace::new();
    let run = workspace.run(&["inspect", "bird"]).assert_status(2);
    run.assert_stderr_contains("did you mean `birds`?");
    workspace.run(&["inspect"]).assert_status(2);
    let page = workspace.arg("schema/pages/birds.md");
    let folder = workspace.arg("schema/pages");
    let run = workspace.run(&["inspect", &page, "--pages", &folder]);
    run.assert_status(2).assert_stderr_contains("--pages");
}

#[test]
fn a_page_of_which_nothing_is_read_is_shown_all_the_same() {
    let workspace = TempWorkspace::new();
    workspace.write("empty.md", "# Nothing\n\nto <see>.\n");
    workspace
        .run(&["inspect", &workspace.arg("empty.md")])
        .assert_status(2)
        .assert_stdout_contains("wrote target/inspect/empty.html")
        .assert_stderr_contains("error[empty-page]");
    let view = workspace.read("target/inspect/empty.html");
    assert_shows(&view, "to &lt;see&gt;.");
    assert_shows(&view, "empty-page");
}

#[test]
fn a_file_is_written_whole_or_not_at_all() {
    let workspace = TempWorkspace::new();
    let page = workspace.arg("schema/pages/birds.md");
    workspace.write("taken/view.html/inside", "");
    let out = workspace.arg("taken/view.html");
    let run = workspace.run(&["inspect", &page, "--out", &out]);
    run.assert_status(2).assert_stderr_contains("can't write");
    let left = fs::read_dir(workspace.path("taken")).unwrap();
    assert_eq!(left.count(), 1);
}

#[test]
fn the_same_page_makes_the_same_file() {
    let workspace = TempWorkspace::new();
    workspace.run(&["inspect", "birds"]).assert_status(0);
    let first = workspace.read("target/inspect/birds.html");
    workspace.run(&["inspect", "birds"]).assert_status(0);
    assert_eq!(workspace.read("target/inspect/birds.html"), first);
}
