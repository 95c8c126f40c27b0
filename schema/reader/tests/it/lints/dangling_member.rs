//! `dangling-member`: slips on the fixture pages, each with the one finding that it causes.

use testing::fault::{Fault, check_faults};
use testing::fixtures::{HARBOUR, KITE};

#[test]
fn on_an_english_page() {
    check_faults(
        HARBOUR,
        &[Fault {
            finding: "dangling-member Flag.StripedFalg",
            from: "- StripedFlag",
            to: "- ▸StripedFalg",
        }],
    );
}

#[test]
fn on_a_page_in_html() {
    check_faults(
        KITE,
        &[Fault {
            finding: "dangling-member Tail.TailLmap",
            from: "<li><a href=\"#taillamp\">TailLamp</a></li>",
            to: "<li><a href=\"#taillamp\">▸TailLmap</a></li>",
        }],
    );
}
