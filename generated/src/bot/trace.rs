//! What there is to log about a call: events of `tracing`, where the feature of that name is on,
//! else nothing. None has the URL, the token, or a body.

#[cfg(feature = "tracing")]
pub(crate) use self::on::{Watch, moved, resent};

#[cfg(not(feature = "tracing"))]
pub(crate) use self::off::{Watch, moved, resent};

#[cfg(feature = "tracing")]
mod on {
    use std::time::{Duration, Instant};

    use tracing::{debug, info, warn};

    use crate::bot::transport::{Call, Reply};
    use crate::error::Error;
    use crate::error::failure::Failure;
    use crate::retry::Migration;

    /// A call that was started.
    pub(crate) struct Watch {
        method: &'static str,
        attempt: u32,
        started: Instant,
    }

    impl Watch {
        pub(crate) fn start(call: &Call<'_>, attempt: u32) -> Self {
            Self {
                method: call.method(),
                attempt,
                started: Instant::now(),
            }
        }

        /// The call has ended.
        pub(crate) fn end(self, reply: &Result<Reply, Failure>) {
            let (method, attempt) = (self.method, self.attempt);
            let elapsed_ms = self.started.elapsed().as_millis() as u64;
            match reply {
                Ok(Reply { status, .. }) => debug!(method, attempt, status, elapsed_ms, "answered"),
                Err(failure) => debug!(method, attempt, %failure, elapsed_ms, "not answered"),
            }
        }
    }

    /// A call is to be sent again.
    pub(crate) fn resent(method: &'static str, attempt: u32, error: &Error, wait: Duration) {
        let delay_ms = wait.as_millis() as u64;
        warn!(method, attempt, %error, delay_ms, "failed, is sent again");
    }

    /// A call is to be sent to a chat's new id.
    pub(crate) fn moved(method: &'static str, Migration { from, to }: Migration) {
        info!(method, from, to, "the chat has a new id");
    }
}

#[cfg(not(feature = "tracing"))]
mod off {
    use std::time::Duration;

    use crate::bot::transport::{Call, Reply};
    use crate::error::Error;
    use crate::error::failure::Failure;
    use crate::retry::Migration;

    pub(crate) struct Watch;

    impl Watch {
        pub(crate) fn start(_: &Call<'_>, _: u32) -> Self {
            Self
        }

        pub(crate) fn end(self, _: &Result<Reply, Failure>) {}
    }

    pub(crate) fn resent(_: &'static str, _: u32, _: &Error, _: Duration) {}

    pub(crate) fn moved(_: &'static str, _: Migration) {}
}
