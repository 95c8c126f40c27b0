//! Requests for updates: what ties them to the loop that sends them again and again.

use std::time::Duration;

/// Lets a request be sent again and again, and its API's bots do so.
macro_rules! updates {
    ($name:ident of $api:ident to $update:ident {
        offset: $offset:ident $(, limit: $limit:ident)? $(, timeout: $timeout:ident)?
    }) => {
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

pub(crate) use updates;

/// A number of seconds, where there is one, as a time: none where it is negative.
pub(crate) fn seconds(number: impl Into<Option<i64>>) -> Duration {
    let seconds = number.into().unwrap_or_default();
    Duration::from_secs(seconds.try_into().unwrap_or_default())
}
