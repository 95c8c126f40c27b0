//! Answers that call a method: JSON, or a form where there are files.

use std::io::Read;

use generated::telegram::{GetMe, SendMessage, SendPhoto, Telegram};
use generated::{Body, Error, InputFile, TransportErrorKind, Webhook};
use serde_json::{Value, json};

fn webhook() -> Webhook<Telegram> {
    Webhook::new("secret").unwrap()
}

fn read(mut body: Body) -> String {
    let mut text = String::new();
    body.read_to_string(&mut text).unwrap();
    text
}

#[test]
fn json_names_the_method() {
    let request = SendMessage::new(42, "a \"quoted\" text");
    let body = webhook().response_body(&request).unwrap();
    assert_eq!(body.content_type(), "application/json");
    let length = body.content_length().unwrap();
    let text = read(body);
    assert_eq!(length, text.len() as u64);
    let expected = json!({"method": "sendMessage", "chat_id": 42, "text": "a \"quoted\" text"});
    assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), expected);

    let text = read(webhook().response_body(&GetMe::new()).unwrap());
    assert_eq!(text, r#"{"method":"getMe"}"#);
}

#[test]
fn a_form_names_the_method() {
    let photo = InputFile::bytes("cat.jpg", *b"meow");
    let request = SendPhoto::new(42, photo).caption("A cat.");
    let body = webhook().response_body(&request).unwrap();
    let boundary = body
        .content_type()
        .strip_prefix("multipart/form-data; boundary=");
    let boundary = boundary.unwrap().to_owned();
    let length = body.content_length().unwrap();
    let text = read(body);
    assert_eq!(length, text.len() as u64);
    let parts: Vec<&str> = text.split(&format!("--{boundary}")).collect();
    let field = |name: &str, value: &str| {
        format!("\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let expected = [
        ("method", "sendPhoto"),
        ("chat_id", "42"),
        ("caption", "A cat."),
    ];
    for (name, value) in expected {
        let found = parts.iter().filter(|part| **part == field(name, value));
        assert_eq!(found.count(), 1, "{name} in {text}");
    }
    let file = parts
        .iter()
        .find(|part| part.contains("filename=\"cat.jpg\""));
    assert!(file.unwrap().ends_with("\r\n\r\nmeow\r\n"));
}

#[test]
fn a_file_that_is_not_there_is_an_error() {
    let request = SendPhoto::new(42, InputFile::path("/nowhere/cat.jpg"));
    let Err(Error::Transport(failure)) = webhook().response_body(&request) else {
        panic!("it was read");
    };
    assert_eq!(
        *failure.kind(),
        TransportErrorKind::ReadFile("cat.jpg".to_owned())
    );
}
