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
    workspace.run(&["codegen", "eagles"]).ends(0).says("eagles");
    workspace.edit(WORDS, "Sings a song.", "Sings.");
    workspace.run(&["codegen", "--check", "eagles"]).ends(0);
    workspace.drifts(&["differs: generated/src/apis/birds"]);
}

/// A workspace in which birds extend nests, which have no page but define a Note.
fn extended() -> TempWorkspace {
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
    workspace.edit(MANIFEST, "prose: omit", "extends: nests");
    workspace
}

#[test]
fn types_are_inherited_from_a_base() {
    let workspace = extended();
    workspace.run(&["codegen"]).ends(0);
    workspace.run(&["codegen", "--check"]).ends(0);
    let lint = workspace.run(&["lint", "birds"]).ends(0);
    assert!(!lint.out.contains("unknown-type"), "{}", lint.out);
    workspace.edit("schema/apis/nests/schema.yaml", "twig", "leaf");
    workspace.drifts(&["-    pub twig", "+    pub leaf"]);
}

#[test]
fn a_base_is_another_api_with_a_schema() {
    let workspace = extended();
    workspace.edit(MANIFEST, "extends: nests", "extends: nets");
    let told = "`schema/apis/birds/api.yaml` extends `nets`, which has no schema";
    workspace.run(&["codegen"]).ends(2).complains(told);
    workspace.run(&["lint", "birds"]).ends(2).complains(told);
    workspace.edit(MANIFEST, "extends: nets", "extends: nests");
    let nests = "schema/apis/nests/api.yaml";
    workspace.edit(nests, "title", "extends: birds\ntitle");
    workspace
        .run(&["codegen"])
        .ends(2)
        .complains("extends itself");
}

#[test]
fn a_type_that_the_base_does_not_use_is_inherited_from_its_base() {
    let workspace = extended();
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
    workspace.edit(nests, "title", "extends: trees\ntitle");
    let page = "schema/pages/birds.md";
    workspace.edit(
        page,
        "唱歌。成功时，返回 True。",
        "唱歌。成功时，返回 Twig 对象。",
    );
    let run = workspace.run(&["lint", "birds"]).ends(0);
    let said = "warning[base-conflict]: `sendSong.nest` is `Integer | String` here, but \
                `Array<String>` in nests";
    let run = run.says(said);
    assert!(!run.out.contains("unknown-type"), "{}", run.out);
    workspace.run(&["codegen"]).ends(0);
    let generated = workspace.read("generated/src/apis/birds/types/twig.rs");
    assert!(generated.contains("pub length: i64"), "{generated}");
    workspace.run(&["codegen", "--check"]).ends(0);
}

#[test]
fn a_base_bears_out_a_correction() {
    let workspace = extended();
    let nests = "schema/apis/nests/schema.yaml";
    let methods = |ty: &str| {
        format!(
            "methods:\n- name: sendNote\n  returns: Note\n  params:\n  \
             - {{name: loud, type: {ty}, required: false}}\n"
        )
    };
    workspace.edit(nests, "methods: []\n", &methods("Boolean"));
    let said = "note[base-conflict]: `sendNote.loud` is `String` on the page, but `Boolean` in \
                nests, as its override says";
    workspace.run(&["lint", "birds"]).ends(0).says(said);
    workspace.edit(nests, &methods("Boolean"), &methods("String"));
    let run = workspace.run(&["lint", "birds"]).ends(0);
    assert!(!run.out.contains("as its override says"), "{}", run.out);
    run.says("warning[base-conflict]: `sendNote.loud` is `Boolean` here, but `String` in nests");
}
