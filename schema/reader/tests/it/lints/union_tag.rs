//! `union-tag`: slips on the fixture pages, each with the one finding that it causes.

use testing::fault::{Fault, check_faults};
use testing::fixtures::{HARBOUR, KITE};

#[test]
fn on_an_english_page() {
    check_faults(
        HARBOUR,
        &[
            Fault {
                finding: "union-tag Flag",
                from: "|What the cloth looks like, always “striped”|",
                to: "|▸What the cloth looks like|",
            },
            Fault {
                finding: "union-tag Flag",
                from: "What the cloth looks like, always “striped”|\n|stripes\t|Integer\t|How",
                to: "▸What the cloth looks like, always “plain”|\n|stripes\t|Integer\t|Optional. How",
            },
        ],
    );
}

#[test]
fn on_a_page_in_html() {
    check_faults(
        KITE,
        &[Fault {
            finding: "union-tag Tail",
            from: "<td>Always <em>lamp</em></td>",
            to: "<td>▸Often <em>lamp</em></td>",
        }],
    );
}
