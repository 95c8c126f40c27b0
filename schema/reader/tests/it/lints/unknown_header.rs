//! `unknown-header`: slips on the fixture pages, each with the one finding that it causes.

use testing::fault::{Fault, check_faults};
use testing::fixtures::{HARBOUR, KITE, LIGHTHOUSE};

#[test]
fn on_a_chinese_page() {
    check_faults(
        LIGHTHOUSE,
        &[
            Fault {
                finding: "unknown-header countShips",
                from: "返回 Int。\n\n| 参数 | 类型 | 是否必需 | 描述 |",
                to: "返回 Int。\n\n| 参数 | 类型 | 是否必需 | ▸唠叨 |",
            },
            Fault {
                finding: "unknown-header countShips",
                from: "返回 Int。\n\n| 参数 | 类型 | 是否必需 | 描述 |",
                to: "返回 Int。\n\n| 参数 | ▸类形 | 是否必需 | 描述 |",
            },
        ],
    );
}

#[test]
fn on_an_english_page() {
    check_faults(
        HARBOUR,
        &[Fault {
            finding: "unknown-header countShips",
            from: "Returns Int.\n\n|Parameter\t|",
            to: "Returns Int.\n\n|▸Paramter\t|",
        }],
    );
}

#[test]
fn on_a_page_in_html() {
    check_faults(
        KITE,
        &[Fault {
            finding: "unknown-header Kite",
            from: "<tr><th>Field</th><th>Type</th><th>Description</th></tr><!-- Kite -->",
            to: "<tr><th>Field</th><th>Type</th><th>▸Babble</th></tr><!-- Kite -->",
        }],
    );
}
