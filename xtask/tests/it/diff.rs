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

fn run_between(old: &str, new: &str, format: &str) -> (u8, String) {
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

/// The Markdown of the note between two schemas.
fn note(old: &str, new: &str) -> String {
    run_between(old, new, "markdown").1
}

/// A schema with methods that all take these parameters, and these types.
fn schema_of(version: &str, params: &str, types: &str) -> String {
    let names = ["sendNote", "sendSong", "sendMap", "sendWord"];
    let methods =
        names.map(|name| format!("- {{name: {name}, returns: 'True', params: [{params}]}}"));
    let methods = methods.join("\n");
    format!("api: demo\nversion: '{version}'\nmethods:\n{methods}\n{types}\n")
}

#[test]
fn what_is_the_same_in_many_places_is_said_once() {
    let old = "{name: room, type: String, required: true}, {name: ink, type: Ink, required: false},
      {name: pen, type: Ink, required: false}";
    let new = "{name: room, type: String, required: false, required_if: no ink is given},
      {name: nib, type: Integer, required: false}, {name: ink_of, type: Ink, required: true}";
    let [old_type, new_type] = [true, false].map(|required| {
        format!(
            "types:
- name: Ink
  fields:
  - {{name: red, type: Integer, required: {required}}}
  - {{name: blue, type: Integer, required: {required}}}"
        )
    });
    let old = schema_of("1", old, &old_type);
    expect![[r#"
        ## From 1 to 2

        26 changes, 18 of them breaking: a major version.

        ### Breaking

        - `room` of 4 methods is `Option<String>` now, not `String`; constructors take it as before; new `without_room`; now `required_if: no ink is given`
          - `sendNote`, `sendSong`, `sendMap`, `sendWord`
        - `ink_of` of 4 methods: constructors ask for it; `Ink`, required
          - `sendNote`, `sendSong`, `sendMap`, `sendWord`
        - `ink`, `pen` of 4 methods: the field is gone; its setter stays for this version, deprecated and without effect
          - `sendNote`, `sendSong`, `sendMap`, `sendWord`
        - `red`, `blue` of `Ink`: each is `Option<i64>` now, not `i64`; `Ink::new(red, blue)` as before; new `Ink::without_red_and_blue()`

        ### New parameters

        - `nib` of 4 methods: `Integer`, optional
          - `sendNote`, `sendSong`, `sendMap`, `sendWord`
    "#]]
    .assert_eq(&note(&old, &schema_of("2", new, &new_type)));
}

#[test]
fn members_stand_below_their_union() {
    let old = "methods: []
types:
- {name: Shape, one_of: [Dot]}
- {name: Dot, fields: []}";
    let new = "methods: []
types:
- {name: Shape, one_of: [Dot, Line, Text]}
- {name: Dot, fields: []}
- {name: Line, fields: []}
- {name: Text, one_of: [Bold, Plain]}
- {name: Bold, fields: []}
- {name: Plain, fields: []}
- {name: Alone, fields: []}";
    let [old, new] = [old, new].map(|text| format!("api: demo\nversion: null\n{text}\n"));
    expect![[r#"
        ## Changes

        7 changes, 0 of them breaking: a minor version.

        ### New types

        - `Text`, a union
          - `Bold`
          - `Plain`
        - `Alone`

        ### New variants

        - `Shape`
          - `Line`, a new type
          - `Text`, a new type
    "#]]
    .assert_eq(&note(&old, &new));
}

#[test]
fn a_new_kind_of_update_is_asked_for() {
    let schema = |more: &str| {
        format!(
            "api: demo
version: null
methods:
- name: getUpdates
  returns: Array<Update>
  params:
  - {{name: offset, type: Integer, required: false}}
  - {{name: wanted, type: Array<String>, required: false}}
types:
- name: Update
  fields:
  - {{name: update_id, type: Integer, required: true}}
  - {{name: note, type: Note, required: false}}
  - {{name: song, type: Note, required: false}}{more}
- {{name: Note, fields: []}}
"
        )
    };
    let new = schema("\n  - {name: map, type: Note, required: false}");
    expect![[r#"
        ## Changes

        1 change, 0 of them breaking: a minor version.

        ### New kinds of updates, for bots that name them in `wanted`

        - `Update.map`: `Note`, optional
    "#]]
    .assert_eq(&note(&schema(""), &new));
    let (_, json) = run_between(&schema(""), &new, "json");
    assert!(json.contains(r#""asked_for_in":"wanted""#), "{json}");
}

#[test]
fn a_union_that_grew_breaks_where_its_name_changes() {
    let long = ["A", "B"].map(|end| format!("ALongNameOfSomethingThatIsSentBy{end}"));
    let two = long.join(" | ");
    let (three, other) = (format!("{two} | Note"), format!("Note | {two}"));
    for (was, is, status) in [
        ("Integer | String", "Integer | String | Note", 3),
        (&two, &three, 1),
        (&other, &two, 3),
    ] {
        let [old, new] = [was, is].map(|ty| {
            let types = long
                .iter()
                .map(|name| format!("\n- {{name: {name}, fields: []}}"));
            let types = types.collect::<String>();
            let types = format!("types:\n- {{name: Note, fields: []}}{types}");
            schema_of(
                "1",
                &format!("{{name: to, type: {ty}, required: true}}"),
                &types,
            )
        });
        let (found, text) = run_between(&old, &new, "json");
        assert_eq!(found, status, "{was} → {is}: {text}");
        assert!(text.contains("type-changed"), "{text}");
    }
}

#[test]
fn what_may_have_another_name_is_a_question() {
    let old = "types:
- {name: Area, fields: [{name: x, type: Integer, required: true}, {name: y, type: Integer, required: true}]}
- {name: Note, fields: [{name: note_text, type: String, required: true}, {name: by, type: String, required: true}]}";
    let new = old
        .replace("Area", "Place")
        .replace("note_text", "text")
        .replace("by", "sender");
    let note = note(&schema_of("1", "", old), &schema_of("2", "", &new));
    for line in [
        "- `Area` is gone; renamed to `Place`?\n",
        "- `Note.note_text`: the field is gone; renamed to `Note.text`?\n",
        "- `Note.by`: the field is gone\n",
    ] {
        assert!(note.contains(line), "{line} in {note}");
    }
}
