//! What passes by itself ends nothing; what can't pass is handed out once, and is the end.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use generated::telegram::Telegram;
use generated::{Error, HttpResponse, Retries, TransportError, TransportErrorKind};
use serde_json::json;

use crate::polling::server::{Server, all, next, numbered, refusal};

type Answer = Result<HttpResponse, TransportError>;

fn failure(kind: TransportErrorKind) -> Answer {
    Err(TransportError::new(kind, "it rains"))
}

/// Every kind of failure that may pass.
fn passing() -> Vec<Answer> {
    let whole = String::from_utf8(numbered([1]).unwrap().body).unwrap();
    let no = || json!({});
    vec![
        failure(TransportErrorKind::Connect),
        failure(TransportErrorKind::Timeout),
        failure(TransportErrorKind::Broken),
        refusal(409, no()),
        refusal(429, json!({"parameters": {"retry_after": 7}})),
        refusal(400, json!({"parameters": {"retry_after": 7}})),
        refusal(500, no()),
        refusal(502, no()),
        refusal(599, no()),
        Ok(HttpResponse::new(502, "<html>Bad Gateway</html>")),
        Ok(HttpResponse::new(404, "<html>Not Found</html>")),
        Ok(HttpResponse::new(200, "")),
        Ok(HttpResponse::new(200, "garbage")),
        Ok(HttpResponse::new(200, &whole[..whole.len() / 2])),
        Ok(HttpResponse::new(200, r#"{"ok":true}"#)),
        Ok(HttpResponse::new(200, r#"{"ok":true,"result":{}}"#)),
    ]
}

#[test]
fn each_failure_that_may_pass() {
    for (at, fault) in passing().into_iter().enumerate() {
        let faults = Arc::new(Mutex::new(Vec::new()));
        let server = Server::script([numbered([1]), fault, numbered([2])]);
        let told = Arc::clone(&faults);
        let updates = server.updates();
        let mut updates = updates.on_error(move |error, pause| {
            told.lock().unwrap().push((error.to_string(), pause));
        });
        assert_eq!(all(&mut updates), [Some(1), Some(2)], "fault {at}");
        assert_eq!(server.offsets(), [None, Some(2), Some(2), Some(3)]);
        let faults = faults.lock().unwrap();
        assert_eq!(faults.len(), 1, "fault {at}");
        assert_eq!(server.log().pauses, [faults[0].1]);
        assert!(!faults[0].0.is_empty());
    }
}

#[test]
fn all_of_them_in_a_row_with_growing_pauses() {
    let faults = passing().into_iter().filter(|fault| fault.is_ok());
    let faults = faults.filter(|fault| {
        let body = &fault.as_ref().unwrap().body;
        !String::from_utf8_lossy(body).contains("retry_after")
    });
    let faults: Vec<Answer> = faults.collect();
    let count = faults.len();
    let then = [
        numbered([1]),
        failure(TransportErrorKind::Connect),
        numbered([2]),
    ];
    let server = Server::script(faults.into_iter().chain(then));
    let (first, longest) = (Duration::from_secs(2), Duration::from_secs(20));
    let mut updates = server.updates().with_backoff(first, longest);
    assert_eq!(all(&mut updates), [Some(1), Some(2)]);
    let pauses = server.log().pauses;
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
    let fault = || failure(TransportErrorKind::Connect);
    let server = Server::script((0..20).map(|_| fault()));
    let time = Duration::from_secs(4);
    let mut updates = server.updates().with_backoff(time, time);
    assert!(all(&mut updates).is_empty());
    let mut pauses = server.log().pauses;
    pauses.dedup();
    assert!(pauses.len() > 10, "{pauses:?}");
}

#[test]
fn a_server_says_how_long_to_wait() {
    let mut header = HttpResponse::new(429, "<html>slow down</html>");
    header.retry_after = Some(70);
    let body = refusal(429, json!({"parameters": {"retry_after": 50}}));
    let server = Server::script([body, Ok(header), numbered([1])]);
    assert_eq!(all(&mut server.updates()), [Some(1)]);
    let waited = [Duration::from_secs(50), Duration::from_secs(70)];
    assert_eq!(server.log().pauses, waited);
}

#[test]
fn what_can_not_pass_is_the_end() {
    let refusals = [400, 401, 403, 404].map(|code| refusal(code, json!({})));
    let finals = refusals
        .into_iter()
        .chain([failure(TransportErrorKind::Client)]);
    for fault in finals {
        let server = Server::script([numbered([1]), fault, numbered([2])]);
        let faults = Arc::new(Mutex::new(0));
        let told = Arc::clone(&faults);
        let updates = server.updates();
        let mut updates = updates.on_error(move |_, _| *told.lock().unwrap() += 1);
        assert_eq!(next(&mut updates).unwrap().unwrap().unwrap(), Some(1));
        let error = next(&mut updates).unwrap().unwrap().unwrap_err();
        assert!(matches!(error, Error::Api(_) | Error::Transport(_)));
        assert!(next(&mut updates).unwrap().is_none());
        assert!(next(&mut updates).unwrap().is_none());
        assert_eq!(server.log().calls.len(), 2);
        assert!(server.log().pauses.is_empty());
        assert_eq!(*faults.lock().unwrap(), 0);
    }
}

#[test]
fn the_retries_of_a_bot_are_not_nested_in_it() {
    let later = || refusal(429, json!({"parameters": {"retry_after": 3}}));
    let faults = [
        failure(TransportErrorKind::Connect),
        refusal(502, json!({})),
        later(),
    ];
    let server = Server::script(faults.into_iter().chain([numbered([1])]));
    let told = Arc::new(Mutex::new(Vec::new()));
    let pauses = Arc::clone(&told);
    let bot = server.bot::<Telegram>().with_retries(Retries::new());
    let updates = bot.updates();
    let mut updates = updates.on_error(move |_, pause| pauses.lock().unwrap().push(pause));
    assert_eq!(all(&mut updates), [Some(1)]);
    // Each failure is told, and there is no other pause.
    assert_eq!(told.lock().unwrap().len(), 3);
    assert_eq!(server.log().pauses, *told.lock().unwrap());
}
