//! The one thing that the core of the crate does not do itself: carry a call to the server and
//! its answer back, and wait.

use std::fmt;
use std::future::Future;
use std::time::Duration;

use crate::error::failure::Failure;
use crate::request::body::Body;
use crate::request::files::Files;

/// For how long a server may be silent before a call has failed, unless a client is told
/// otherwise.
#[cfg(any(feature = "blocking", feature = "client"))]
pub(crate) const TIMEOUT: Duration = Duration::from_secs(30);

/// For how long a server may take to be found, and again to be connected to.
#[cfg(any(feature = "blocking", feature = "client"))]
pub(crate) const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// How much of a file is in memory at a time, in bytes.
#[cfg(any(feature = "blocking", feature = "client"))]
pub(crate) const PIECE: usize = 256 * 1024;

/// Carries calls to a server.
///
/// It is all that another HTTP client takes: `POST` what [`Call::open`] gives to [`Call::url`].
/// Any answer is a [`Reply`], whatever its status: what it means is not the transport's concern.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no transport",
    note = "turn on the feature `client` of this crate, or give the bot a transport of your own"
)]
pub trait Transport: Send + Sync {
    /// Carries one call.
    ///
    /// A server that is silent for longer than the transport's own limit and [`Call::hold`]
    /// together has failed to answer.
    ///
    /// # Errors
    ///
    /// Where no complete answer arrived.
    fn carry(&self, call: Call<'_>) -> impl Future<Output = Result<Reply, Failure>> + Send;

    /// Waits, before a call that is worth a second try or that would come too early.
    fn pause(&self, time: Duration) -> impl Future<Output = ()> + Send;
}

/// What carries a bot's calls where nothing else is said.
#[cfg(feature = "client")]
pub type DefaultTransport = crate::client::Client;

/// What carries a bot's calls where nothing else is said: nothing, as the feature `client` is off.
#[cfg(not(feature = "client"))]
pub type DefaultTransport = ();

/// One call of a method, ready to be sent.
pub struct Call<'a> {
    url: String,
    method: &'static str,
    json: String,
    files: Files<'a>,
    hold: Duration,
}

impl<'a> Call<'a> {
    pub(crate) fn new(
        url: String,
        method: &'static str,
        json: String,
        files: Files<'a>,
        hold: Duration,
    ) -> Self {
        Self {
            url,
            method,
            json,
            files,
            hold,
        }
    }

    /// The same call with other parameters.
    pub(crate) fn with_json(mut self, json: String) -> Self {
        self.json = json;
        self
    }

    /// Where to send it, by `POST`. **The bot's token is a part of it**: it belongs in no log.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The method's name.
    pub fn method(&self) -> &'static str {
        self.method
    }

    /// The parameters, a JSON object.
    pub fn json(&self) -> &str {
        &self.json
    }

    /// The files to upload with it.
    pub fn files(&self) -> &Files<'a> {
        &self.files
    }

    /// How long the server was asked to hold the call open before it answers: the timeout of a
    /// long poll, mostly zero.
    pub fn hold(&self) -> Duration {
        self.hold
    }

    /// What to send: the JSON or, where there are files, a multipart form with one field for each
    /// parameter and one for each file.
    ///
    /// It opens the files on the disk, so it may block for a moment.
    ///
    /// # Errors
    ///
    /// Where a file can't be opened, or could be read but once and was.
    pub fn open(&self) -> Result<Body, Failure> {
        match self.files.is_empty() {
            true => Ok(Body::json(self.json.clone())),
            false => Body::form(&self.json, &self.files, None),
        }
    }
}

impl fmt::Debug for Call<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call")
            .field("method", &self.method)
            .field("files", &self.files)
            .finish_non_exhaustive()
    }
}

/// What a server answered.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Reply {
    /// The HTTP status code.
    pub status: u16,
    /// The header `Content-Type`.
    pub content_type: Option<String>,
    /// The header `Retry-After`, where it is a number of seconds.
    pub retry_after: Option<u64>,
    /// The body, whole and unpacked.
    pub body: Vec<u8>,
}

impl Reply {
    /// An answer with this status and this body.
    pub fn new(status: u16, body: impl Into<Vec<u8>>) -> Self {
        Self {
            status,
            content_type: None,
            retry_after: None,
            body: body.into(),
        }
    }

    /// A reply of this status whose body is still to come. Its headers are looked up by name.
    #[cfg(any(feature = "blocking", feature = "client"))]
    pub(crate) fn begun<'h>(status: u16, header: impl Fn(&str) -> Option<&'h str>) -> Self {
        Self {
            content_type: header("content-type").map(str::to_owned),
            retry_after: header("retry-after").and_then(|text| text.parse().ok()),
            ..Self::new(status, Vec::new())
        }
    }
}

impl fmt::Debug for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reply")
            .field("status", &self.status)
            .field("content_type", &self.content_type)
            .field("bytes", &self.body.len())
            .finish_non_exhaustive()
    }
}
