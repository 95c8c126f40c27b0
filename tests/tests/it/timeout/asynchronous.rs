//! A server that says nothing: how long that is borne.

use std::time::{Duration, Instant};

use fake_server::{Fault, Kind};
use generated::TransportErrorKind;

use crate::support::fake::{bot, failure, only, quick, start, struck};

const PATIENCE: Duration = Duration::from_millis(300);

#[tokio::test]
async fn an_answer_that_comes_too_late_is_a_timeout() {
    let late = Fault::new(Kind::Delay { millis: 3000 }).after_effect();
    let (server, bot) = struck(late, "sendMessage").await;
    let bot = bot.with_timeout(PATIENCE).with_retries(quick());
    let start = Instant::now();
    let kind = failure(bot.send_message(42, "Hello").await);
    assert_eq!(kind, TransportErrorKind::Timeout);
    assert!((PATIENCE..9 * PATIENCE).contains(&start.elapsed()));
    // It may have been sent, and was.
    assert!(only(&server, "sendMessage").done);
}

#[tokio::test]
async fn what_only_reads_is_asked_for_again() {
    let (server, bot) = struck(Fault::new(Kind::Delay { millis: 3000 }), "getMe").await;
    let bot = bot.with_timeout(PATIENCE).with_retries(quick());
    assert!(bot.get_me().await.unwrap().is_bot);
    assert_eq!(server.calls_of("getMe").len(), 2);
}

#[tokio::test]
async fn an_answer_that_is_slow_but_in_time() {
    let (server, bot) = struck(Fault::new(Kind::Delay { millis: 200 }), "sendMessage").await;
    let sent = bot.with_timeout(20 * PATIENCE).send_message(42, "Hi").await;
    sent.unwrap();
    only(&server, "sendMessage");
}

#[tokio::test]
async fn a_long_poll_may_take_longer_than_the_patience() {
    let server = start().await;
    let bot = bot(&server).with_timeout(PATIENCE);
    let start = Instant::now();
    let none = bot.get_updates().timeout(1).await.unwrap();
    assert!(none.is_empty());
    assert!(start.elapsed() >= Duration::from_secs(1));
}

#[tokio::test]
async fn a_patience_without_end_bears_a_long_poll() {
    let server = start().await;
    let bot = bot(&server).with_timeout(Duration::MAX);
    let none = bot.get_updates().timeout(1).await.unwrap();
    assert!(none.is_empty());
}
