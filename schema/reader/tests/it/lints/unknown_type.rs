//! `unknown-type`: slips on the fixture pages, each with the one finding that it causes.

use schema::suggest::nearest;
use testing::fault::{Fault, check_faults};
use testing::fixtures::{HARBOUR, KITE, LIGHTHOUSE};
use testing::report;

#[test]
fn on_a_chinese_page() {
    check_faults(
        LIGHTHOUSE,
        &[Fault {
            finding: "unknown-type lightLamp.colour",
            from: "| colour | String |",
            to: "| colour | ▸Strnig |",
        }],
    );
}

#[test]
fn on_an_english_page() {
    check_faults(
        HARBOUR,
        &[Fault {
            finding: "unknown-type Ship.flag",
            from: "|flag\t|Flag\t",
            to: "|flag\t|▸Falg\t",
        }],
    );
}

#[test]
fn on_a_page_in_html() {
    check_faults(
        KITE,
        &[
            Fault {
                finding: "unknown-type Kite.tails",
                from: "Array of <a href=\"#tail\">Tail</a>",
                to: "Array of <a href=\"#tail\">▸Tial</a>",
            },
            Fault {
                finding: "unknown-type flyKite",
                from: "the flown <a href=\"#kite\">Kite</a> is returned",
                to: "the flown <a href=\"#kite\">▸Kiet</a> is returned",
            },
        ],
    );
}

const TYPES: [&str; 13] = [
    "Message",
    "Massage",
    "MessageId",
    "Chat",
    "Cat",
    "ChatMember",
    "InputMediaVideo",
    "InputMediaAudio",
    "Me",
    "User",
    "Users",
    "Update",
    "Upgrade",
];

/// The help of the finding about a parameter of this type.
fn help(ty: &str) -> String {
    let types = TYPES.map(|name| {
        format!(
            "## {name}\n\n| Field | Type | Description |\n| - | - | - |\n| a | String | x |\n\n"
        )
    });
    let page = format!(
        "## doThing\n\nReturns True.\n\n| Parameter | Type | Required | Description |\n| - | - | - | - |\n| it | {ty} | Yes | x |\n\n{}",
        types.concat()
    );
    let found = report::lint_page(&page).into_iter();
    let mut unknown = found.filter(|one| one.code == "unknown-type");
    unknown.next().unwrap().help.unwrap_or_default()
}

#[test]
fn the_nearest_name_is_suggested() {
    for ty in [
        "Mesage",
        "Strnig",
        "Chta",
        "InputMediaVidoe",
        "Usr",
        "Uesr",
        "Updaet",
        "Elephant",
    ] {
        let known = TYPES.into_iter().chain(["String", "Integer", "Boolean"]);
        match nearest(ty, known) {
            Some(name) => assert!(help(ty).contains(name), "{ty}: {}", help(ty)),
            None => assert!(
                !TYPES
                    .iter()
                    .any(|name| help(ty).contains(&format!("`{name}`"))),
                "{}",
                help(ty)
            ),
        }
    }
    assert!(help("Mesage").contains("`Message`"), "{}", help("Mesage"));
}
