//! What converts to the values that requests take.

use generated::Request;
use generated::telegram::*;
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
