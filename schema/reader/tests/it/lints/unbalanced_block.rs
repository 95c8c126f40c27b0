//! `unbalanced-block`: slips on the fixture pages, each with the one finding that it causes.

use testing::fault::{Fault, check_faults};
use testing::fixtures::LIGHTHOUSE;

#[test]
fn on_a_chinese_page() {
    check_faults(
        LIGHTHOUSE,
        &[Fault {
            finding: "unbalanced-block",
            from: "成功时返回 Int。\n\n| 参数",
            to: "成功时返回 Int。\n\n▸{% hint style=\"info\" %}\n| 参数",
        }],
    );
}
