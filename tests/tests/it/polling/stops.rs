//! A stop gives up what is under way, and confirms what was handed out.

use std::sync::{Arc, OnceLock};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::json;

use generated::telegram::{GetUpdates, Telegram};
use generated::{BlockingCall, Retries, StopHandle, TransportErrorKind};

use super::support::{Woken, look, next, numbered, offsets, updates};
use crate::support::mock::{MockTransport, Outcome, refused};
use crate::support::raw_server::{blocking_bot, closed};

#[test]
fn a_stop_cancels_the_waiting_call_and_confirms_the_last_update() {
    // The server answers the last call, which wants no more than one update.
    let server = MockTransport::answering(|call| match call.params["offset"].as_i64() {
        None => Some(numbered([5, 6])),
        Some(7) if call.params["timeout"] == 0 => Some(numbered([])),
        _ => None,
    });
    let bot = server.bot::<Telegram>();
    let mut updates = bot.updates_with(GetUpdates::new().allowed_updates(["poll_answer"]));
    let stop_handle = updates.stop_handle();
    assert!(next(&mut updates).is_some() && next(&mut updates).is_some());
    let woken = Arc::<Woken>::default();
    assert!(look(updates.next(), &woken).is_none());
    assert_eq!((woken.times(), server.given_up()), (0, 0));

    assert!(!stop_handle.is_stopped());
    stop_handle.clone().stop();
    assert!(updates.stop_handle().is_stopped());
    assert_eq!(woken.times(), 1);
    assert!(next(&mut updates).unwrap().is_none());
    assert_eq!(server.given_up(), 1);
    let last = json!({"offset": 7, "limit": 1, "timeout": 0, "allowed_updates": ["poll_answer"]});
    assert_eq!(server.params().last(), Some(&last));
    assert!(next(&mut updates).unwrap().is_none());
    assert_eq!(server.sent().len(), 3);
}

#[test]
fn unreturned_updates_stay_with_the_server() {
    let server = MockTransport::script([numbered([5, 6, 7]), numbered([6])]);
    let mut updates = updates(&server);
    assert!(next(&mut updates).is_some());
    updates.stop_handle().stop();
    assert!(next(&mut updates).unwrap().is_none());
    assert_eq!(offsets(&server), [None, Some(6)]);
}

#[test]
fn a_stop_without_updates_makes_no_call() {
    let server = MockTransport::script([]);
    let mut never_asked = updates(&server);
    never_asked.stop_handle().stop();
    assert!(next(&mut never_asked).unwrap().is_none());
    assert!(server.sent().is_empty());

    let mut unanswered = updates(&server);
    assert!(next(&mut unanswered).is_none());
    unanswered.stop_handle().stop();
    assert!(next(&mut unanswered).unwrap().is_none());
    assert_eq!(server.sent().len(), 1);
}

#[test]
fn a_failed_last_call_is_returned_as_an_error() {
    let broken = Outcome::Fails(TransportErrorKind::Broken);
    for fault in [broken, refused(409, "")] {
        let server = MockTransport::script([numbered([5]), fault]);
        let mut updates = updates(&server);
        assert!(next(&mut updates).is_some());
        updates.stop_handle().stop();
        assert!(next(&mut updates).unwrap().unwrap().is_err());
        assert!(next(&mut updates).unwrap().is_none());
        assert_eq!(server.sent().len(), 2);
    }
}

#[test]
fn the_last_call_is_made_once() {
    let mut asked = 0;
    let server = MockTransport::answering(move |_| {
        asked += 1;
        (asked == 1).then(|| numbered([5]))
    });
    let mut updates = updates(&server);
    assert!(next(&mut updates).is_some());
    updates.stop_handle().stop();
    for _ in 0..3 {
        assert!(next(&mut updates).is_none());
    }
    assert_eq!(offsets(&server), [None, Some(6)]);
}

