//! The accounts: each update that was pushed, whether it was handed out, and whether it may be
//! handed out again. One byte an update.

use std::fmt::Display;

/// Set where an update may come again.
const FREE: u8 = 0x80;
/// The number of lives that are told apart; 0 stands for none.
const LIVES: u8 = 0x7f;
/// The most broken promises that are listed one by one.
const MOST_TOLD: usize = 40;

/// The updates that were pushed and handed out.
#[derive(Default)]
pub(crate) struct Ledger {
    /// For each update, the life that it was handed out in last.
    last: Vec<u8>,
    life: u8,
    /// The number that was handed out last in this life.
    newest: Option<usize>,
    /// Updates that were handed out again, as is allowed.
    pub(crate) repeated: u64,
    /// Updates that could not be read, and were handed out as such.
    pub(crate) unread: u64,
    /// Promises that were broken.
    pub(crate) broken: u64,
    /// The first of them.
    pub(crate) told: Vec<String>,
}

impl Ledger {
    /// The number of the next update that is pushed.
    pub(crate) fn add_pushed(&mut self) -> usize {
        self.last.push(0);
        self.last.len()
    }

    /// Updates that were pushed.
    pub(crate) fn count(&self) -> usize {
        self.last.len()
    }

    /// Updates that were never handed out.
    pub(crate) fn lost(&self) -> impl Iterator<Item = usize> {
        let never = self.last.iter().enumerate().filter(|(_, last)| **last == 0);
        never.map(|(at, _)| at + 1)
    }

    /// A bot starts anew.
    pub(crate) fn start_life(&mut self) {
        self.life = self.life % LIVES + 1;
        self.newest = None;
    }

    /// An update is handed out.
    pub(crate) fn handed_out(&mut self, number: usize) {
        let life = self.life;
        let Some(last) = number.checked_sub(1).and_then(|at| self.last.get_mut(at)) else {
            return self.report_broken(format_args!("{number} was never pushed"));
        };
        let before = std::mem::replace(last, life);
        if self.newest >= Some(number) {
            let newest = self.newest.unwrap_or_default();
            self.report_broken(format_args!("{number} came after {newest} in one life"));
        } else if before & FREE != 0 {
            self.repeated += 1;
        } else if before != 0 {
            self.report_broken(format_args!("{number} came again, though it was confirmed"));
        }
        self.newest = Some(number);
    }

    /// A bot is gone that could confirm nothing: what it was handed out and the server still has
    /// may come again.
    pub(crate) fn note_crash(&mut self, pending: &[usize]) {
        for number in pending {
            let last = self.last.get_mut(number - 1);
            if let Some(last) = last.filter(|last| **last == self.life) {
                *last |= FREE;
            }
        }
    }

    /// A bot is gone that says that it confirmed all: the server must have none of it any more.
    pub(crate) fn check_stop(&mut self, pending: &[usize]) {
        let kept = |number: &&usize| self.last.get(**number - 1) == Some(&self.life);
        let kept: Vec<usize> = pending.iter().filter(kept).copied().collect();
        for number in kept {
            self.report_broken(format_args!("{number} is not confirmed after a stop"));
        }
    }

    /// Notes a broken promise.
    pub(crate) fn report_broken(&mut self, what: impl Display) {
        self.broken += 1;
        if self.told.len() < MOST_TOLD {
            self.told.push(format!("life {}: {what}", self.life));
        }
    }
}
