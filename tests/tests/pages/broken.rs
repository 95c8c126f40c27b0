//! Pages whose markup is broken: each slip is one finding, or changes nothing.

use schema::diagnostic::Diagnostic;
use schema::schema::Schema;
use tests::report;

/// A block of code between two sections that should end before the second, and does not.
fn late(block: &str, ends_before: &str) -> Vec<String> {
    let page = super::HARBOUR.replace("### Ships\n", &format!("### Ships\n\n{block}\n"));
    let page = page.replace(ends_before, &format!("```\n\n{ends_before}"));
    let found = report::lint(&page);
    let line = |one: &Diagnostic| format!("{}: {}", report::line(one), one.message);
    found.iter().map(line).collect()
}

#[test]
fn a_block_that_ends_too_late_is_one_finding_that_counts() {
    assert_eq!(
        late("```", "#### countShips"),
        ["24:1 hidden-table: 6 tables that are not read"]
    );
    // What nothing else on the page shows to be missing, and what shows only that.
    let table = "```\n| a | b |\n| - | - |\n| 1 | 2 |";
    assert_eq!(
        late(table, "#### Ship\n"),
        ["24:1 hidden-table: what looks like a table is not read"]
    );
}

#[test]
fn what_is_never_closed_is_one_finding_that_counts() {
    for open in ["```", "~~~", "<!--", "<pre>", "<script>", "<style>", "<?x"] {
        let page = super::HARBOUR.replace("#### moorShip", &format!("{open}\n\n#### moorShip"));
        let found = report::lint(&page);
        let messages: Vec<&str> = found.iter().map(|one| one.message.as_str()).collect();
        assert_eq!(messages, ["2 tables that are not read"], "{open}");
    }
}

#[test]
fn what_stands_beside_the_text_ends_or_is_no_more_than_a_finding() {
    for (open, close) in [("<details>", "</details>"), ("{% hint %}", "{% endhint %}")] {
        let with = |end: &str| {
            let aside = format!("{open}\n\nReturns Crate.\n{end}\n#### moorShip");
            super::HARBOUR.replace("#### moorShip", &aside)
        };
        assert_eq!(
            report::findings(&with("")),
            ["83:1 unbalanced-block"],
            "{open}"
        );
        let closed = with(&format!("\n{close}\n"));
        assert_eq!(report::findings(&closed), [""; 0], "{open}");
        assert_eq!(
            report::schema(&closed),
            report::schema(super::HARBOUR),
            "{open}"
        );
    }
}

#[test]
fn a_mark_too_few_or_too_many_is_one_finding_or_changes_nothing() {
    let (page, sound) = (super::HARBOUR, report::schema(super::HARBOUR));
    let mut worse = Vec::new();
    for (at, mark) in page.match_indices(['|', '#', '`', '*']) {
        let lost = format!("{}{}", &page[..at], &page[at + 1..]);
        let twice = format!("{}{mark}{}", &page[..at], &page[at..]);
        for (change, text) in [("lost", lost), ("twice", twice)] {
            let found = report::findings(&text);
            let is_silent = found.is_empty() && report::schema(&text) != sound;
            if found.len() > 1 || is_silent {
                let line = page[..at].lines().count();
                worse.push(format!("{line}: {change} {mark} {found:?}"));
            }
        }
    }
    assert!(worse.is_empty(), "{worse:#?}");
}

#[test]
fn an_element_that_is_never_closed() {
    let page = |open: &str| super::KITE.replacen("<h4", &format!("{open}<h4"), 1);
    for open in [
        "<blockquote>",
        "<aside class=\"x\">",
        "<details>",
        "<template>",
        "<svg>",
    ] {
        let found = report::findings(&page(open));
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].ends_with(":1 unbalanced-block"), "{found:?}");
        assert_eq!(
            report::schema(&page(open)),
            report::schema(super::KITE),
            "{open}"
        );
    }
}

/// The places of all tags.
fn tags(page: &str) -> Vec<std::ops::Range<usize>> {
    let starts = page.match_indices('<').map(|(at, _)| at);
    let length = |at: usize| page[at..].find('>').map_or(1, |end| end + 1);
    starts.map(|at| at..at + length(at)).collect()
}

/// The schema of a page, without its links: they go with their anchors.
fn linkless(page: &str) -> Schema {
    let mut schema = report::schema(page);
    schema
        .methods
        .iter_mut()
        .for_each(|method| method.link = None);
    schema.types.iter_mut().for_each(|def| def.link = None);
    schema
}

#[test]
fn a_tag_too_few_or_too_many_is_one_finding_or_changes_nothing() {
    let sound = linkless(super::KITE);
    let mut worse = Vec::new();
    for tag in tags(super::KITE) {
        for end in [tag.end, tag.start] {
            let page = format!("{}{}", &super::KITE[..tag.start], &super::KITE[end..]);
            let page = match end == tag.start {
                true => format!("{}{}", &super::KITE[..tag.end], &super::KITE[tag.start..]),
                false => page,
            };
            let found = report::findings(&page);
            let is_silent = found.is_empty() && linkless(&page) != sound;
            if found.len() > 1 || is_silent {
                let line = super::KITE[..tag.start].lines().count();
                let change = if end == tag.start { "twice" } else { "lost" };
                worse.push(format!(
                    "{line}: {change} {} {found:?}",
                    &super::KITE[tag.clone()]
                ));
            }
        }
    }
    assert!(worse.is_empty(), "{worse:#?}");
}
