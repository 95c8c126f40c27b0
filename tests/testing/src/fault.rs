//! Seeded faults: an edit of a good page, and the one finding that it must cause.

use crate::report;

/// An edit of a page and the finding that it must cause.
///
/// A `▸` in the new text marks the place that the finding must point at.
pub struct Fault {
    /// The finding: its code, and what it is about.
    pub finding: &'static str,
    /// The text to replace, which the page has exactly once.
    pub from: &'static str,
    /// The text that takes its place.
    pub to: &'static str,
}

/// Makes each edit on its own and compares what is found with what was found before.
///
/// # Panics
///
/// If an edit causes another finding, none, or more than one.
#[track_caller]
pub fn check_faults(page: &str, faults: &[Fault]) {
    let before: Vec<String> = report::list_findings(page)
        .iter()
        .map(|one| without_place(one))
        .collect();
    for Fault { finding, from, to } in faults {
        assert_eq!(
            page.matches(from).count(),
            1,
            "not once on the page: {from}"
        );
        let marked = page.replace(from, to);
        let expected = format!("{} {finding}", place_of_mark(&marked));
        let mut found = report::list_findings(&marked.replace('▸', ""));
        found.retain(|one| !before.contains(&without_place(one)));
        assert_eq!(found, [expected], "after {from:?} became {to:?}");
    }
}

/// Counts the line and the character of the mark, both from 1, without the code under test.
fn place_of_mark(marked: &str) -> String {
    let before = marked.split('▸').next().unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let column = before
        .rsplit('\n')
        .next()
        .unwrap_or_default()
        .chars()
        .count()
        + 1;
    format!("{line}:{column}")
}

fn without_place(finding: &str) -> String {
    let rest = finding.split_once(' ').map(|(_, rest)| rest);
    rest.unwrap_or(finding).to_owned()
}
