//! `diff`: two schemas of a made-up platform in, the changes and what they break out.

use crate::workspace::TempWorkspace;
use expect_test::expect;

const OLD: &str = "\
api: demo
version: '1.0'
methods:
- name: sendNote
  returns: Note
  params:
  - {name: text, type: String, required: true, length: {min: 1, max: 80}}
  - {name: mood, type: String, required: false, enum: [gay, grave]}
  - {name: loud, type: Boolean, required: false}
- name: dropNote
  returns: 'True'
  params: []
types:
- name: Note
  fields:
  - {name: id, type: Integer, required: true}
  - {name: by, type: String, required: false}
- name: Button
  fields: []
- name: Shape
  one_of: [Note, Button]
";

/// The old schema with some of its words replaced.
fn edited_schema(edits: &[(&str, &str)]) -> String {
    edits.iter().fold(OLD.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replace(from, to)
    })
}

fn run_diff(new: &str, format: &str) -> (u8, String) {
    run_between(OLD, new, format)
}

pub(crate) fn run_between(old: &str, new: &str, format: &str) -> (u8, String) {
    let folder = TempWorkspace::new();
    folder.write("old.yaml", old);
    folder.write("new.yaml", new);
    let (old, new) = (folder.arg("old.yaml"), folder.arg("new.yaml"));
    let run = folder.run(&["diff", &old, &new, "--format", format]);
    (run.status, run.out)
}

