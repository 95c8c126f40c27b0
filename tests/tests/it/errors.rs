//! The text of an error: the method that was called, the kind, and the reason of the system.

use std::error::Error as _;
use std::io;

use generated::safew::Safew;
use generated::telegram::{Bot, SendPhoto, Telegram};
use generated::{
    ApiErrorKind, BlockingCall, Error, InputFile, Request, TransportErrorKind, Webhook,
};
use serde::ser::{Error as _, Serialize, Serializer};

use crate::support::fake;
use crate::support::mock::{MockTransport, Outcome, answer, bot, now, refused};

/// An error that names a method, which it also shows.
fn check(error: &Error, method: &str, says: &str) {
    assert_eq!(error.method(), Some(method), "{error:?}");
    assert_eq!(error.to_string(), format!("{method}: {says}"));
}

#[test]
fn an_error_names_the_method() {
    let body = r#"{"ok":false,"error_code":403,"description":"Forbidden: no"}"#;
    let error = now(bot([answer(403, body)]).send_message(1, "Hello")).unwrap_err();
    check(&error, "sendMessage", "error 403: Forbidden: no");

    let error = now(bot([answer(200, "")]).get_me()).unwrap_err();
    check(
        &error,
        "getMe",
        "the server answered 200 with an empty body",
    );

    let silent = bot([Outcome::Fails(TransportErrorKind::Timeout)]);
    let error = now(silent.get_me()).unwrap_err();
    check(&error, "getMe", "the server did not answer in time");

    let error = now(bot([]).send(&Odd)).unwrap_err();
    check(&error, "odd", "the request has no JSON form");
    assert!(error.source().is_some());
}

/// A request without a JSON form.
struct Odd;

impl Serialize for Odd {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(S::Error::custom("it is odd"))
    }
}

impl Request for Odd {
    type Api = Safew;
    type Response = bool;
    const METHOD: &'static str = "odd";
}

#[test]
fn an_error_of_a_webhook_names_the_method() {
    let webhook = Webhook::<Safew>::new("secret").unwrap();
    let odd = webhook.response_body(&Odd).err().unwrap();
    check(&odd, "odd", "the request has no JSON form");
    let webhook = Webhook::<Telegram>::new("secret").unwrap();
    let photo = SendPhoto::new(42, InputFile::path("/nowhere/cat.jpg"));
    let error = webhook.response_body(&photo).err().unwrap();
    assert_eq!(error.method(), Some("sendPhoto"));
}

#[tokio::test]
async fn a_file_that_cant_be_read_says_what_the_system_says() {
    let missing = io::Error::from_raw_os_error(2).to_string();
    let says = format!("can't read the file `cat.jpg`: {missing}");
    let server = fake::start().await;
    let photo = InputFile::path("/nowhere/cat.jpg");
    let error = fake::bot(&server).send_photo(42, photo.clone()).await;
    check(&error.unwrap_err(), "sendPhoto", &says);

    let own = MockTransport::script([answer(200, "")]).bot::<Telegram>();
    check(
        &now(own.send_photo(42, photo)).unwrap_err(),
        "sendPhoto",
        &says,
    );
}

/// A file that fails while it is being sent.
struct Torn;

impl io::Read for Torn {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        Err(io::Error::from_raw_os_error(5))
    }
}

#[tokio::test]
async fn so_does_one_that_fails_while_it_is_sent() {
    let reason = io::Error::from_raw_os_error(5).to_string();
    let says = format!("can't read the file `tape`: {reason}");
    let tape = || InputFile::reader("tape", Torn);
    let server = fake::start().await;
    let error = fake::bot(&server).send_document(42, tape()).await;
    check(&error.unwrap_err(), "sendDocument", &says);

    let url = server.url().to_owned();
    let bot = Bot::blocking(server.token()).with_base_url(url);
    let sent = tokio::task::spawn_blocking(move || bot.send_document(42, tape()).call());
    check(&sent.await.unwrap().unwrap_err(), "sendDocument", &says);
}

#[test]
fn the_reason_of_the_system_is_shown_once() {
    let own = MockTransport::script([answer(200, "")]).bot::<Telegram>();
    let error = now(own.send_photo(42, InputFile::path("/nowhere/cat.jpg"))).unwrap_err();
    assert!(error.source().is_none());
    let Error::Transport(failure) = error else {
        panic!("{error:?}")
    };
    let cause: &io::Error = failure.cause().downcast_ref().unwrap();
    assert_eq!(cause.kind(), io::ErrorKind::NotFound);
}

#[test]
fn a_code_has_a_meaning() {
    for (code, kind) in [
        (400, ApiErrorKind::BadRequest),
        (401, ApiErrorKind::Unauthorized),
        (403, ApiErrorKind::Forbidden),
        (404, ApiErrorKind::NotFound),
        (409, ApiErrorKind::Conflict),
        (413, ApiErrorKind::TooLarge),
        (429, ApiErrorKind::TooManyRequests),
        (502, ApiErrorKind::Server),
        (418, ApiErrorKind::Other),
    ] {
        let error = now(bot([refused(code, "")]).get_me()).unwrap_err();
        assert!(
            matches!(error, Error::Api(error) if error.kind() == kind),
            "{code}"
        );
    }
}
