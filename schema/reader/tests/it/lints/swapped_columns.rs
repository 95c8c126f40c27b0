//! `swapped-columns`: slips on the fixture pages, each with the one finding that it causes.

use testing::fault::{Fault, check_faults};
use testing::fixtures::{HARBOUR, KITE, LIGHTHOUSE};

#[test]
fn on_a_chinese_page() {
    check_faults(
        LIGHTHOUSE,
        &[Fault {
            finding: "swapped-columns lightLamp",
            from: "返回点亮的 Lamp。\n\n| 参数 | 类型 | 是否必需 |",
            to: "返回点亮的 Lamp。\n\n| 参数 | ▸是否必需 | 类型 |",
        }],
    );
}

#[test]
fn on_an_english_page() {
    check_faults(
        HARBOUR,
        &[Fault {
            finding: "swapped-columns StripedFlag",
            from: "#### StripedFlag\n\n|Field\t|Type\t|",
            to: "#### StripedFlag\n\n|▸Type\t|Field\t|",
        }],
    );
}

#[test]
fn on_a_page_in_html() {
    check_faults(
        KITE,
        &[Fault {
            finding: "swapped-columns flyKite",
            from: "<tr><th>Parameter</th><th>Type</th><th>Required</th><th>Details</th></tr>",
            to: "<tr><th>Parameter</th><th>▸Required</th><th>Type</th><th>Details</th></tr>",
        }],
    );
}