#[test]
fn what_is_new_breaks_nothing() {
    let new = edited_schema(&[
        (
            "types:\n",
            "- name: sendSong\n  returns: null\n  params: []\ntypes:\n- name: Song\n  fields: []\n",
        ),
        (
            "  - {name: loud,",
            "  - {name: soft, type: Boolean, required: false}\n  - {name: loud,",
        ),
        (
            "  - {name: by,",
            "  - {name: at, type: Integer, required: true}\n  - {name: by,",
        ),
        ("[gay, grave]", "[gay, grave, sly]"),
        ("[Note, Button]", "[Note, Button, Song]"),
    ]);
    let (status, text) = run_diff(&new, "human");
    expect![[r#"
        1.0

        New methods
          sendSong: new

        New variants
          Shape
              Song, a new type

        New parameters
          sendNote.soft: Boolean, optional

        New fields
          Note.at: Integer, required

        Changed
          sendNote.mood: now enum: [gay, grave, sly], not enum: [gay, grave]

        6 changes, 0 of them breaking (marked !): a minor version
    "#]]
    .assert_eq(&text);
    assert_eq!(status, 1);
}

#[test]
fn what_is_gone_or_other_breaks() {
    let new = edited_schema(&[
        ("- name: dropNote\n  returns: 'True'\n  params: []\n", ""),
        ("returns: Note", "returns: Shape"),
        ("type: Boolean", "type: Integer"),
        (
            "{name: text, type: String, required: true",
            "{name: text, type: String, required: false",
        ),
        ("[gay, grave]", "[gay]"),
        ("  - {name: by, type: String, required: false}\n", ""),
        ("[Note, Button]", "[Note]"),
    ]);
    let (status, text) = run_diff(&new, "markdown");
    expect![[r#"
        ## 1.0

        7 changes, 7 of them breaking: a major version.

        ### Breaking

        - `sendNote`: gives `Shape` now, not `Note`
        - `sendNote.text` is `Option<String>` now, not `String`; `bot.send_note(text)` as before; new `SendNote::without_text()`
        - `sendNote.mood` is `Option<String>` now, not `Option<NoteMood>`
        - `sendNote.loud` is `Option<i64>` now, not `Option<bool>`
        - `dropNote` is gone, and so are `Bot::drop_note` and `DropNote`
        - `Note.by`: the field is gone
        - `Shape.Button`: the variant is gone
    "#]]
    .assert_eq(&text);
    assert_eq!(status, 3);
}

#[test]
fn a_required_field_breaks_only_what_bots_send() {
    let field = (
        "- name: Button\n  fields: []",
        "- name: Button\n  fields:\n  - {name: face, type: String, required: true}",
    );
    assert_eq!(run_diff(&edited_schema(&[field]), "json").0, 1);
    let sent = (
        "  - {name: loud,",
        "  - {name: keys, type: Button, required: false}\n  - {name: loud,",
    );
    let (status, text) = run_diff(&edited_schema(&[field, sent]), "json");
    assert_eq!(status, 3);
    let report: serde_json::Value = serde_json::from_str(&text).unwrap();
    let face = &report["changes"][1];
    assert_eq!(report["bump"], "major");
    assert_eq!(face["kind"], "field-added");
    assert_eq!(face["at"], "Button.face");
    assert_eq!(face["from"], serde_json::Value::Null);
    assert_eq!(face["breaking"], true);
}

#[test]
fn a_type_that_a_text_can_stand_for_has_another_type_where_it_is_sent() {
    let old = OLD.replace(
        "{name: loud, type: Boolean",
        "{name: buttons, type: Array<Button>",
    );
    let new = old.replace("- name: Button\n", "- name: Button\n  or: String\n");
    let (status, text) = run_between(&old, &new, "human");
    expect![[r#"
        1.0

        Breaking
        ! sendNote.buttons is Option<Vec<ButtonOrString>> now, not Option<Vec<Button>>

        Changed
          Button: fact changed, or: String

        2 changes, 1 of them breaking (marked !): a major version
    "#]]
    .assert_eq(&text);
    assert_eq!(status, 3);
}

#[test]
fn a_limit_is_a_patch_and_wording_is_nothing() {
    let (status, text) = run_diff(&edited_schema(&[("max: 80", "max: 90")]), "json");
    assert!(text.ends_with("\"bump\":\"patch\"}\n"), "{text}");
    assert_eq!(status, 1);
    let (status, text) = run_diff(
        &edited_schema(&[("- name: dropNote\n", "- name: dropNote\n  doc: Drops it.\n")]),
        "human",
    );
    assert_eq!((status, text.as_str()), (0, "nothing changed\n"));
}

#[test]
fn an_unreadable_file_is_reported() {
    let folder = TempWorkspace::new();
    folder.write("old.yaml", OLD);
    folder.write("broken.yaml", "api: [");
    let (old, broken) = (folder.arg("old.yaml"), folder.arg("broken.yaml"));
    folder
        .run(&["diff", &old, "gone.yaml"])
        .assert_status(2)
        .assert_stderr_contains("gone.yaml");
    folder
        .run(&["diff", &old, &broken])
        .assert_status(2)
        .assert_stderr_contains("broken.yaml");
}

#[test]
fn another_order_of_arguments_breaks() {
    let old = edited_schema(&[(
        "loud, type: Boolean, required: false",
        "loud, type: String, required: true",
    )]);
    let text = "  - {name: text, type: String, required: true, length: {min: 1, max: 80}}\n";
    let loud = "  - {name: loud, type: String, required: true}\n";
    let new = old
        .replace(text, "")
        .replace(loud, &format!("{loud}{text}"));
    let folder = TempWorkspace::new();
    folder.write("old.yaml", &old);
    folder.write("new.yaml", &new);
    let (old, new) = (folder.arg("old.yaml"), folder.arg("new.yaml"));
    let run = folder.run(&["diff", &old, &new]).assert_status(3);
    run.assert_stdout_contains(
        "! sendNote: bot.send_note(loud, text) now, not bot.send_note(text, loud)",
    );
}

#[test]
fn a_flag_among_many_is_no_argument() {
    let flags = |names: &[&str]| -> String {
        let lines = names
            .iter()
            .map(|name| format!("  - {{name: {name}, type: Boolean, required: true}}\n"));
        let keys = (
            "  - {name: loud,",
            "  - {name: keys, type: Button, required: false}\n  - {name: loud,",
        );
        let fields = format!("- name: Button\n  fields:\n{}", lines.collect::<String>());
        edited_schema(&[keys, ("- name: Button\n  fields: []\n", &fields)])
    };
    let status = |old: &[&str], new: &[&str]| {
        let folder = TempWorkspace::new();
        folder.write("old.yaml", &flags(old));
        folder.write("new.yaml", &flags(new));
        let (old, new) = (folder.arg("old.yaml"), folder.arg("new.yaml"));
        folder.run(&["diff", &old, &new]).status
    };
    let four = ["up", "down", "left", "right"];
    assert_eq!(status(&four, &["in", "right", "left", "down", "up"]), 1);
    assert_eq!(status(&four[..3], &four), 3);
    assert_eq!(status(&four, &four[..3]), 3);
}
