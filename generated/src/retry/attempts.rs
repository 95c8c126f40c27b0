//! The attempts at one call: decides after each error whether there is another attempt, and when.

use std::time::Duration;

use super::class::RetryClass;
use super::{Migration, Retries, backoff};
use crate::error::Error;
use crate::json_object::{CHAT_ID, find_chat, replace_member};
use crate::trace;
use crate::transport::http_request::HttpRequest;

/// The attempts at one call so far.
pub(crate) struct Attempts<'p> {
    policy: Option<&'p Retries>,
    count: u32,
    migrated_to: Option<i64>,
}

/// The next attempt at a call.
pub(crate) struct Attempt<'a> {
    /// The time to wait before the attempt.
    pub(crate) delay: Duration,
    /// The request to send.
    pub(crate) request: HttpRequest<'a>,
}

impl<'p> Attempts<'p> {
    /// Starts with the first attempt. Without a policy, it is the only one.
    pub(crate) fn new(policy: Option<&'p Retries>) -> Self {
        Self {
            policy,
            count: 1,
            migrated_to: None,
        }
    }

    /// The number of the current attempt, from 1.
    pub(crate) fn number(&self) -> u32 {
        self.count
    }

    /// Decides on the next attempt after an error. `build_request` builds the request again.
    ///
    /// # Errors
    ///
    /// Returns the error itself if there is no other attempt.
    pub(crate) fn next_after<'a>(
        &mut self,
        error: Error,
        build_request: impl FnOnce() -> Result<HttpRequest<'a>, Error>,
    ) -> Result<Attempt<'a>, Error> {
        let class = RetryClass::of(&error);
        let policy = match self.policy {
            Some(policy) if class != RetryClass::Permanent => policy,
            _ => return Err(error),
        };
        // The first error is more useful than the reason why the call can't be sent again.
        let Some(request) = build_request()
            .ok()
            .filter(|request| request.files().are_available())
        else {
            return Err(error);
        };
        let next = match class {
            RetryClass::Migrated(chat) => self.follow_migration(policy, chat, request),
            _ => self.retry_later(policy, class, request, &error),
        }
        .ok_or(error)?;
        self.count = self.count.saturating_add(1);
        Ok(next)
    }

    /// Sends the same call again after a delay, if that is safe and there are attempts left.
    fn retry_later<'a>(
        &self,
        policy: &Retries,
        class: RetryClass,
        request: HttpRequest<'a>,
        error: &Error,
    ) -> Option<Attempt<'a>> {
        // The attempt that followed a migration does not count.
        let counted = self.count - u32::from(self.migrated_to.is_some());
        if counted >= policy.attempts || !may_retry(policy, class, &request) {
            return None;
        }
        let delay = match error.retry_after().filter(|asked| !asked.is_zero()) {
            Some(asked) if asked > policy.max_wait => return None,
            Some(asked) => asked,
            None => backoff::delay(policy.first_delay, policy.max_delay, counted),
        };
        let request = match self.migrated_to {
            Some(chat) => replace_chat(request, chat)?,
            None => request,
        };
        trace::retried(request.api_method(), self.count, error, delay);
        Some(Attempt { delay, request })
    }

    /// Sends the call to the new id of its chat, once.
    fn follow_migration<'a>(
        &mut self,
        policy: &Retries,
        to: i64,
        request: HttpRequest<'a>,
    ) -> Option<Attempt<'a>> {
        // Only a group can be migrated, and a group has a numeric id.
        let from = find_chat(request.json())?.parse().ok()?;
        if from == to || self.migrated_to.is_some() {
            return None;
        }
        trace::migrated(request.api_method(), from, to);
        if let Some(on_migration) = &policy.on_migration {
            on_migration(Migration { from, to });
        }
        self.migrated_to = Some(to);
        Some(Attempt {
            delay: Duration::ZERO,
            request: replace_chat(request, to)?,
        })
    }
}

/// Replaces the chat's id.
fn replace_chat(request: HttpRequest<'_>, chat: i64) -> Option<HttpRequest<'_>> {
    let json = replace_member(request.json(), CHAT_ID, &chat.to_string())?;
    Some(request.with_json(json))
}

/// Returns true if a call may be sent again after an error of this class.
fn may_retry(policy: &Retries, class: RetryClass, request: &HttpRequest<'_>) -> bool {
    match class {
        RetryClass::Throttled | RetryClass::NotSent => true,
        RetryClass::MaybeExecuted => policy.at_least_once || is_read_only(request),
        RetryClass::Migrated(_) | RetryClass::Permanent => false,
    }
}

/// Returns true if a method changes nothing, so that calling it twice is harmless.
///
/// An API whose methods have verbs says so by `GET`. In all others a method's name starts with its
/// verb, and a method that gets something does nothing else: `getChat` is read-only, `sendMessage` and
/// `deleteChatPhoto` are not. Some servers accept names in any case, so `GetChat` counts too.
fn is_read_only(request: &HttpRequest<'_>) -> bool {
    let verb = request.api_method().get(..3);
    request.is_read_only() || verb.is_some_and(|verb| verb.eq_ignore_ascii_case("get"))
}
