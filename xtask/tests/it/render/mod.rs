//! Findings in every format.

use expect_test::Expect;
use schema::diagnostic::{Diagnostic, Level};
use schema::path::ItemPath;
use schema::source::{Source, Span};
use schema::yaml;
use std::sync::Arc;
use xtask::render::Format;
use xtask::terminal::Style;

mod human;
mod machine;
mod random;

const PAGE: &str = "\
# 小鸟机器人

## sendNote（发便条）

| 参数 | 类型 | 必填 | 说明 |
| --- | --- | --- | --- |
| nest | Integer 或 String | 是 | 鸟巢的编号 |
| loud | String | 可选 | 传递 True，小鸟就大声念出便条 |

## sendSong（唱歌）

| 参数 | 类型 | 必填 | 说明 |
| --- | --- | --- | --- |
| loud | Boolean | 可选 | 传递 True，小鸟就大声唱 |
";

fn birds_page() -> Arc<Source> {
    Source::new("birds.md", PAGE)
}

/// The nth place of a text, counted from 0.
fn nth_place(source: &Source, text: &str, nth: usize) -> Span {
    let (start, _) = source.text().match_indices(text).nth(nth).unwrap();
    source.span(start..start + text.len())
}

fn conflict_finding() -> Diagnostic {
    let page = birds_page();
    let suggested =
        "{at: sendNote.loud, set: type, docs: String, use: Boolean, reason: A flag elsewhere.}";
    Diagnostic::new(
        "type-conflict",
        Level::Error,
        "`loud` is a String here and a Boolean elsewhere",
    )
    .about(ItemPath::member("sendNote", "loud"))
    .label(&page, nth_place(&page, "String", 1), "should be Boolean")
    .evidence(
        &page,
        nth_place(&page, "传递 True", 0),
        "this describes a flag",
    )
    .evidence(&page, nth_place(&page, "Boolean", 0), "Boolean here")
    .found("String")
    .expected("Boolean")
    .note("one of 2 methods that take `loud` differs")
    .suggest_override(yaml::load(suggested).unwrap())
}

fn assert_report(report: String, expected: Expect) {
    expected.assert_eq(&report);
}

fn print_human(found: Diagnostic) -> String {
    Format::Human.print_report(&[found], Style::plain())
}
