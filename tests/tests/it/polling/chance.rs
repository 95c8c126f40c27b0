//! Chance: a server that keeps its updates until they are confirmed, a network that loses calls
//! and answers, and a bot that crashes. Nothing is lost, and nothing that was confirmed comes again.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use generated::TransportErrorKind;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::support::{all, list, next, update, updates};
use crate::support::mock::{MockTransport, Outcome, answer};

/// What happens to a call.
#[derive(Clone, Copy, Debug)]
enum Fate {
    Arrives,
    /// It never reaches the server.
    CallLost,
    /// The server does what it is told, but its answer is lost.
    AnswerLost,
    Overloaded,
    Garbled,
}

/// The server's updates, by their numbers.
type Kept = Arc<Mutex<BTreeMap<i64, Value>>>;

fn serve(kept: &Kept, params: &Value) -> Vec<Value> {
    let mut kept = kept.lock().unwrap();
    if let Some(offset) = params["offset"].as_i64() {
        *kept = kept.split_off(&offset);
    }
    let limit = usize::try_from(params["limit"].as_i64().unwrap_or(3)).unwrap();
    kept.values().take(limit).cloned().collect()
}

fn respond(kept: &Kept, fate: Fate, params: &Value) -> Option<Outcome> {
    let lost = Outcome::Fails(TransportErrorKind::Broken);
    if matches!(fate, Fate::CallLost) {
        return Some(lost);
    }
    let updates = serve(kept, params);
    match fate {
        Fate::AnswerLost => Some(lost),
        Fate::Overloaded => Some(answer(503, "<html>busy</html>")),
        Fate::Garbled => Some(answer(200, "{\"ok\":true,\"result\":[{\"upd")),
        _ if updates.is_empty() => None,
        _ => Some(list(updates)),
    }
}

fn fate() -> impl Strategy<Value = Fate> {
    prop_oneof![
        3 => Just(Fate::Arrives),
        1 => Just(Fate::CallLost),
        1 => Just(Fate::AnswerLost),
        1 => Just(Fate::Overloaded),
        1 => Just(Fate::Garbled),
    ]
}

/// What becomes of the number: readable, unreadable, or gone.
fn sent(number: i64, kind: u8) -> Value {
    match kind {
        0 => json!({"update_id": number, "message": number}),
        1 => json!({"update_id": {}, "message": number}),
        _ => update(number),
    }
}

proptest! {
    #[test]
    fn no_update_is_lost_or_returned_twice(
        kinds in prop::collection::vec(0..6u8, 1..12),
        fates in prop::collection::vec(fate(), 0..20),
    ) {
        // The first has a number: a whole answer without any leads nowhere.
        let kinds: Vec<u8> = [2].into_iter().chain(kinds).collect();
        let numbers = (1i64..).zip(&kinds).map(|(at, kind)| (at * 3, sent(at * 3, *kind)));
        let kept: Kept = Arc::new(Mutex::new(numbers.collect()));
        let (server_kept, mut fates) = (Arc::clone(&kept), fates.into_iter());
        let server = MockTransport::answering(move |call| {
            respond(&server_kept, fates.next().unwrap_or(Fate::Arrives), &call.params)
        });
        let mut updates = updates(&server);
        let found: Vec<Option<i64>> = all(&mut updates);
        let expected = (1i64..).zip(&kinds).map(|(at, kind)| (*kind != 1).then_some(at * 3));
        prop_assert_eq!(found, expected.collect::<Vec<_>>());
        prop_assert!(kept.lock().unwrap().is_empty());
    }

    #[test]
    fn a_crash_repeats_unconfirmed_updates_and_no_others(
        count in 1..12i64,
        crashes in prop::collection::vec(1..5usize, 0..6),
        fates in prop::collection::vec(fate(), 0..20),
    ) {
        let numbers = (1..=count).map(|number| (number, update(number)));
        let kept: Kept = Arc::new(Mutex::new(numbers.collect()));
        let (server_kept, mut fates) = (Arc::clone(&kept), fates.into_iter());
        let server = MockTransport::answering(move |call| {
            respond(&server_kept, fates.next().unwrap_or(Fate::Arrives), &call.params)
        });
        let mut handled = vec![0; usize::try_from(count).unwrap()];
        for life in crashes.into_iter().chain([usize::MAX]) {
            let mut updates = updates(&server);
            for _ in 0..life {
                let Some(found) = next(&mut updates) else { break };
                let number = found.unwrap().unwrap().unwrap();
                handled[usize::try_from(number - 1).unwrap()] += 1;
                // What is in hand, the server still has.
                prop_assert!(kept.lock().unwrap().contains_key(&number));
            }
        }
        prop_assert!(handled.iter().all(|times| *times > 0), "{:?}", handled);
        prop_assert!(kept.lock().unwrap().is_empty());
    }
}
