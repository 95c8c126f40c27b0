//! A call as data: what the edge read from a request, in whatever encoding it came.

use bytes::Bytes;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A parameter as it was given.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Given {
    /// A text: in a query string or a form. It may stand for a number, a flag or JSON.
    Text(String),
    /// A member of a JSON object.
    Json(Value),
}

/// What a request gave: parameters in their order, and files.
#[derive(Clone, Debug, Default)]
pub(crate) struct Incoming {
    pub(crate) params: Vec<(String, Given)>,
    pub(crate) files: Vec<Upload>,
}

/// A file that was uploaded with a call.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Upload {
    /// What there is to know about it.
    pub(crate) file: UploadRecord,
    /// Its media type, where the request states one.
    pub(crate) mime_type: Option<String>,
    /// Its contents, unless they are more than what is kept.
    pub(crate) contents: Option<Bytes>,
}

/// A file that was uploaded with a call, without its contents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UploadRecord {
    /// The name of its part in the form.
    pub name: String,
    /// What the client calls it.
    pub file_name: String,
    /// Its size in bytes.
    pub file_size: u64,
    /// The SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
}
