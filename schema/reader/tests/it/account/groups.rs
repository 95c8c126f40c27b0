//! Findings of one cause are one finding, with the number of the others.

use testing::report;

/// A method that is read, and so many tables under headings that name nothing.
fn page_with_orphans(count: usize) -> String {
    let table = "| Parameter | Type |\n| --- | --- |\n| text | String |\n";
    let orphan = |n: usize| format!("\n## Chapter {n} of the log\n\n{table}");
    let orphans: String = (1..=count).map(orphan).collect();
    format!("## sendNote\n\nReturns True.\n\n{table}{orphans}")
}

#[test]
fn many_of_one_cause_are_one() {
    let found = report::lint_page(&page_with_orphans(12));
    let [one] = found.as_slice() else {
        panic!("not one finding: {found:#?}");
    };
    assert_eq!(report::print_line(one), "11:1 orphan-table");
    assert!(one.message.ends_with(", and 11 more of this cause"));
    assert!(one.notes[0].starts_with("also in lines 17, 23, 29, "));
}

#[test]
fn a_few_stand_each_at_its_place() {
    let found = report::list_findings(&page_with_orphans(3));
    assert_eq!(found.len(), 3, "{found:?}");
}
