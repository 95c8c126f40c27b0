//! A call to a group that has become a supergroup.

use std::sync::{Arc, Mutex};

use generated::{Error, Retries, TransportErrorKind};

use crate::support::mock::{Outcome, bot, message, now, refused, result};

fn moved() -> Outcome {
    refused(400, r#""migrate_to_chat_id":-1009"#)
}

#[test]
fn it_is_sent_to_the_new_chat_once() {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let keep = Arc::clone(&seen);
    let retries = Retries::new()
        .max_attempts(1)
        .on_migration(move |chat| keep.lock().unwrap().push((chat.from, chat.to)));
    let bot = bot([moved(), message(-1009)]).with_retries(retries);
    let text = r#"a "chat_id":-5 in a text"#;
    let sent = now(bot.send_message(-5, text)).unwrap();
    assert_eq!(sent.chat.id, -1009);
    assert_eq!(*seen.lock().unwrap(), [(-5, -1009)]);
    let bodies = bot.transport().bodies();
    assert_eq!(bodies[1], bodies[0].replacen("-5", "-1009", 1));
    assert!(bot.transport().pauses().is_empty());
}

#[test]
fn it_keeps_the_new_chat_from_then_on() {
    let limited = refused(429, r#""retry_after":1"#);
    let lost = Outcome::Fails(TransportErrorKind::Connect);
    let steps = [lost, moved(), limited, result("7")];
    let bot = bot(steps).with_retries(Retries::new().max_attempts(3));
    assert_eq!(now(bot.get_chat_member_count(-5)).unwrap(), 7);
    let bodies = bot.transport().bodies();
    let (old, new) = (r#"{"chat_id":-5}"#, r#"{"chat_id":-1009}"#);
    assert_eq!(bodies, [old, old, new, new]);
}

#[test]
fn it_does_not_go_in_circles() {
    let back = refused(400, r#""migrate_to_chat_id":-5"#);
    let bot = bot([moved(), back]).with_retries(Retries::new());
    let error = now(bot.get_chat_member_count(-5)).unwrap_err();
    let Error::Api(error) = error else { panic!() };
    assert_eq!(error.migrate_to_chat_id, Some(-5));
}

#[test]
fn there_is_nothing_to_follow_from_a_name_or_without_a_chat() {
    let by_name = bot([moved()]).with_retries(Retries::new());
    assert!(now(by_name.get_chat_member_count("@cats")).is_err());
    let same = bot([moved()]).with_retries(Retries::new());
    assert!(now(same.get_chat_member_count(-1009)).is_err());
    let without = bot([moved()]).with_retries(Retries::new());
    assert!(now(without.get_me()).is_err());
}

#[test]
fn without_retries_it_is_an_error() {
    let bot = bot([moved()]);
    assert!(now(bot.get_chat_member_count(-5)).is_err());
}
