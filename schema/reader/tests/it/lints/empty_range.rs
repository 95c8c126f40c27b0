//! `empty-range`: slips on the fixture pages, each with the one finding that it causes.

use testing::fault::{Fault, check_faults};
use testing::fixtures::{HARBOUR, KITE};

#[test]
fn on_an_english_page() {
    check_faults(
        HARBOUR,
        &[
            Fault {
                finding: "empty-range moorShip.note",
                from: "the bollard, 0-80 characters|",
                to: "the bollard, ▸80-0 characters|",
            },
            Fault {
                finding: "empty-range getBerths.limit",
                from: "Values between 1-50 are fine",
                to: "Values between ▸50-1 are fine",
            },
        ],
    );
}

#[test]
fn on_a_page_in_html() {
    check_faults(
        KITE,
        &[Fault {
            finding: "empty-range flyKite.height",
            from: "In metres; 1-300.",
            to: "In metres; ▸300-1.",
        }],
    );
}
