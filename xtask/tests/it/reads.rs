//! The way in which a page is read, as an API's folder says: `reads:` of its manifest, and its
//! `dialect.yaml`.

use crate::workspace::TempWorkspace;

const MANIFEST: &str = "schema/apis/birds/api.yaml";

#[test]
fn a_bad_pattern_is_unreadable_input_with_its_line() {
    let workspace = TempWorkspace::generated();
    let reads = "prose: omit\nreads:\n  leave_out: '(?:Events'\n";
    workspace.replace_text(MANIFEST, "prose: omit\n", reads);
    workspace.run(&["codegen", "birds"]).assert_status(2);
    let run = workspace.run(&["lint", "birds"]).assert_status(2);
    run.assert_stdout_contains("schema/apis/birds/api.yaml:")
        .assert_stdout_contains("unclosed group");
}

#[test]
fn a_folder_may_have_a_dialect_of_its_own() {
    let workspace = TempWorkspace::generated();
    let page = "## chirpNote\n\nLaulaa. Palauttaa True.\n\n| Kenttä | Laji | Pakollinen |\n| - | - | - |\n| sävel | teksti | kyllä |\n| note | teksti | ei |\n";
    let dialect = "language: Finnish\ncolumns: {name: [kenttä], type: [laji], required: [pakollinen]}\n\
        required: [kyllä]\noptional: [ei]\ntypes: {words: {String: [teksti]}}\n\
        returns: {verb: '(?i)palauttaa', promise: '^Palauttaa', before_type: '(?i)palauttaa\\s*$'}\n";
    workspace.write("page.md", &page.replace("sävel", "tune"));
    let (page, out) = (workspace.arg("page.md"), workspace.arg("out.yaml"));
    workspace.write("schema/apis/birds/dialect.yaml", dialect);
    workspace
        .run(&["extract", "birds", "--from", &page, "--out", &out])
        .assert_status(0);
    let schema = workspace.read("out.yaml");
    let stated =
        "returns: 'True'\n  params:\n  - name: tune\n    type: String\n    required: true\n";
    assert!(schema.contains(stated), "{schema}");
    workspace.write("schema/apis/birds/dialect.yaml", "unions: '['\n");
    let run = workspace.run(&["lint", "birds"]).assert_status(2);
    run.assert_stdout_contains("schema/apis/birds/dialect.yaml:1:");
}
