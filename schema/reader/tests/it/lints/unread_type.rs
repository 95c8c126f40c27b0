//! `unread-type`: slips on the fixture pages, each with the one finding that it causes.

use testing::fault::{Fault, check_faults};
use testing::fixtures::{HARBOUR, KITE, LIGHTHOUSE};

#[test]
fn on_a_chinese_page() {
    check_faults(
        LIGHTHOUSE,
        &[Fault {
            finding: "unread-type lightLamp.brightness",
            from: "| brightness | Integer |",
            to: "| brightness | ▸见下文 |",
        }],
    );
}

#[test]
fn on_an_english_page() {
    check_faults(
        HARBOUR,
        &[Fault {
            finding: "unread-type Ship.cargo",
            from: "|cargo\t|Array of Array of Crate\t",
            to: "|cargo\t|▸Array of\t",
        }],
    );
}

#[test]
fn on_a_page_in_html() {
    check_faults(
        KITE,
        &[
            Fault {
                finding: "unread-type Kite.id",
                from: "<td>id</td><td>Integer</td>",
                to: "<td>id</td><td>▸a number</td>",
            },
            Fault {
                finding: "unread-type landKite.softly",
                from: "<td>softly</td><td>Boolean</td>",
                to: "<td>softly</td><td>▸</td>",
            },
        ],
    );
}
