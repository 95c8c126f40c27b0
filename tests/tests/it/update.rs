//! Who and what an update is about, held against the same found in its JSON by hand.

use generated::telegram::{Update, UpdateKind};
use serde_json::Value;

use crate::support::corpus;

/// The name and the value of what an update brings.
fn payload(update: &Value) -> (&str, &Value) {
    let members = update.as_object().unwrap().iter();
    let mut others = members.filter(|(name, _)| *name != "update_id");
    let (name, value) = others.next().unwrap();
    (name, value)
}

/// The first of these places that holds an object.
fn first<'a>(payload: &'a Value, places: &[&str]) -> Option<&'a Value> {
    let found = places.iter().filter_map(|place| payload.pointer(place));
    found.into_iter().find(|value| value.is_object())
}

fn id(value: Option<&Value>, name: &str) -> Option<i64> {
    value.map(|value| value[name].as_i64().unwrap())
}

/// The message: the payload itself or, if it is still accessible, the one that it refers to.
fn message<'a>(name: &str, payload: &'a Value) -> Option<&'a Value> {
    let is_message = name.ends_with("message") || name.ends_with("channel_post");
    let found = if is_message {
        Some(payload)
    } else {
        payload.get("message")
    };
    found.filter(|message| message["date"] != 0)
}

#[test]
fn helpers_find_what_is_there() {
    for (file, text) in corpus("updates") {
        let json: Value = serde_json::from_str(&text).unwrap();
        let update: Update = serde_json::from_str(&text).unwrap();
        let (name, payload) = payload(&json);
        let sender = first(
            payload,
            &["/from", "/user", "/boost/source/user", "/source/user"],
        );
        let found = update.sender().map(|user| user.id);
        assert_eq!(found, id(sender, "id"), "sender of {file}");
        let chat = first(payload, &["/chat", "/message/chat"]);
        let found = update.chat().map(|chat| chat.id);
        assert_eq!(found, id(chat, "id"), "chat of {file}");
        let found = update.message().map(|message| message.message_id);
        let expected = id(message(name, payload), "message_id");
        assert_eq!(found, expected, "message of {file}");
        let kind = format!("{:?}", update.kind()).to_lowercase();
        assert!(
            kind.starts_with(&format!("{}(", name.replace('_', ""))),
            "{file}"
        );
    }
}

#[test]
fn ways_that_are_long() {
    let user = r#"{"id":7,"is_bot":false,"first_name":"Ann"}"#;
    let chat = r#"{"id":-5,"type":"supergroup"}"#;
    let boost = format!(
        r#"{{"update_id":1,"chat_boost":{{"chat":{chat},"boost":{{"boost_id":"b","add_date":1,
        "expiration_date":2,"source":{{"source":"premium","user":{user}}}}}}}}}"#
    );
    let update: Update = serde_json::from_str(&boost).unwrap();
    assert_eq!(update.sender().unwrap().id, 7);
    assert_eq!(update.chat().unwrap().id, -5);
    assert!(update.message().is_none());

    let query = format!(
        r#"{{"update_id":1,"callback_query":{{"id":"q","from":{user},"chat_instance":"c",
        "message":{{"chat":{chat},"message_id":3,"date":0}}}}}}"#
    );
    let update: Update = serde_json::from_str(&query).unwrap();
    assert_eq!(update.sender().unwrap().id, 7);
    assert_eq!(update.chat().unwrap().id, -5);
    assert!(update.message().is_none());
}

#[test]
fn nothing_is_found_in_what_nobody_knows() {
    let update: Update = serde_json::from_str(r#"{"update_id":1,"brand_new":{}}"#).unwrap();
    assert_eq!(update.kind(), UpdateKind::Unknown);
    assert!(update.sender().is_none() && update.chat().is_none() && update.message().is_none());
}

#[test]
fn an_api_that_borrows_the_update_has_all_of_it() {
    let json =
        r#"{"update_id":1,"message":{"message_id":2,"date":3,"chat":{"id":4,"type":"private"}}}"#;
    let update: generated::safew::Update = serde_json::from_str(json).unwrap();
    assert!(matches!(
        update.kind(),
        generated::safew::UpdateKind::Message(_)
    ));
    assert_eq!(update.chat().unwrap().id, 4);
    assert!(update.sender().is_none());
}
