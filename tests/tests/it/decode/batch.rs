//! A batch of updates is parsed as if all were sound, and one by one if that fails: no update may
//! tell which of the two it was.

use generated::telegram::{GetUpdates, Telegram, Update};
use generated::{HttpResponse, Incoming};

use crate::support::corpus;
use crate::support::mock::{MockTransport, Outcome, now};

const GOOD: &str =
    r#"{"update_id":1,"message":{"message_id":1,"date":1,"chat":{"id":1,"type":"private"}}}"#;
const MALFORMED: &str = r#"{"message": {"date": [],  "text": "}"}, "update_id": 2}"#;

/// Parses the updates as a bot does: from the response to a request.
fn parse_response(updates: &[&str]) -> Vec<Incoming<Update>> {
    let body = format!(r#"{{"ok":true,"result":[{}]}}"#, updates.join(","));
    let server = MockTransport::script([Outcome::Answer(HttpResponse::new(200, body))]);
    now(server.bot::<Telegram>().send(&GetUpdates::new())).unwrap()
}

/// Parses each update by itself.
fn parse_each(updates: &[&str]) -> Vec<Incoming<Update>> {
    let parse = |text: &&str| serde_json::from_str(text).unwrap();
    updates.iter().map(parse).collect()
}

fn count_malformed(updates: &[Incoming<Update>]) -> usize {
    let is_malformed = |update: &&Incoming<Update>| matches!(update, Incoming::Malformed(_));
    updates.iter().filter(is_malformed).count()
}

/// A message that replies to one that replies to one, and so on.
fn nested_replies(depth: usize) -> String {
    let chat = r#""chat":{"id":1,"type":"private"}"#;
    let opened = format!(r#"{{{chat},"reply_to_message":"#).repeat(depth);
    let closed = "}".repeat(depth);
    format!(r#"{{"update_id":3,"message":{opened}{{{chat}}}{closed}}}"#)
}

#[test]
fn a_malformed_update_costs_itself_wherever_it_is() {
    for (name, text) in corpus("updates").into_iter().chain(corpus("forward")) {
        for updates in [
            [MALFORMED, &text, GOOD],
            [&text, MALFORMED, GOOD],
            [GOOD, &text, MALFORMED],
        ] {
            let parsed = parse_response(&updates);
            assert_eq!(count_malformed(&parsed), 1, "{name}");
            assert_eq!(parsed, parse_each(&updates), "{name}");
        }
    }
}

#[test]
fn sound_updates_are_the_same_in_a_batch() {
    for (name, text) in corpus("updates").into_iter().chain(corpus("forward")) {
        let parsed = parse_response(&[GOOD, &text]);
        assert_eq!(count_malformed(&parsed), 0, "{name}");
        assert_eq!(parsed, parse_each(&[GOOD, &text]), "{name}");
    }
}

#[test]
fn odd_updates_are_the_same_in_a_batch() {
    for odd in [
        r#"{"update_id":1,"update_id":2}"#,
        r#"{"update_id":1,"message":null,"message":{"text":"a"},"message":5}"#,
        r#"{"update\u005fid":7,"poll\u005fanswer":{"poll_id":"\ud83e\udd80"},"n\u00e9w":"\"}{"}"#,
        r#"{"update_id":9223372036854775808}"#,
        r#"{"update_id":1,"new":1e999}"#,
        "{}",
        "null",
        "\" \"",
        " [ ] ",
    ] {
        let updates = [GOOD, odd, GOOD];
        assert_eq!(parse_response(&updates), parse_each(&updates), "{odd}");
    }
}

#[test]
fn an_update_may_be_as_deep_in_a_batch_as_by_itself() {
    let mut malformed = Vec::new();
    for depth in 100..140 {
        let deep = nested_replies(depth);
        let updates = [GOOD, &deep, GOOD];
        let parsed = parse_response(&updates);
        assert_eq!(parsed, parse_each(&updates), "{depth}");
        malformed.push(count_malformed(&parsed));
    }
    assert_eq!((malformed.first(), malformed.last()), (Some(&0), Some(&1)));
    let unknown = format!(
        r#"{{"update_id":3,"new":{}{}}}"#,
        "[".repeat(500),
        "]".repeat(500)
    );
    assert_eq!(parse_response(&[&unknown]), parse_each(&[&unknown]));
}
