//! Rows below rows: the fields of an object that is itself a parameter or a field.

use testing::report;

fn page(rows: &str) -> String {
    format!(
        "## sendNote\n\nReturns True.\n\n| Parameter | Type | Required | Description |\n\
        | --- | --- | --- | --- |\n{rows}| quiet | Boolean | No | Without a sound |\n"
    )
}

/// The parameters of `sendNote` and the fields of each type, with their types.
fn outline(page: &str) -> String {
    let schema = report::read_schema(page);
    let list = |fields: &[schema::schema::Field]| {
        let fields = fields.iter().map(|one| {
            let mark = if one.required { "" } else { "?" };
            format!("{}{mark}: {}", one.name, one.ty)
        });
        fields.collect::<Vec<_>>().join(", ")
    };
    let methods = schema
        .methods
        .iter()
        .map(|one| format!("{}({})", one.name, list(&one.params)));
    let types = schema
        .types
        .iter()
        .map(|one| format!("{}({})", one.name, list(one.fields())));
    methods.chain(types).collect::<Vec<_>>().join("\n")
}

#[test]
fn rows_below_an_object_are_a_type_of_their_own() {
    for mark in [
        "&emsp;",
        "&nbsp;&nbsp;",
        "└ ",
        "├─ ",
        "- ",
        "— ",
        "→ ",
        "note.",
        "\u{3000}",
        ". ",
        "`note.`",
    ] {
        let row = match mark {
            "`note.`" => "| `note.text` |".to_owned(),
            mark => format!("| {mark}text |"),
        };
        for (ty, name, shown) in [
            ("Note", "Note", "Note"),
            ("object", "SendNoteNote", "SendNoteNote"),
            ("Object", "SendNoteNote", "SendNoteNote"),
            ("Array of Note", "Note", "Array<Note>"),
            ("object[]", "SendNoteNote", "Array<SendNoteNote>"),
            ("Array of Object", "SendNoteNote", "Array<SendNoteNote>"),
            ("array", "SendNoteNote", "Array<SendNoteNote>"),
        ] {
            let rows =
                format!("| note | {ty} | Yes | The note |\n{row} String | No | Its text |\n");
            let expected =
                format!("sendNote(note: {shown}, quiet?: Boolean)\n{name}(text?: String)");
            assert_eq!(outline(&page(&rows)), expected, "{mark} {ty}");
            assert_eq!(report::list_findings(&page(&rows)), [""; 0], "{mark} {ty}");
        }
    }
}

#[test]
fn rows_nest_as_deep_as_they_say() {
    let rows = "| note | object | Yes | The note |\n| &emsp;from | object | Yes | Who |\n\
        | &emsp;&emsp;name | String | Yes | A name |\n| &emsp;text | String | No | Its text |\n";
    let deep = "sendNote(note: SendNoteNote, quiet?: Boolean)\n\
        SendNoteNote(from: SendNoteNoteFrom, text?: String)\nSendNoteNoteFrom(name: String)";
    assert_eq!(outline(&page(rows)), deep);
    let rows = "| notes | array | Yes | Notes |\n| notes[].from | object | Yes | Who |\n\
        | notes[].from.name | String | Yes | A name |\n";
    let list = "sendNote(notes: Array<SendNoteNotes>, quiet?: Boolean)\n\
        SendNoteNotes(from: SendNoteNotesFrom)\nSendNoteNotesFrom(name: String)";
    assert_eq!(outline(&page(rows)), list);
}

#[test]
fn rows_nest_in_chinese_and_in_html() {
    let chinese = "## sendNote\n\n返回 True。\n\n| 参数 | 类型 | 必填 | 说明 |\n| - | - | - | - |\n\
        | note | 对象 | 是 | 笔记 |\n| └ text | 字符串 | 否 | 文字 |\n";
    let expected = "sendNote(note: SendNoteNote)\nSendNoteNote(text?: String)";
    assert_eq!(outline(chinese), expected);
    let html = "<h2>sendNote</h2><p>Returns True.</p><table><tr><th>Parameter</th><th>Type</th>\
        <th>Required</th></tr><tr><td>note</td><td>object</td><td>Yes</td></tr>\
        <tr><td>&nbsp;&nbsp;text</td><td>String</td><td>No</td></tr></table>";
    assert_eq!(outline(html), expected);
}

#[test]
fn rows_below_what_has_none_are_a_finding() {
    for ty in ["String", "Array of Integer", "Loft"] {
        let rows =
            format!("| note | {ty} | Yes | The note |\n| &emsp;text | String | No | Its |\n");
        let page = page(&rows)
            + "\n## Loft\n\n| Field | Type | Description |\n| - | - | - |\n| id | Integer | Optional. It |\n";
        let found = report::list_findings(&page);
        let found: Vec<&String> = found
            .iter()
            .filter(|one| !one.contains("unused-type"))
            .collect();
        assert_eq!(found, ["8:3 nested-row sendNote.note"], "{ty}");
        assert!(outline(&page).starts_with("sendNote(note: "), "{ty}");
        assert!(!outline(&page).contains("text"), "{ty}");
    }
    let rows = "| note.text | String | No | Its text |\n";
    assert_eq!(
        report::list_findings(&page(rows)),
        ["7:3 bad-name sendNote"]
    );
}
