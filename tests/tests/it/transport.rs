//! The blocking client: calls, answers, and ways to fail.

use std::io;

use generated::telegram::GetMe;
use generated::{BlockingCall, Error, InputFile, TransportErrorKind};
use serde_json::{Value, json};

use crate::support::raw_server::{Does, Server, TOKEN, answer, blocking_bot, closed};

fn kind(error: Error) -> TransportErrorKind {
    match error {
        Error::Transport(failure) => failure.kind().clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_call_and_its_answer() {
    let server = Server::result(r#"{"message_id":7,"date":1,"chat":{"id":42,"type":"private"}}"#);
    let message = blocking_bot(&server.url())
        .send_message(42, "Grüße")
        .call()
        .unwrap();
    assert_eq!(message.message_id, 7);
    let request = server.received();
    let line = format!("POST /bot{TOKEN}/sendMessage HTTP/1.1\r\n");
    assert!(request.head.starts_with(&line), "{}", request.head);
    let head = request.head.to_lowercase();
    assert!(
        head.contains("content-type: application/json\r\n"),
        "{head}"
    );
    assert!(!head.contains("chunked"), "{head}");
    let body: Value = serde_json::from_slice(&request.body).unwrap();
    assert_eq!(body, json!({"chat_id": 42, "text": "Grüße"}));
}

#[test]
fn a_request_that_is_a_struct() {
    let server = Server::result(r#"{"id":42,"is_bot":true,"first_name":"A"}"#);
    let user = blocking_bot(&server.url())
        .send(&GetMe::new())
        .call()
        .unwrap();
    assert_eq!(user.id, 42);
}

#[test]
fn a_status_is_an_answer() {
    let body = r#"{"ok":false,"error_code":403,"description":"Forbidden"}"#;
    let server = Server::new([Does::Answers(answer("403 Forbidden", body))]);
    let error = blocking_bot(&server.url()).get_me().call().unwrap_err();
    assert!(matches!(error, Error::Api(error) if error.code == 403));

    let head = "HTTP/1.1 429 Too Many Requests\r\nretry-after: 9\r\ncontent-length: 0\r\n\r\n";
    let server = Server::new([Does::Answers(head.to_owned())]);
    let Error::Decode(error) = blocking_bot(&server.url()).get_me().call().unwrap_err() else {
        panic!()
    };
    assert_eq!(
        (error.response().status, error.response().retry_after),
        (429, Some(9))
    );
}

#[test]
fn a_redirect_is_not_followed() {
    let elsewhere = Server::result("7");
    let url = elsewhere.url();
    for status in ["302 Found", "308 Permanent Redirect"] {
        let head = format!("HTTP/1.1 {status}\r\nlocation: {url}\r\ncontent-length: 0\r\n\r\n");
        let server = Server::new([Does::Answers(head)]);
        let Error::Decode(error) = blocking_bot(&server.url()).get_me().call().unwrap_err() else {
            panic!()
        };
        assert_eq!(error.response().status.to_string(), status[..3]);
    }
}

#[test]
fn each_way_to_fail_has_its_kind() {
    let fails = |url: &str| {
        kind(
            blocking_bot(url)
                .send_message(42, "Hello")
                .call()
                .unwrap_err(),
        )
    };
    assert_eq!(fails(&closed()), TransportErrorKind::Connect);
    assert_eq!(fails("http://host.invalid"), TransportErrorKind::Connect);
    assert_eq!(fails("no URL"), TransportErrorKind::Client);
    let closes = Server::new([Does::Closes]);
    assert_eq!(fails(&closes.url()), TransportErrorKind::Broken);
    let plain = Server::new([Does::Answers("what?\r\n\r\n".to_owned())]);
    assert_eq!(
        fails(&plain.url().replace("http:", "https:")),
        TransportErrorKind::Connect
    );
    let short = answer("200 OK", "12345").replace("length: 5", "length: 9");
    let breaks = Server::new([Does::Answers(short)]);
    assert_eq!(fails(&breaks.url()), TransportErrorKind::Broken);
}

#[test]
fn a_file_that_cant_be_read_is_named() {
    struct Rotten;
    impl io::Read for Rotten {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("rotten"))
        }
    }
    let server = Server::new([Does::Closes]);
    let bot = blocking_bot(&server.url());
    for file in [
        InputFile::path("/none/cat.jpg"),
        InputFile::reader("cat.jpg", Rotten),
    ] {
        let error = bot.send_photo(42, file).call().unwrap_err();
        assert_eq!(
            kind(error),
            TransportErrorKind::ReadFile("cat.jpg".to_owned())
        );
    }
}
