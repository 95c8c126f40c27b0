//! The state of one bot: its updates, its webhook, its files and its polls.

use serde_json::{Map, Value};

use crate::files::Files;
use crate::queue::Queue;
use crate::response::{Answer, Refusal, Success};
use crate::webhook::Webhook;
use crate::words;

const WEBHOOK_SET: &str = "terminated by setWebhook request";
const WEBHOOK_ACTIVE: &str = "can't use getUpdates method while webhook is active; \
     use deleteWebhook to delete the webhook first";
/// The longest that a poll waits, in seconds.
const LONGEST_POLL: u64 = 50;
/// The number of updates that a poll takes by default, and at most.
const MOST_UPDATES: u64 = 100;

/// The state of a bot.
#[derive(Debug, Default)]
pub(crate) struct Bot {
    pub(crate) queue: Queue,
    pub(crate) webhook: Webhook,
    pub(crate) files: Files,
    /// The number of messages that it sent.
    pub(crate) messages: i64,
    /// The number of polls so far; only the last of them is served.
    polls: u64,
}

/// A call that waits for updates.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Poll {
    number: u64,
    limit: usize,
    /// The longest time that it waits, in seconds.
    pub(crate) timeout: u64,
}

impl Bot {
    /// Starts a poll with the parameters of `getUpdates`, which ends the one before.
    pub(crate) fn start_poll(&mut self, params: &Map<String, Value>) -> Result<Poll, Refusal> {
        if self.webhook.is_set() {
            return Err(Refusal::conflict(WEBHOOK_ACTIVE));
        }
        let number = |name: &str| params.get(name).and_then(Value::as_i64);
        let natural = |name: &str| number(name).and_then(|number| u64::try_from(number).ok());
        self.polls += 1;
        self.set_allowed_updates(params);
        if let Some(offset) = number("offset") {
            self.queue.confirm(offset);
        }
        let limit = natural("limit")
            .unwrap_or(MOST_UPDATES)
            .clamp(1, MOST_UPDATES);
        Ok(Poll {
            number: self.polls,
            limit: usize::try_from(limit).unwrap_or(usize::MAX),
            timeout: natural("timeout").unwrap_or_default().min(LONGEST_POLL),
        })
    }

    /// Returns the answer to a poll; `None` where it has to wait, unless this is its `last` chance.
    pub(crate) fn answer_poll(&self, poll: Poll, last: bool) -> Option<Answer> {
        if self.webhook.is_set() {
            return Some(Err(Refusal::conflict(WEBHOOK_SET)));
        }
        if self.polls > poll.number {
            return Some(Err(Refusal::other_poll()));
        }
        // A reset while it waited leaves fewer polls than its number.
        let is_old = self.polls < poll.number;
        let updates = self.queue.peek(poll.limit);
        if updates.is_empty() && !last && !is_old {
            return None;
        }
        Some(Ok(Value::from(updates).into()))
    }

    /// Sets the webhook. An empty address removes it.
    pub(crate) fn set_webhook(&mut self, params: &Map<String, Value>) -> Answer {
        let webhook = Webhook::from_params(params)?;
        if !webhook.is_set() {
            return Ok(self.delete_webhook(params));
        }
        let is_new = !self.webhook.is_same(&webhook);
        self.webhook = webhook;
        self.set_allowed_updates(params);
        self.drop_pending_updates(params);
        Ok(tell_webhook(words::WEBHOOK_SET, is_new))
    }

    /// Removes the webhook.
    pub(crate) fn delete_webhook(&mut self, params: &Map<String, Value>) -> Success {
        let was_set = self.webhook.is_set();
        self.webhook = Webhook::default();
        self.drop_pending_updates(params);
        tell_webhook(words::WEBHOOK_DELETED, was_set)
    }

    /// Sets which kinds of updates are wanted, if the parameters name some.
    fn set_allowed_updates(&mut self, params: &Map<String, Value>) {
        if let Some(kinds) = params.get("allowed_updates").and_then(Value::as_array) {
            let kinds = kinds.iter().filter_map(Value::as_str).map(str::to_owned);
            self.queue.set_allowed(kinds.collect());
        }
    }

    fn drop_pending_updates(&mut self, params: &Map<String, Value>) {
        if params.get("drop_pending_updates") == Some(&Value::Bool(true)) {
            self.queue.clear();
        }
    }
}

/// Tells what became of a webhook: the second of these words where something changed.
fn tell_webhook(words: [&'static str; 2], is_changed: bool) -> Success {
    Success {
        result: true.into(),
        description: Some(words[usize::from(is_changed)]),
    }
}
