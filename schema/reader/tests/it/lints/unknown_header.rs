//! `unknown-header`: slips on the fixture pages, each with the one finding that it causes.

use testing::fault::{Fault, check_faults};
use testing::fixtures::{HARBOUR, KITE, LIGHTHOUSE};
use testing::report;

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

#[test]
fn tables_without_a_header_are_one_finding() {
    let method = |name: &str| {
        format!(
            "## {name}\n\nReturns True.\n\n| {name}_id | String | Yes | The one |\n| --- | --- | --- | --- |\n| mode | String | No | The mode |\n\n"
        )
    };
    let page: String = ["sendNote", "dropNote", "getNote", "findNote"]
        .map(method)
        .concat();
    assert_eq!(
        report::list_findings(&page),
        ["5:1 unknown-header sendNote"]
    );
}
