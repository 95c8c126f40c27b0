//! What generated code calls by name: everything of the runtime that it needs, in one place.

mod attach;
mod check;
mod find;
mod limits;
mod present;
mod untyped;

pub(crate) use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub(crate) use self::attach::Attach;
pub(crate) use self::check::{At, Check};
pub(crate) use self::find::Find;
pub(crate) use self::untyped::Untyped;
pub(crate) use crate::api::Api;
pub(crate) use crate::bot::{Sending, start};
pub(crate) use crate::error::Error;
pub(crate) use crate::files::Files;
pub(crate) use crate::input_file::InputFile;
pub(crate) use crate::raw::Raw;
pub(crate) use crate::request::Request;
pub(crate) use crate::transport::Transport;
pub(crate) use crate::validate::Invalid;

/// A list of what can become its items.
pub(crate) trait IntoList<T> {
    /// The list.
    fn into_list(self) -> Vec<T>;
}

impl<T, I: IntoIterator<Item: Into<T>>> IntoList<T> for I {
    fn into_list(self) -> Vec<T> {
        self.into_iter().map(Into::into).collect()
    }
}
