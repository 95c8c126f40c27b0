//! Slips of the pen on the English page, with its tabs: each causes one finding, at its place.

use testing::fault::{Fault, check};

#[test]
fn cells() {
    check(
        super::HARBOUR,
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
            Fault {
                finding: "unknown-type Ship.flag",
                from: "|flag\t|Flag\t",
                to: "|flag\t|▸Falg\t",
            },
            Fault {
                finding: "unread-type Ship.cargo",
                from: "|cargo\t|Array of Array of Crate\t",
                to: "|cargo\t|▸Array of\t",
            },
            Fault {
                finding: "unknown-required countShips.since",
                from: "|since\t|Integer\t|Yes\t",
                to: "|since\t|Integer\t|▸Yess\t",
            },
            Fault {
                finding: "unknown-required countShips.since",
                from: "|since\t|Integer\t|Yes\t",
                to: "|since\t|Integer\t|▸\t",
            },
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
            Fault {
                finding: "bad-name countShips",
                from: "|since\t|",
                to: "|▸since; drop\t|",
            },
        ],
    );
}

#[test]
fn rows() {
    check(
        super::HARBOUR,
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
                finding: "duplicate Ship.name",
                from: "|is_leaky\t|True\t",
                to: "|▸name\t|True\t",
            },
            Fault {
                finding: "swapped-columns StripedFlag",
                from: "#### StripedFlag\n\n|Field\t|Type\t|",
                to: "#### StripedFlag\n\n|▸Type\t|Field\t|",
            },
            Fault {
                finding: "unknown-header countShips",
                from: "Returns Int.\n\n|Parameter\t|",
                to: "Returns Int.\n\n|▸Paramter\t|",
            },
        ],
    );
}

#[test]
fn sections() {
    check(
        super::HARBOUR,
        &[
            Fault {
                finding: "unread-return ringBell",
                from: "Returns True on success.",
                to: "▸Returns something nice on success.",
            },
            Fault {
                finding: "missing-return countShips",
                from: "#### countShips\n\nReturns Int.",
                to: "#### ▸countShips\n\nCounts them.",
            },
            Fault {
                finding: "missing-table ringBell",
                from: "#### ringBell\n\nTakes no parameters.",
                to: "#### ▸ringBell\n\nSpecify a bell to ring.",
            },
            Fault {
                finding: "duplicate ringBell",
                from: "#### countShips\n",
                to: "#### ▸ringBell\n",
            },
            Fault {
                finding: "orphan-table",
                from: "#### countShips\n\nReturns Int.\n\n|",
                to: "#### Counting ships\n\nReturns Int.\n\n▸|",
            },
            Fault {
                finding: "hidden-table countShips",
                from: "Returns Int.\n\n|Parameter\t|Type\t|",
                to: "Returns Int.\n\n▸|Parameter\t|",
            },
        ],
    );
}

#[test]
fn values_and_unions() {
    check(
        super::HARBOUR,
        &[
            Fault {
                finding: "empty-range moorShip.note",
                from: "the bollard, 0-80 characters|",
                to: "the bollard, ▸80-0 characters|",
            },
            Fault {
                finding: "empty-range getBerths.limit",
                from: "Values between 1-50 are fine",
                to: "Values between ▸50-1 are fine",
            },
            Fault {
                finding: "impossible-value getBerths.limit",
                from: "are fine. Defaults to 10.",
                to: "are fine. Defaults to ▸100.",
            },
            Fault {
                finding: "impossible-value getBerths.limit",
                from: "are fine. Defaults to 10.",
                to: "are fine. Defaults to ▸true.",
            },
            Fault {
                finding: "dangling-member Flag.StripedFalg",
                from: "- StripedFlag",
                to: "- ▸StripedFalg",
            },
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
            Fault {
                finding: "row-cells PlainFlag.pattern",
                from: "|pattern\t|String\t|What the cloth looks like, always “plain”|",
                to: "▸|pattern\t|What the cloth looks like, always “plain”|",
            },
        ],
    );
}

#[test]
fn a_page_that_breaks_off_says_so_and_nothing_else() {
    let row = super::HARBOUR.rfind("|since").unwrap();
    for cut in row + 8..super::HARBOUR.trim_end().len() - 1 {
        if super::HARBOUR.is_char_boundary(cut) {
            let found = testing::report::findings(&super::HARBOUR[..cut]);
            assert_eq!(found.len(), 1, "{cut}: {found:?}");
        }
    }
}

#[test]
fn a_table_of_which_no_row_is_read_is_not_missing() {
    for (finding, row) in [
        (
            "row-cells Berth.number",
            "▸|number\t|Counted from the lighthouse|",
        ),
        (
            "bad-name Berth",
            "|▸1st\t|Integer\t|Counted from the lighthouse|",
        ),
        (
            "unread-type Berth.number",
            "|number\t|▸a number\t|Counted from the lighthouse|",
        ),
    ] {
        let from = "|number\t|Integer\t|Counted from the lighthouse|";
        check(
            super::HARBOUR,
            &[Fault {
                finding,
                from,
                to: row,
            }],
        );
    }
}
