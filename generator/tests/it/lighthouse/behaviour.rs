//! The behaviour of the crate of a made-up platform, whose page is all that anyone wrote of it. This file
//! is built in a copy of the crate.

use std::time::UNIX_EPOCH;

use generated::lighthouse::*;
use generated::{Files, InputFile, Request, Transport, Updates, Webhook};

#[test]
fn a_request_is_written_checked_and_finds_its_files() {
    let file = InputFile::bytes("a.png", *b"x");
    let button = Button::new("Go").data("go");
    let flash = SendFlash::new("north")
        .text("Ahoy")
        .album([Picture::new(file.clone())]);
    let flash = flash.buttons([[button.clone()]]);
    let body = flash.to_json().unwrap();
    let start = r#"{"room":"north","text":"Ahoy","album":[{"media":"attach://"#;
    assert!(body.starts_with(start), "{body}");
    assert_eq!(Files::of(&flash).parts()[0].name, file.name());
    assert!(flash.validate().is_ok());

    let long = flash.buttons([[button.data("far too long")]]);
    let why = "sendFlash: buttons[0][0].data has 12 bytes, at most 8 are allowed";
    assert_eq!(long.validate().unwrap_err().to_string(), why);
    let why = "sendFlash: text is missing, required if chart is not specified";
    assert_eq!(SendFlash::new(1).validate().unwrap_err().to_string(), why);
    let why = "turnLamp: degrees is 200.5, at most 180 are allowed";
    assert_eq!(
        TurnLamp::new(200.5).validate().unwrap_err().to_string(),
        why
    );
}

/// The subjects of a piece of news: a message, a room, a sailor, by their numbers.
fn about(payload: &str) -> (Option<i64>, Option<i64>, Option<i64>) {
    let news: News = serde_json::from_str(&format!("{{\"news_id\":1,{payload}}}")).unwrap();
    let message = news.message().map(|message| message.message_id);
    let room = news.chat().map(|room| room.id);
    (message, room, news.sender().map(|sailor| sailor.id))
}

#[test]
fn news_say_who_and_what_they_are_about() {
    let sailor = |id| format!(r#"{{"id":{id},"name":"Ann"}}"#);
    let room = format!(r#"{{"id":5,"owner":{}}}"#, sailor(9));
    let message = format!(
        r#"{{"message_id":3,"type":"message","author":{},"room":{room}}}"#,
        sailor(7)
    );
    let gone = format!(r#"{{"type":"gone","room":{room}}}"#);
    let press = |inner| format!(r#""press":{{"sailor":{},"data":"d"{inner}}}"#, sailor(8));
    assert_eq!(
        about(&format!(r#""message":{message}"#)),
        (Some(3), Some(5), Some(7))
    );
    assert_eq!(
        about(&press(format!(r#","message":{message}"#))),
        (Some(3), Some(5), Some(8))
    );
    assert_eq!(
        about(&press(format!(r#","message":{gone}"#))),
        (None, Some(5), Some(8))
    );
    assert_eq!(about(&press(String::new())), (None, None, Some(8)));
    let wreck = format!(
        r#""wreck":{{"ship":{{"name":"Rust","sailor":{}}}}}"#,
        sailor(6)
    );
    assert_eq!(about(&wreck), (None, None, Some(6)));
    assert_eq!(about(r#""storm":{}"#), (None, None, None));
}

#[test]
fn the_present_payload_is_the_kind() {
    let json = r#"{"news_id":1,"wreck":{"ship":{"name":"Rust","sailor":{"id":1,"name":"A"}}}}"#;
    let news: News = serde_json::from_str(json).unwrap();
    assert!(matches!(news.kind(), NewsKind::Wreck(wreck) if wreck.ship.name == "Rust"));
}

/// News come by polling, without a word of Rust about them.
#[allow(dead_code, reason = "that it compiles is the test")]
fn poll<T: Transport + Clone + 'static>(bot: &Bot<T>) -> Updates<GetNews, T> {
    bot.updates()
}

#[test]
fn news_come_by_webhook() {
    let webhook = Webhook::<Lighthouse>::new("secret").unwrap();
    let news = webhook
        .parse_update(Some("secret"), br#"{"news_id":4}"#)
        .unwrap();
    assert_eq!(news.sequence_id(), Some(4));
    assert_eq!(
        GetNews::new().long_poll_timeout(),
        std::time::Duration::ZERO
    );
}

#[test]
fn values_are_written_as_what_they_are_made_of() {
    let flash = SendFlash::new("north")
        .buttons([["Go", "Stay"]])
        .album(["attach://a"]);
    let body = flash.to_json().unwrap();
    assert!(
        body.contains(r#""buttons":[[{"label":"Go"},{"label":"Stay"}]]"#),
        "{body}"
    );
    assert!(
        body.contains(r#""album":[{"media":"attach://a"}]"#),
        "{body}"
    );
}

#[test]
fn wanted_news_are_words() {
    let request = GetNews::new().wanted([NewsWanted::Press, "tide".into()]);
    assert_eq!(request.to_json().unwrap(), r#"{"wanted":["press","tide"]}"#);
}

#[test]
fn a_message_tells_its_moment_and_any_message_its_room() {
    let json = r#"{"message_id":3,"type":"message","room":{"id":5,"owner":{"id":9,"name":"Ann"}},"flashed":60}"#;
    let message: Message = serde_json::from_str(json).unwrap();
    let moment = message.flashed_as_time().duration_since(UNIX_EPOCH);
    assert_eq!(moment.unwrap().as_secs(), 60);
    assert_eq!(AnyMessage::from(message).room().unwrap().id, 5);
}

#[test]
fn requests_take_what_holds_their_ids() {
    let json = r#"{"message_id":3,"type":"message","room":{"id":5,"owner":{"id":9,"name":"Ann"}}}"#;
    let message: Message = serde_json::from_str(json).unwrap();
    let flash = SendFlash::new(&message);
    assert_eq!(flash, SendFlash::new(&message.room));
    assert_eq!(flash.to_json().unwrap(), r#"{"room":5}"#);
    // The page's own `of` keeps its name.
    let change = ChangeFlash::new()
        .of("Ann")
        .of_(&message)
        .answer_to(&message);
    let body = r#"{"of":"Ann","room":5,"message_id":3,"answer_to_message_id":3}"#;
    assert_eq!(change.to_json().unwrap(), body);
    let echo = ChangeFlash::new().echo("e").to_json().unwrap();
    assert_eq!(echo, r#"{"echo_message_id":"e"}"#);
}
