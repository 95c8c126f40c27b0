//! Several APIs in a workspace: each is left alone by the others, or extended by one.

use crate::workspace::{PAGE, TempWorkspace};

const MANIFEST: &str = "schema/apis/birds/api.yaml";
const WORDS: &str = "schema/apis/birds/words.yaml";

#[test]
fn another_api_is_left_alone() {
    let workspace = TempWorkspace::generated();
    workspace.write(
        "schema/apis/eagles/api.yaml",
        "title: Eagles\nbase_url: https://e.example\n",
    );
    workspace.write(
        "schema/pages/eagles.md",
        &PAGE.replace("| loud | String |", "| loud | Boolean |"),
    );
    workspace
        .run(&["codegen", "eagles"])
        .assert_status(0)
        .assert_stdout_contains("eagles");
    workspace.replace_text(WORDS, "Sings a song.", "Sings.");
    workspace
        .run(&["codegen", "--check", "eagles"])
        .assert_status(0);
    workspace.assert_drift_is_fixed(&["differs: generated/src/apis/birds"]);
}

/// A workspace in which birds extend nests, which have no page but define a Note.
fn extended_workspace() -> TempWorkspace {
    let workspace = TempWorkspace::new();
    let manifest = "title: Nests\nbase_url: https://nests.example\n";
    workspace.write("schema/apis/nests/api.yaml", manifest);
    let schema = "
api: nests
version: null
methods: []
types:
- name: Note
  fields:
  - {name: twig, type: Integer, required: true}
";
    workspace.write("schema/apis/nests/schema.yaml", schema);
    workspace.replace_text(MANIFEST, "prose: omit", "extends: nests");
    workspace
}

#[test]
fn types_are_inherited_from_a_base() {
    let workspace = extended_workspace();
    workspace.run(&["codegen"]).assert_status(0);
    workspace.run(&["codegen", "--check"]).assert_status(0);
    let lint = workspace.run(&["lint", "birds"]).assert_status(0);
    assert!(!lint.out.contains("unknown-type"), "{}", lint.out);
    workspace.replace_text("schema/apis/nests/schema.yaml", "twig", "leaf");
    workspace.assert_drift_is_fixed(&["-    pub twig", "+    pub leaf"]);
}

#[test]
fn a_base_is_another_api_with_a_schema() {
    let workspace = extended_workspace();
    workspace.replace_text(MANIFEST, "extends: nests", "extends: nets");
    let told = "`schema/apis/birds/api.yaml` extends `nets`, which has no schema";
    workspace
        .run(&["codegen"])
        .assert_status(2)
        .assert_stderr_contains(told);
    workspace
        .run(&["lint", "birds"])
        .assert_status(2)
        .assert_stderr_contains(told);
    workspace.replace_text(MANIFEST, "extends: nets", "extends: nests");
    let nests = "schema/apis/nests/api.yaml";
    workspace.replace_text(nests, "title", "extends: birds\ntitle");
    workspace
        .run(&["codegen"])
        .assert_status(2)
        .assert_stderr_contains("extends itself");
}

#[test]
fn a_type_that_the_base_does_not_use_is_inherited_from_its_base() {
    let workspace = extended_workspace();
    let manifest = "title: Trees\nbase_url: https://trees.example\n";
    workspace.write("schema/apis/trees/api.yaml", manifest);
    let schema = "
api: trees
version: null
methods:
- name: sendSong
  returns: Twig
  params:
  - {name: nest, type: Array<String>, required: true}
types:
- name: Twig
  fields:
  - {name: length, type: Integer, required: true}
";
    workspace.write("schema/apis/trees/schema.yaml", schema);
    let nests = "schema/apis/nests/api.yaml";
    workspace.replace_text(nests, "title", "extends: trees\ntitle");
    let page = "schema/pages/birds.md";
    workspace.replace_text(
        page,
        "唱歌。成功时，返回 True。",
        "唱歌。成功时，返回 Twig 对象。",
    );
    let run = workspace.run(&["lint", "birds"]).assert_status(0);
    let said = "warning[base-conflict]: `sendSong.nest` is `Integer | String` here, but \
                `Array<String>` in nests";
    let run = run.assert_stdout_contains(said);
    assert!(!run.out.contains("unknown-type"), "{}", run.out);
    workspace.run(&["codegen"]).assert_status(0);
    let generated = workspace.read("generated/src/apis/birds/types/twig.rs");
    assert!(generated.contains("pub length: i64"), "{generated}");
    workspace.run(&["codegen", "--check"]).assert_status(0);
}

#[test]
fn a_base_bears_out_a_correction() {
    let workspace = extended_workspace();
    let nests = "schema/apis/nests/schema.yaml";
    let methods = |ty: &str| {
        format!(
            "methods:\n- name: sendNote\n  returns: Note\n  params:\n  \
             - {{name: loud, type: {ty}, required: false}}\n"
        )
    };
    workspace.replace_text(nests, "methods: []\n", &methods("Boolean"));
    let said = "note[base-conflict]: `sendNote.loud` is `String` on the page, but `Boolean` in \
                nests, as its override says";
    workspace
        .run(&["lint", "birds"])
        .assert_status(0)
        .assert_stdout_contains(said);
    workspace.replace_text(nests, &methods("Boolean"), &methods("String"));
    let run = workspace.run(&["lint", "birds"]).assert_status(0);
    assert!(!run.out.contains("as its override says"), "{}", run.out);
    run.assert_stdout_contains(
        "warning[base-conflict]: `sendNote.loud` is `Boolean` here, but `String` in nests",
    );
}
