//! What holds for texts that nobody meant to write: mutations of good pages and files, and texts of
//! what readers stumble over. Nothing panics, and every place lies in its file.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, Strategy, any, prop_assert_eq, proptest};
use proptest::sample::Index;
use schema::diagnostic::Diagnostic;
use tests::{hostile, random, robust};
use xtask::render::Format;
use xtask::terminal::Style;

const PAGES: [(&str, &str); 5] = [
    ("kite.html", include_str!("../pages/kite.html")),
    ("harbour.md", include_str!("../pages/harbour.md")),
    ("lighthouse.md", include_str!("../pages/lighthouse.md")),
    ("observatory.md", include_str!("../pages/observatory.md")),
    ("text.md", include_str!("../pages/hostile/text.md")),
];

const FILES: [&str; 3] = [
    include_str!("generate/odd/schema.yaml"),
    include_str!("generate/odd/api.yaml"),
    include_str!("../../schema/apis/safew/overrides.yaml"),
];

fn cases(count: u32) -> ProptestConfig {
    ProptestConfig {
        cases: count,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// One edit of a text: what, where, and how much.
type Edit = (u8, Index, Index, u8);

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    vec((0..4_u8, any::<Index>(), any::<Index>(), any::<u8>()), 1..5)
}

/// A text with its bytes flipped, and parts of it deleted, doubled, or put elsewhere.
fn edited(text: &str, edits: &[Edit]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for (kind, one, other, byte) in edits {
        if bytes.is_empty() {
            break;
        }
        let (a, b) = (one.index(bytes.len()), other.index(bytes.len()));
        let part = a.min(b)..a.max(b).min(a.min(b) + 400);
        match kind {
            0 => bytes[a] ^= byte,
            1 => drop(bytes.drain(part)),
            2 => {
                let part = bytes[part].to_vec();
                bytes.splice(b..b, part);
            }
            _ => bytes.insert(a, *byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Shows findings in every format.
fn show(found: &[Diagnostic]) {
    for format in Format::ALL {
        let text = format.report(found, Style::plain());
        assert_eq!(hostile::acts(&text), None, "{text}");
    }
}

#[test]
fn a_page_can_end_anywhere() {
    for (name, text) in [PAGES[0], PAGES[3]] {
        for (end, _) in text.char_indices() {
            robust::page(name, &text[..end]);
        }
    }
}

#[test]
fn a_file_can_end_anywhere() {
    for text in FILES {
        for (end, _) in text.char_indices().step_by(3) {
            robust::yaml_text(&text[..end]);
        }
    }
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn an_edited_page(page in 0..PAGES.len(), edits in edits()) {
        let (name, text) = PAGES[page];
        show(&robust::page(name, &edited(&hostile::page(text), &edits)));
    }

    #[test]
    fn a_page_that_is_read_as_the_other_format(page in 0..PAGES.len(), edits in edits()) {
        let (name, text) = PAGES[page];
        let other = if name.ends_with("md") { "page.html" } else { "page.md" };
        robust::page(other, &edited(text, &edits));
    }

    #[test]
    fn an_edited_file(file in 0..FILES.len(), edits in edits()) {
        let text = edited(FILES[file], &edits);
        robust::yaml_text(&text);
        show(&robust::overrides_text(&robust::SCHEMA, &text));
    }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn a_text_like_yaml(text in random::yaml_like()) {
        robust::yaml_text(&text);
        show(&robust::overrides_text(&robust::SCHEMA, &text));
    }

    #[test]
    fn a_text_like_a_type(text in random::type_like()) {
        robust::type_text(&text);
        let page = "## sendNote\n\nReturns True.\n\n| Name | Type |\n| --- | --- |\n| a | CELL |\n";
        robust::page("page.md", &page.replace("CELL", &text));
    }

    #[test]
    fn schemas_with_any_text_are_yaml_that_acts_on_nothing(schema in random::any_schema()) {
        let printed = schema::yaml::print(&schema).unwrap();
        prop_assert_eq!(hostile::acts(&printed.replace('\t', " ")), None, "{}", printed);
    }
}
