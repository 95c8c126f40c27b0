//! Limits that both clients share.

use std::time::Duration;

/// The time for which a server may be silent before a request fails, unless a client sets another.
pub(super) const TIMEOUT: Duration = Duration::from_secs(30);

/// The time limit for resolving a host, and again for connecting to it.
pub(super) const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// The most bytes of a file that are in memory at a time.
pub(super) const CHUNK_SIZE: usize = 256 * 1024;
