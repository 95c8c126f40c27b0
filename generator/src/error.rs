//! Why a model can't become Rust.

use std::fmt;

/// The part of a model that can't become Rust, and the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GenerateError {
    /// The API's short name.
    pub api: String,
    /// The method, type, parameter or field, `owner` or `owner.name`; empty for the API itself.
    pub at: String,
    /// The reason.
    pub message: String,
}

impl GenerateError {
    pub(crate) fn new(api: &str, at: impl fmt::Display, message: impl Into<String>) -> Self {
        Self {
            api: api.to_owned(),
            at: at.to_string(),
            message: message.into(),
        }
    }
}

impl fmt::Display for GenerateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.api.escape_debug())?;
        if !self.at.is_empty() {
            write!(f, "{}: ", self.at.escape_debug())?;
        }
        f.write_str(&self.message)
    }
}

impl std::error::Error for GenerateError {}
