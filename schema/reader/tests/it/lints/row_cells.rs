//! `row-cells`: slips on the fixture pages, each with the one finding that it causes.

use testing::fault::{Fault, check_faults};
use testing::fixtures::{HARBOUR, KITE, LIGHTHOUSE};

#[test]
fn on_a_chinese_page() {
    check_faults(
        LIGHTHOUSE,
        &[
            Fault {
                finding: "row-cells Lamp.oil",
                from: "| oil | Float | 可选。",
                to: "▸| oil | 可选。",
            },
            Fault {
                finding: "row-cells countShips.limit",
                from: "| limit | Integer | 可选 | 最多数几条，",
                to: "▸| limit | Integer | 可选 | 最多数几条 | ",
            },
        ],
    );
}

#[test]
fn on_an_english_page() {
    check_faults(
        HARBOUR,
        &[
            Fault {
                finding: "row-cells Berth.number",
                from: "|number\t|Integer\t|Counted",
                to: "▸|number\t|Counted",
            },
            Fault {
                finding: "row-cells getBerths.limit",
                from: "|limit\t|Integer\t|Optional\t|Values between 1-50",
                to: "▸|limit\t|Integer\t|Optional\t|Values between 1|50",
            },
            Fault {
                finding: "row-cells PlainFlag.pattern",
                from: "|pattern\t|String\t|What the cloth looks like, always “plain”|",
                to: "▸|pattern\t|What the cloth looks like, always “plain”|",
            },
        ],
    );
}

#[test]
fn on_a_page_in_html() {
    check_faults(
        KITE,
        &[
            Fault {
                finding: "row-cells flyKite.mood",
                from: "<tr><td>mood</td><td>String</td>",
                to: "▸<tr><td>mood</td>",
            },
            Fault {
                finding: "row-cells flyKite.mood",
                from: "<tr><td>mood</td><td>String</td>",
                to: "▸<tr><td>mood</td><td>String</td><td>String</td>",
            },
        ],
    );
}
