//! Calls that wait for their turn.

use std::time::Duration;

use generated::{RateLimit, RateLimits, Retries};

use crate::support::mock::{Outcome, answer, bot, message, now, refused, result};

/// The pauses in whole seconds: the clock goes on a little while a test runs.
fn pauses(bot: &generated::safew::Bot<crate::support::mock::MockTransport>) -> Vec<u64> {
    let pauses = bot.transport().pauses().into_iter();
    pauses
        .map(|pause| pause.as_secs_f64().round() as u64)
        .collect()
}

fn messages(count: usize) -> Vec<Outcome> {
    (0..count).map(|_| message(1)).collect()
}

#[test]
fn a_bot_without_a_pace_does_not_wait() {
    let bot = bot(messages(50));
    for _ in 0..50 {
        now(bot.send_message(-5, "Hello")).unwrap();
    }
    assert!(pauses(&bot).is_empty());
}

#[test]
fn clones_keep_to_the_pace_together() {
    let bot = bot(messages(5)).with_rate_limits(RateLimits::documented());
    for _ in 0..3 {
        now(bot.send_message(42, "Hello")).unwrap();
    }
    assert!(pauses(&bot).is_empty());
    now(bot.clone().send_message(42, "Hello")).unwrap();
    now(bot.send_message(43, "Hello")).unwrap();
    assert_eq!(pauses(&bot), [3]);
}

#[test]
fn all_chats_share_a_pace() {
    let mut pace = RateLimits::documented();
    pace.overall = RateLimit::new(2, Duration::from_secs(5));
    let bot = bot(messages(3)).with_rate_limits(pace);
    for chat in 0..3 {
        now(bot.send_message(chat, "Hello")).unwrap();
    }
    assert_eq!(pauses(&bot), [5]);
}

#[test]
fn what_sends_no_message_does_not_wait() {
    let steps = (0..40).map(|_| result("7"));
    let bot = bot(steps).with_rate_limits(RateLimits::documented());
    for _ in 0..40 {
        now(bot.get_chat_member_count(-5)).unwrap();
    }
    assert!(pauses(&bot).is_empty());
}

#[test]
fn what_is_sent_again_takes_another_turn() {
    let mut pace = RateLimits::documented();
    pace.chat = RateLimit::new(1, Duration::from_secs(9));
    let steps = [refused(429, r#""retry_after":2"#), answer(200, "")];
    let bot = bot(steps)
        .with_retries(Retries::new())
        .with_rate_limits(pace);
    now(bot.send_message(42, "Hello")).unwrap_err();
    assert_eq!(pauses(&bot), [2, 9]);
}

#[test]
fn a_refusal_holds_back_its_chat() {
    let steps = [refused(429, r#""retry_after":9"#), message(43), message(42)];
    let bot = bot(steps).with_rate_limits(RateLimits::documented());
    now(bot.send_message(42, "Hello")).unwrap_err();
    now(bot.send_message(43, "Hello")).unwrap();
    assert!(pauses(&bot).is_empty());
    now(bot.clone().send_message("42", "Hello")).unwrap();
    assert_eq!(pauses(&bot), [9]);
}

#[test]
fn a_refusal_holds_back_what_sends_no_message_too() {
    let steps = [refused(429, r#""retry_after":9"#), result("7"), result("7")];
    let bot = bot(steps).with_rate_limits(RateLimits::documented());
    now(bot.send_message(42, "Hello")).unwrap_err();
    now(bot.get_chat_member_count(42)).unwrap();
    now(bot.get_chat_member_count(43)).unwrap();
    assert_eq!(pauses(&bot), [9]);
}

#[test]
fn refusals_in_two_chats_hold_back_all() {
    let second = answer(429, "<html>").clone();
    let Outcome::Answer(mut second) = second else {
        panic!()
    };
    second.retry_after = Some(30);
    let steps = [
        refused(429, r#""retry_after":9"#),
        Outcome::Answer(second),
        message(44),
    ];
    let bot = bot(steps).with_rate_limits(RateLimits::documented());
    for chat in [42, 43] {
        now(bot.send_message(chat, "Hello")).unwrap_err();
    }
    now(bot.send_message(44, "Hello")).unwrap();
    assert_eq!(pauses(&bot), [30]);
}

#[test]
fn without_rate_limits_nothing_is_held_back() {
    let bot = bot([refused(429, r#""retry_after":9"#), message(42)]);
    now(bot.send_message(42, "Hello")).unwrap_err();
    now(bot.send_message(42, "Hello")).unwrap();
    assert!(pauses(&bot).is_empty());
}
