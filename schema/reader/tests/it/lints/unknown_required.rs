//! `unknown-required`: slips on the fixture pages, each with the one finding that it causes.

use testing::fault::{Fault, check_faults};
use testing::fixtures::{HARBOUR, KITE, LIGHTHOUSE};

#[test]
fn on_a_chinese_page() {
    check_faults(
        LIGHTHOUSE,
        &[Fault {
            finding: "unknown-required lightLamp.colour",
            from: "| colour | String | 可选 |",
            to: "| colour | String | ▸也许 |",
        }],
    );
}

#[test]
fn on_an_english_page() {
    check_faults(
        HARBOUR,
        &[
            Fault {
                finding: "unknown-required countShips.since",
                from: "|since\t|Integer\t|Yes\t",
                to: "|since\t|Integer\t|▸Yess\t",
            },
            Fault {
                finding: "unknown-required countShips.since",
                from: "|since\t|Integer\t|Yes\t",
                to: "|since\t|Integer\t|▸\t",
            },
        ],
    );
}

#[test]
fn on_a_page_in_html() {
    check_faults(
        KITE,
        &[Fault {
            finding: "unknown-required flyKite.mood",
            from: "<td>mood</td><td>String</td><td>Optional</td>",
            to: "<td>mood</td><td>String</td><td>▸Optionel</td>",
        }],
    );
}
