//! The error policy of the polling loop: which errors end it, and how long it waits after the
//! others.

use std::time::Duration;

use crate::error::Error;
use crate::response::LONGEST_ASKED_PAUSE;
use crate::retry::backoff::delay_from_half;
use crate::transport::error::TransportErrorKind;

/// The codes of permanent refusals: an invalid request, or an invalid token.
const PERMANENT_CODES: [i64; 4] = [400, 401, 403, 404];

/// The first pause after an error, and the longest.
const DEFAULT_PAUSES: [Duration; 2] = [Duration::from_secs(1), Duration::from_secs(30)];

/// Returns true if the same request would always fail.
///
/// For example, `401 Unauthorized` stays, because the token does not change; `409 Conflict` (a
/// second program polls) and `502` pass. A refusal with a `retry_after` also passes.
pub(super) fn is_permanent(error: &Error) -> bool {
    match error {
        Error::Api(error) => {
            error.retry_after.is_none() && PERMANENT_CODES.contains(&error.meant_status())
        }
        Error::Transport(error) => *error.kind() == TransportErrorKind::Client,
        Error::Decode(_) => false,
        _ => true,
    }
}

/// Pauses that grow from one error to the next.
#[derive(Clone, Debug)]
pub(super) struct Backoff {
    first: Duration,
    longest: Duration,
    errors: u32,
}

impl Backoff {
    pub(super) fn new(first: Duration, longest: Duration) -> Self {
        Self {
            first,
            longest,
            errors: 0,
        }
    }

    /// Starts again with the first pause, after a success.
    pub(super) fn reset(&mut self) {
        self.errors = 0;
    }

    /// Returns the pause after another error: at least what the server asks for, up to an hour.
    pub(super) fn pause_after(&mut self, error: &Error) -> Duration {
        self.errors = self.errors.saturating_add(1);
        let delay = delay_from_half(self.first, self.longest, self.errors);
        let asked = error.retry_after().unwrap_or_default();
        delay.max(asked.min(LONGEST_ASKED_PAUSE))
    }
}

impl Default for Backoff {
    fn default() -> Self {
        let [first, longest] = DEFAULT_PAUSES;
        Self::new(first, longest)
    }
}
