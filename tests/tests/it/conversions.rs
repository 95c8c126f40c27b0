//! The conversions to the values that requests take.

use std::time::{Duration, UNIX_EPOCH};

use generated::telegram::*;
use generated::{Request, UnixTime};
use serde_json::{Value, json};

/// The JSON of a request.
fn json_of(request: &impl Request) -> Value {
    serde_json::from_str(&request.to_json().unwrap()).unwrap()
}

#[test]
fn rows_of_a_keyboard_are_arrays_or_vectors() {
    let go = InlineKeyboardButton::new("Go").callback_data("go");
    let row = json!({"text": "Go", "callback_data": "go"});
    let one = InlineKeyboardMarkup::new([[go.clone()]]);
    let three = InlineKeyboardMarkup::new(vec![vec![go.clone()], vec![go.clone(), go]]);
    let message = |markup| json_of(&SendMessage::new(1, "?").reply_markup(markup));
    assert_eq!(
        message(one)["reply_markup"]["inline_keyboard"],
        json!([[row]])
    );
    assert_eq!(
        message(three)["reply_markup"]["inline_keyboard"],
        json!([[row], [row, row]])
    );
}

#[test]
fn a_value_that_is_made_of_one_is_written_as_that_one() {
    let options = json!([{"text": "a"}, {"text": "b"}]);
    assert_eq!(
        json_of(&SendPoll::new(1, "?", ["a", "b"]))["options"],
        options
    );
    let message = SendMessage::new(1, "!").reply_parameters(7);
    assert_eq!(
        json_of(&message)["reply_parameters"],
        json!({"message_id": 7})
    );
    let button = InlineKeyboardButton::from("Shop").web_app("https://cats.example");
    assert_eq!(
        serde_json::to_value(button).unwrap()["web_app"],
        json!({"url": "https://cats.example"})
    );
}

#[test]
fn moments_are_times_of_the_clock() {
    let later = UNIX_EPOCH + Duration::from_millis(90_900);
    let ban = BanChatMember::new(1, 2).until_date(later);
    assert_eq!(json_of(&ban)["until_date"], 90);
    assert_eq!(json_of(&ban.until_date(7))["until_date"], 7);

    let message = json!({"message_id": 1, "date": 90, "chat": {"id": 1, "type": "private"}});
    let message: Message = serde_json::from_value(message).unwrap();
    assert_eq!(message.date_as_time(), UNIX_EPOCH + Duration::from_secs(90));
    assert_eq!(message.edit_date_as_time(), None);
}

#[test]
fn every_number_of_seconds_is_a_time() {
    for seconds in [i64::MIN, -1, 0, 1, i64::MAX] {
        let time = UnixTime::from(seconds).to_system_time();
        let again = UnixTime::from(time).as_seconds();
        assert!([0, seconds].contains(&again), "{seconds} is {again}");
    }
    let before = UNIX_EPOCH - Duration::from_millis(100);
    assert_eq!(UnixTime::from(before).as_seconds(), -1);
}

#[test]
fn a_union_has_the_fields_that_all_its_members_have() {
    let user = json!({"id": 7, "is_bot": false, "first_name": "Cat"});
    let member = |status| json!({"status": status, "user": user.clone(), "until_date": 0});
    for status in ["member", "left", "kicked"] {
        let member: ChatMember = serde_json::from_value(member(status)).unwrap();
        assert_eq!(member.user().unwrap().id, 7);
    }
    let member: ChatMember = serde_json::from_value(member("asleep")).unwrap();
    assert_eq!(member.user(), None);
}

#[test]
fn wanted_updates_are_words_or_any_text() {
    let request = GetUpdates::new().allowed_updates([AllowedUpdate::ChatMember]);
    assert_eq!(json_of(&request)["allowed_updates"], json!(["chat_member"]));
    let request = SetWebhook::new("u").allowed_updates(["message", "not_yet_known"]);
    assert_eq!(
        json_of(&request)["allowed_updates"],
        json!(["message", "not_yet_known"])
    );
}

#[test]
fn a_message_is_its_chat_and_what_to_reply_to() {
    let message = json!({"message_id": 3, "date": 90, "chat": {"id": 5, "type": "private"}});
    let message: Message = serde_json::from_value(message).unwrap();
    let answer = SendMessage::new(&message, "hi").reply_to(&message);
    assert_eq!(
        json_of(&answer),
        json!({"chat_id": 5, "text": "hi", "reply_parameters": {"message_id": 3}})
    );
    let gone = json!({"message_id": 3, "date": 0, "chat": {"id": 5, "type": "private"}});
    let gone: MaybeInaccessibleMessage = serde_json::from_value(gone).unwrap();
    let edit = json!({"chat_id": 5, "message_id": 3, "text": "hi"});
    assert_eq!(json_of(&EditMessageText::new("hi").of(&message)), edit);
    assert_eq!(json_of(&EditMessageText::new("hi").of(&gone)), edit);
    let inline = EditMessageText::new("hi").inline("i");
    assert_eq!(json_of(&inline)["inline_message_id"], "i");
}
