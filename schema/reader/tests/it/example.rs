//! The example page: one page of our own with everything that a page can have, and two mistakes.

use expect_test::{Expect, expect};
use schema::diagnostic::{Diagnostic, Level};
use schema::schema::Schema;
use testing::report;

const PAGE: &str = include_str!("../../../example/page.md");

fn stated(name: &str, expected: &Expect) {
    expected.assert_eq(&report::print_yaml(&report::read_schema(PAGE), name));
}

fn finding(code: &str) -> Option<Diagnostic> {
    let found = report::lint_page(PAGE);
    found.into_iter().find(|one| one.code == code)
}

#[test]
fn the_page_holds_so_much() {
    let Schema {
        version,
        methods,
        types,
        ..
    } = report::read_schema(PAGE);
    assert_eq!(version.as_deref(), Some("2.4"));
    let params: Vec<_> = methods
        .iter()
        .map(|method| (method.name.as_str(), method.params.len()))
        .collect();
    let expected = [
        ("getPigeon", 0),
        ("sendNote", 5),
        ("sendPhoto", 5),
        ("sendParcel", 4),
        ("sendAlbum", 3),
        ("editNote", 4),
        // One more is on the page, in the row with a missing cell.
        ("getNotes", 2),
        ("getPerch", 0),
    ];
    assert_eq!(params, expected);
    let fields: Vec<_> = types
        .iter()
        .map(|def| (def.name.as_str(), def.fields().len()))
        .collect();
    let expected = [
        ("Perch", 3),
        ("Pigeon", 4),
        ("Note", 6),
        ("Attachment", 0),
        ("AttachmentPhoto", 2),
        ("AttachmentParcel", 3),
        ("AttachmentSong", 2),
    ];
    assert_eq!(fields, expected);
}

#[test]
fn it_has_two_mistakes_and_nothing_else_to_remark() {
    let found: Vec<String> = report::lint_page(PAGE)
        .iter()
        .map(report::print_line)
        .collect();
    expect![[r#"
        [
            "69:11 type-conflict sendParcel.quiet",
            "103:1 row-cells getNotes.kinds",
        ]
    "#]]
    .assert_debug_eq(&found);
}

#[test]
fn the_wrong_type_comes_with_the_right_one_and_its_evidence() {
    let found = finding("type-conflict").unwrap();
    assert_eq!(found.level, Level::Error);
    assert_eq!(found.found.as_deref(), Some("String"));
    assert_eq!(found.expected.as_deref(), Some("Boolean"));
    let evidence = found.related.iter().map(|label| {
        let quoted = label.source.slice(label.span);
        format!("{}: {quoted} - {}", label.position().line, label.text)
    });
    let evidence: Vec<String> = evidence.collect();
    expect![[r#"
        [
            "40: Boolean - `Boolean` in sendNote",
            "53: Boolean - `Boolean` in sendPhoto",
            "69: 传递 *True - speaks of a flag",
        ]
    "#]]
    .assert_debug_eq(&evidence);
    let suggested = found.suggested_override.unwrap();
    assert_eq!(
        (suggested.at.to_string().as_str(), suggested.set.as_str()),
        ("sendParcel.quiet", "type")
    );
    assert_eq!(
        (suggested.docs, suggested.value),
        ("String".into(), "Boolean".into())
    );
}

#[test]
fn the_short_row_says_what_it_lacks() {
    let found = finding("row-cells").unwrap();
    assert_eq!(found.level, Level::Error);
    assert_eq!(found.found.as_deref(), Some("3 cells"));
    assert_eq!(found.expected.as_deref(), Some("4 cells"));
}

#[test]
fn a_chinese_method_in_yaml() {
    stated(
        "sendParcel",
        &expect![[r#"
        - name: sendParcel
          returns: Note
          params:
          - name: loft_id
            type: Integer | String
            required: true
          - name: weight
            type: Integer
            required: true
            range:
              min: 1
              max: 20
          - name: label
            type: String
            required: false
            default: 易碎
            length:
              min: 1
              max: 40
          - name: quiet
            type: String
            required: false
    "#]],
    );
}

#[test]
fn an_english_method_in_yaml() {
    stated(
        "sendPhoto",
        &expect![[r#"
        - name: sendPhoto
          returns: Note
          params:
          - name: loft_id
            type: Integer | String
            required: true
          - name: photo
            type: InputFile | String
            required: true
            attach: true
          - name: caption
            type: String
            required: false
            length:
              min: 0
              max: 300
          - name: ring
            type: String
            required: false
            bytes:
              min: 1
              max: 64
          - name: quiet
            type: Boolean
            required: false
    "#]],
    );
}

#[test]
fn what_is_required_under_a_condition() {
    stated(
        "editNote",
        &expect![[r#"
        - name: editNote
          returns: Note | True
          params:
          - name: loft_id
            type: Integer | String
            required: false
            required_if: ribbon_id is not specified
          - name: note_id
            type: Integer
            required: false
            required_if: ribbon_id is not specified
          - name: ribbon_id
            type: String
            required: false
            required_if: loft_id and note_id are not specified
          - name: text
            type: String
            required: true
            length:
              min: 1
              max: 2000
    "#]],
    );
}

#[test]
fn an_object_under_a_bold_line() {
    stated(
        "Perch",
        &expect![[r#"
        - name: Perch
          fields:
          - name: url
            type: String
            required: true
          - name: waiting
            type: Integer
            required: true
          - name: since
            type: Integer
            required: false
            format: unix-time
    "#]],
    );
}

#[test]
fn a_union_and_the_field_that_tells_its_members_apart() {
    stated(
        "Attachment",
        &expect![[r#"
        - name: Attachment
          one_of:
          - AttachmentPhoto
          - AttachmentParcel
          - AttachmentSong
          tag: kind
    "#]],
    );
    stated(
        "AttachmentSong",
        &expect![[r#"
        - name: AttachmentSong
          fields:
          - name: kind
            type: String
            required: true
            const: song
          - name: pitch
            type: Float
            required: false
            default: 1.5
            range:
              min: 0
              max: 4
    "#]],
    );
}
