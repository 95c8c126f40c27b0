//! Any text and any entities: nothing panics, and markup has all of the text.

use proptest::prelude::*;
use serde_json::json;

use generated::telegram::MessageEntity;

use super::{Formatted, entity};

const WORDS: &[&str] = &[
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "spoiler",
    "blockquote",
    "code",
    "pre",
    "expandable_blockquote",
    "text_link",
    "bot_command",
    "sparkling",
];

fn any_entity() -> impl Strategy<Value = MessageEntity> {
    let place = prop_oneof![9 => -1..14_i64, 1 => any::<i64>()];
    (0..WORDS.len(), place.clone(), place).prop_map(|(word, offset, length)| {
        let entity = entity(WORDS[word], offset, length);
        if WORDS[word] == "text_link" {
            return entity.url("https://example.org/?a&b");
        }
        entity
    })
}

/// Removes the marks of HTML.
fn read_html(html: &str) -> String {
    let mut pieces = html.split('<');
    let first = pieces.next().unwrap_or_default().to_owned();
    let behind = pieces.filter_map(|piece| Some(piece.split_once('>')?.1));
    let text: String = std::iter::once(first.as_str()).chain(behind).collect();
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

/// Checks that the marks of HTML nest.
fn nests(html: &str) -> bool {
    let mut open: Vec<&str> = Vec::new();
    for piece in html.split('<').skip(1) {
        let tag = piece.split(['>', ' ']).next().unwrap_or_default();
        match tag.strip_prefix('/') {
            Some(closed) if open.pop() == Some(closed) => {}
            Some(_) => return false,
            None => open.push(tag),
        }
    }
    open.is_empty()
}

proptest! {
    #[test]
    fn markup_has_the_whole_text(
        text in "[a-c<>&_*`\n 😀é𝒳ש\u{200d}]{0,12}",
        entities in prop::collection::vec(any_entity(), 0..8),
    ) {
        let whole = Formatted::with_entities(&text, entities.clone());
        let html = whole.to_html();
        prop_assert_eq!(read_html(&html), text.clone());
        prop_assert!(nests(&html), "{}", html);
        whole.to_markdown_v2();
        // What is written can be parted again, and pushed.
        let twice = whole.clone().push(whole.clone()).bold(whole);
        prop_assert_eq!(twice.as_str(), text.repeat(3));
        twice.to_markdown_v2();
    }

    #[test]
    fn parts_are_those_of_utf_16(text in "[a😀é𝒳\u{200d}]{0,9}", offset in -1..12_i64, length in -1..12_i64) {
        let units: Vec<u16> = text.encode_utf16().collect();
        let start = usize::try_from(offset).ok();
        let end = start.zip(usize::try_from(length).ok()).map(|(start, length)| start + length);
        let range = start.zip(end).and_then(|(start, end)| units.get(start..end));
        let expected = range.and_then(|units| String::from_utf16(units).ok());
        // Half a character at both ends is two mistakes, and no part: `String` alone has no halves.
        let part = entity("bold", offset, length).text_of(&text).map(str::to_owned);
        let whole = start.is_none_or(|start| length != 0 || String::from_utf16(&units[..start.min(units.len())]).is_ok());
        if whole {
            prop_assert_eq!(part, expected);
        }
    }

    #[test]
    fn what_is_built_has_the_parts_it_was_built_of(
        pieces in prop::collection::vec(("[a-z😀𝒳 ]{0,5}", 0..4_usize), 0..9)
    ) {
        let mut text = Formatted::new();
        for (piece, kind) in &pieces {
            text = match kind {
                0 => text.push(piece),
                1 => text.bold(piece.as_str()),
                2 => text.italic(Formatted::from(piece).bold("x")),
                _ => text.text_link(piece.as_str(), "https://example.org"),
            };
        }
        let offsets: Vec<i64> = text.entities().iter().map(|one| one.offset).collect();
        prop_assert!(offsets.is_sorted());
        prop_assert_eq!(text.parts().count(), text.entities().len());
        // A server gets and returns the same.
        let sent = json!({"text": text.as_str(), "entities": text.entities()});
        let entities: Vec<MessageEntity> = serde_json::from_value(sent["entities"].clone()).unwrap();
        let read = Formatted::with_entities(sent["text"].as_str().unwrap(), entities);
        prop_assert_eq!(read, text);
    }
}
