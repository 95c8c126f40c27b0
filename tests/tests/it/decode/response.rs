//! What becomes of an answer: a result, a refusal, or something that can't be read.

use generated::safew::User;
use generated::{ApiError, DecodeErrorKind, Error};

use crate::support::mock::{answer, bot, now};

fn error(status: u16, body: &'static str) -> Error {
    now(bot([answer(status, body)]).get_me()).unwrap_err()
}

fn refusal(body: &'static str) -> ApiError {
    match error(400, body) {
        Error::Api(error) => *error,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_result_is_decoded() {
    let user: User = now(bot([answer(200, r#"{"result":{"id":1},"ok":true}"#)]).get_me()).unwrap();
    assert_eq!((user.id, user.first_name.as_str()), (1, ""));
    let count = now(bot([answer(200, r#"{"ok":true,"result":7}"#)]).get_chat_member_count(1));
    assert_eq!(count.unwrap(), 7);
}

#[test]
fn a_refusal_keeps_all_that_the_server_said() {
    let error = refusal(
        r#"{"ok":false,"error_code":429,"description":"Too Many Requests",
            "parameters":{"retry_after":7},"trace_id":"abc","more":{"a":[1]}}"#,
    );
    assert_eq!((error.code, error.retry_after), (429, Some(7)));
    assert_eq!(error.migrate_to_chat_id, None);
    assert_eq!(error.to_string(), "getMe: error 429: Too Many Requests");
    let extra: Vec<_> = error
        .extra
        .iter()
        .map(|(k, v)| (k.as_str(), v.json()))
        .collect();
    assert_eq!(extra, [("more", r#"{"a":[1]}"#), ("trace_id", r#""abc""#)]);
}

#[test]
fn a_refusal_need_not_be_complete() {
    let bare = refusal(r#"{"ok":false}"#);
    assert_eq!((bare.code, bare.extra.len()), (400, 0)); // The status is all there is.
    assert_eq!(bare.description, "");
    let moved = r#"{"ok":false,"parameters":{"migrate_to_chat_id":-1001234567890,"new":1}}"#;
    let error = refusal(moved);
    assert_eq!(error.migrate_to_chat_id, Some(-1_001_234_567_890));
    assert!(error.extra.contains_key("parameters"));
    let strange = refusal(r#"{"ok":false,"error_code":"no","description":5,"parameters":[]}"#);
    assert_eq!(strange.extra.len(), 3);
}

#[test]
fn what_cant_be_read_says_so() {
    for (status, body, says) in [
        (
            502,
            "<html>by someone private</html>",
            "502 with a web page",
        ),
        (200, "", "an empty body"),
        (200, r#"{"ok":true,"result":"text"}"#, "at `result`"),
        (200, r#"{"ok":true}"#, "another shape"),
        (200, r#"{"ok":true,"result""#, "JSON that breaks off"),
        (200, "error code: someone", "no JSON"),
        (200, "[1]", "at `[0]`"),
    ] {
        let error = now(bot([answer(status, body)]).get_chat_member_count(1)).unwrap_err();
        let Error::Decode(inner) = &error else {
            panic!("{error:?}")
        };
        assert_eq!(inner.response().body, body.as_bytes());
        let shown = format!("{error} {error:?}");
        assert!(shown.contains(&status.to_string()), "{shown}");
        assert!(shown.contains(says), "{shown}");
        assert!(!shown.contains("someone"), "{shown}");
    }
}

#[test]
fn what_cant_be_read_says_where() {
    let body = r#"{"ok":true,"result":[{"status":"creator","user":{"id":1}},
        {"status":"member","a,b":"\"}{","user":{"first_name":"A","id":"x"}}]}"#;
    let members = now(bot([answer(200, body)]).get_chat_administrators(1)).unwrap_err();
    let Error::Decode(error) = members else {
        panic!("{members:?}")
    };
    assert_eq!(error.path(), Some("result[1].user.id"));

    let body = r#"{"result":{"id":1,"is_bot":true,"first_name":{"a":[]}},"ok":true}"#;
    let Error::Decode(error) = now(bot([answer(200, body)]).get_me()).unwrap_err() else {
        panic!()
    };
    let path = "result.first_name".to_owned();
    assert_eq!(error.kind(), &DecodeErrorKind::Shape { path });
}
