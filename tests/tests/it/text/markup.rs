//! Markup of texts that other libraries don't write, or not so that it means the text.

use super::{Formatted, entity};

fn written(text: &str, entities: &[(&str, i64, i64)]) -> (String, String) {
    let entities = entities.iter();
    let entities = entities.map(|(word, offset, length)| entity(word, *offset, *length));
    let text = Formatted::with_entities(text, entities);
    (text.to_html(), text.to_markdown_v2())
}

#[test]
fn values_are_escaped() {
    let text = Formatted::new().text_link("a", "https://example.org/?a=\"1\"&b=(2)\\");
    assert_eq!(
        text.to_html(),
        "<a href=\"https://example.org/?a=&quot;1&quot;&amp;b=(2)\\\">a</a>"
    );
    assert_eq!(
        text.to_markdown_v2(),
        "[a](https://example.org/?a=\"1\"&b=(2\\)\\\\)"
    );
}

#[test]
fn marks_that_would_be_another_one_are_kept_apart() {
    let (_, markdown) = written("ab", &[("underline", 0, 2), ("italic", 1, 1)]);
    assert_eq!(markdown, "__a_b_**__");
    let (_, markdown) = written("ab", &[("italic", 0, 1), ("italic", 1, 1)]);
    assert_eq!(markdown, "_a_**_b_");
}

#[test]
fn entities_that_overlap_are_cut() {
    let (html, markdown) = written("abc", &[("bold", 0, 2), ("italic", 1, 2)]);
    assert_eq!(html, "<b>a<i>b</i></b><i>c</i>");
    assert_eq!(markdown, "*a_b_*_c_");
    let (html, _) = written(
        "abcd",
        &[("underline", 2, 2), ("bold", 0, 3), ("italic", 1, 3)],
    );
    assert_eq!(html, "<b>a<i>b<u>c</u></i></b><u><i>d</i></u>");
}

#[test]
fn what_can_not_nest_is_left_out() {
    let (html, markdown) = written("abc", &[("bold", 0, 3), ("bold", 1, 1)]);
    assert_eq!((html.as_str(), markdown.as_str()), ("<b>abc</b>", "*abc*"));
    let (html, markdown) = written("a_c", &[("code", 0, 2), ("bold", 1, 2)]);
    assert_eq!(
        (html.as_str(), markdown.as_str()),
        ("<code>a_</code><b>c</b>", "`a_`*c*")
    );
}

#[test]
fn quotations_are_whole_lines_and_stay_apart() {
    let (_, markdown) = written(
        "a\nb\nc",
        &[("blockquote", 0, 3), ("expandable_blockquote", 4, 1)],
    );
    assert_eq!(markdown, ">a\n>b\n**>c||");
    // Bold text around a quotation goes inside of it.
    let (html, markdown) = written("a\nb\nc", &[("bold", 0, 5), ("blockquote", 2, 1)]);
    assert_eq!(html, "<b>a\n<blockquote>b</blockquote>\nc</b>");
    assert_eq!(markdown, "*a\n*>*b**\nc*");
    // One that begins within a line can't be written so; the text stays.
    let (html, markdown) = written("ab", &[("blockquote", 1, 1)]);
    assert_eq!(
        (html.as_str(), markdown.as_str()),
        ("a<blockquote>b</blockquote>", "ab")
    );
}

#[test]
fn unknown_kinds_and_missing_values_leave_the_text() {
    let (html, markdown) = written("a.b", &[("sparkling", 0, 3), ("text_link", 0, 1)]);
    assert_eq!((html.as_str(), markdown.as_str()), ("a.b", "a\\.b"));
}
