//! The queue between a response and the caller: a list of updates goes in, one update after the
//! other comes out, each with the offset that confirms it and those before it.

use std::collections::VecDeque;
use std::hash::{DefaultHasher, Hasher};
use std::io;

use serde::Serialize;

use crate::response::incoming::{Incoming, Sequenced};

/// The number of returned updates that are remembered: those of ten full responses.
const REMEMBERED: usize = 1000;

/// An update in the queue.
struct Queued<U> {
    update: Incoming<U>,
    /// The offset to request once the update is confirmed; unknown if no update around it has a
    /// number.
    next_offset: Option<i64>,
}

/// The updates that were not returned yet, and a memory of those that were.
pub(super) struct Queue<U> {
    waiting: VecDeque<Queued<U>>,
    returned: VecDeque<u64>,
    /// The offset to request next: the number after the last update that was returned.
    ///
    /// It may also decrease. A server may start again at any number, as Telegram does after a week
    /// without updates; when it is asked for a number that is too large, it returns its first
    /// update.
    offset: Option<i64>,
    has_returned: bool,
}

impl<U: Sequenced + Serialize> Queue<U> {
    pub(super) fn new(offset: Option<i64>) -> Self {
        Self {
            waiting: VecDeque::new(),
            returned: VecDeque::new(),
            offset,
            has_returned: false,
        }
    }

    /// The offset to request next.
    pub(super) fn offset(&self) -> Option<i64> {
        self.offset
    }

    /// The offset that confirms all returned updates; `None` if there were none.
    pub(super) fn confirming_offset(&self) -> Option<i64> {
        self.offset.filter(|_| self.has_returned)
    }

    /// Adds the updates of a response.
    pub(super) fn push(&mut self, updates: Vec<Incoming<U>>) {
        // A negative offset is used once: a second time it would drop newer updates.
        self.offset = self.offset.filter(|offset| *offset >= 0);
        let next_offsets = next_offsets(&updates, self.offset);
        let mut queued: Vec<_> = updates
            .into_iter()
            .zip(next_offsets)
            .map(|(update, next_offset)| Queued {
                update,
                next_offset,
            })
            .collect();
        queued.sort_by_key(|queued| queued.next_offset);
        self.waiting.extend(queued);
    }

    /// Removes and returns the next update that was not returned before.
    pub(super) fn pop(&mut self) -> Option<Incoming<U>> {
        while let Some(Queued {
            update,
            next_offset,
        }) = self.waiting.pop_front()
        {
            let fingerprint = hash_update(&update);
            let is_repeated = self.returned.contains(&fingerprint);
            self.offset = match next_offset {
                // A repeated update is confirmed again, but never leads back.
                Some(next) if is_repeated => self.offset.max(Some(next)),
                Some(next) => Some(next),
                None => self.offset,
            };
            if !is_repeated {
                self.remember(fingerprint);
                self.has_returned = true;
                return Some(update);
            }
        }
        None
    }

    fn remember(&mut self, fingerprint: u64) {
        if self.returned.len() == REMEMBERED {
            self.returned.pop_front();
        }
        self.returned.push_back(fingerprint);
    }
}

/// Finds for each update the offset to request once it is confirmed.
///
/// An update without a readable number comes before the one that follows it: in `7, ?, 9`, the
/// offsets are 8, 9, 10. At the end of a response it comes after the one before it, so that its
/// number is at least one higher: in `7, ?`, the offsets are 8 and 9. To request what comes after
/// that number skips nothing, and gets past the update in the end.
fn next_offsets<U: Sequenced>(updates: &[Incoming<U>], offset: Option<i64>) -> Vec<Option<i64>> {
    let mut later = None;
    let mut offsets: Vec<Option<i64>> = Vec::with_capacity(updates.len());
    for update in updates.iter().rev() {
        let number = update.sequence_id();
        offsets.push(number.map(|number| number.saturating_add(1)).or(later));
        later = number.or(later);
    }
    offsets.reverse();
    let mut before = offset;
    for offset in &mut offsets {
        *offset = offset.or(before.map(|before| before.saturating_add(1)));
        before = *offset;
    }
    offsets
}

/// Computes a hash of an update with its number. The number alone might come again after the
/// server has started again.
fn hash_update<U: Serialize>(update: &Incoming<U>) -> u64 {
    let mut hasher = HashWriter(DefaultHasher::new());
    // An update that was parsed from JSON has a JSON form, and hashing can't fail.
    let _ = serde_json::to_writer(&mut hasher, update);
    hasher.0.finish()
}

/// A writer that hashes the bytes written to it.
struct HashWriter(DefaultHasher);

impl io::Write for HashWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
