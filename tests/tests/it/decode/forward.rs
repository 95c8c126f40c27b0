//! What a newer server, or an older one, might send: none of it costs more than itself.

use generated::Incoming;
use generated::telegram::{GetUpdates, Update};
use generated::{MalformedItem, Request};
use serde_json::Value;

use super::corpus::again;
use crate::support::corpus;

/// The files that are not written as they came, and what differs.
const CHANGED: &[(&str, &str)] = &[
    // A user without a name has an empty one: there is no user without a name.
    ("27_missing_required_first_name", "/message/from/first_name"),
    // A poll from before polls could be revoted or described is one that says no to it.
    ("30_poll_without_new_required", "/poll"),
    // A `null` is the same as nothing, and is written as nothing.
    ("25_null_optionals", "/message"),
];

type Batch = <GetUpdates as Request>::Response;

fn batch(texts: &[&str]) -> Batch {
    serde_json::from_str(&format!("[{}]", texts.join(","))).unwrap()
}

#[test]
fn nothing_spoils_a_batch() {
    let good =
        r#"{"update_id":1,"message":{"message_id":1,"date":1,"chat":{"id":1,"type":"private"}}}"#;
    for (name, text) in corpus("forward") {
        let updates = batch(&[good, &text, good]);
        assert!(
            updates.iter().all(|one| matches!(one, Incoming::Parsed(_))),
            "{name}"
        );
    }
}

#[test]
fn what_is_unknown_is_written_as_it_came() {
    for (name, text) in corpus("forward") {
        let came: Value = serde_json::from_str(&text).unwrap();
        let written = again(&text);
        match CHANGED.iter().find(|(changed, _)| *changed == name) {
            Some((_, place)) => assert_ne!(written.pointer(place), came.pointer(place), "{name}"),
            None => assert_eq!(written, came, "{name}"),
        }
    }
}

#[test]
fn an_update_that_cant_be_read_costs_itself() {
    let good = r#"{"update_id":1}"#;
    let bad = r#"{"message": 5,  "update_id": 2}"#;
    let none = r#""no update""#;
    let updates = batch(&[good, bad, none, good]);
    let numbers: Vec<Option<i64>> = updates.iter().map(Incoming::sequence_id).collect();
    assert_eq!(numbers, [Some(1), Some(2), None, Some(1)]);
    let unread: Vec<&MalformedItem> = updates
        .iter()
        .filter_map(|one| match one {
            Incoming::Malformed(unread) => Some(unread),
            _ => None,
        })
        .collect();
    assert_eq!(unread[0].json().json(), bad);
    assert!(unread[0].to_string().starts_with("can't read number 2: "));
    assert_eq!(serde_json::to_string(&updates[1]).unwrap(), bad);
}

#[test]
fn an_unknown_kind_of_update_is_an_update() {
    let text = r#"{"update_id":7,"brand_new":{"id":"1"}}"#;
    let update: Update = serde_json::from_str(text).unwrap();
    assert_eq!(update.update_id, 7);
    assert_eq!(
        update
            .extra
            .iter()
            .map(|(name, _)| name)
            .collect::<Vec<_>>(),
        ["brand_new"]
    );
}
