//! Numbers that are missing, that start anew, that come in no order.

use serde_json::{Value, json};

use generated::telegram::{GetUpdates, Telegram};

use super::support::{all, list, next, numbered, offsets, update, updates};
use crate::support::mock::MockTransport;

/// An update whose contents can't be read.
fn unreadable(number: i64) -> Value {
    json!({"update_id": number, "message": {"chat": 5}})
}

/// One whose number can't be read either.
fn nameless(text: &str) -> Value {
    json!({"update_id": {"as": text}})
}

#[test]
fn an_unreadable_update_is_confirmed_by_its_number() {
    let server = MockTransport::script([list([unreadable(5)]), list([update(6), unreadable(7)])]);
    assert_eq!(all(&mut updates(&server)), [Some(5), Some(6), Some(7)]);
    assert_eq!(offsets(&server), [None, Some(6), Some(8)]);
}

#[test]
fn an_update_without_a_number_is_confirmed_with_its_neighbours() {
    let server = MockTransport::script([
        list([nameless("a"), update(6), nameless("b"), update(9)]),
        list([nameless("c")]),
    ]);
    let found = all(&mut updates(&server));
    assert_eq!(found, [None, Some(6), None, Some(9), None]);
    // The last is no less than 10, so that what is behind it is no less than 11.
    assert_eq!(offsets(&server), [None, Some(10), Some(11)]);
}

#[test]
fn an_update_without_a_number_is_returned_once_and_skipped() {
    // Its true number is 13, and it comes until it is confirmed.
    let server = MockTransport::answering(|call| {
        let offset = call.params["offset"].as_i64().unwrap_or_default();
        Some(match offset {
            0 => numbered([9]),
            ..14 => list([nameless("a")]),
            14 => numbered([20]),
            _ => return None,
        })
    });
    let bot = server.bot::<Telegram>();
    let mut updates = bot.updates_with(GetUpdates::new().limit(1));
    assert_eq!(all(&mut updates), [Some(9), None, Some(20)]);
    let expected = [
        None,
        Some(10),
        Some(11),
        Some(12),
        Some(13),
        Some(14),
        Some(21),
    ];
    assert_eq!(offsets(&server), expected);
    assert_eq!(server.pauses().len(), 3);
}

#[test]
fn a_list_without_numbers_is_followed_by_a_longer_one() {
    let server = MockTransport::answering(|call| {
        let all = match call.params["limit"].as_i64() {
            Some(limit) if call.params["offset"].is_null() => limit,
            _ if call.params["offset"].is_null() => 100,
            _ => return None,
        };
        let queue = [nameless("a"), nameless("b"), update(7)];
        let all = usize::try_from(all).unwrap();
        Some(list(queue.into_iter().take(all)))
    });
    let bot = server.bot::<Telegram>();
    let mut updates = bot.updates_with(GetUpdates::new().limit(1));
    assert_eq!(all(&mut updates), [None, None, Some(7)]);
    assert_eq!(offsets(&server).last(), Some(&Some(8)));
}

#[test]
fn numbers_that_start_again_lower_are_followed() {
    let server = MockTransport::script([
        numbered([1_000_000, 1_000_001]),
        numbered([]),
        numbered([17, 18]),
        numbered([19]),
    ]);
    let found = all(&mut updates(&server));
    let expected = [1_000_000, 1_000_001, 17, 18, 19].map(Some);
    assert_eq!(found, expected);
    let expected = [None, Some(1_000_002), Some(1_000_002), Some(19), Some(20)];
    assert_eq!(offsets(&server), expected);
}

#[test]
fn another_update_with_an_earlier_number_is_returned() {
    let server = MockTransport::script([numbered([1, 2]), list([unreadable(1)])]);
    let found = all(&mut updates(&server));
    assert_eq!(found, [Some(1), Some(2), Some(1)]);
}

#[test]
fn updates_in_any_order_are_not_lost() {
    let server = MockTransport::script([numbered([7, 5, 6])]);
    let mut updates = updates(&server);
    assert_eq!(next(&mut updates).unwrap().unwrap().unwrap(), Some(5));
    updates.stop_handle().stop();
    assert!(next(&mut updates).is_none());
    assert_eq!(offsets(&server), [None, Some(6)]);
}

#[test]
fn the_largest_number_is_confirmed_without_overflow() {
    let server = MockTransport::script([list([update(i64::MAX), nameless("a")])]);
    assert_eq!(all(&mut updates(&server)), [Some(i64::MAX), None]);
    assert_eq!(offsets(&server), [None, Some(i64::MAX)]);
}
