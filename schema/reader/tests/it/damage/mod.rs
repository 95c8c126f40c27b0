//! Damaged pages: each line of a sound page in turn is broken in each way that an author or a
//! converter breaks lines. Every variant states the same schema, or a finding at its place says
//! that it does not; never is it a smaller one, or another, without a word.

mod edits;
mod oracle;
pub(crate) mod page;
mod real_pages;
mod words;

use oracle::{Fault, Tally};
use page::SoundPage;
use testing::fixtures::{FERRY, FERRY_IN_CHINESE, HERON};
use testing::html_writer::{RowLines, write_page, write_tables};
use words::Synonym;

/// The kinds of damage that still lose something without a word: the beginning of the damage, the
/// role of its line, and the cause. It must shrink to nothing.
const KNOWN_SILENT: &[(&str, &str, &str)] = &[
    // The version, which is in no table.
    ("commented out", "Version", "a version"),
    ("indented by", "Version", "a version"),
    ("list item", "Version", "a version"),
    ("removed", "Blank", "a version is lost in another paragraph"),
    // Descriptions and returns whose words are unknown.
    ("Array of → Sheaf of", "Prose", "a return without its array"),
    ("的数组 → 的一串", "Prose", "a return without its array"),
    ("Optional → Discretionary", "", "an opening word"),
    ("可选 → 随意", "", "an opening word"),
    ("Version", "Version", "a version"),
    ("版本", "Version", "a version"),
    ("Defaults to", "", "a fact"),
    ("Unix", "", "a fact"),
    ("always", "", "a fact"),
    ("at most", "", "a fact"),
    ("between", "", "a fact"),
    ("bytes", "", "a fact"),
    ("characters", "", "a fact"),
    ("items", "", "a fact"),
    ("one of", "", "a fact"),
    (" or ", "", "the last value of an enum"),
    ("个字符", "", "a fact"),
    ("之间", "", "a fact"),
    ("可以是", "", "a fact"),
    ("始终为", "", "a fact"),
    ("字节", "", "a fact"),
    ("最多可指定", "", "a fact"),
    ("默认为", "", "a fact"),
    ("up to", "", "a fact"),
    ("from 1", "", "a fact"),
    // Sections and tables.
    ("one # lost", "Heading", "a method is a part of its chapter"),
    (
        "removed",
        "Heading",
        "a table of values belongs to another type",
    ),
    (
        "indented by",
        "Heading",
        "a table of values belongs to another type",
    ),
    (
        "# lost",
        "Heading",
        "a table of values belongs to another type",
    ),
    (
        "<h3> lost",
        "Heading",
        "a table of values belongs to another type",
    ),
];

/// The most findings that one damage may cause.
const MOST_FINDINGS: usize = 4;

#[track_caller]
fn check(page: String, words: &[Synonym]) {
    let page = SoundPage::new(page);
    let tally = Tally::of(&page, &edits::variants(&page.text, words));
    let is_known = |fault: &Fault| {
        let mut known = KNOWN_SILENT.iter();
        known.any(|(damage, role, _)| {
            fault.damage.starts_with(damage) && fault.role.starts_with(role)
        })
    };
    let printed = tally.print();
    println!("{}", printed.lines().last().unwrap_or_default());
    assert!(tally.faults.iter().all(is_known), "{printed}");
    assert!(tally.most_findings() <= MOST_FINDINGS, "{printed}");
}

#[test]
fn english_markdown() {
    check(FERRY.to_owned(), words::ENGLISH);
}

#[test]
fn english_markdown_with_html_tables() {
    check(write_tables(FERRY, RowLines::One), words::ENGLISH);
}

#[test]
fn english_html_with_a_line_for_each_row() {
    check(write_page(FERRY, RowLines::One), words::ENGLISH);
}

#[test]
fn english_html_with_a_line_for_each_cell() {
    check(write_page(FERRY, RowLines::Many), words::ENGLISH);
}

#[test]
fn chinese_markdown() {
    check(FERRY_IN_CHINESE.to_owned(), words::CHINESE);
}

#[test]
fn chinese_markdown_with_html_tables() {
    check(
        write_tables(FERRY_IN_CHINESE, RowLines::One),
        words::CHINESE,
    );
}

#[test]
fn chinese_html_with_a_line_for_each_row() {
    check(write_page(FERRY_IN_CHINESE, RowLines::One), words::CHINESE);
}

#[test]
fn chinese_html_with_a_line_for_each_cell() {
    check(write_page(FERRY_IN_CHINESE, RowLines::Many), words::CHINESE);
}

#[test]
fn parts_in_markdown() {
    check(HERON.to_owned(), words::PARTS);
}

#[test]
fn parts_in_html() {
    check(write_page(HERON, RowLines::One), words::PARTS);
}

#[test]
fn all_forms_state_the_same() {
    let markdown = SoundPage::new(FERRY.to_owned()).schema;
    for page in [FERRY, FERRY_IN_CHINESE] {
        for rows in [RowLines::One, RowLines::Many] {
            for text in [
                page.to_owned(),
                write_page(page, rows),
                write_tables(page, rows),
            ] {
                assert_eq!(SoundPage::new(text).schema, markdown);
            }
        }
    }
}
