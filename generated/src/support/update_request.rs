//! Requests for updates: the code that lets the polling loop send them again and again.

use std::time::Duration;

/// Lets the polling loop use a request: which parameters it sets, and which updates it receives.
///
/// ```text
/// update_request! { GetUpdates of Telegram, update { Update } offset { offset } limit { limit } }
/// ```
macro_rules! update_request {
    ($name:ident of $api:ident, update { $update:ident } offset { $offset:ident }
    $(limit { $limit:ident })? $(timeout { $timeout:ident })?) => {
        impl crate::UpdateRequest for $name {
            type Update = $update;

            fn offset_mut(&mut self) -> &mut Option<i64> {
                &mut self.$offset
            }
            $(
                fn limit_mut(&mut self) -> Option<&mut Option<i64>> {
                    Some(&mut self.$limit)
                }
            )?
            $(
                fn timeout_mut(&mut self) -> Option<&mut Option<i64>> {
                    Some(&mut self.$timeout)
                }
            )?
        }

        impl crate::UpdateApi for $api {
            type Update = $update;
            type UpdateRequest = $name;
        }
    };
}

pub(crate) use update_request;

/// Converts a number of seconds to a duration: zero if it is absent or negative.
pub(crate) fn duration_from_seconds(seconds: impl Into<Option<i64>>) -> Duration {
    let seconds = seconds.into().unwrap_or_default();
    Duration::from_secs(seconds.try_into().unwrap_or_default())
}
