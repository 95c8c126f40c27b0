//! The updates of a bot: pushed in at one end, taken out and confirmed at the other.

use std::collections::VecDeque;

use serde_json::{Map, Value};

use crate::known::{ONLY_IF_ASKED, UPDATE_ID, kind};

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
        // The number comes first, as servers write it.
        update.insert(UPDATE_ID.to_owned(), id.into());
        self.pending.push_back(update.into());
        id
    }

    /// Forgets what an `offset` confirms: all below it, or all but the last few where it is
    /// negative.
    pub(crate) fn confirm(&mut self, offset: i64) {
        self.drop_unwanted();
        if offset >= 0 {
            self.pending.retain(|update| id(update) >= offset);
            return;
        }
        let kept = usize::try_from(offset.unsigned_abs()).unwrap_or(usize::MAX);
        let surplus = self.pending.len().saturating_sub(kept);
        self.pending.drain(..surplus);
    }

    /// The oldest updates, at most `limit`. They stay until they are confirmed.
    pub(crate) fn peek(&mut self, limit: usize) -> Vec<Value> {
        self.drop_unwanted();
        self.pending.iter().take(limit).cloned().collect()
    }

    /// Asks for these kinds from now on; none stands for all that need not be asked for.
    pub(crate) fn allow(&mut self, kinds: Vec<String>) {
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

    /// How many updates wait.
    pub(crate) fn len(&self) -> usize {
        self.pending.len()
    }

    fn drop_unwanted(&mut self) {
        let allowed = std::mem::take(&mut self.allowed);
        self.pending.retain(|update| is_wanted(&allowed, update));
        self.allowed = allowed;
    }
}

fn id(update: &Value) -> i64 {
    update[UPDATE_ID].as_i64().unwrap_or_default()
}

fn is_wanted(allowed: &[String], update: &Value) -> bool {
    let kind = kind(update).unwrap_or_default();
    match allowed {
        [] => !ONLY_IF_ASKED.contains(&kind),
        some => some.iter().any(|name| name == kind),
    }
}
