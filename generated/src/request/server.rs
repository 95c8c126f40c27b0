//! The servers whose limits differ, and the one that a request goes to.

use crate::api::Api;
use crate::bot::Bot;

/// The kind of a server. Some limits depend on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ServerKind {
    /// The API's own server, whose limits the reference states.
    Platform,
    /// A server that users run themselves. It may allow more.
    Local,
    /// Not known: a request that holds no bot may go to any server.
    Unknown,
}

/// The bot that a request holds, or `()` for none.
pub(crate) trait RequestBot {
    /// The server that the request goes to.
    #[allow(dead_code, reason = "only some APIs have limits that depend on it")]
    fn server_kind(&self) -> ServerKind;
}

impl RequestBot for () {
    fn server_kind(&self) -> ServerKind {
        ServerKind::Unknown
    }
}

impl<A: Api, T> RequestBot for &Bot<A, T> {
    fn server_kind(&self) -> ServerKind {
        (**self).server_kind()
    }
}
