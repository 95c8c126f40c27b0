//! `missing-return`: slips on the fixture pages, each with the one finding that it causes.

use testing::fault::{Fault, check_faults};
use testing::fixtures::{HARBOUR, LIGHTHOUSE};

#[test]
fn on_a_chinese_page() {
    check_faults(
        LIGHTHOUSE,
        &[Fault {
            finding: "missing-return countShips",
            from: "## countShips（数一数船）\n\n数一数今晚路过的船。成功时返回 Int。",
            to: "## ▸countShips（数一数船）\n\n数一数今晚路过的船。",
        }],
    );
}

#[test]
fn on_an_english_page() {
    check_faults(
        HARBOUR,
        &[Fault {
            finding: "missing-return countShips",
            from: "#### countShips\n\nReturns Int.",
            to: "#### ▸countShips\n\nCounts them.",
        }],
    );
}
