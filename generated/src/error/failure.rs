//! Why a call got no answer, and whether it may have reached the server all the same.

use std::error::Error;
use std::fmt;

/// Why a transport got no answer.
pub struct Failure {
    kind: FailureKind,
    source: Box<dyn Error + Send + Sync>,
}

/// What stood between a call and its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FailureKind {
    /// A file to upload could not be read. It has this name.
    File(String),
    /// A file to save could not be written. It has this name.
    Save(String),
    /// The call could not be made: its URL is none, or the client could not be set up.
    Client,
    /// There was no connection, so that the server has seen nothing of the call.
    Connect,
    /// The server said nothing for too long. It may have done what it was told.
    Timeout,
    /// The connection broke, or what came over it is no HTTP. The server may have done what it
    /// was told.
    Broken,
}

impl Failure {
    /// A failure of this kind.
    pub fn new(kind: FailureKind, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        let source = source.into();
        Self { kind, source }
    }

    /// A file to upload, called `name`, could not be read.
    pub fn file(name: &str, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::new(FailureKind::File(name.to_owned()), source)
    }

    /// What kind of failure it is.
    pub fn kind(&self) -> &FailureKind {
        &self.kind
    }

    /// What the transport itself says.
    pub fn source(&self) -> &(dyn Error + Send + Sync + 'static) {
        self.source.as_ref()
    }

    /// Whether it is certain that the server never saw the call, so that to send it again does
    /// nothing twice.
    pub fn is_unsent(&self) -> bool {
        matches!(self.kind, FailureKind::Connect)
    }

    pub(crate) fn into_source(self) -> (FailureKind, Box<dyn Error + Send + Sync>) {
        (self.kind, self.source)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            FailureKind::File(name) => write!(f, "can't read the file `{name}`"),
            FailureKind::Save(name) => write!(f, "can't write the file `{name}`"),
            FailureKind::Client => f.write_str("can't make the call"),
            FailureKind::Connect => f.write_str("can't connect to the server"),
            FailureKind::Timeout => f.write_str("the server did not answer in time"),
            FailureKind::Broken => f.write_str("the connection broke before the answer was whole"),
        }
    }
}

impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Failure")
            .field(&self.kind)
            .field(&self.source)
            .finish()
    }
}
