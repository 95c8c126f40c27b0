//! Exponential backoff with jitter: delays that double, with a random part, so that many clients
//! that failed at once don't come back at once.

use std::hash::{BuildHasher, RandomState};
use std::time::Duration;

/// Returns a random part of the longest delay for an attempt, counted from 1.
///
/// With `first` at 1 second and `cap` at 30, the longest delays are 1, 2, 4, 8, 16, 30, 30, …
/// seconds, and the delay is anything below them ("full jitter").
pub(crate) fn delay(first: Duration, cap: Duration, attempt: u32) -> Duration {
    longest_delay(first, cap, attempt).mul_f64(random_fraction())
}

/// Returns a delay of at least half of the longest for an attempt. It suits loops that never end,
/// which must not come back at once again and again.
pub(crate) fn delay_from_half(first: Duration, cap: Duration, attempt: u32) -> Duration {
    let half = longest_delay(first, cap, attempt) / 2;
    half + half.mul_f64(random_fraction())
}

fn longest_delay(first: Duration, cap: Duration, attempt: u32) -> Duration {
    let factor = 2_u32.saturating_pow(attempt.saturating_sub(1));
    first.saturating_mul(factor).min(cap)
}

/// Returns a random number from 0 up to, but not including, 1.
///
/// The keys of a `RandomState` come from the system's randomness, once per thread, and each new
/// one has others; the hash spreads them over all bits. That is no secret, but evenly distributed,
/// which is all that jitter needs. A `f64` has 53 bits of precision, so 11 of the 64 are dropped.
fn random_fraction() -> f64 {
    let bits = RandomState::new().hash_one(()) >> 11;
    bits as f64 / (1_u64 << 53) as f64
}

#[cfg(test)]
mod tests {
    use super::{Duration, delay, delay_from_half};

    fn longest_of(attempt: u32) -> Duration {
        let (first, cap) = (Duration::from_millis(500), Duration::from_secs(3));
        let delays = (0..300).map(|_| delay(first, cap, attempt));
        delays.max().unwrap_or_default()
    }

    #[test]
    fn it_doubles_up_to_the_cap() {
        for (attempt, most) in [(1, 500), (2, 1000), (3, 2000), (4, 3000), (u32::MAX, 3000)] {
            let (found, most) = (longest_of(attempt), Duration::from_millis(most));
            assert!(found <= most && found > most.mul_f64(0.9), "{found:?}");
        }
    }

    #[test]
    fn it_is_spread_evenly() {
        let second = Duration::from_secs(1);
        let delays = (0..4000).map(|_| delay(second, second, 1).as_secs_f64());
        let mut quarters = [0; 4];
        for delay in delays {
            quarters[(delay * 4.0) as usize] += 1;
        }
        assert!(
            quarters.iter().all(|n| (800..1200).contains(n)),
            "{quarters:?}"
        );
    }

    #[test]
    fn one_from_half_is_never_shorter() {
        let (first, cap) = (Duration::from_secs(2), Duration::from_secs(6));
        for (attempt, most) in [(1, 2), (2, 4), (3, 6), (u32::MAX, 6)] {
            let most = Duration::from_secs(most);
            let delays: Vec<_> = (0..300)
                .map(|_| delay_from_half(first, cap, attempt))
                .collect();
            let (low, high) = (delays.iter().min(), delays.iter().max());
            assert!(low >= Some(&(most / 2)) && low < Some(&most.mul_f64(0.6)));
            assert!(high <= Some(&most) && high > Some(&most.mul_f64(0.9)));
        }
    }
}
