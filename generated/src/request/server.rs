//! The servers whose limits differ.

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
