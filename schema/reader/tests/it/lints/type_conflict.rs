//! `type-conflict`: slips on the fixture pages, each with the one finding that it causes.

use testing::fault::{Fault, check_faults};
use testing::fixtures::{HARBOUR, KITE, LIGHTHOUSE};
use testing::report;

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

/// The findings of a page whose methods have one parameter `it`, each with its type and description.
fn conflicts(rows: &[(&str, &str)]) -> Vec<String> {
    let method = |(index, (ty, prose)): (usize, &(&str, &str))| {
        format!(
            "## sendThing{}\n\nReturns True.\n\n| Parameter | Type | Required | Description |\n\
             | - | - | - | - |\n| it | {ty} | Yes | {prose} |\n\n",
            (b'A' + u8::try_from(index).unwrap()) as char
        )
    };
    let page: String = rows.iter().enumerate().map(method).collect();
    let found = report::list_findings(&page);
    found
        .iter()
        .map(|one| one.split_once(' ').unwrap().1.to_owned())
        .collect()
}

#[test]
fn a_description_outweighs_the_siblings() {
    let others = [
        ("Integer", "How many knots to leave out"),
        ("Integer", "How many ropes to leave out"),
        ("Integer", "The first knot to show"),
    ];
    for prose in [
        "The mark of the last answer; use an empty string for the first",
        "上次的标记，第一次用空字符串",
    ] {
        let rows = [&others[..], &[("String", prose)]].concat();
        assert_eq!(conflicts(&rows), [""; 0], "{prose}");
    }
    let rows = [&others[..], &[("String", "The mark of the last answer")]].concat();
    assert_eq!(conflicts(&rows), ["type-conflict sendThingD.it"]);
}

#[test]
fn prose_that_names_another_type() {
    for (ty, prose) in [
        ("String", "*True*, if the knot holds"),
        ("String", "“true” if the knot holds"),
        (
            "String",
            "The mark; it may have more than 32 significant bits",
        ),
        ("String", "The mark, a 64-bit integer"),
        ("String", "Number of knots in the rope"),
        ("String", "How wide it is, in pixels"),
        ("Integer", "The mark, an empty string for the first"),
        ("Boolean", "Array of knots"),
        ("String", "*True*，如果绳结牢固"),
        ("String", "标记，有效位可能多于 32 位"),
        ("String", "宽度，以像素为单位"),
    ] {
        let found = conflicts(&[(ty, prose)]);
        assert_eq!(found, ["type-conflict sendThingA.it"], "{ty}: {prose}");
    }
}
