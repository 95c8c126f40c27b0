//! The markup of a view, whatever the page holds: ours alone, with links that lead somewhere.

use std::collections::BTreeSet;

use html5gum::{HtmlString, StartTag, Token, Tokenizer};
use proptest::prelude::proptest;
use testing::edits::{PAGES, apply_edits, edits};
use testing::hostile::{self, NAMES, TEXTS};
use testing::random;

use super::{assert_shows, inspect};

/// The elements of a view.
const ELEMENTS: &[&str] = &[
    "a", "b", "body", "code", "details", "div", "h1", "h2", "h3", "head", "header", "html", "i",
    "kbd", "li", "main", "mark", "meta", "p", "pre", "script", "section", "span", "style",
    "summary", "title", "ul",
];

/// The attributes of a view.
const ATTRIBUTES: &[&str] = &[
    "aria-description",
    "aria-label",
    "charset",
    "class",
    "content",
    "href",
    "http-equiv",
    "id",
    "lang",
    "name",
    "open",
    "role",
    "tabindex",
    "translate",
];

fn start_tags(view: &str) -> Vec<StartTag<()>> {
    let tokens = Tokenizer::new(view).map(|Ok(token)| token);
    let tags = tokens.filter_map(|token| match token {
        Token::StartTag(tag) => Some(tag),
        _ => None,
    });
    tags.collect()
}

fn text_of(string: &HtmlString) -> String {
    String::from_utf8(string.to_vec()).unwrap()
}

/// The values of an attribute.
fn values(tags: &[StartTag<()>], attribute: &[u8]) -> Vec<String> {
    let values = tags.iter().filter_map(|tag| tag.attributes.get(attribute));
    values.map(|value| text_of(value)).collect()
}

#[track_caller]
fn check_markup(view: &str) {
    let tags = start_tags(view);
    for tag in &tags {
        let name = text_of(&tag.name);
        assert!(ELEMENTS.contains(&name.as_str()), "<{name}>");
        for attribute in tag.attributes.keys().map(text_of) {
            assert!(ATTRIBUTES.contains(&attribute.as_str()), "{attribute}");
        }
    }
    let count = |name: &str| tags.iter().filter(|tag| text_of(&tag.name) == name).count();
    assert_eq!((count("script"), count("style"), count("main")), (1, 1, 1));
    let ids = values(&tags, b"id");
    let known: BTreeSet<_> = ids.iter().map(|id| format!("#{id}")).collect();
    assert_eq!(known.len(), ids.len(), "an identifier is there twice");
    for link in values(&tags, b"href") {
        assert!(known.contains(&link), "`{link}` leads nowhere");
    }
    let boxes = ids
        .iter()
        .filter(|id| id.starts_with('f') && *id != "findings");
    let numbers = 1..=boxes.clone().count();
    assert!(
        boxes.eq(numbers
            .map(|number| format!("f{number}"))
            .collect::<Vec<_>>()
            .iter())
    );
    let acts = |c: char| hostile::find_control(&c.to_string()).is_some() && c != '\t';
    assert_eq!(view.chars().find(|&c| acts(c)), None);
}

#[test]
fn every_page_becomes_our_markup_alone() {
    let hostile = TEXTS.into_iter().chain(NAMES);
    let hostile = hostile.map(|(ending, text)| (format!("page.{ending}"), text));
    let sound = PAGES
        .into_iter()
        .map(|(name, text)| (name.to_owned(), text));
    for (name, text) in hostile.chain(sound) {
        check_markup(&inspect(&name, &hostile::with_hidden_characters(text)));
    }
}

#[test]
fn a_page_that_looks_like_our_template_fills_nothing() {
    let page = "# {{script}}\n\n## sendNote\n\nReturns True. {{style}} {{text}}\n";
    let view = inspect("page.md", page);
    check_markup(&view);
    assert_shows(&view, "{{style}} {{text}}");
}

#[test]
fn only_our_script_and_style_may_run() {
    let view = inspect("page.md", "## sendNote\n\nReturns True.\n");
    let tags = start_tags(&view);
    let policy = values(&tags, b"content").swap_remove(0);
    assert!(policy.starts_with("default-src 'none'; style-src 'sha256-"));
    assert!(!policy.contains("unsafe"), "{policy}");
    assert!(!view.contains("src="));
}

#[test]
fn a_finding_in_empty_lines_at_the_end_is_shown() {
    let text = "<h3>sendNote</h3><p>Returns True.</p><table><tr><td>a\n\n\n";
    check_markup(&inspect("page.html", text));
    check_markup(&inspect("page.md", ""));
}

proptest! {
    #![proptest_config(random::config_with_cases(64))]

    #[test]
    fn each_finding_of_an_edited_page_is_listed_and_shown(page in 0..PAGES.len(), edits in edits()) {
        let (name, text) = PAGES[page];
        let text = apply_edits(&hostile::with_hidden_characters(text), &edits);
        check_markup(&inspect(name, &text));
    }
}
