//! `union-tag`: slips on the fixture pages, each with the one finding that it causes.

use testing::fault::{Fault, check_faults};
use testing::fixtures::{HARBOUR, KITE};
use testing::report;

#[test]
fn on_an_english_page() {
    check_faults(
        HARBOUR,
        &[
            Fault {
                finding: "union-tag Flag",
                from: "|What the cloth looks like, always “striped”|",
                to: "|▸What the cloth looks like|",
            },
            Fault {
                finding: "union-tag Flag",
                from: "What the cloth looks like, always “striped”|\n|stripes\t|Integer\t|How",
                to: "▸What the cloth looks like, always “plain”|\n|stripes\t|Integer\t|Optional. How",
            },
        ],
    );
}

#[test]
fn on_a_page_in_html() {
    check_faults(
        KITE,
        &[Fault {
            finding: "union-tag Tail",
            from: "<td>Always <em>lamp</em></td>",
            to: "<td>▸Often <em>lamp</em></td>",
        }],
    );
}

/// A page with a union of so many members, each with a constant in a field of the name given.
fn union(tags: &[&str]) -> String {
    let members: String = (0..tags.len()).map(|at| format!("- Cloth{at}\n")).collect();
    let types: String = tags
        .iter()
        .enumerate()
        .map(|(at, tag)| {
            format!(
                "\n## Cloth{at}\n\n| Field | Type | Description |\n| - | - | - |\n\
                 | {tag} | String | Its make, always \"make_{at}\" |\n| size_{at} | Integer | How wide |\n"
            )
        })
        .collect();
    format!(
        "## getCloth\n\nReturns Cloth. Takes no parameters.\n\n## Cloth\n\nIt is one of\n\n{members}{types}"
    )
}

#[test]
fn a_misspelt_tag() {
    let found = |tags: &[&str]| report::list_findings(&union(tags));
    assert_eq!(found(&["kind", "kind", "kind"]), [""; 0]);
    assert_eq!(found(&["kind", "kind", "kindd"]), ["31:3 union-tag Cloth"]);
    assert_eq!(found(&["kind", "kindd"]), ["23:3 union-tag Cloth"]);
    assert_eq!(found(&["knd", "kind", "kind"]), ["17:3 union-tag Cloth"]);
    // Members that are told apart by fields of their own.
    assert_eq!(found(&["weave", "dye"]), [""; 0]);
}
