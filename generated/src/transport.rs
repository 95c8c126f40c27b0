//! The one thing that the crate does not do itself: carry a call to the server and its answer
//! back.

use std::error::Error;
use std::fmt;
use std::future::Future;

use crate::files::Files;

/// Carries calls to a server.
///
/// It sends the call's body as JSON or, where the call has files, a multipart form: one field
/// per member of the body, and one part per file. A part named like a field stands for it.
///
/// Any answer is a [`Reply`], whatever its status: what it means is not the transport's concern.
pub trait Transport: Send + Sync {
    /// Carries one call.
    ///
    /// # Errors
    ///
    /// Where no complete answer arrived.
    fn carry(&self, call: Call<'_>) -> impl Future<Output = Result<Reply, Failure>> + Send;
}

/// Why a transport got no answer.
pub type Failure = Box<dyn Error + Send + Sync>;

/// One call of a method, ready to be sent.
pub struct Call<'a> {
    url: String,
    method: &'static str,
    body: String,
    files: Files<'a>,
}

impl<'a> Call<'a> {
    pub(crate) fn new(url: String, method: &'static str, body: String, files: Files<'a>) -> Self {
        Self {
            url,
            method,
            body,
            files,
        }
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
    pub fn body(&self) -> &str {
        &self.body
    }

    /// The files to upload with it.
    pub fn files(&self) -> &Files<'a> {
        &self.files
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
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Reply {
    /// The HTTP status code.
    pub status: u16,
    /// The body, whole and unpacked.
    pub body: Vec<u8>,
}

impl Reply {
    /// An answer with this status and this body.
    pub fn new(status: u16, body: impl Into<Vec<u8>>) -> Self {
        Self {
            status,
            body: body.into(),
        }
    }
}
