//! `type-conflict`: slips on the fixture pages, each with the one finding that it causes.

use testing::fault::{Fault, check_faults};
use testing::fixtures::{HARBOUR, KITE, LIGHTHOUSE};

#[test]
fn on_a_chinese_page() {
    check_faults(
        LIGHTHOUSE,
        &[
            Fault {
                finding: "type-conflict snuffLamp.silent",
                from: "| silent | Boolean | 可选 | 传递*True*，",
                to: "| silent | ▸String | 可选 | 传递*True*，",
            },
            Fault {
                finding: "type-conflict snuffLamp.tower_id",
                from: "| tower_id | Integer 或 String | 是 | 灯塔的编号或名字（写作<mark",
                to: "| tower_id | ▸Array of String | 是 | 灯塔的编号或名字（写作<mark",
            },
            Fault {
                finding: "type-conflict editEntry.text",
                from: "| text | String | 是 |",
                to: "| text | ▸Integer | 是 |",
            },
            Fault {
                finding: "type-conflict sendFlags.flags",
                from: "Array of RedFlag, BlueFlag, Pennant and Ribbon",
                to: "▸String",
            },
            Fault {
                finding: "type-conflict BeamInfo.since",
                from: "| since | Integer | 可选。",
                to: "| since | ▸Boolean | 可选。",
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
                finding: "type-conflict moorShip.quiet",
                from: "|note\t|String\t|Optional\t|Pinned to the bollard, 0-80 characters|\n|quiet\t|Boolean\t",
                to: "|note\t|String\t|Optional\t|Pinned to the bollard, 0-80 characters|\n|quiet\t|▸Integer\t",
            },
            Fault {
                finding: "type-conflict getBerths.wait",
                from: "|wait\t|Integer\t",
                to: "|wait\t|▸String\t",
            },
            Fault {
                finding: "type-conflict getBerths.kinds",
                from: "|kinds\t|Array of String\t",
                to: "|kinds\t|▸Boolean\t",
            },
        ],
    );
}

#[test]
fn on_a_page_in_html() {
    check_faults(
        KITE,
        &[Fault {
            finding: "type-conflict landKite.softly",
            from: "<td>softly</td><td>Boolean</td><td>Optional</td><td>Pass <em>True</em> to land it",
            to: "<td>softly</td><td>▸String</td><td>Optional</td><td>Pass <em>True</em> to land it",
        }],
    );
}
