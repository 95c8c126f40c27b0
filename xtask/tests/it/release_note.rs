//! `diff --format markdown`: the note for the users of a new version.

use crate::diff::run_between;
use expect_test::expect;

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
