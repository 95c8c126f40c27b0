//! Requests: as plain values and through a bot, and the URL that they go to.

use generated::Request;
use generated::safew::*;
use serde_json::json;

use crate::support::mock::{MockTransport, TOKEN, answer, now};

/// A message, and a user as well.
const ANSWER: &str =
    r#"{"ok":true,"result":{"message_id":1,"date":1,"chat":{"id":1,"type":"private"}}}"#;

fn bot() -> Bot<MockTransport> {
    MockTransport::answering(|_| answer(200, ANSWER)).bot()
}

#[test]
fn a_plain_request_is_the_same_as_a_bots() {
    let bot = bot();
    now(bot.send_message("@cats", "hi").disable_notification(true)).unwrap();
    let made = bot.transport().last();

    let mut plain = SendMessage::new("@cats", "hi");
    plain.disable_notification = Some(true);
    now(bot.send(&plain)).unwrap();
    let sent = bot.transport().last();
    assert_eq!((made.url, made.body), (sent.url, sent.body));
    assert_eq!(
        sent.params,
        json!({"chat_id": "@cats", "text": "hi", "disable_notification": true})
    );
}

#[test]
fn a_bot_can_have_another_server() {
    let bot = bot();
    let bot = bot.with_base_url("http://localhost:8081/");
    now(bot.get_me()).unwrap();
    let url = bot.transport().last().url;
    assert_eq!(url, format!("http://localhost:8081/bot{TOKEN}/getMe"));
}

#[test]
fn a_request_tells_the_names_of_its_parameters() {
    let names = <SendMessage as Request>::PARAMS;
    assert_eq!(names.first(), Some(&"chat_id"));
    assert!(names.contains(&"parse_mode"), "{names:?}");
    assert!(<GetMe as Request>::PARAMS.is_empty());
}
