//! An update is confirmed once the next one is asked for: not before, and no other.

use serde_json::json;

use generated::Incoming;
use generated::telegram::{GetUpdates, Telegram};

use super::support::{all, list, look, next, numbered, offsets, update, updates};
use crate::support::mock::MockTransport;

#[test]
fn the_next_call_confirms_returned_updates() {
    let server = MockTransport::script([numbered([5, 6, 7])]);
    let mut updates = updates(&server);
    for number in [5, 6, 7] {
        assert_eq!(next(&mut updates).unwrap().unwrap().unwrap(), Some(number));
        assert_eq!(offsets(&server), [None], "{number} was confirmed too early");
    }
    assert!(next(&mut updates).is_none());
    assert_eq!(offsets(&server), [None, Some(8)]);
}

#[test]
fn a_dropped_stream_confirms_nothing_more() {
    let server = MockTransport::script([numbered([5]), numbered([6])]);
    let mut updates = updates(&server);
    assert!(next(&mut updates).is_some() && next(&mut updates).is_some());
    drop(updates);
    assert_eq!(offsets(&server), [None, Some(6)]);
}

#[test]
fn a_call_continues_after_its_future_is_dropped() {
    let mut asked = 0;
    let server = MockTransport::answering(move |_| {
        asked += 1;
        (asked == 1).then(|| numbered([1]))
    });
    let mut updates = updates(&server);
    assert!(next(&mut updates).is_some());
    for _ in 0..3 {
        assert!(next(&mut updates).is_none());
    }
    assert_eq!(server.sent().len(), 2);
    assert_eq!(server.given_up(), 0);
    drop(updates);
    assert_eq!(server.given_up(), 1);
}

#[test]
fn a_repeated_update_is_returned_once() {
    // A server that is deaf to offsets.
    let server = MockTransport::script([
        numbered([1, 2]),
        numbered([1, 2]),
        numbered([2, 1, 2, 3]),
        numbered([]),
    ]);
    assert_eq!(all(&mut updates(&server)), [Some(1), Some(2), Some(3)]);
    assert_eq!(offsets(&server), [None, Some(3), Some(3), Some(4), Some(4)]);
    // What it answers at once is no reason to ask at once.
    assert_eq!(server.pauses().len(), 2);
}

#[test]
fn calls_keep_the_parameters_of_the_request_and_start_at_its_offset() {
    let server = MockTransport::script([numbered([9])]);
    let request = GetUpdates::new().offset(7).limit(50);
    let bot = server.bot::<Telegram>();
    let mut updates = bot.updates_with(request.allowed_updates(["message"]));
    assert_eq!(all(&mut updates), [Some(9)]);
    let expected = |offset| json!({"offset": offset, "limit": 50, "timeout": 30, "allowed_updates": ["message"]});
    assert_eq!(server.params(), [expected(7), expected(10)]);
}

#[test]
fn a_negative_offset_is_sent_once() {
    let server = MockTransport::script([numbered([]), numbered([]), numbered([4])]);
    let bot = server.bot::<Telegram>();
    let mut updates = bot.updates_with(GetUpdates::new().offset(-1));
    assert_eq!(all(&mut updates), [Some(4)]);
    assert_eq!(offsets(&server), [Some(-1), None, None, Some(5)]);
}

#[test]
fn an_update_is_returned_unchanged() {
    let server = MockTransport::script([list([update(3)])]);
    let mut updates = updates(&server);
    let found = look(updates.next(), &Default::default()).unwrap();
    let Some(Ok(Incoming::Parsed(found))) = found else {
        panic!("{found:?}");
    };
    assert_eq!(serde_json::to_value(&found).unwrap(), update(3));
}
