//! Answers that can't be read: the error says what is wrong with them, and a message whose answer
//! is lost is not sent twice.

use fake_server::{Fault, Kind};
use generated::{DecodeErrorKind, Error};

use crate::support::fake::{only, quick, status, struck};

async fn decode_error(fault: Fault) -> (u16, DecodeErrorKind) {
    let (server, bot) = struck(fault, "sendMessage").await;
    let sent = bot.with_retries(quick()).send_message(42, "Hello").await;
    only(&server, "sendMessage");
    match sent {
        Err(Error::Decode(error)) => (error.response().status, error.kind().clone()),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn each_says_what_is_wrong() {
    let expected = [
        (Fault::new(Kind::Garbage), 200, DecodeErrorKind::NotJson),
        (Fault::new(Kind::Truncated), 200, DecodeErrorKind::Truncated),
        (Fault::new(Kind::Empty), 200, DecodeErrorKind::Empty),
        (status(500), 500, DecodeErrorKind::Html),
        (status(502), 502, DecodeErrorKind::Html),
        (status(404), 404, DecodeErrorKind::Html),
    ];
    for (fault, status, kind) in expected {
        assert_eq!(decode_error(fault).await, (status, kind));
    }
}

#[tokio::test]
async fn an_answer_of_another_shape() {
    // It is `true`, and no message.
    let fault = Fault::new(Kind::ContentType).before_effect();
    let (server, bot) = struck(fault, "sendMessage").await;
    let sent = bot.with_retries(quick()).send_message(42, "Hello").await;
    only(&server, "sendMessage");
    let error = sent.unwrap_err();
    assert!(error.to_string().contains("text/html"), "{error}");
    assert!(matches!(error, Error::Decode(_)));
}

#[tokio::test]
async fn an_answer_that_is_right_but_said_to_be_a_web_page() {
    let (server, bot) = struck(Fault::new(Kind::ContentType), "sendMessage").await;
    let sent = bot.send_message(42, "Hello").await.unwrap();
    assert_eq!(sent.text.as_deref(), Some("Hello"));
    only(&server, "sendMessage");
}

#[tokio::test]
async fn a_token_that_is_no_longer_known() {
    let (server, bot) = struck(Fault::new(Kind::Unauthorized), "getMe").await;
    let error = bot.with_retries(quick()).get_me().await.unwrap_err();
    assert!(matches!(&error, Error::Api(refusal) if refusal.code == 401));
    assert!(!format!("{error:?} {error}").contains(server.token()));
    only(&server, "getMe");
}
