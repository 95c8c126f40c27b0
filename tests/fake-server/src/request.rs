//! A parsed request: the parameters and files of a call, whatever their encoding was.

use bytes::Bytes;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};

/// A parameter as it was given.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum ParamValue {
    /// A text: in a query string or a form. It may stand for a number, a flag or JSON.
    Text(String),
    /// A member of a JSON object.
    Json(Value),
}

/// The parameters of a request in their order, and its files.
#[derive(Clone, Debug, Default)]
pub(crate) struct ParsedRequest {
    pub(crate) params: Vec<(String, ParamValue)>,
    pub(crate) files: Vec<Upload>,
}

/// A file that was uploaded with a call.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Upload {
    /// Its name, size and hash.
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
    /// The name that the client gave it.
    pub file_name: String,
    /// Its size in bytes.
    pub file_size: u64,
    /// The SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
}

impl Upload {
    /// Makes a file of these bytes, as if it had been uploaded.
    pub(crate) fn from_bytes(file_name: &str, contents: Bytes) -> Self {
        Self {
            file: UploadRecord {
                name: String::new(),
                file_name: file_name.to_owned(),
                file_size: contents.len() as u64,
                sha256: hex(&Sha256::digest(&contents)),
            },
            mime_type: None,
            contents: Some(contents),
        }
    }
}

/// Writes bytes in hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
