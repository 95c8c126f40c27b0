//! The updates of a bot: pushed in at one end, taken out and confirmed at the other.

use std::collections::VecDeque;

use serde_json::{Map, Value};

use crate::roles::{ONLY_IF_ASKED, UPDATE_ID, update_kind};

/// The number of the first update.
const FIRST: i64 = 1;

/// The updates that a bot has not confirmed, the oldest first.
#[derive(Debug)]
pub(crate) struct Queue {
    pending: VecDeque<Value>,
    next_id: i64,
    /// The kinds that are wanted; empty for all but those that have to be asked for.
    allowed: Vec<String>,
}

impl Default for Queue {
    fn default() -> Self {
        Self {
            pending: VecDeque::new(),
            next_id: FIRST,
            allowed: Vec::new(),
        }
    }
}

impl Queue {
    /// Adds an update and returns its number: the one that it has, or the next.
    pub(crate) fn push(&mut self, mut update: Map<String, Value>) -> i64 {
        let own = update.get(UPDATE_ID).and_then(Value::as_i64);
        let id = own.unwrap_or(self.next_id);
        self.next_id = self.next_id.max(id.saturating_add(1));
        update.insert(UPDATE_ID.to_owned(), id.into());
        self.pending.push_back(update.into());
        id
    }

    /// Forgets what an `offset` confirms: all below it, or all but the last few where it is
    /// negative.
    pub(crate) fn confirm(&mut self, offset: i64) {
        let first = match usize::try_from(offset.unsigned_abs()) {
            Ok(kept) if offset < 0 => self.start_of_last(kept),
            _ => Some(offset),
        };
        if let Some(first) = first {
            self.pending.retain(|update| update_id(update) >= first);
        }
    }

    /// The number of the first of the last few updates, where there are more than those.
    fn start_of_last(&self, count: usize) -> Option<i64> {
        let surplus = self.len().checked_sub(count)?;
        self.wanted_updates().nth(surplus).map(update_id)
    }

    /// The oldest updates, at most `limit`. They stay until they are confirmed.
    pub(crate) fn peek(&self, limit: usize) -> Vec<Value> {
        self.wanted_updates().take(limit).cloned().collect()
    }

    /// Asks for these kinds from now on; none stands for all that need not be asked for.
    pub(crate) fn set_allowed(&mut self, kinds: Vec<String>) {
        self.allowed = kinds;
    }

    /// The kinds that were asked for.
    pub(crate) fn allowed(&self) -> &[String] {
        &self.allowed
    }

    /// Forgets every update.
    pub(crate) fn clear(&mut self) {
        self.pending.clear();
    }

    /// The number that the next update gets.
    pub(crate) fn next_id(&self) -> i64 {
        self.next_id
    }

    /// Returns the number of updates that wait.
    pub(crate) fn len(&self) -> usize {
        self.wanted_updates().count()
    }

    /// The updates of the kinds that the bot wants. The others wait for it to ask.
    fn wanted_updates(&self) -> impl Iterator<Item = &Value> {
        let wanted = |update: &&Value| is_wanted(&self.allowed, update);
        self.pending.iter().filter(wanted)
    }
}

fn update_id(update: &Value) -> i64 {
    update[UPDATE_ID].as_i64().unwrap_or_default()
}

fn is_wanted(allowed: &[String], update: &Value) -> bool {
    let kind = update_kind(update).unwrap_or_default();
    match allowed {
        [] => !ONLY_IF_ASKED.contains(&kind),
        some => some.iter().any(|name| name == kind),
    }
}
