//! `missing-table`: slips on the fixture pages, each with the one finding that it causes.

use testing::fault::{Fault, check_faults};
use testing::fixtures::{HARBOUR, LIGHTHOUSE};
use testing::report;

#[test]
fn on_a_chinese_page() {
    check_faults(
        LIGHTHOUSE,
        &[Fault {
            finding: "missing-table getBeamInfo",
            from: "## getBeamInfo（查看光束）\n\n无需参数。",
            to: "## ▸getBeamInfo（查看光束）\n\n请指定一座灯塔。",
        }],
    );
}

#[test]
fn on_an_english_page() {
    check_faults(
        HARBOUR,
        &[Fault {
            finding: "missing-table ringBell",
            from: "#### ringBell\n\nTakes no parameters.",
            to: "#### ▸ringBell\n\nSpecify a bell to ring.",
        }],
    );
}

#[test]
fn a_list_of_names_is_no_table() {
    let page = |item: &str| {
        format!(
            "## ringBell\n\nRings a bell. Returns True.\n\n- {item}\n\n## stopBell\n\nReturns True.\n"
        )
    };
    for item in ["**bell** *Bell*", "`bell` the bell", "bell: which one"] {
        assert_eq!(
            report::list_findings(&page(item)),
            ["1:4 missing-table ringBell"],
            "{item}"
        );
    }
    assert_eq!(report::list_findings(&page("It rings once.")), [""; 0]);
}

#[test]
fn a_table_of_which_no_row_is_read_is_not_missing() {
    for (finding, row) in [
        (
            "row-cells Berth.number",
            "▸|number\t|Counted from the lighthouse|",
        ),
        (
            "bad-name Berth",
            "|▸1st\t|Integer\t|Counted from the lighthouse|",
        ),
        (
            "unread-type Berth.number",
            "|number\t|▸a number\t|Counted from the lighthouse|",
        ),
    ] {
        let from = "|number\t|Integer\t|Counted from the lighthouse|";
        check_faults(
            HARBOUR,
            &[Fault {
                finding,
                from,
                to: row,
            }],
        );
    }
}

#[test]
fn an_excerpt_may_end_before_the_last_table() {
    let table = "| Field | Type | Description |\n| --- | --- | --- |\n| knot | Rope | Optional. Its rope |\n";
    let page =
        format!("## Knot\n\n{table}\n## tieKnot\n\nSpecify a knot to tie it. Returns Knot.\n");
    assert_eq!(missing(&page), [""; 0]);
    let whole = page.replace("Rope", "String");
    assert_eq!(missing(&whole), ["7:4 missing-table tieKnot"]);
    let inner = format!("{page}\n## cutRope\n\nTakes no parameters. Returns True.\n");
    assert_eq!(missing(&inner), ["7:4 missing-table tieKnot"]);
}

fn missing(page: &str) -> Vec<String> {
    let mut found = report::list_findings(page);
    found.retain(|one| one.contains("missing-table"));
    found
}
