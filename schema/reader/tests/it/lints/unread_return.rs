//! `unread-return`: slips on the fixture pages, each with the one finding that it causes.

use testing::fault::{Fault, check_faults};
use testing::fixtures::{HARBOUR, KITE, LIGHTHOUSE};

#[test]
fn on_a_chinese_page() {
    check_faults(
        LIGHTHOUSE,
        &[Fault {
            finding: "unread-return snuffLamp",
            from: "有船靠近时不能熄。\n\n成功时返回*True*。",
            to: "有船靠近时不能熄。\n\n▸成功时返回好消息。",
        }],
    );
}

#[test]
fn on_an_english_page() {
    check_faults(
        HARBOUR,
        &[Fault {
            finding: "unread-return ringBell",
            from: "Returns True on success.",
            to: "▸Returns something nice on success.",
        }],
    );
}

#[test]
fn on_a_page_in_html() {
    check_faults(
        KITE,
        &[Fault {
            finding: "unread-return landKite",
            from: "<p>Returns <em>True</em> on success.</p>",
            to: "<p>▸Returns good news on success.</p>",
        }],
    );
}
