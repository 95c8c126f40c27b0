//! `export`: what it writes, and what it refuses.

use crate::workspace::TempWorkspace;

#[test]
fn a_document_goes_to_stdout_or_to_a_file() {
    let workspace = TempWorkspace::generated();
    let before = workspace.snapshot();
    workspace
        .run(&["export", "openapi", "birds"])
        .assert_status(0)
        .assert_stdout_contains("\"openapi\": \"3.1.0\"")
        .assert_stdout_contains("\"/sendNote\"");
    assert_eq!(workspace.snapshot(), before, "an export changes nothing");
    let out = workspace.arg("birds.json");
    let form = ["--bodies", "form", "--openapi", "3.0", "--out", &out];
    workspace
        .run(&[&["export", "openapi", "birds"][..], &form].concat())
        .assert_status(0)
        .assert_stdout_contains("wrote");
    let text = workspace.read("birds.json");
    assert!(text.contains("multipart/form-data") && text.contains("\"3.0.3\""));
}

#[test]
fn the_overrides_are_a_part_of_it() {
    let workspace = TempWorkspace::generated();
    let out = workspace.arg("birds.json");
    workspace
        .run(&["export", "openapi", "birds", "--out", &out])
        .assert_status(0);
    let text = workspace.read("birds.json");
    let (_, loud) = text.split_once("\"loud\": {").unwrap_or_default();
    let (loud, _) = loud.split_once('}').unwrap_or_default();
    assert!(loud.contains("\"type\": \"boolean\""), "{loud}");
}

#[test]
fn a_page_is_read_back() {
    let workspace = TempWorkspace::generated();
    let page = workspace.arg("birds.md");
    workspace
        .run(&["export", "markdown", "birds", "--out", &page])
        .assert_status(0);
    workspace
        .run(&["lint", "--from", &page])
        .assert_status(0)
        .assert_stdout_contains("0 errors, 0 warnings");
    workspace
        .run(&["extract", "--from", &page])
        .assert_status(0)
        .assert_stdout_contains("- name: sendDance");
}

#[test]
fn a_type_is_a_json_schema() {
    let workspace = TempWorkspace::generated();
    workspace
        .run(&["export", "json-schema", "birds", "Note"])
        .assert_status(0)
        .assert_stdout_contains("\"$ref\": \"#/$defs/Note\"");
    workspace
        .run(&["export", "json-schema", "birds", "Nota"])
        .assert_status(2)
        .assert_stderr_contains("did you mean `Note`?");
}

#[test]
fn what_can_not_be_exported_ends_with_2() {
    let workspace = TempWorkspace::generated();
    for (args, text) in [
        (&["export"][..], "Usage"),
        (&["export", "openapi"], "<API>"),
        (&["export", "openapi", "bird"], "did you mean `birds`?"),
        (&["export", "openapi", "birds", "--bodies", "xml"], "json"),
    ] {
        workspace
            .run(args)
            .assert_status(2)
            .assert_stderr_contains(text);
    }
    let overrides = "schema/apis/birds/overrides.yaml";
    workspace.replace_text(overrides, "docs: String", "docs: Integer");
    workspace
        .run(&["export", "openapi", "birds"])
        .assert_status(2)
        .assert_stderr_contains("stale-override");
}
