//! The interface between the generated code and the runtime: everything that generated code uses,
//! in one place.

mod conversion;
mod find;
mod from_json;
mod limits;
mod name_index;
mod object;
mod object_reader;
mod object_writer;
mod optional_value;
mod refusal;
mod request;
mod string_enum;
mod tag;
mod union;
mod untyped_json;
mod update_request;
mod validate;
mod visit_files;

pub(crate) use serde::de::{MapAccess, SeqAccess};
pub(crate) use serde::{Deserialize, Deserializer, Serialize};

pub(crate) use self::conversion::impl_from_argument;
pub(crate) use self::find::Find;
pub(crate) use self::from_json::{DefaultIfMissing, FromJson};
pub(crate) use self::name_index::{NameIndex, build_table, table_size};
pub(crate) use self::object::{
    FromObject, impl_deserialize, json_name, object, read_object, serialize_object,
    value_or_default, value_or_error,
};
pub(crate) use self::object_reader::ObjectReader;
pub(crate) use self::object_writer::ObjectWriter;
pub(crate) use self::refusal::{find_refusal, refusals};
pub(crate) use self::request::{RequestBot, request};
pub(crate) use self::string_enum::{read_string_enum, string_enum};
pub(crate) use self::union::{
    Union, impl_from, no_member, read_items, read_union, serialize_union, union,
};
pub(crate) use self::untyped_json::UntypedJson;
pub(crate) use self::update_request::{duration_from_seconds, update_request};
pub(crate) use self::validate::{FieldPath, Validate};
pub(crate) use self::visit_files::VisitFiles;
pub(crate) use crate::api::Api;
pub(crate) use crate::bot::send::send_owned;
pub(crate) use crate::request::Request;
pub(crate) use crate::request::server::ServerKind;
pub(crate) use crate::request::validate::ValidationError;
pub(crate) use crate::response::incoming::{Incoming, Sequenced};
pub(crate) use crate::unix_time::UnixTime;
pub(crate) use crate::unknown::Unknown;
pub(crate) use crate::unknown::extra::Extra;
pub(crate) use crate::unknown::raw::Raw;
pub(crate) use crate::unknown::word::UnknownWord;
pub(crate) use crate::upload::files::Files;
pub(crate) use crate::upload::input_file::InputFile;

/// The moment of a field that counts it.
pub(crate) use std::time::SystemTime;

/// A list of values that can be converted to its items.
pub(crate) trait IntoVec<T> {
    /// Converts the values.
    fn into_vec(self) -> Vec<T>;
}

impl<T, I: IntoIterator<Item: Into<T>>> IntoVec<T> for I {
    fn into_vec(self) -> Vec<T> {
        self.into_iter().map(Into::into).collect()
    }
}
