//! A server that waits for updates is asked again at once, and one that does not after a pause.

use std::time::Duration;

use generated::safew::Safew;
use generated::telegram::{GetUpdates, Telegram};
use generated::{Request, safew};
use serde_json::json;

use super::support::{all, list, numbered, of, update, updates};
use crate::support::mock::MockTransport;

const SECOND: Duration = Duration::from_secs(1);

#[test]
fn a_server_without_long_polling_is_called_after_pauses() {
    let none = || list([]);
    let server = MockTransport::script([none(), none(), list([update(3)]), none()]);
    assert_eq!(of::<Safew>(&server), 1);
    assert_eq!(server.pauses(), [SECOND; 3]);
    assert_eq!(server.params()[3], json!({"offset": 4}));
    assert_eq!(holds(&server), [Duration::ZERO; 5]);
}

#[test]
fn the_pause_can_be_set() {
    let pause = Duration::from_millis(200);
    let server = MockTransport::script([list([]), list([])]);
    let mut updates = updates(&server).with_idle_pause(pause);
    assert!(all(&mut updates).is_empty());
    assert_eq!(server.pauses(), [pause; 2]);
}

#[test]
fn a_server_that_waited_is_called_at_once() {
    let mut asked = 0;
    let server = MockTransport::answering(move |_| {
        asked += 1;
        std::thread::sleep(Duration::from_millis(20));
        (asked < 3).then(|| numbered([]))
    });
    let updates = updates(&server);
    let mut updates = updates.with_idle_pause(Duration::from_millis(10));
    assert!(all(&mut updates).is_empty());
    assert_eq!(server.sent().len(), 3);
    assert!(server.pauses().is_empty());
}

#[test]
fn the_server_may_wait_for_the_timeout_of_the_request() {
    let server = MockTransport::script([]);
    assert!(all(&mut updates(&server)).is_empty());
    let bot = server.bot::<Telegram>();
    assert!(all(&mut bot.updates_with(GetUpdates::new().timeout(50))).is_empty());
    assert!(all(&mut bot.updates_with(GetUpdates::new().timeout(0))).is_empty());
    let timeouts = server.params();
    let timeouts: Vec<_> = timeouts
        .iter()
        .map(|call| call["timeout"].clone())
        .collect();
    assert_eq!(timeouts, [30, 50, 0]);
    assert_eq!(holds(&server), [SECOND * 30, SECOND * 50, Duration::ZERO]);
}

#[test]
fn the_timeout_of_a_request_is_its_long_poll_timeout() {
    assert_eq!(GetUpdates::new().long_poll_timeout(), Duration::ZERO);
    assert_eq!(GetUpdates::new().timeout(7).long_poll_timeout(), SECOND * 7);
    assert_eq!(
        GetUpdates::new().timeout(-7).long_poll_timeout(),
        Duration::ZERO
    );
    assert_eq!(safew::GetUpdates::new().long_poll_timeout(), Duration::ZERO);
}

/// How long the server may keep each call.
fn holds(server: &MockTransport) -> Vec<Duration> {
    server.sent().iter().map(|sent| sent.hold).collect()
}
