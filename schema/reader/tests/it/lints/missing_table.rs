//! `missing-table`: slips on the fixture pages, each with the one finding that it causes.

use testing::fault::{Fault, check_faults};
use testing::fixtures::{HARBOUR, LIGHTHOUSE};

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
