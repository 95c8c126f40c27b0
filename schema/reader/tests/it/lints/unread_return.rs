//! `unread-return`: slips on the fixture pages, each with the one finding that it causes.

use testing::fault::{Fault, check_faults};
use testing::fixtures::{HARBOUR, KITE, LIGHTHOUSE};
use testing::report;

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

#[test]
fn the_help_says_what_would_name_a_type() {
    let help = |sentence: &str| {
        let page = format!(
            "## getThing\n\n{sentence}\n\n## Event\n\n| Field | Type | Description |\n\
             | - | - | - |\n| it | Integer | It |\n| more | Event | Another |\n"
        );
        let found = report::lint_page(&page);
        let unread = found.iter().find(|one| one.code == "unread-return");
        unread.and_then(|one| one.help.clone()).unwrap_or_default()
    };
    assert!(help("Returns good news.").contains("“Returns True.”"));
    assert!(help("返回好消息。").contains("“返回 True。”"));
    assert!(help("Returns the newest events.").contains("`Event`"));
}
