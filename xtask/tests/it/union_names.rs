//! The names that a manifest gives to unions and their variants: the ones that it lacks, that no
//! longer fit, and that can't be.

use crate::workspace::TempWorkspace;

const PAGE: &str = "schema/pages/birds.md";
const MANIFEST: &str = "schema/apis/birds/api.yaml";
const NESTS: &str = "schema/apis/nests/api.yaml";
const NOTE: &str = "note[unnamed-union]: `Integer | String` has no name in api.yaml";

/// Adds lines at the end of the manifest; returns the number of the first.
fn append_to_manifest(workspace: &TempWorkspace, lines: &str) -> usize {
    let manifest = workspace.read(MANIFEST);
    workspace.write(MANIFEST, &format!("{manifest}{lines}"));
    manifest.lines().count() + 1
}

#[test]
fn a_union_without_a_name_is_noted_once_with_the_line_to_paste() {
    let workspace = TempWorkspace::generated();
    let run = workspace.run(&["lint", "birds"]).assert_status(0);
    assert_eq!(run.out.matches("[unnamed-union]").count(), 1, "{}", run.out);
    let line = "  Integer | String: IntegerOrString\n";
    let run = run
        .assert_stdout_contains(NOTE)
        .assert_stdout_contains(line);
    run.assert_stdout_contains(&format!("--> {PAGE}:9:10"));
    let page = workspace.arg(PAGE);
    let alone = workspace.run(&["lint", "--from", &page]);
    assert!(!alone.out.contains("unnamed-union"), "{}", alone.out);
    // The line gives the name that the union has already.
    append_to_manifest(&workspace, &format!("names:\n{line}"));
    let run = workspace.run(&["lint", "birds"]).assert_status(0);
    assert!(!run.out.contains("unnamed-union"), "{}", run.out);
    workspace.run(&["codegen", "--check"]).assert_status(0);
}

#[test]
fn a_union_is_noted_without_its_page_too() {
    let workspace = TempWorkspace::generated();
    workspace.remove(PAGE);
    let run = workspace.run(&["lint", "birds"]).assert_status(0);
    run.assert_stdout_contains(&format!("{NOTE}\n--> sendNote.nest"));
}

/// A workspace in which birds extend nests, which name a union.
fn extended_workspace(union: &str) -> TempWorkspace {
    let workspace = TempWorkspace::new();
    workspace.write(
        NESTS,
        &format!("title: N\nbase_url: https://n.example\nnames: {{{union}: NestId}}\n"),
    );
    workspace.write(
        "schema/apis/nests/schema.yaml",
        &format!(
            "api: nests\nversion: null\nmethods: []\ntypes:\n\
             - {{name: Note, fields: [{{name: id, type: {union}, required: true}}]}}\n"
        ),
    );
    workspace.replace_text(MANIFEST, "prose: omit", "extends: nests");
    workspace
}

#[test]
fn an_inherited_union_is_the_bases_to_name() {
    let workspace = extended_workspace("Integer | String");
    let lint_birds = || workspace.run(&["lint", "birds"]).assert_status(0).out;
    assert!(!lint_birds().contains("unnamed-union"), "{}", lint_birds());
    workspace.replace_text(NESTS, "names: {Integer | String: NestId}\n", "");
    assert!(!lint_birds().contains("unnamed-union"), "{}", lint_birds());
    workspace
        .run(&["lint", "nests"])
        .assert_status(0)
        .assert_stdout_contains(NOTE);
}

#[test]
fn the_name_of_a_union_with_a_type_of_the_pages_own_is_not_inherited() {
    let workspace = extended_workspace("Integer | Note");
    workspace.replace_text(PAGE, "Integer 或 String", "Integer 或 Note");
    let run = workspace.run(&["lint", "birds"]).assert_status(0);
    assert!(!run.out.contains("unnamed-union"), "{}", run.out);
    let own = "\n## Note\n\n| 字段 | 类型 | 说明 |\n| --- | --- | --- |\n| id | Integer | 编号 |\n";
    let page = workspace.read(PAGE);
    workspace.write(PAGE, &(page + own));
    let run = workspace.run(&["lint", "birds"]).assert_status(0);
    run.assert_stdout_contains("note[unnamed-union]: `Integer | Note` has no name in api.yaml");
}

#[test]
fn a_name_that_can_not_be_is_an_error_at_its_place() {
    for (name, column, why) in [
        ("nest_id", 1, "its name is no name of a Rust type"),
        (
            "{name: NestId, variants: {Integer: id}}",
            47,
            "`id` is no name of a Rust variant",
        ),
        (
            "{name: NestId, variants: {Float: Number}}",
            47,
            "`Integer | String` has no member `Float`",
        ),
        (
            "{name: NestId, variants: {Integer: Name, String: Name}}",
            62,
            "two variants of `Integer | String` would be called `Name`",
        ),
    ] {
        let workspace = TempWorkspace::generated();
        let before = workspace.snapshot();
        let line =
            append_to_manifest(&workspace, &format!("names:\n  Integer | String: {name}\n")) + 1;
        for command in ["lint", "codegen"] {
            let run = workspace
                .run(&[command])
                .assert_status(2)
                .assert_stderr_contains(why);
            let place = format!("--> {MANIFEST}:{line}:{column}\n");
            run.assert_stderr_contains("error: the name of `Integer | String` can't be used")
                .assert_stderr_contains(&place);
        }
        workspace.write(
            MANIFEST,
            &String::from_utf8(before[MANIFEST].clone()).unwrap(),
        );
        assert_eq!(workspace.snapshot(), before);
    }
}

#[test]
fn a_name_that_fits_no_union_is_a_warning_and_one_that_fits_several_an_error() {
    let workspace = TempWorkspace::generated();
    let manifest = workspace.read(MANIFEST);
    workspace.write(
        MANIFEST,
        &format!("{manifest}names: {{Float | String: NestId}}\n"),
    );
    let line = manifest.lines().count() + 1;
    let run = workspace.run(&["lint", "birds"]).assert_status(0);
    run.assert_stdout_contains(
        "warning[stale-name]: `NestId` names no union: none has all of `Float | String`",
    )
    .assert_stdout_contains(&format!("--> {MANIFEST}:{line}:1"));
    workspace.write(
        MANIFEST,
        &format!("{manifest}names: {{Integer | String: NestId}}\n"),
    );
    workspace.run(&["codegen"]).assert_status(0);
    let page = workspace
        .read(PAGE)
        .replace("Integer 或 String", "Integer 或 String 或 Note");
    workspace.write(PAGE, &page.replacen("或 Note", "或 InputFile", 1));
    let run = workspace.run(&["codegen", "--check"]).assert_status(1);
    run.assert_stdout_contains(
        "error[stale-name]: `NestId` could be for `Integer | String | InputFile` or ",
    );
}
