//! When each message is sent: in come a chat and the time, out comes how long to wait. A slot is
//! taken under a short lock and waited for outside of it, so that turns are in the order of calls.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::{Pace, Rate};

/// The longest time of a rate.
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// How many chats are kept before it is asked which are idle.
const ROOM: usize = 64;

/// The slots that are taken.
pub(crate) struct Slots {
    pace: Pace,
    taken: Mutex<Taken>,
}

struct Taken {
    overall: Times,
    chats: HashMap<String, Times>,
    room: usize,
}

/// The times of the last messages, and of those that wait for their turn, in their order.
#[derive(Default)]
struct Times(VecDeque<Instant>);

impl Slots {
    pub(crate) fn new(pace: Pace) -> Self {
        let taken = Mutex::new(Taken {
            overall: Times::default(),
            chats: HashMap::new(),
            room: ROOM,
        });
        Self { pace, taken }
    }

    /// Takes a slot in a chat, and says how long it is until then.
    pub(super) fn take_in_chat(&self, chat: &str, now: Instant) -> Duration {
        let rates = match chat.starts_with(['-', '@']) {
            true => &[self.pace.chat, self.pace.group][..],
            false => &[self.pace.chat],
        };
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        taken.forget(&self.pace, now);
        match taken.chats.get_mut(chat) {
            Some(times) => times.take(rates, now),
            None => taken
                .chats
                .entry(chat.to_owned())
                .or_default()
                .take(rates, now),
        }
    }

    /// Takes a slot among the messages to all chats, and says how long it is until then.
    pub(super) fn take(&self, now: Instant) -> Duration {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        taken.overall.take(&[self.pace.overall], now)
    }
}

impl Taken {
    /// Drops chats that nothing was sent to for so long that it makes no difference. It looks
    /// only once there are twice as many as were left the last time, so that a call costs little.
    fn forget(&mut self, pace: &Pace, now: Instant) {
        if self.chats.len() < self.room {
            return;
        }
        let longest = time(pace.chat).max(time(pace.group));
        let recent = |times: &Times| times.0.back().is_some_and(|last| *last + longest > now);
        self.chats.retain(|_, times| recent(times));
        self.room = ROOM.max(2 * self.chats.len());
    }
}

impl Times {
    /// Takes the first slot that all rates allow.
    fn take(&mut self, rates: &[Rate], now: Instant) -> Duration {
        let slots = rates.iter().map(|rate| self.next(*rate, now));
        let slot = slots.max().unwrap_or(now);
        self.0.push_back(slot);
        let longest = rates
            .iter()
            .map(|rate| time(*rate))
            .max()
            .unwrap_or_default();
        while self.0.front().is_some_and(|first| *first + longest <= now) {
            self.0.pop_front();
        }
        slot.saturating_duration_since(now)
    }

    /// The first slot that a rate allows: as long after the message `count` before it as the rate
    /// says.
    fn next(&self, rate: Rate, now: Instant) -> Instant {
        let count = usize::try_from(rate.count.max(1)).unwrap_or(usize::MAX);
        let before = self.0.len().checked_sub(count);
        let before = before.and_then(|place| self.0.get(place));
        before.map_or(now, |before| now.max(*before + time(rate)))
    }
}

fn time(rate: Rate) -> Duration {
    rate.per.min(DAY)
}

#[cfg(test)]
#[path = "slots_tests.rs"]
mod tests;
