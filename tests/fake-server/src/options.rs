//! The options of a server.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

/// The token that is used where none is named.
pub const TOKEN: &str = "123456789:fake-server-token-of-35-characters";
/// The largest file that can be fetched again, as on the real server: 20 MiB.
const KEEP_BYTES: u64 = 20 << 20;
/// The number of calls that are recorded.
const KEEP_CALLS: usize = 10_000;

/// The options of a server.
#[derive(Clone, Debug)]
pub struct Options {
    /// The address to listen on, which must be a loopback address. Port 0 takes a free one.
    pub address: SocketAddr,
    /// The token that `push_update` and its like speak of.
    pub token: String,
    /// The tokens that are known; all others get 401. Empty: every one that looks like a token.
    pub tokens: Vec<String>,
    /// Ignore unknown parameters and fields, files that nothing refers to and `null`, and accept texts
    /// for numbers in JSON, as the real server.
    pub lenient: bool,
    /// The largest file whose contents are kept, in bytes. Of a larger one only the size and the
    /// hash are known, and `getFile` refuses it.
    pub keep_bytes: u64,
    /// The number of calls that are recorded; beyond that the oldest is forgotten.
    pub keep_calls: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            address: SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 0),
            token: TOKEN.to_owned(),
            tokens: Vec::new(),
            lenient: false,
            keep_bytes: KEEP_BYTES,
            keep_calls: KEEP_CALLS,
        }
    }
}
