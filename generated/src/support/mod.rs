//! What generated code calls by name: everything of the runtime that it needs, in one place.

mod attach;
mod untyped;

pub(crate) use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub(crate) use self::attach::Attach;
pub(crate) use self::untyped::Untyped;
pub(crate) use crate::api::Api;
pub(crate) use crate::bot::{Sending, start};
pub(crate) use crate::error::Error;
pub(crate) use crate::files::Files;
pub(crate) use crate::input_file::InputFile;
pub(crate) use crate::raw::Raw;
pub(crate) use crate::request::Request;
pub(crate) use crate::transport::Transport;

/// A list of what can become its items.
pub(crate) fn list<T>(items: impl IntoIterator<Item = impl Into<T>>) -> Vec<T> {
    items.into_iter().map(Into::into).collect()
}
