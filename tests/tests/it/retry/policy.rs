//! Which calls are sent again, and when.

use std::time::Duration;

use generated::{Error, HttpResponse, Retries, TransportErrorKind};

use crate::support::mock::{Outcome, answer, bot, message, now, refused, result};

const SECOND: Duration = Duration::from_secs(1);

/// Counts how often a message is sent whose first attempt ends like this and the second well.
fn times_sent(step: Outcome, retries: Retries) -> usize {
    let bot = bot([step, message(1)]).with_retries(retries);
    let response = now(bot.send_message(1, "Hello"));
    let calls = bot.transport().sent().len();
    assert_eq!(response.is_ok(), calls == 2);
    calls
}

/// The same of a call that only reads.
fn times_read(step: Outcome) -> usize {
    let bot = bot([step, result("7")]).with_retries(Retries::new());
    let response = now(bot.get_chat_member_count(1));
    let calls = bot.transport().sent().len();
    assert_eq!(response.is_ok(), calls == 2);
    calls
}

/// Answers that leave open whether the call was executed.
fn unknown() -> Vec<Outcome> {
    let mut steps: Vec<Outcome> = [
        (500, ""),
        (502, "<html>Bad Gateway</html>"),
        (504, r#"{"error":"proxy"}"#),
        (200, ""),
        (200, "<html>Sign in</html>"),
        (200, r#"{"ok":true,"resu"#),
        (200, "what?"),
    ]
    .map(|(status, body)| answer(status, body))
    .into();
    steps.push(refused(500, ""));
    steps.push(Outcome::Fails(TransportErrorKind::Timeout));
    steps.push(Outcome::Fails(TransportErrorKind::Broken));
    steps
}

#[test]
fn nothing_is_sent_again_unless_asked_for() {
    let bot = bot([refused(429, r#""retry_after":1"#)]);
    assert!(now(bot.get_chat_member_count(1)).is_err());
    assert!(bot.transport().pauses().is_empty());
}

#[test]
fn a_server_that_asks_to_wait_is_waited_for() {
    let limited = || refused(429, r#""retry_after":7"#);
    let bot = bot([limited(), limited(), message(1)]).with_retries(Retries::new());
    now(bot.send_message(1, "Hello")).unwrap();
    let transport = bot.transport();
    assert_eq!(transport.pauses(), [7 * SECOND, 7 * SECOND]);
    assert_eq!(transport.bodies(), [r#"{"chat_id":1,"text":"Hello"}"#; 3]);
}

#[test]
fn a_server_may_ask_by_a_header() {
    for body in ["<html>Slow down</html>", "", r#"{"ok":false}"#] {
        let mut limited = HttpResponse::new(429, body);
        limited.retry_after = Some(3);
        let bot = bot([Outcome::Answer(limited), message(1)]).with_retries(Retries::new());
        now(bot.send_message(1, "Hello")).unwrap();
        assert_eq!(bot.transport().pauses(), [3 * SECOND]);
    }
}

#[test]
fn a_server_that_asks_for_too_much_is_not_waited_for() {
    let limited = || refused(429, r#""retry_after":61"#);
    let first = bot([limited()]).with_retries(Retries::new());
    let Err(Error::Api(error)) = now(first.send_message(1, "Hello")) else {
        panic!()
    };
    assert_eq!(error.retry_after, Some(61));
    assert!(first.transport().pauses().is_empty());
    assert_eq!(
        times_sent(limited(), Retries::new().max_wait(61 * SECOND)),
        2
    );
}

#[test]
fn where_nobody_says_how_long_the_delay_grows() {
    let delays = |attempts: u32| {
        let fails = (0..attempts.max(1)).map(|_| Outcome::FailsUnread(TransportErrorKind::Connect));
        let retries = Retries::new().max_attempts(attempts);
        let bot = bot(fails).with_retries(retries.first_delay(SECOND).max_delay(4 * SECOND));
        now(bot.send_message(1, "Hello")).unwrap_err();
        assert_eq!(bot.transport().sent().len(), attempts.max(1) as usize);
        bot.transport().pauses()
    };
    let mut longest = [Duration::ZERO; 5];
    for _ in 0..100 {
        for (longest, delay) in longest.iter_mut().zip(delays(6)) {
            *longest = delay.max(*longest);
        }
    }
    for (longest, cap) in longest.into_iter().zip([1, 2, 4, 4, 4]) {
        let cap = cap * SECOND;
        assert!(
            longest <= cap && longest > cap / 2,
            "{longest:?} of {cap:?}"
        );
    }
    assert!(delays(0).is_empty() && delays(1).is_empty());
}

#[test]
fn what_the_server_never_saw_is_sent_again() {
    assert_eq!(
        times_sent(Outcome::Fails(TransportErrorKind::Connect), Retries::new()),
        2
    );
    assert_eq!(times_read(Outcome::Fails(TransportErrorKind::Connect)), 2);
    assert_eq!(times_sent(refused(429, ""), Retries::new()), 2);
}

#[test]
fn what_the_server_may_have_done_is_sent_again_only_if_it_reads() {
    for step in unknown() {
        assert_eq!(times_read(step), 2);
    }
    for step in unknown() {
        assert_eq!(times_sent(step, Retries::new()), 1);
    }
    for step in unknown() {
        assert_eq!(times_sent(step, Retries::new().at_least_once(true)), 2);
    }
}

#[test]
fn what_would_fail_again_is_not_sent_again() {
    let always = || Retries::new().at_least_once(true);
    for code in [400, 401, 403, 404, 409, 413] {
        assert_eq!(times_read(refused(code, r#""retry_after":1"#)), 1);
        assert_eq!(times_read(answer(code, "<html></html>")), 1);
        assert_eq!(times_sent(refused(code, ""), always()), 1);
    }
    for step in [
        answer(302, ""),
        answer(200, r#"{"ok":true,"result":{"message_id":{}}}"#),
        Outcome::Fails(TransportErrorKind::Client),
        Outcome::Fails(TransportErrorKind::ReadFile("cat.jpg".to_owned())),
    ] {
        assert_eq!(times_sent(step, always()), 1);
    }
}

#[test]
fn a_clone_has_the_same_policy() {
    let lost = || Outcome::Fails(TransportErrorKind::Connect);
    let bot = bot([lost(), lost(), result("7")]).with_retries(Retries::new());
    assert_eq!(now(bot.clone().get_chat_member_count(1)).unwrap(), 7);
    assert_eq!(bot.transport().sent().len(), 3);
}
