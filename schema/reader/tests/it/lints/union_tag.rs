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

#[test]
fn members_that_open_with_the_same_text_need_its_values() {
    let page = |one: &str, other: &str| {
        let table = |prose: &str| {
            format!(
                "| Field | Type | Description |\n| - | - | - |\n| kind | String | {prose} |\n| id | Integer | Optional. It |\n"
            )
        };
        format!(
            "## getPet\n\nReturns Pet. Takes no parameters.\n\n## Pet\n\nIt is one of\n\n- Cat\n- Dog\n\n\
            ## Cat\n\n{}\n## Dog\n\n{}\n| bark | String | How it barks |\n",
            table(one),
            table(other).trim_end()
        )
    };
    let found = |one: &str, other: &str| testing::report::list_findings(&page(one, other));
    assert_eq!(found("A cat", "A dog"), ["16:19 union-tag Pet"]);
    assert_eq!(found("Always “cat”", "Always “dog”"), [""; 0]);
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
                 | {tag} | String | Its make, always \"make_{at}\" |\n| size_{at} | Integer | Optional. How wide |\n"
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
