//! `bad-name`: slips on the fixture pages, each with the one finding that it causes.

use testing::fault::{Fault, check_faults};
use testing::fixtures::{HARBOUR, KITE, LIGHTHOUSE};

#[test]
fn on_a_chinese_page() {
    check_faults(
        LIGHTHOUSE,
        &[
            Fault {
                finding: "bad-name snuffLamp",
                from: "| until |",
                to: "| ▸点灯 时间 |",
            },
            Fault {
                finding: "bad-name snuffLamp",
                from: "| until |",
                to: "|▸ |",
            },
        ],
    );
}

#[test]
fn on_an_english_page() {
    check_faults(
        HARBOUR,
        &[Fault {
            finding: "bad-name countShips",
            from: "|since\t|",
            to: "|▸since; drop\t|",
        }],
    );
}

#[test]
fn on_a_page_in_html() {
    check_faults(
        KITE,
        &[Fault {
            finding: "bad-name flyKite",
            from: "<td>mood</td>",
            to: "<td>▸kite mood</td>",
        }],
    );
}
