//! `impossible-value`: slips on the fixture pages, each with the one finding that it causes.

use testing::fault::{Fault, check_faults};
use testing::fixtures::{HARBOUR, KITE};

#[test]
fn on_an_english_page() {
    check_faults(
        HARBOUR,
        &[
            Fault {
                finding: "impossible-value getBerths.limit",
                from: "are fine. Defaults to 10.",
                to: "are fine. Defaults to ▸100.",
            },
            Fault {
                finding: "impossible-value getBerths.limit",
                from: "are fine. Defaults to 10.",
                to: "are fine. Defaults to ▸true.",
            },
        ],
    );
}

#[test]
fn on_a_page_in_html() {
    check_faults(
        KITE,
        &[
            Fault {
                finding: "impossible-value flyKite.height",
                from: "Defaults to <em>20</em>",
                to: "Defaults to <em>▸400</em>",
            },
            Fault {
                finding: "impossible-value flyKite.height",
                from: "Defaults to <em>20</em>",
                to: "Defaults to <em>▸true</em>",
            },
        ],
    );
}
