//! A type that a text can stand in the place of.

use generated::telegram::*;
use serde_json::json;

#[test]
fn a_keyboard_of_texts_is_read_and_written_as_it_is() {
    for keyboard in [
        json!({"keyboard": [["one"]]}),
        json!({"keyboard": [["one", {"text": "two"}], [{"text": "three", "request_contact": true}]]}),
    ] {
        let read: ReplyKeyboardMarkup = serde_json::from_value(keyboard.clone()).unwrap();
        assert_eq!(serde_json::to_value(&read).unwrap(), keyboard);
    }
    let read: ReplyKeyboardMarkup = serde_json::from_str(r#"{"keyboard":[["one"]]}"#).unwrap();
    assert_eq!(
        read.keyboard[0][0],
        KeyboardButtonOrText::Text("one".to_owned())
    );
}

#[test]
fn a_keyboard_is_built_of_texts_and_of_buttons() {
    let button = KeyboardButton::new("two").request_contact(true);
    let texts = ReplyKeyboardMarkup::new([["one", "two"], ["three", "four"]]);
    let expected = json!({"keyboard": [["one", "two"], ["three", "four"]]});
    assert_eq!(serde_json::to_value(&texts).unwrap(), expected);
    let row = [KeyboardButtonOrText::from("one"), button.clone().into()];
    let keyboard = ReplyKeyboardMarkup::new([row]);
    let expected = json!({"keyboard": [["one", {"text": "two", "request_contact": true}]]});
    assert_eq!(serde_json::to_value(&keyboard).unwrap(), expected);
    let saved = SavePreparedKeyboardButton::new(1, button);
    let expected = json!({"user_id": 1, "button": {"text": "two", "request_contact": true}});
    assert_eq!(serde_json::to_value(&saved).unwrap(), expected);
}
