//! The updates of an answer that are still to be handed out: in comes a list, out goes one after
//! the other, each with the offset that confirms it and those before it.

use std::collections::VecDeque;
use std::hash::{DefaultHasher, Hasher};
use std::io;

use serde::Serialize;

use crate::response::incoming::{Incoming, Numbered};

/// How many updates are remembered that were handed out: ten full answers.
const REMEMBERED: usize = 1000;

/// An update in its place.
struct Queued<U> {
    update: Incoming<U>,
    /// What to ask for once it is done with; unknown where nothing around it has a number.
    next: Option<i64>,
}

/// What was not handed out yet, and what was.
pub(super) struct Queue<U> {
    waiting: VecDeque<Queued<U>>,
    seen: VecDeque<u64>,
    /// What to ask for next: the number behind the last update that was handed out.
    ///
    /// It goes down as well as up. A server may start anew at any number, as Telegram does after
    /// a week without updates; one that is asked for a number too large gives the first it has.
    offset: Option<i64>,
    handed_out: bool,
}

impl<U: Numbered + Serialize> Queue<U> {
    pub(super) fn new(offset: Option<i64>) -> Self {
        Self {
            waiting: VecDeque::new(),
            seen: VecDeque::new(),
            offset,
            handed_out: false,
        }
    }

    /// What to ask for next.
    pub(super) fn offset(&self) -> Option<i64> {
        self.offset
    }

    /// What confirms all that was handed out; `None` where nothing was.
    pub(super) fn confirming(&self) -> Option<i64> {
        self.offset.filter(|_| self.handed_out)
    }

    /// Takes in an answer.
    pub(super) fn put(&mut self, answer: Vec<Incoming<U>>) {
        // A negative offset has done its work: a second time it would drop what came since.
        self.offset = self.offset.filter(|offset| *offset >= 0);
        let next = following(&answer, self.offset);
        let queued = answer.into_iter().zip(next);
        let mut queued: Vec<_> = queued
            .map(|(update, next)| Queued { update, next })
            .collect();
        queued.sort_by_key(|queued| queued.next);
        self.waiting.extend(queued);
    }

    /// Takes the next update that was not handed out before.
    pub(super) fn take(&mut self) -> Option<Incoming<U>> {
        while let Some(Queued { update, next }) = self.waiting.pop_front() {
            let mark = mark(&update);
            let is_repeated = self.seen.contains(&mark);
            self.offset = match next {
                // What comes again is confirmed again, but leads nowhere back.
                Some(next) if is_repeated => self.offset.max(Some(next)),
                Some(next) => Some(next),
                None => self.offset,
            };
            if !is_repeated {
                self.remember(mark);
                self.handed_out = true;
                return Some(update);
            }
        }
        None
    }

    fn remember(&mut self, mark: u64) {
        if self.seen.len() == REMEMBERED {
            self.seen.pop_front();
        }
        self.seen.push_back(mark);
    }
}

/// For each update, what to ask for once it is done with.
///
/// An update whose number can't be read lies before the one that follows it. At the end of an
/// answer it lies behind the one before it, so that its number is at least one higher: to ask for
/// what is behind that number skips nothing, and gets past it in the end.
fn following<U: Numbered>(answer: &[Incoming<U>], offset: Option<i64>) -> Vec<Option<i64>> {
    let mut later = None;
    let mut next: Vec<Option<i64>> = Vec::with_capacity(answer.len());
    for update in answer.iter().rev() {
        let number = update.number();
        next.push(number.map(|number| number.saturating_add(1)).or(later));
        later = number.or(later);
    }
    next.reverse();
    let mut before = offset;
    for next in &mut next {
        *next = next.or(before.map(|before| before.saturating_add(1)));
        before = *next;
    }
    next
}

/// What tells an update from all others: its contents, with its number. A number alone might come
/// again after the server has started anew.
fn mark<U: Serialize>(update: &Incoming<U>) -> u64 {
    let mut hasher = Hashing(DefaultHasher::new());
    // What came as JSON has a JSON form, and to hash it can't fail.
    let _ = serde_json::to_writer(&mut hasher, update);
    hasher.0.finish()
}

/// Hashes what is written to it.
struct Hashing(DefaultHasher);

impl io::Write for Hashing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
