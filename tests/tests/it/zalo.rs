//! Zalo's answers, of which its pages show samples, decoded by the generated crate.

use generated::zalo::{Bot, ChatAction, ChatType, EventName};
use generated::{BlockingCall, HttpResponse, Transport};
use serde_json::{Value, json};

use crate::support::mock::{MockTransport, Outcome};

/// A bot whose next call has this answer.
fn bot(answer: &Value) -> Bot<impl Transport + use<>> {
    let answer = HttpResponse::new(200, answer.to_string());
    MockTransport::script([Outcome::Answer(answer)]).bot()
}

#[test]
fn an_answer_without_a_result_is_true() {
    let bot = bot(&json!({"ok": true}));
    let sent = bot.send_chat_action("7", ChatAction::Typing).call();
    assert!(sent.unwrap());
}

#[test]
fn an_event_has_its_message() {
    let message = json!({
        "from": {"id": "5", "display_name": "An"},
        "chat": {"id": "9", "chat_type": "PRIVATE"},
        "text": "Hello",
    });
    let event = json!({"event_name": "message.text.received", "message": message});
    let bot = bot(&json!({"ok": true, "result": event}));
    let event = bot.get_updates().call().unwrap();
    assert_eq!(event.event_name, EventName::MessageTextReceived);
    let message = event.message.unwrap();
    assert_eq!(message.chat.chat_type, ChatType::Private);
    assert_eq!(message.from.0.json(), r#"{"display_name":"An","id":"5"}"#);
}
