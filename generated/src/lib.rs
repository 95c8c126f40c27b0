//! Typed requests and responses of bot platforms.
//!
//! Each API is a module behind a Cargo feature of the same name, generated from the API's
//! reference page: a struct per method, a type per object, and a method on [`Bot`] per method.
//!
//! The crate does no I/O of its own: a [`Transport`] carries a [`Call`] to the server. Everything
//! else, from the JSON of a request to the error in a response, is here.
//!
#![cfg_attr(feature = "safew", doc = "```")]
#![cfg_attr(not(feature = "safew"), doc = "```ignore")]
//! use generated::safew::{Bot, SendMessage};
//! use generated::{Error, InputFile, Transport};
//!
//! async fn greet(bot: &Bot<impl Transport>) -> Result<(), Error> {
//!     bot.send_message(42, "Hello!").await?;
//!     bot.send_photo("@cats", InputFile::path("cat.jpg"))
//!         .caption("A cat.")
//!         .has_spoiler(true)
//!         .await?;
//!
//!     // The same as a plain struct, to keep, to change and to send more than once.
//!     let mut hello = SendMessage::new(42, "Hello again!");
//!     hello.disable_notification = Some(true);
//!     bot.send(&hello).await?;
//!     Ok(())
//! }
//! # fn main() {}
//! ```
//!
//! Numbers are `i64` and `f64`, lists are `Vec`, and what may be one of several types is an enum.
//! A type that the page names but does not define keeps its JSON, as [`Raw`]. What a newer server
//! sends, a field, a variant or a value, is kept and written back as it came.
//!
//! A request can be held against the limits that the reference states before it is sent, by
//! [`Request::validate`]: nothing else calls it.

mod api;
mod apis;
mod bot;
mod error;
mod extra;
mod files;
mod incoming;
mod input_file;
mod raw;
mod request;
mod response;
#[allow(
    dead_code,
    unused_imports,
    unused_macros,
    reason = "which of it is used depends on the APIs that are switched on"
)]
mod support;
mod token;
mod transport;
mod unknown;
mod validate;
mod word;

#[allow(
    unreachable_pub,
    unused_imports,
    reason = "there is nothing in it without an API"
)]
pub use apis::*;

pub use api::Api;
pub use bot::{Bot, Sending};
pub use error::{ApiError, DecodeError, Error};
pub use extra::Extra;
pub use files::{Files, Part};
pub use incoming::{Incoming, Numbered, Unread};
pub use input_file::{InputFile, Source};
pub use raw::Raw;
pub use request::Request;
pub use transport::{Call, Failure, Reply, Transport};
pub use unknown::Unknown;
pub use validate::{Invalid, Limit, Number, Problem, Unit};
pub use word::UnknownWord;
