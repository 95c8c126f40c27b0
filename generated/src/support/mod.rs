//! What generated code calls by name: everything of the runtime that it needs, in one place.

mod attach;
mod call;
mod check;
mod fields;
mod find;
mod index;
mod limits;
mod object;
mod present;
mod read;
mod tag;
mod union;
mod untyped;
mod updates;
mod words;
mod write;

pub(crate) use serde::de::{MapAccess, SeqAccess};
pub(crate) use serde::{Deserialize, Deserializer, Serialize};

pub(crate) use self::attach::Attach;
pub(crate) use self::call::call;
pub(crate) use self::check::{At, Check};
pub(crate) use self::fields::Fields;
pub(crate) use self::find::Find;
pub(crate) use self::index::{Index, room, slots};
pub(crate) use self::object::{
    Object, deserialize, needed, object, plain, read, wire, write_object,
};
pub(crate) use self::read::{Absent, Read};
pub(crate) use self::union::{Union, choose, from, items, none, union};
pub(crate) use self::untyped::Untyped;
pub(crate) use self::updates::{seconds, updates};
pub(crate) use self::words::{word, words};
pub(crate) use self::write::Writer;
pub(crate) use crate::api::Api;
pub(crate) use crate::bot::send::send_owned;
pub(crate) use crate::request::Request;
pub(crate) use crate::request::validate::ValidationError;
pub(crate) use crate::response::incoming::{Incoming, Sequenced};
pub(crate) use crate::unknown::Unknown;
pub(crate) use crate::unknown::extra::Extra;
pub(crate) use crate::unknown::raw::Raw;
pub(crate) use crate::unknown::word::UnknownWord;
pub(crate) use crate::upload::files::Files;
pub(crate) use crate::upload::input_file::InputFile;

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
