//! `duplicate`: slips on the fixture pages, each with the one finding that it causes.

use testing::fault::{Fault, check_faults};
use testing::fixtures::{HARBOUR, KITE, LIGHTHOUSE};

#[test]
fn on_a_chinese_page() {
    check_faults(
        LIGHTHOUSE,
        &[
            Fault {
                finding: "duplicate snuffLamp.until",
                from: "| until | Integer |",
                to: "| until | Integer | 可选 | Unix 时间 |\n| ▸until | Integer |",
            },
            Fault {
                finding: "duplicate lightLamp",
                from: "## snuffLamp（熄灯）",
                to: "## ▸lightLamp（熄灯）",
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
                finding: "duplicate Ship.name",
                from: "|is_leaky\t|True\t",
                to: "|▸name\t|True\t",
            },
            Fault {
                finding: "duplicate ringBell",
                from: "#### countShips\n",
                to: "#### ▸ringBell\n",
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
                finding: "duplicate flyKite.kite_id",
                from: "<tr><td>mood</td><td>String</td>",
                to: "<tr><td>▸kite_id</td><td>String</td>",
            },
            Fault {
                finding: "duplicate flyKite",
                from: "</a>landKite</h4>",
                to: "</a>▸flyKite</h4>",
            },
        ],
    );
}
