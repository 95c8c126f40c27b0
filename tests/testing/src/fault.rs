//! Seeded faults: an edit of a good page in, the one finding that it must cause out.

use crate::report;

/// One edit of a page and what must be said of it.
///
/// A `▸` in the new text marks the place that the finding must point at.
pub struct Fault {
    /// The finding: its code, and what it is about.
    pub finding: &'static str,
    /// What the page says; found in it exactly once.
    pub from: &'static str,
    /// What it says after the slip.
    pub to: &'static str,
}

/// Makes each edit on its own and compares what is found with what was found before.
///
/// # Panics
///
/// Where an edit causes another finding than its own, none, or more.
#[track_caller]
pub fn check(page: &str, faults: &[Fault]) {
    let before: Vec<String> = report::findings(page)
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
        let expected = format!("{} {finding}", place(&marked));
        let mut found = report::findings(&marked.replace('▸', ""));
        found.retain(|one| !before.contains(&without_place(one)));
        assert_eq!(found, [expected], "after {from:?} became {to:?}");
    }
}

/// Where the mark stands, counted here by hand: lines and characters, both from 1.
fn place(marked: &str) -> String {
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
