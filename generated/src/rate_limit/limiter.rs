//! The limiter: gives each message a time slot. A slot is reserved under a short lock and waited
//! for outside of it, so that messages are sent in the order of the calls.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::hold::{Held, Holds};
use super::{RateLimit, RateLimits};
use crate::json_object::find_chat;
use crate::transport::Transport;
use crate::transport::http_request::HttpRequest;

/// The longest period of a limit.
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// The number of chats from which on idle ones are dropped.
const MIN_CAPACITY: usize = 64;

/// Keeps the rate limits of a bot and its clones.
pub(crate) struct Limiter {
    limits: RateLimits,
    reserved: Mutex<Reserved>,
    holds: Mutex<Holds>,
}

/// All reserved slots.
struct Reserved {
    overall: Slots,
    chats: HashMap<String, Slots>,
    capacity: usize,
}

/// The times of the last messages, and of those that wait for their turn, in order.
#[derive(Default)]
struct Slots(VecDeque<Instant>);

impl Limiter {
    pub(crate) fn new(limits: RateLimits) -> Self {
        let reserved = Mutex::new(Reserved {
            overall: Slots::default(),
            chats: HashMap::new(),
            capacity: MIN_CAPACITY,
        });
        Self {
            limits,
            reserved,
            holds: Mutex::default(),
        }
    }

    /// Waits until a request may be sent: until the pause is over that the server asked for, if it
    /// did, and until there is a slot, if the request sends a message. The call has already waited for
    /// pauses that end before `waited`.
    pub(crate) async fn wait_for_turn(
        &self,
        request: &HttpRequest<'_>,
        mut waited: Option<Instant>,
        transport: &impl Transport,
    ) {
        let held = Held::of(request);
        let pause_end = || held.as_ref().and_then(|held| self.lock_holds().end(held));
        let chat = message_chat(request.api_method(), request.json());
        loop {
            if let Some(end) = pause_end().filter(|end| waited.is_none_or(|waited| *end > waited)) {
                waited = Some(end);
                let pause = end.saturating_duration_since(Instant::now());
                sleep_unless_zero(transport, pause).await;
            }
            let Some(chat) = chat else {
                return;
            };
            // The chat's slot comes first: a call that waits for its chat delays no other chat.
            sleep_unless_zero(transport, self.reserve_in_chat(chat, Instant::now())).await;
            sleep_unless_zero(transport, self.reserve_overall(Instant::now())).await;
            // The server may have asked for a pause in the meantime.
            if pause_end() <= waited {
                return;
            }
        }
    }

    /// Notes that the server asked for a pause when it refused a call.
    pub(crate) fn hold(&self, held: Held, pause: Duration) {
        self.lock_holds().add(held, pause, Instant::now());
    }

    fn lock_holds(&self) -> MutexGuard<'_, Holds> {
        self.holds.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reserves a slot in a chat, and returns the time until then.
    fn reserve_in_chat(&self, chat: &str, now: Instant) -> Duration {
        let limits = if chat.starts_with(['-', '@']) {
            &[self.limits.chat, self.limits.group][..]
        } else {
            &[self.limits.chat]
        };
        let mut reserved = self.lock();
        reserved.drop_idle_chats(&self.limits, now);
        match reserved.chats.get_mut(chat) {
            Some(slots) => slots.reserve(limits, now),
            None => {
                let slots = reserved.chats.entry(chat.to_owned()).or_default();
                slots.reserve(limits, now)
            }
        }
    }

    /// Reserves a slot among the messages to all chats, and returns the time until then.
    fn reserve_overall(&self, now: Instant) -> Duration {
        self.lock().overall.reserve(&[self.limits.overall], now)
    }

    fn lock(&self) -> MutexGuard<'_, Reserved> {
        self.reserved.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Reserved {
    /// Drops the chats whose last message is so old that no limit counts it any more.
    ///
    /// It only looks when there are twice as many chats as were left the last time, so that a call
    /// costs little: with 100 active chats, it looks at the 200th.
    fn drop_idle_chats(&mut self, limits: &RateLimits, now: Instant) {
        if self.chats.len() < self.capacity {
            return;
        }
        let longest = capped_period(limits.chat).max(capped_period(limits.group));
        self.chats.retain(|_, slots| {
            let last = slots.0.back();
            last.is_some_and(|last| *last + longest > now)
        });
        self.capacity = MIN_CAPACITY.max(2 * self.chats.len());
    }
}

impl Slots {
    /// Reserves the first slot that all limits allow, and returns the time until then.
    fn reserve(&mut self, limits: &[RateLimit], now: Instant) -> Duration {
        let first_slots = limits.iter().map(|limit| self.first_slot(*limit, now));
        let slot = first_slots.max().unwrap_or(now);
        self.0.push_back(slot);
        let periods = limits.iter().map(|limit| capped_period(*limit));
        let longest = periods.max().unwrap_or_default();
        while self.0.front().is_some_and(|first| *first + longest <= now) {
            self.0.pop_front();
        }
        slot.saturating_duration_since(now)
    }

    /// Finds the first slot that a limit allows: one period after the message `count` before it.
    ///
    /// For example, with 3 messages in 3 seconds, the fourth message is sent 3 seconds after the
    /// first one, and the fifth 3 seconds after the second.
    fn first_slot(&self, limit: RateLimit, now: Instant) -> Instant {
        let count = usize::try_from(limit.count.max(1)).unwrap_or(usize::MAX);
        let index = self.0.len().checked_sub(count);
        index
            .and_then(|index| self.0.get(index))
            .map_or(now, |before| now.max(*before + capped_period(limit)))
    }
}

fn capped_period(limit: RateLimit) -> Duration {
    limit.per.min(DAY)
}

async fn sleep_unless_zero(transport: &impl Transport, time: Duration) {
    if !time.is_zero() {
        transport.sleep(time).await;
    }
}

/// Finds the chat to which a method sends a message, if it does: `sendPhoto` and `copyMessages` do,
/// `sendChatAction` and `sendMessageDraft` don't.
fn message_chat<'a>(method: &str, json: &'a str) -> Option<&'a str> {
    const VERBS: [&str; 3] = ["send", "copy", "forward"];
    const STATUSES: [&str; 2] = ["action", "draft"];
    let method = method.to_ascii_lowercase();
    if !VERBS.iter().any(|verb| method.starts_with(verb))
        || STATUSES.iter().any(|status| method.ends_with(status))
    {
        return None;
    }
    find_chat(json)
}

#[cfg(test)]
#[path = "limiter_tests.rs"]
mod tests;
