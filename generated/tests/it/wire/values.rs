//! Single values: plain requests, files, opaque types, unions, unknown fields, the token.

use generated::safew::*;
use generated::{Files, InputFile, Request, Source};
use serde_json::json;

use crate::wire::recorder::{TOKEN, bot, now};

/// A message, and a user as well.
const ANSWER: &str =
    r#"{"ok":true,"result":{"message_id":1,"date":1,"chat":{"id":1,"type":"private"}}}"#;

#[test]
fn a_plain_request_is_the_same_as_a_bots() {
    let bot = bot::<Safew>(200, ANSWER);
    now(bot.send_message("@cats", "hi").disable_notification(true)).unwrap();
    let made = bot.transport().last();

    let mut plain = SendMessage::new("@cats", "hi");
    plain.disable_notification = Some(true);
    now(bot.send(&plain)).unwrap();
    let sent = bot.transport().last();
    assert_eq!((&made.url, &made.body), (&sent.url, &sent.body));
    assert_eq!(
        sent.body,
        json!({"chat_id": "@cats", "text": "hi", "disable_notification": true})
    );
}

#[test]
fn a_bot_can_have_another_server() {
    let bot = bot::<Safew>(200, ANSWER);
    let bot = bot.with_base_url("http://localhost:8081/");
    now(bot.get_me()).unwrap();
    let url = bot.transport().last().url;
    assert_eq!(url, format!("http://localhost:8081/bot{TOKEN}/getMe"));
}

#[test]
fn a_file_is_a_part_of_its_parameters_name() {
    let file = InputFile::path("some/where/cat.jpg");
    let request = SendPhoto::new(1, file.clone());
    let body: serde_json::Value = serde_json::from_str(&request.to_json().unwrap()).unwrap();
    assert_eq!(body["photo"], json!(format!("attach://{}", file.name())));
    let files = Files::of(&request);
    assert_eq!(files.parts().len(), 1);
    assert_eq!(files.parts()[0].name, "photo");
    assert_eq!(files.parts()[0].file.file_name(), "cat.jpg");

    let known = SendPhoto::new(1, "AgACAgIAAx");
    assert!(Files::of(&known).is_empty());
}

#[test]
fn contents_never_show() {
    let file = InputFile::bytes("a.txt", "top secret");
    assert_eq!(
        format!("{file:?}"),
        r#"InputFile { file_name: "a.txt", source: Bytes(10) }"#
    );
    assert!(matches!(file.source(), Source::Bytes(bytes) if bytes.as_slice() == b"top secret"));
    assert_ne!(InputFile::path("a").name(), InputFile::path("a").name());
}

#[test]
fn the_token_never_shows() {
    let bot = bot::<Safew>(200, "");
    let shown = format!("{bot:?} {:?} {bot:#?}", bot.send_message(1, "hi"));
    assert!(!shown.contains("secret"), "{shown}");
    assert!(shown.contains("https://api.safew.org"), "{shown}");
}

#[test]
fn a_union_looks_at_the_json() {
    let parse = |text| serde_json::from_str::<MessageOrTrue>(text).unwrap();
    assert_eq!(parse("true"), MessageOrTrue::True);
    assert!(matches!(
        parse(r#"{"message_id":1,"date":1,"chat":{"id":1,"type":"private"}}"#),
        MessageOrTrue::Message(_)
    ));
    assert_eq!(serde_json::to_string(&MessageOrTrue::True).unwrap(), "true");

    let parse = serde_json::from_str::<ChatId>;
    assert_eq!(parse("-100").unwrap(), ChatId::from(-100));
    assert_eq!(parse(r#""@cats""#).unwrap(), ChatId::from("@cats"));
    let error = parse("[]").unwrap_err().to_string();
    assert!(
        error.starts_with("expected ChatId, found a list"),
        "{error}"
    );
}

#[test]
fn unknown_members_are_kept_and_absent_ones_left_out() {
    let text = r#"{"url":"","has_custom_certificate":false,"pending_update_count":0,"new":[1]}"#;
    let mut info: WebhookInfo = serde_json::from_str(text).unwrap();
    assert_eq!(info.extra.get::<Vec<i64>>("new"), Some(vec![1]));
    assert_eq!(serde_json::to_string(&info).unwrap(), text);
    info.extra = generated::Extra::default();
    let text = r#"{"url":"","has_custom_certificate":false,"pending_update_count":0}"#;
    assert_eq!(serde_json::to_string(&info).unwrap(), text);
}
