//! What passes by itself ends nothing; what can't pass is handed out once, and is the end.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use generated::telegram::Telegram;
use generated::{Error, HttpResponse, Retries, TransportErrorKind};

use super::support::{all, next, numbered, offsets, updates};
use crate::support::mock::{MockTransport, Outcome, answer, refused};

/// Every kind of failure that may pass.
fn passing() -> Vec<Outcome> {
    let cut = r#"{"ok":true,"result":[{"upda"#;
    vec![
        Outcome::Fails(TransportErrorKind::Connect),
        Outcome::Fails(TransportErrorKind::Timeout),
        Outcome::Fails(TransportErrorKind::Broken),
        refused(409, ""),
        refused(429, r#""retry_after":7"#),
        refused(400, r#""retry_after":7"#),
        refused(500, ""),
        refused(502, ""),
        refused(599, ""),
        answer(502, "<html>Bad Gateway</html>"),
        answer(404, "<html>Not Found</html>"),
        answer(200, ""),
        answer(200, "garbage"),
        answer(200, cut),
        answer(200, r#"{"ok":true}"#),
        answer(200, r#"{"ok":true,"result":{}}"#),
    ]
}

#[test]
fn polling_continues_after_each_temporary_failure() {
    for (at, fault) in passing().into_iter().enumerate() {
        let faults = Arc::new(Mutex::new(Vec::new()));
        let server = MockTransport::script([numbered([1]), fault, numbered([2])]);
        let noted = Arc::clone(&faults);
        let updates = updates(&server);
        let mut updates = updates.on_error(move |error, pause| {
            noted.lock().unwrap().push((error.to_string(), pause));
        });
        assert_eq!(all(&mut updates), [Some(1), Some(2)], "fault {at}");
        assert_eq!(offsets(&server), [None, Some(2), Some(2), Some(3)]);
        let faults = faults.lock().unwrap();
        assert_eq!(faults.len(), 1, "fault {at}");
        assert_eq!(server.pauses(), [faults[0].1]);
        assert!(!faults[0].0.is_empty());
    }
}

/// An answer after which the bot chooses the pause.
fn sets_no_pause(outcome: &Outcome) -> bool {
    let Outcome::Answer(reply) = outcome else {
        return false;
    };
    !String::from_utf8_lossy(&reply.body).contains("retry_after")
}

#[test]
fn pauses_grow_while_failures_repeat() {
    let faults: Vec<Outcome> = passing().into_iter().filter(sets_no_pause).collect();
    let count = faults.len();
    let then = [
        numbered([1]),
        Outcome::Fails(TransportErrorKind::Connect),
        numbered([2]),
    ];
    let server = MockTransport::script(faults.into_iter().chain(then));
    let (first, longest) = (Duration::from_secs(2), Duration::from_secs(20));
    let mut updates = updates(&server).with_backoff(first, longest);
    assert_eq!(all(&mut updates), [Some(1), Some(2)]);
    let pauses = server.pauses();
    let mut expected = first;
    for pause in &pauses[..count] {
        assert!(*pause <= expected && *pause >= expected / 2, "{pauses:?}");
        expected = (expected * 2).min(longest);
    }
    assert!(pauses[count - 1] > first, "{pauses:?}");
    // A success makes the next pause a short one again.
    assert!(pauses[count] <= first, "{pauses:?}");
    assert_eq!(pauses.len(), count + 1);
}

#[test]
fn pauses_are_random() {
    let fault = || Outcome::Fails(TransportErrorKind::Connect);
    let server = MockTransport::script((0..20).map(|_| fault()));
    let time = Duration::from_secs(4);
    let mut updates = updates(&server).with_backoff(time, time);
    assert!(all(&mut updates).is_empty());
    let mut pauses = server.pauses();
    pauses.dedup();
    assert!(pauses.len() > 10, "{pauses:?}");
}

#[test]
fn the_pause_is_the_one_that_the_server_asks_for() {
    let mut header = HttpResponse::new(429, "<html>slow down</html>");
    header.retry_after = Some(70);
    let body = refused(429, r#""retry_after":50"#);
    let server = MockTransport::script([body, Outcome::Answer(header), numbered([1])]);
    assert_eq!(all(&mut updates(&server)), [Some(1)]);
    let waited = [Duration::from_secs(50), Duration::from_secs(70)];
    assert_eq!(server.pauses(), waited);
}

#[test]
fn a_server_can_not_ask_for_more_than_an_hour() {
    let mut header = HttpResponse::new(429, "<html>slow down</html>");
    header.retry_after = Some(u64::MAX);
    let body = refused(429, r#""retry_after":1000000000000"#);
    let server = MockTransport::script([body, Outcome::Answer(header), numbered([1])]);
    assert_eq!(all(&mut updates(&server)), [Some(1)]);
    let hour = Duration::from_secs(3600);
    assert_eq!(server.pauses(), [hour, hour]);
}

#[test]
fn a_permanent_failure_ends_polling() {
    let refusals = [400, 401, 403, 404].map(|code| refused(code, ""));
    let finals = refusals
        .into_iter()
        .chain([Outcome::Fails(TransportErrorKind::Client)]);
    for fault in finals {
        let server = MockTransport::script([numbered([1]), fault, numbered([2])]);
        let faults = Arc::new(Mutex::new(0));
        let noted = Arc::clone(&faults);
        let updates = updates(&server);
        let mut updates = updates.on_error(move |_, _| *noted.lock().unwrap() += 1);
        assert_eq!(next(&mut updates).unwrap().unwrap().unwrap(), Some(1));
        let error = next(&mut updates).unwrap().unwrap().unwrap_err();
        assert!(matches!(error, Error::Api(_) | Error::Transport(_)));
        assert!(next(&mut updates).unwrap().is_none());
        assert!(next(&mut updates).unwrap().is_none());
        assert_eq!(server.sent().len(), 2);
        assert!(server.pauses().is_empty());
        assert_eq!(*faults.lock().unwrap(), 0);
    }
}

#[test]
fn the_retries_of_a_bot_are_not_added_to_those_of_polling() {
    let later = || refused(429, r#""retry_after":3"#);
    let faults = [
        Outcome::Fails(TransportErrorKind::Connect),
        refused(502, ""),
        later(),
    ];
    let server = MockTransport::script(faults.into_iter().chain([numbered([1])]));
    let noted = Arc::new(Mutex::new(Vec::new()));
    let pauses = Arc::clone(&noted);
    let bot = server.bot::<Telegram>().with_retries(Retries::new());
    let updates = bot.updates();
    let mut updates = updates.on_error(move |_, pause| pauses.lock().unwrap().push(pause));
    assert_eq!(all(&mut updates), [Some(1)]);
    // Each failure is noted, and there is no other pause.
    assert_eq!(noted.lock().unwrap().len(), 3);
    assert_eq!(server.pauses(), *noted.lock().unwrap());
}
