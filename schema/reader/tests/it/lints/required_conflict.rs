//! `required-conflict`: slips on the fixture pages, each with the one finding that it causes.

use testing::fault::{Fault, check_faults};
use testing::fixtures::{HARBOUR, KITE, LIGHTHOUSE};

#[test]
fn on_a_chinese_page() {
    check_faults(
        LIGHTHOUSE,
        &[
            Fault {
                finding: "required-conflict editEntry.text",
                from: "| 是 | 日志正文",
                to: "| ▸是 | 可选。日志正文",
            },
            Fault {
                finding: "required-conflict editEntry.sketch",
                from: "| 可选 | 随页的素描",
                to: "| ▸可选 | 必填。随页的素描",
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
                finding: "required-conflict moorShip.ship_id",
                from: "|Yes\t|Number of the ship",
                to: "|▸Yes\t|Optional. Number of the ship",
            },
            Fault {
                finding: "required-conflict moorShip.ship_id",
                from: "|Yes\t|Number of the ship",
                to: "|▸Yes\t|Required if photo is not specified. Number of the ship",
            },
        ],
    );
}

#[test]
fn on_a_page_in_html() {
    check_faults(
        KITE,
        &[Fault {
            finding: "required-conflict flyKite.kite_id",
            from: "<td>Yes</td><td>Which kite</td>",
            to: "<td>▸Yes</td><td>Optional. Which kite</td>",
        }],
    );
}
