//! The platform's version: read where a line says it and nothing else, reported where it may be one.

use testing::report;

const METHOD: &str = "## ringBell\n\nTakes no parameters. Returns True.\n";

/// The version of a page with this head, and what is found.
fn read(head: &str) -> (Option<String>, Vec<String>) {
    let page = format!("# Ferry\n\n{head}\n\n{METHOD}");
    let version = report::read_schema(&page).version;
    (version, report::list_findings(&page))
}

#[test]
fn a_line_of_its_own_is_read() {
    for head in [
        "Version 2.1",
        "**Version: 2.1**",
        "- Version 2.1",
        "Version 2.1\nBots ring bells.",
        "Bots ring bells.\nVersion 2.1",
        "当前版本：v2.1",
    ] {
        assert_eq!(read(head), (Some("2.1".into()), vec![]), "{head}");
    }
}

#[test]
fn what_looks_like_one_is_reported() {
    for head in [
        "Issue 2.1",
        "Issue: v2.1",
        "第 2.1",
        "<!-- Version 2.1 -->",
        "    Version 2.1",
    ] {
        let (version, found) = read(head);
        assert_eq!(version, None, "{head}");
        assert_eq!(found.len(), 1, "{head}: {found:?}");
        assert!(found[0].ends_with("unread-data"), "{head}: {found:?}");
    }
}

#[test]
fn prose_with_a_number_is_none() {
    for head in [
        "A bell costs 2.5 coins.",
        "2.1",
        "Rings at 10:30",
        "See 2.1 and 2.2",
        "<!-- Bells since 2.1, by hand -->",
    ] {
        assert_eq!(read(head), (None, vec![]), "{head}");
    }
}

#[test]
fn a_page_with_a_version_has_no_other() {
    let head = "Version 2.1\n\nIssue 2.0\n\n<!-- Version 1.9 -->";
    assert_eq!(read(head), (Some("2.1".into()), vec![]));
}
