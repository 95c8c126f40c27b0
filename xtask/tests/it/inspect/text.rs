//! The text of the page in its view: all of it, each part in the style of what it became.

use html5gum::{StartTag, Token, Tokenizer};
use proptest::prelude::{prop_assert_eq, proptest};
use schema::unicode::is_hidden;
use testing::edits::{PAGES, apply_edits, edits};
use testing::{hostile, random};

use super::{assert_shows, inspect};

const PAGE: &str = "\
# Notes

## sendNote

Sends a note. On success, the Note is returned.

| Parameter | Type | Required | Description |
|---|---|---|---|
| text | String | Yes | What it says, 1-80 characters |
| loud | Boolean | Optional | Read it aloud |

## Note

It is one of

- Poem
- Letter

## Poem

| Field | Type | Description |
|---|---|---|
| kind | String | Always “poem” |

## Letter

| Field | Type | Description |
|---|---|---|
| kind | String | Always “letter” |
";

/// The place of a token in a row of the view.
#[derive(PartialEq)]
enum Place {
    Outside,
    Number,
    Text,
}

/// The text of the rows, a line each, without their numbers.
fn shown_rows(view: &str) -> Vec<String> {
    let (_, main) = view.split_once("<main").unwrap();
    let mut rows = Vec::new();
    let mut place = Place::Outside;
    for Ok(token) in Tokenizer::new(main) {
        match token {
            Token::StartTag(tag) if is_row(&tag) => {
                place = Place::Number;
                rows.push(String::new());
            }
            Token::EndTag(tag) if tag.name == b"a" && place == Place::Number => place = Place::Text,
            Token::EndTag(tag) if tag.name == b"div" => place = Place::Outside,
            Token::String(part) if place == Place::Text => {
                let text = String::from_utf8(part.to_vec()).unwrap();
                rows.last_mut().unwrap().push_str(&text);
            }
            _ => {}
        }
    }
    rows
}

fn is_row(tag: &StartTag<()>) -> bool {
    let class = tag.attributes.get(b"class".as_slice());
    class.is_some_and(|class| class.value == b"row")
}

/// A text as a view shows it: characters that can't be seen by their numbers.
fn as_shown(text: &str) -> String {
    let show = |c: char| {
        if is_hidden(c) || (c.is_control() && c != '\t') {
            c.escape_unicode().to_string()
        } else {
            c.to_string()
        }
    };
    text.chars().map(show).collect()
}

/// The lines of a text, as editors count them, but for empty ones at its end.
fn lines_of(text: &str) -> Vec<&str> {
    let text = text.trim_end();
    let mut lines = Vec::new();
    let mut rest = text;
    while let Some(end) = rest.find(['\n', '\r']) {
        lines.push(&rest[..end]);
        let width = if rest[end..].starts_with("\r\n") {
            2
        } else {
            1
        };
        rest = &rest[end + width..];
    }
    lines.push(rest);
    lines
}

#[test]
fn each_part_says_what_it_became() {
    let view = inspect("page.md", PAGE);
    let parts = [
        ("name", "name · sendNote: method, returns Note", "sendNote"),
        (
            "name",
            "name · sendNote.text: String, required, length 1–80",
            "text",
        ),
        ("type", "type · sendNote.loud: Boolean, optional", "Boolean"),
        (
            "flag",
            "flag · sendNote.loud: Boolean, optional",
            "Optional",
        ),
        (
            "returns",
            "return · sendNote: method, returns Note",
            "On success, the Note is returned",
        ),
        ("name", "name · Note: one of Poem | Letter", "Note"),
        ("member", "union member · Note.Poem", "Poem"),
    ];
    for (class, slot, text) in parts {
        let part = format!("<mark class=\"{class}\" aria-description=\"{slot}\">{text}</mark>");
        assert_shows(&view, &part);
    }
}

#[test]
fn prose_covers_nothing_that_was_read_or_should_have_been() {
    let page = PAGE.replace(
        "| loud | Boolean | Optional | Read it aloud |",
        "| loud | Boolean |",
    );
    let view = inspect("page.md", &page);
    assert_shows(
        &view,
        "<mark class=\"prose\" aria-description=\"prose · states nothing for the schema\">Sends a note. </mark>",
    );
    let row = view.split("id=\"L10\"").nth(1).unwrap();
    let row = row.split("</div>").next().unwrap();
    assert!(row.contains("<mark class=\"unread found error\""), "{row}");
    assert!(row.contains(">| loud | Boolean |</mark>"), "{row}");
}

#[test]
fn the_tags_of_a_page_are_set_apart() {
    let view = inspect(
        "page.html",
        "<h3>sendNote</h3><p>Returns <em>True</em>.</p>",
    );
    assert_shows(&view, "Returns <i>&lt;em&gt;</i>True");
    let view = inspect("page.md", "## sendNote\n\nReturns <em>True</em>.\n");
    assert_shows(&view, "Returns &lt;em&gt;True");
}

#[test]
fn a_finding_stands_below_its_line() {
    let page = PAGE.replace("| text | String |", "| text | Strnig |");
    let view = inspect("page.md", &page);
    let row = view.find("id=\"L9\"").unwrap();
    let found = view.find("id=\"f1\"").unwrap();
    let next = view.find("id=\"L10\"").unwrap();
    assert!(row < found && found < next);
    assert!(
        view[row..found].contains("class=\"type found error\""),
        "{view}"
    );
}

#[test]
fn a_line_of_megabytes_is_shown_in_pieces() {
    let words = "word <b>字</b>".repeat(60_000);
    let page = format!("<h3>sendNote</h3><p>Returns True.</p><p>{words}</p><h3>sendSong</h3>");
    let view = inspect("page.html", &page);
    let rows = shown_rows(&view);
    assert_eq!(rows.concat(), page);
    assert!(rows.iter().all(|row| row.len() <= 2_000));
    // What the second heading became, and what is wrong with it, stands at its end.
    let name = view.rfind("name · sendSong").unwrap();
    assert!(name > view.len() - 10_000);
}

proptest! {
    #![proptest_config(random::config_with_cases(64))]

    #[test]
    fn the_whole_text_is_shown(page in 0..PAGES.len(), edits in edits()) {
        let (name, text) = PAGES[page];
        let text = apply_edits(&hostile::with_hidden_characters(text), &edits);
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
        let expected: Vec<_> = lines_of(text).into_iter().map(as_shown).collect();
        let shown = shown_rows(&inspect(name, text));
        prop_assert_eq!(shown.join(""), expected.join(""));
    }
}