#[test]
fn a_stop_after_a_final_error_makes_no_call() {
    let server = MockTransport::script([numbered([5]), refused(401, "")]);
    let mut updates = updates(&server);
    assert!(next(&mut updates).is_some() && next(&mut updates).is_some());
    updates.stop_handle().stop();
    assert!(next(&mut updates).unwrap().is_none());
    assert_eq!(server.sent().len(), 2);
}

#[test]
fn a_stop_from_another_thread_ends_a_pause() {
    let server = MockTransport::script([numbered([5])]);
    let mut updates = updates(&server);
    assert!(next(&mut updates).is_some() && next(&mut updates).is_none());
    let stop_handle = updates.stop_handle();
    std::thread::spawn(move || stop_handle.stop())
        .join()
        .unwrap();
    // The last call gets no answer here.
    assert!(next(&mut updates).is_none());
    assert_eq!(server.given_up(), 1);
}

#[test]
fn a_bot_with_retries_repeats_the_last_call() {
    let lost = || Outcome::Fails(TransportErrorKind::Broken);
    let server = MockTransport::script([numbered([5]), lost(), lost(), numbered([])]);
    let bot = server.bot::<Telegram>().with_retries(Retries::new());
    let mut updates = bot.updates();
    assert!(next(&mut updates).is_some());
    updates.stop_handle().stop();
    assert!(next(&mut updates).unwrap().is_none());
    assert_eq!(offsets(&server), [None, Some(6), Some(6), Some(6)]);
}

/// The updates of a transport that is never pending, as the blocking client is not: each call ends
/// like this at once, and the second call stops the updates.
fn stopped_by_the_second_call(outcome: fn() -> Outcome) -> MockTransport {
    let stop_handle = Arc::new(OnceLock::<StopHandle>::new());
    let (from_server, mut calls) = (Arc::clone(&stop_handle), 0);
    let server = MockTransport::answering(move |_| {
        calls += 1;
        assert!(calls < 10, "it goes on after the stop");
        if calls == 2 {
            from_server.get().unwrap().stop();
        }
        outcome()
    });
    let mut updates = updates(&server);
    assert!(stop_handle.set(updates.stop_handle()).is_ok());
    assert!(next(&mut updates).unwrap().is_none());
    server
}

#[test]
fn polling_stops_while_calls_end_at_once() {
    let empty = stopped_by_the_second_call(|| numbered([]));
    assert_eq!((empty.sent().len(), empty.pauses().len()), (2, 1));
    let failing = stopped_by_the_second_call(|| refused(409, ""));
    assert_eq!((failing.sent().len(), failing.pauses().len()), (2, 1));
    let broken = || Outcome::Fails(TransportErrorKind::Connect);
    assert_eq!(stopped_by_the_second_call(broken).sent().len(), 2);
}

#[test]
fn updates_that_arrive_after_a_stop_stay_with_the_server() {
    let stop_handle = Arc::new(OnceLock::<StopHandle>::new());
    let from_server = Arc::clone(&stop_handle);
    let server = MockTransport::answering(move |_| {
        from_server.get().unwrap().stop();
        numbered([5])
    });
    let mut updates = updates(&server);
    assert!(stop_handle.set(updates.stop_handle()).is_ok());
    assert!(next(&mut updates).unwrap().is_none());
    assert_eq!(offsets(&server), [None]);
}

#[test]
fn a_blocking_bot_stops_within_a_pause() {
    let bot = blocking_bot(&closed());
    let hour = Duration::from_secs(3600);
    let mut updates = bot.updates().with_backoff(hour, hour);
    let stop_handle = updates.stop_handle();
    updates = updates.on_error(move |_, pause| {
        assert!(pause >= hour / 2);
        let stop_handle = stop_handle.clone();
        thread::spawn(move || {
            thread::sleep(Duration::from_millis(50));
            stop_handle.stop();
        });
    });
    let started = Instant::now();
    assert!(updates.next().call().is_none());
    assert!(started.elapsed() < Duration::from_secs(10));
}
