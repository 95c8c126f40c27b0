//! Pages whose markup is broken: each slip is one finding, or changes nothing.

use std::ops::Range;

use schema::diagnostic::Diagnostic;
use schema::schema::Schema;
use testing::report;

/// A block of code between two sections that should end before the second, and does not.
fn late(block: &str, ends_before: &str) -> Vec<String> {
    let page = super::HARBOUR.replace("### Ships\n", &format!("### Ships\n\n{block}\n"));
    let page = page.replace(ends_before, &format!("```\n\n{ends_before}"));
    let found = report::lint_page(&page);
    let line = |one: &Diagnostic| format!("{}: {}", report::print_line(one), one.message);
    found.iter().map(line).collect()
}

#[test]
fn a_block_that_ends_too_late_is_one_finding_that_counts() {
    assert_eq!(
        late("```", "#### countShips"),
        ["24:1 unread-data: 6 tables that are not read"]
    );
    // What is no data may stand in a block of code.
    let table = "```\n| a | b |\n| - | - |\n| 1 | 2 |";
    assert_eq!(late(table, "#### Ship\n"), [""; 0]);
}

#[test]
fn what_is_never_closed_is_one_finding_that_counts() {
    for open in ["```", "~~~", "<!--", "<pre>", "<script>", "<style>", "<?x"] {
        let page = super::HARBOUR.replace("#### moorShip", &format!("{open}\n\n#### moorShip"));
        let found = report::lint_page(&page);
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
            report::list_findings(&with("")),
            ["83:1 unbalanced-block"],
            "{open}"
        );
        let closed = with(&format!("\n{close}\n"));
        assert_eq!(report::list_findings(&closed), [""; 0], "{open}");
        assert_eq!(
            report::read_schema(&closed),
            report::read_schema(super::HARBOUR),
            "{open}"
        );
    }
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
        let found = report::list_findings(&page(open));
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].ends_with(":1 unbalanced-block"), "{found:?}");
        assert_eq!(
            report::read_schema(&page(open)),
            report::read_schema(super::KITE),
            "{open}"
        );
    }
}

/// The schema of a page, without its links: they go with their anchors.
fn linkless(page: &str) -> Schema {
    let mut schema = report::read_schema(page);
    let methods = schema.methods.iter_mut().map(|method| &mut method.link);
    let types = schema.types.iter_mut().map(|def| &mut def.link);
    methods.chain(types).for_each(|link| *link = None);
    schema
}

/// Takes each of these marks out of a page, and doubles it: where that is more than one finding,
/// or changes what the page states and is none.
fn worse(page: &str, marks: impl Iterator<Item = Range<usize>>) -> Vec<String> {
    let sound = linkless(page);
    let changed = marks.flat_map(|mark| {
        let (before, after) = (&page[..mark.start], &page[mark.end..]);
        let line = before.lines().count();
        let mark = &page[mark];
        [
            (format!("{line}: {mark} lost"), [before, after].concat()),
            (
                format!("{line}: {mark} twice"),
                [before, mark, mark, after].concat(),
            ),
        ]
    });
    let worse = changed.filter_map(|(change, text)| {
        let found = report::list_findings(&text);
        let is_silent = found.is_empty() && linkless(&text) != sound;
        (found.len() > 1 || is_silent).then(|| format!("{change} {found:?}"))
    });
    worse.collect()
}

#[test]
fn a_mark_too_few_or_too_many_is_one_finding_or_changes_nothing() {
    let page = super::HARBOUR;
    let marks = page.match_indices(['|', '#', '`', '*']);
    let worse = worse(page, marks.map(|(at, _)| at..at + 1));
    assert!(worse.is_empty(), "{worse:#?}");
}

#[test]
fn a_tag_too_few_or_too_many_is_one_finding_or_changes_nothing() {
    let page = super::KITE;
    let length = |at: usize| page[at..].find('>').map_or(1, |end| end + 1);
    let tags = page.match_indices('<').map(|(at, _)| at..at + length(at));
    let worse = worse(page, tags);
    assert!(worse.is_empty(), "{worse:#?}");
}

#[test]
fn a_page_that_breaks_off_is_one_finding_wherever_it_does() {
    let row = super::HARBOUR.rfind("|since").unwrap();
    for cut in row + 8..super::HARBOUR.trim_end().len() - 1 {
        if super::HARBOUR.is_char_boundary(cut) {
            let found = report::list_findings(&super::HARBOUR[..cut]);
            assert_eq!(found.len(), 1, "{cut}: {found:?}");
        }
    }
}
