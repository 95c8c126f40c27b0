//! Damaged pages: each line of a sound page in turn is broken in each way that an author or a
//! converter breaks lines. Every variant states the same schema, or a finding at its place says
//! that it does not; never is it a smaller one, or another, without a word.

mod edits;
mod oracle;
pub(crate) mod page;
mod real_pages;
mod words;

use oracle::Tally;
use page::SoundPage;
use testing::fixtures::{FERRY, FERRY_IN_CHINESE, HERON};
use testing::html_writer::{RowLines, write_page, write_tables};
use words::Synonym;

/// The most findings that one damage may cause; all but one in ten cause one at most.
const MOST_FINDINGS: usize = 2;

#[track_caller]
fn check(page: String, words: &[Synonym]) {
    let page = SoundPage::new(page);
    let tally = Tally::of(&page, &edits::variants(&page.text, words));
    let printed = tally.print();
    println!("{}", printed.lines().last().unwrap_or_default());
    assert!(tally.faults.is_empty(), "{printed}");
    assert!(tally.most_findings() <= MOST_FINDINGS, "{printed}");
    assert!(tally.with_several() * 10 <= tally.variants, "{printed}");
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
fn english_html_with_a_line_for_each_cell() {
    // Without some of its sections: each line of the page is many lines here.
    let (head, rest) = FERRY.split_once("### listFerries").unwrap();
    let (_, tail) = rest.split_once("### Ticket").unwrap();
    let page = format!("{head}### Ticket{tail}");
    check(write_page(&page, RowLines::Many), words::ENGLISH);
}

#[test]
fn chinese_markdown() {
    check(FERRY_IN_CHINESE.to_owned(), words::CHINESE);
}

#[test]
fn chinese_html_with_a_line_for_each_row() {
    check(write_page(FERRY_IN_CHINESE, RowLines::One), words::CHINESE);
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
