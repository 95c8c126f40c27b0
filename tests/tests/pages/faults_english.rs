//! Slips of the pen on the English page, with its tabs: each causes one finding, at its place.

use tests::fault::{Fault, check};

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
