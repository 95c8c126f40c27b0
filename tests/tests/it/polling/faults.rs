//! Polling against a server that fails: nothing is lost, nothing comes twice in one run, and a stop
//! confirms.

use std::time::Duration;

use fake_server::{Fault, Kind, Server};
use generated::telegram::{Bot, GetUpdates};
use generated::{Error, Updates};
use serde_json::json;

use crate::support::fake::{bot, quick, start, status};

const MOMENT: Duration = Duration::from_millis(2);

fn updates(bot: &Bot) -> Updates<GetUpdates> {
    let updates = bot.updates_with(GetUpdates::new().limit(3).timeout(1));
    updates.with_backoff(MOMENT, MOMENT)
}

/// Pushes so many updates.
fn push(server: &Server, count: usize) {
    let answer = json!({"poll_id": "p", "option_ids": [], "option_persistent_ids": []});
    for _ in 0..count {
        server.push_update(json!({"poll_answer": answer})).unwrap();
    }
}

/// The numbers of the next few updates.
async fn take(updates: &mut Updates<GetUpdates>, count: usize) -> Vec<i64> {
    let mut numbers = Vec::new();
    for _ in 0..count {
        let update = updates.next().await.unwrap().unwrap();
        numbers.push(update.sequence_id().unwrap());
    }
    numbers
}

fn pending(server: &Server) -> Vec<i64> {
    let pending = server.pending_updates().into_iter();
    pending
        .map(|it| it["update_id"].as_i64().unwrap())
        .collect()
}

/// All faults that pass by themselves, before and after they took effect.
fn passing() -> Vec<Fault> {
    let internal = Kind::Error {
        error_code: 500,
        description: "Internal Server Error".to_owned(),
    };
    let kinds = [
        internal,
        Kind::Conflict,
        Kind::Cut,
        Kind::CutBody,
        Kind::Garbage,
        Kind::Truncated,
        Kind::Empty,
        Kind::ContentType,
    ];
    let faults = kinds.map(Fault::new).into_iter();
    let faults = faults.chain([status(500), status(502), status(404)]);
    let both = faults.flat_map(|fault| [fault.clone().before_effect(), fault.after_effect()]);
    let slow = [
        Fault::new(Kind::TooManyRequests { retry_after: 1 }),
        Fault::new(Kind::Delay { millis: 2000 }),
        Fault::new(Kind::Delay { millis: 2000 }).after_effect(),
    ];
    both.chain(slow).collect()
}

#[tokio::test]
async fn temporary_faults_lose_no_update() {
    let server = start().await;
    let bot = bot(&server).with_timeout(Duration::from_millis(100));
    let mut updates = updates(&bot);
    let mut next = 1;
    for fault in passing() {
        push(&server, 7);
        for _ in 0..2 {
            server.fault(fault.clone().on("getUpdates")).unwrap();
        }
        let expected: Vec<i64> = (next..next + 7).collect();
        assert_eq!(take(&mut updates, 7).await, expected, "{fault:?}");
        assert!(server.faults().is_empty(), "{fault:?}");
        next += 7;
    }
}

#[tokio::test]
async fn a_wrong_token_ends_polling_and_loses_no_update() {
    let server = start().await;
    let bot = bot(&server);
    push(&server, 5);
    let mut polled = updates(&bot);
    assert_eq!(take(&mut polled, 3).await, [1, 2, 3]);
    let refused = Fault::new(Kind::Unauthorized);
    server.fault(refused.on("getUpdates")).unwrap();
    let error = polled.next().await.unwrap().unwrap_err();
    assert!(matches!(error, Error::Api(refusal) if refusal.code == 401));
    assert!(polled.next().await.is_none());
    assert_eq!(pending(&server), [1, 2, 3, 4, 5]);
    assert_eq!(take(&mut updates(&bot), 5).await, [1, 2, 3, 4, 5]);
}

#[tokio::test]
async fn a_stop_confirms_returned_updates_and_no_others() {
    let server = start().await;
    let bot = bot(&server);
    push(&server, 8);
    let mut polled = updates(&bot);
    assert_eq!(take(&mut polled, 5).await, [1, 2, 3, 4, 5]);
    polled.stop_handle().stop();
    assert!(polled.next().await.is_none());
    assert_eq!(pending(&server), [6, 7, 8]);
    assert_eq!(take(&mut updates(&bot), 3).await, [6, 7, 8]);
}

#[tokio::test]
async fn a_stop_that_could_not_confirm_returns_an_error() {
    let server = start().await;
    let bot = bot(&server);
    push(&server, 2);
    let mut polled = updates(&bot);
    assert_eq!(take(&mut polled, 2).await, [1, 2]);
    server
        .fault(Fault::new(Kind::Cut).on("getUpdates"))
        .unwrap();
    polled.stop_handle().stop();
    assert!(matches!(
        polled.next().await,
        Some(Err(Error::Transport(_)))
    ));
    assert!(polled.next().await.is_none());
    assert_eq!(pending(&server), [1, 2]);
}

#[tokio::test]
async fn a_stop_of_a_bot_with_retries_confirms_in_spite_of_faults() {
    let server = start().await;
    let bot = bot(&server).with_retries(quick());
    push(&server, 2);
    let mut polled = updates(&bot);
    assert_eq!(take(&mut polled, 2).await, [1, 2]);
    for fault in [Fault::new(Kind::Cut), status(502), Fault::new(Kind::Empty)] {
        server.fault(fault.on("getUpdates")).unwrap();
    }
    polled.stop_handle().stop();
    assert!(polled.next().await.is_none());
    assert!(pending(&server).is_empty());
}

#[tokio::test]
async fn a_crash_repeats_unconfirmed_updates() {
    let server = start().await;
    let bot = bot(&server);
    push(&server, 8);
    assert_eq!(take(&mut updates(&bot), 5).await, [1, 2, 3, 4, 5]);
    // The call for 4 to 6 confirmed 1 to 3.
    assert_eq!(pending(&server), [4, 5, 6, 7, 8]);
    assert_eq!(take(&mut updates(&bot), 5).await, [4, 5, 6, 7, 8]);
}
