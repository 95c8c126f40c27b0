//! The entries cover the page: each line that is not markup alone is in one.

use reader::account::Meaning;
use testing::fixtures::{HARBOUR, KITE, LIGHTHOUSE, OBSERVATORY};
use testing::report;

#[test]
fn every_line_is_in_an_entry_or_is_markup() {
    for page in [HARBOUR, LIGHTHOUSE, OBSERVATORY, KITE] {
        let account = report::read_page(page).unwrap().account;
        let mut start = 0;
        for line in page.split_inclusive('\n') {
            let end = start + line.len();
            let mut entries = account.entries().iter();
            let is_in = entries.any(|entry| entry.span.start() < end && start < entry.span.end());
            assert!(is_in || is_markup(line), "{line}");
            start = end;
        }
    }
}

/// Checks whether a line holds nothing but marks: dashes, a fence, a template, tags.
fn is_markup(line: &str) -> bool {
    let line = line.split("</head>").last().unwrap_or(line);
    let mut in_tag = false;
    let text = line.chars().filter(|&c| {
        in_tag |= c == '<' || c == '{';
        let is_text = !in_tag;
        in_tag &= c != '>' && c != '}';
        is_text
    });
    !text.collect::<String>().contains(char::is_alphanumeric)
}

#[test]
fn entries_are_in_page_order_and_one_in_another() {
    for page in [HARBOUR, LIGHTHOUSE, OBSERVATORY, KITE] {
        let account = report::read_page(page).unwrap().account;
        let mut open = Vec::new();
        let mut last = 0;
        for entry in account.entries() {
            let (start, end) = (entry.span.start(), entry.span.end());
            assert!(start >= last, "{entry:?}");
            last = start;
            open.retain(|&outer| outer > start);
            assert!(open.iter().all(|&outer| outer >= end), "{entry:?}");
            open.push(end);
        }
    }
}

#[test]
fn nothing_of_a_sound_page_is_unread() {
    for page in [HARBOUR, LIGHTHOUSE, KITE] {
        let account = report::read_page(page).unwrap().account;
        let unread: Vec<_> = account
            .entries()
            .iter()
            .filter(|entry| entry.meaning == Meaning::Unread)
            .collect();
        assert!(unread.is_empty(), "{unread:?}");
        assert_eq!(account.totals().unread_rows, 0);
    }
}
