//! Moments, as a server counts them: in seconds since 1970.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// A moment in seconds since 1970-01-01 00:00 UTC, which requests take in place of such a number: from
/// a [`SystemTime`], or from the number.
///
/// ```
/// use std::time::{Duration, UNIX_EPOCH};
///
/// use generated::UnixTime;
///
/// let later = UNIX_EPOCH + Duration::from_millis(90_500);
/// assert_eq!(UnixTime::from(later).as_seconds(), 90);
/// assert_eq!(UnixTime::from(90).to_system_time(), UNIX_EPOCH + Duration::from_secs(90));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnixTime(i64);

impl UnixTime {
    /// The number of seconds, negative before 1970.
    pub fn as_seconds(self) -> i64 {
        self.0
    }

    /// The same moment for the system's clock. It is 1970 if that clock does not reach as far, which no
    /// moment within a thousand years is.
    pub fn to_system_time(self) -> SystemTime {
        let distance = Duration::from_secs(self.0.unsigned_abs());
        let time = if self.0 < 0 {
            UNIX_EPOCH.checked_sub(distance)
        } else {
            UNIX_EPOCH.checked_add(distance)
        };
        time.unwrap_or(UNIX_EPOCH)
    }
}

impl From<i64> for UnixTime {
    fn from(seconds: i64) -> Self {
        Self(seconds)
    }
}

impl From<i32> for UnixTime {
    fn from(seconds: i32) -> Self {
        Self(seconds.into())
    }
}

/// Leaves out what a second has begun of: 1.9 seconds after 1970 are 1, and 0.1 before are -1.
impl From<SystemTime> for UnixTime {
    fn from(time: SystemTime) -> Self {
        let seconds = match time.duration_since(UNIX_EPOCH) {
            Ok(after) => i64::try_from(after.as_secs()).unwrap_or(i64::MAX),
            Err(before) => {
                let before = before.duration();
                let begun = u64::from(before.subsec_nanos() > 0);
                let seconds = i64::try_from(before.as_secs().saturating_add(begun));
                seconds.map_or(i64::MIN, |seconds| -seconds)
            }
        };
        Self(seconds)
    }
}
