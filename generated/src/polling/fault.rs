//! What to do about a call that failed: in comes its error, out goes how long to wait before the
//! next, or that there is no use in one.

use std::time::Duration;

use crate::error::Error;
use crate::error::failure::FailureKind;
use crate::retry::backoff::delay_from_half;

/// The codes by which a server refuses for good: a request that is wrong, a token that is.
const FOR_GOOD: [i64; 4] = [400, 401, 403, 404];

/// Whether the same call would fail for ever.
pub(super) fn is_final(error: &Error) -> bool {
    match error {
        Error::Api(refusal) => refusal.retry_after.is_none() && FOR_GOOD.contains(&refusal.code),
        Error::Transport(failure) => *failure.kind() == FailureKind::Client,
        Error::Decode(_) => false,
        _ => true,
    }
}

/// Pauses that grow from one failure to the next.
#[derive(Clone, Debug)]
pub(super) struct Backoff {
    first: Duration,
    longest: Duration,
    failures: u32,
}

impl Backoff {
    pub(super) fn new(first: Duration, longest: Duration) -> Self {
        Self {
            first,
            longest,
            failures: 0,
        }
    }

    /// All is well again.
    pub(super) fn reset(&mut self) {
        self.failures = 0;
    }

    /// How long to wait after another failure: what the server asks for, if that is longer.
    pub(super) fn after(&mut self, error: &Error) -> Duration {
        self.failures = self.failures.saturating_add(1);
        let delay = delay_from_half(self.first, self.longest, self.failures);
        delay.max(error.retry_after().unwrap_or_default())
    }
}
