//! The attempts at one call: in comes an error, out comes the next attempt and when to make it, or
//! the same error where there is none.

use std::time::Duration;

use super::backoff;
use super::fate::Fate;
use super::{Migration, Retries};
use crate::bot::trace;
use crate::bot::transport::Call;
use crate::error::Error;
use crate::request::members::{member, with_member};

/// The attempts at one call so far.
pub(crate) struct Attempts<'p> {
    policy: Option<&'p Retries>,
    made: u32,
    moved: Option<i64>,
}

impl<'p> Attempts<'p> {
    /// The first attempt, and the policy for those after it.
    pub(crate) fn new(policy: Option<&'p Retries>) -> Self {
        Self {
            policy,
            made: 1,
            moved: None,
        }
    }

    /// The number of the attempt, from 1.
    pub(crate) fn number(&self) -> u32 {
        self.made
    }

    /// The call to send once more, and how long to wait before; or the error, where it is the
    /// last word.
    pub(crate) fn again<'a>(
        &mut self,
        error: Error,
        call: impl FnOnce() -> Result<Call<'a>, Error>,
    ) -> Result<(Duration, Call<'a>), Error> {
        let fate = Fate::of(&error);
        let (Some(policy), true) = (self.policy, fate != Fate::Final) else {
            return Err(error);
        };
        // What went wrong first is of more use than why it can't be sent again.
        let call = call().ok().filter(|call| call.files().are_there());
        let next = call.and_then(|call| match fate {
            Fate::Moved(chat) => self.follow(policy, chat, call),
            fate => self.later(policy, fate, call, &error),
        });
        let next = next.ok_or(error)?;
        self.made = self.made.saturating_add(1);
        Ok(next)
    }

    /// The same call after a while, where it is safe and there are attempts left.
    fn later<'a>(
        &self,
        policy: &Retries,
        fate: Fate,
        call: Call<'a>,
        error: &Error,
    ) -> Option<(Duration, Call<'a>)> {
        let counted = self.made - u32::from(self.moved.is_some());
        if counted >= policy.attempts {
            return None;
        }
        match fate {
            Fate::Early | Fate::Unsent => {}
            Fate::Unknown if policy.at_least_once || only_reads(call.method()) => {}
            _ => return None,
        }
        let wait = match error.retry_after().filter(|asked| !asked.is_zero()) {
            Some(asked) if asked > policy.max_wait => return None,
            Some(asked) => asked,
            None => backoff::delay(policy.first_delay, policy.max_delay, counted),
        };
        let call = match self.moved {
            Some(chat) => to_chat(call, chat)?,
            None => call,
        };
        trace::resent(call.method(), self.made, error, wait);
        Some((wait, call))
    }

    /// The call to the chat's new id, once.
    fn follow<'a>(
        &mut self,
        policy: &Retries,
        to: i64,
        call: Call<'a>,
    ) -> Option<(Duration, Call<'a>)> {
        // Only a group can have moved, and it has a number.
        let from = member(call.json(), "chat_id")?.trim_matches('"');
        let from = from.parse().ok().filter(|from| *from != to)?;
        if self.moved.is_some() {
            return None;
        }
        let migration = Migration { from, to };
        trace::moved(call.method(), migration);
        if let Some(migrated) = &policy.migrated {
            migrated(migration);
        }
        self.moved = Some(to);
        Some((Duration::ZERO, to_chat(call, to)?))
    }
}

/// The call with the chat's new id.
fn to_chat(call: Call<'_>, chat: i64) -> Option<Call<'_>> {
    let json = with_member(call.json(), "chat_id", &chat.to_string())?;
    Some(call.with_json(json))
}

/// Whether a method changes nothing, so that to call it twice is to call it once. The names of all
/// APIs of this kind start with the verb, in whatever case a caller writes it; and one that gets
/// something does nothing else.
fn only_reads(method: &str) -> bool {
    let verb = method.get(..3);
    verb.is_some_and(|verb| verb.eq_ignore_ascii_case("get"))
}
