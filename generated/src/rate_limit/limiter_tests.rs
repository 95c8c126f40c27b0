//! The limiter with made-up times.

use super::{Duration, Instant, Limiter, MIN_CAPACITY, RateLimit, RateLimits, message_chat};

const SECOND: Duration = Duration::from_secs(1);

/// The wait of each of `count` messages that all come at once.
fn waits(count: usize, wait: impl Fn(Instant) -> Duration) -> Vec<f64> {
    let now = Instant::now();
    (0..count).map(|_| wait(now).as_secs_f64()).collect()
}

#[test]
fn a_chat_gets_one_message_a_second_after_a_burst() {
    let limiter = Limiter::new(RateLimits::documented());
    let waits = waits(7, |now| limiter.reserve_in_chat("42", now));
    assert_eq!(waits, [0., 0., 0., 3., 3., 3., 6.]);
}

#[test]
fn a_group_gets_twenty_messages_a_minute() {
    for chat in ["-5", "@cats"] {
        let limiter = Limiter::new(RateLimits::documented());
        let waits = waits(41, |now| limiter.reserve_in_chat(chat, now));
        assert_eq!(waits[19], 18.);
        assert_eq!((waits[20], waits[39]), (60., 78.));
        assert_eq!(waits[40], 120.);
    }
}

#[test]
fn all_chats_get_thirty_messages_a_second() {
    let limiter = Limiter::new(RateLimits::documented());
    let waits = waits(61, |now| limiter.reserve_overall(now));
    assert!(waits[..30].iter().all(|wait| *wait == 0.));
    assert_eq!((waits[30], waits[59], waits[60]), (1., 1., 2.));
}

#[test]
fn a_chat_that_waits_keeps_no_other_waiting() {
    let limiter = Limiter::new(RateLimits::documented());
    let now = Instant::now();
    for _ in 0..100 {
        limiter.reserve_in_chat("42", now);
    }
    assert_eq!(limiter.reserve_in_chat("43", now), Duration::ZERO);
    assert_eq!(limiter.reserve_overall(now), Duration::ZERO);
}

#[test]
fn no_window_has_more_than_its_rate_whatever_the_arrivals() {
    let (rate, limiter) = (RateLimit::new(5, 2 * SECOND), Limiter::new(limits(5, 2)));
    let (start, mut sent) = (Instant::now(), Vec::new());
    for arrival in 0..500_u32 {
        // Some come in bursts, some after a rest.
        let now = start + SECOND * (arrival / 7) * 3 + Duration::from_millis(7) * (arrival % 7);
        sent.push(now + limiter.reserve_overall(now));
    }
    for window in sent.windows(6) {
        assert!(window[5] - window[0] >= rate.per);
    }
    assert!(sent.is_sorted());
}

#[test]
fn what_sends_a_message_has_a_chat() {
    let json = r#"{"text":"Hello","chat_id":-5}"#;
    for method in [
        "sendMessage",
        "sendmediagroup",
        "copyMessages",
        "forwardMessage",
    ] {
        assert_eq!(message_chat(method, json), Some("-5"), "{method}");
    }
    for method in [
        "getChat",
        "sendChatAction",
        "sendMessageDraft",
        "editMessageText",
        "pinSend",
    ] {
        assert_eq!(message_chat(method, json), None, "{method}");
    }
    let named = r#"{"chat_id":"@cats"}"#;
    assert_eq!(message_chat("sendMessage", named), Some("@cats"));
    assert_eq!(message_chat("sendGift", r#"{"user_id":5}"#), None);
}

#[test]
fn a_rest_is_forgotten_and_so_are_idle_chats() {
    let limiter = Limiter::new(RateLimits::documented());
    let mut now = Instant::now();
    for round in 0..50 {
        for chat in 0..100 {
            let chat = format!("{round}-{chat}");
            assert_eq!(limiter.reserve_in_chat(&chat, now), Duration::ZERO);
        }
        now += 61 * SECOND;
    }
    let reserved = limiter.reserved.lock().unwrap();
    assert!(
        reserved.chats.len() <= 2 * 100 + MIN_CAPACITY,
        "{}",
        reserved.chats.len()
    );
}

#[test]
fn memory_is_not_as_large_as_a_count() {
    let limiter = Limiter::new(limits(u32::MAX, 1));
    let start = Instant::now();
    for message in 0..10_000 {
        limiter.reserve_overall(start + Duration::from_millis(10) * message);
    }
    assert!(limiter.reserved.lock().unwrap().overall.0.len() <= 101);
}

#[test]
fn there_may_be_no_limit_and_no_sense() {
    let mut limits = limits(0, 1);
    limits.chat = RateLimit::unlimited();
    let limiter = Limiter::new(limits);
    assert_eq!(waits(3, |now| limiter.reserve_in_chat("42", now)), [0.; 3]);
    assert_eq!(waits(3, |now| limiter.reserve_overall(now)), [0., 1., 2.]);
    limits.overall = RateLimit::new(1, Duration::MAX);
    let limiter = Limiter::new(limits);
    assert_eq!(waits(2, |now| limiter.reserve_overall(now)), [0., 86_400.]);
}

fn limits(count: u32, seconds: u32) -> RateLimits {
    let overall = RateLimit::new(count, SECOND * seconds);
    RateLimits {
        overall,
        ..RateLimits::documented()
    }
}
