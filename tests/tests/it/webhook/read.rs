//! Calls of a webhook: the secret is asked for first, then the update is read.

use std::error::Error;

use generated::safew::Safew;
use generated::telegram::Telegram;
use generated::{Incoming, InvalidSecret, SECRET_HEADER, Webhook, WebhookError};

const SECRET: &str = "Abc_123-z";
const UPDATE: &[u8] = br#"{"update_id":7,"poll_answer":{"poll_id":"p","option_ids":[]}}"#;

fn webhook() -> Webhook<Telegram> {
    Webhook::new(SECRET).unwrap()
}

#[test]
fn an_update_with_the_secret_is_read() {
    let update = webhook()
        .clone()
        .parse_update(Some(SECRET), UPDATE)
        .unwrap();
    assert!(matches!(update, Incoming::Parsed(update) if update.update_id == 7));
    let other = Webhook::<Safew>::new(SECRET).unwrap();
    assert_eq!(
        other
            .parse_update(Some(SECRET), UPDATE)
            .unwrap()
            .sequence_id(),
        Some(7)
    );
    assert_eq!(
        SECRET_HEADER.to_lowercase(),
        "x-telegram-bot-api-secret-token"
    );
}

#[test]
fn nobody_else_is_let_in() {
    let error = webhook().parse_update(None, UPDATE).unwrap_err();
    assert!(matches!(error, WebhookError::SecretMissing));
    assert_eq!(error.status(), 401);
    let twice = SECRET.repeat(2);
    let shorter = &SECRET[..SECRET.len() - 1];
    for wrong in [
        "",
        "A",
        "abc_123-z",
        "Abc_123-y",
        "Bbc_123-z",
        &twice,
        shorter,
    ] {
        let error = webhook().parse_update(Some(wrong), UPDATE).unwrap_err();
        assert!(matches!(error, WebhookError::SecretWrong), "{wrong}");
        assert_eq!(error.status(), 403);
    }
    // Who has no secret does not learn what his body is like.
    let error = webhook()
        .parse_update(Some("wrong"), b"garbage")
        .unwrap_err();
    assert!(matches!(error, WebhookError::SecretWrong));
}

#[test]
fn what_is_no_json_is_refused() {
    let bodies: [&[u8]; 5] = [b"", b"<html>", b"{\"update_id\":", b"\"\xff\"", b"{} {}"];
    for body in bodies {
        let error = webhook().parse_update(Some(SECRET), body).unwrap_err();
        assert!(matches!(error, WebhookError::Body(_)), "{body:?}");
        assert_eq!(error.status(), 400);
        assert!(error.source().is_some());
    }
}

#[test]
fn an_update_with_bytes_that_are_no_text_is_read() {
    let update = b"{\"update_id\":7,\"poll_answer\":{\"poll_id\":\"\xff\",\"option_ids\":[]}}";
    let update = webhook().parse_update(Some(SECRET), update).unwrap();
    assert!(matches!(update, Incoming::Parsed(update) if update.update_id == 7));
}

#[test]
fn what_is_no_update_is_kept() {
    for (body, number) in [(r#"{"update_id":3,"message":4}"#, Some(3)), ("[]", None)] {
        let update = webhook()
            .parse_update(Some(SECRET), body.as_bytes())
            .unwrap();
        let Incoming::Malformed(unread) = update else {
            panic!("{body}");
        };
        assert_eq!((unread.sequence_id(), unread.json().json()), (number, body));
    }
}

#[test]
fn a_secret_keeps_the_rules() {
    let longest = "a".repeat(256);
    for secret in ["a", "Z-_9", &longest] {
        assert!(Webhook::<Telegram>::new(secret).is_ok(), "{secret}");
    }
    let check = |secret: &str| Webhook::<Telegram>::new(secret).unwrap_err();
    assert_eq!(check(""), InvalidSecret::Length(0));
    assert_eq!(check(&"a".repeat(257)), InvalidSecret::Length(257));
    for wrong in ["ab c", "ab.c", "ab\0c", "abéc", "ab\nc"] {
        assert_eq!(check(wrong), InvalidSecret::Character(3), "{wrong:?}");
    }
}

#[test]
fn a_secret_is_not_shown() {
    let shown = format!("{:?}", webhook());
    assert!(
        !shown.contains(SECRET) && shown.contains("telegram"),
        "{shown}"
    );
    let error = webhook().parse_update(Some("guess"), UPDATE).unwrap_err();
    let shown = format!("{error} {error:?}");
    assert!(
        !shown.contains(SECRET) && !shown.contains("guess"),
        "{shown}"
    );
    let error = Webhook::<Telegram>::new("sec.ret").unwrap_err();
    let shown = format!("{error} {error:?}");
    assert!(!shown.contains("sec.ret"), "{shown}");
    assert!(shown.contains("character 4"), "{shown}");
}
