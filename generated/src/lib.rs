//! Bots for Telegram, SafeW and whatever speaks like them: a typed request for each method, a type
//! for each object, and the client that carries them.
//!
//! Each API is a module behind a Cargo feature of the same name, generated from the API's
//! reference page. What the page knows of a parameter is in its documentation. The client is the
//! feature `client`; `blocking` is one for programs without a runtime.
//!
#![cfg_attr(all(feature = "client", feature = "telegram"), doc = "```no_run")]
#![cfg_attr(not(all(feature = "client", feature = "telegram")), doc = "```ignore")]
//! use generated::telegram::{Bot, SendMessage};
//! use generated::{Error, InputFile};
//!
//! #[tokio::main]
//! async fn main() -> Result<(), Error> {
//!     let bot = Bot::new("42:token");
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
//!
//!     // What users do, one update after the other.
//!     let mut updates = bot.updates();
//!     while let Some(update) = updates.next().await {
//!         println!("{:?}", update?);
//!     }
//!     Ok(())
//! }
//! ```
//!
//! The `examples` folder has a bot of each kind; [`guarantees`] says what is sent again, what can
//! happen twice, and what is never shown. Without a client the crate is types and the rules of the
//! protocol, and does no I/O: a [`Transport`] of yours carries a [`Call`] to the server.
//!
//! Numbers are `i64` and `f64`, lists are `Vec`, and what may be one of several types is an enum.
//! A type that the page names but does not define keeps its JSON, as [`Raw`].
//!
//! # A server newer or older than this crate
//!
//! What the crate does not know is kept, and written as it came: a member of an object in its
//! [`Extra`], an object with an unknown tag as [`Unknown`], a word as [`UnknownWord`]. So all enums
//! and structures may grow, and a new field or variant breaks no code.
//!
//! A text, a number, a flag or a list that is missing where it is required is empty, zero or false;
//! so is one that is `null`. A whole number may be written `90.0`. An object that is missing is an
//! error, but one of a list of updates costs the others nothing: see [`Incoming`].
//!
//! In what a server sends, an object is behind a `Box` where that is smaller: an optional one, and
//! every one of a large structure, such as a message's chat.
//!
//! # What is sent, when, and by whom
//!
//! A bot sends each call once, and at once. It sends again what failed where you give it
//! [`Retries`], as far as that is safe, and keeps to a [`Pace`] where you give it one.
//!
//! The feature `client` has an asynchronous client over `reqwest`, by `Bot::new`; the feature
//! `blocking` one over `ureq` for programs without a runtime, by `Bot::blocking`. The feature
//! `tracing`, which `client` turns on, logs each call, without the token and without its body.
//!
//! # Updates
//!
//! [`Bot::updates`] asks for them and goes on whatever happens; a [`Webhook`] reads those that the
//! server brings. `examples/echo.rs` and `examples/webhook.rs` are a bot of either kind.
//!
//! # Before it is sent
//!
//! A request can be held against the limits that the reference states before it is sent, by
//! [`Request::validate`]: nothing else calls it.

mod api;
// Generated, and printed by other rules than those of `rustfmt`.
#[rustfmt::skip]
mod apis;
#[cfg(feature = "blocking")]
mod blocking;
mod bot;
#[cfg(feature = "client")]
mod client;
mod error;
pub mod guarantees;
mod pace;
mod polling;
mod request;
mod response;
mod retry;
#[allow(
    dead_code,
    unused_imports,
    unused_macros,
    reason = "which of it is used depends on the APIs that are switched on"
)]
mod support;
mod unknown;
mod webhook;

#[allow(
    unreachable_pub,
    unused_imports,
    reason = "there is nothing in it without an API"
)]
pub use apis::*;

pub use api::Api;
#[cfg(feature = "blocking")]
pub use blocking::{BlockingClient, BlockingFetched, Wait};
pub use bot::download::{Contents, Download, Fetch};
pub use bot::transport::{Call, DefaultTransport, Reply, Transport};
pub use bot::{Bot, Sending};
#[cfg(feature = "client")]
pub use client::{Client, Fetched, Pieces};
pub use error::decode_error::{DecodeError, DecodeErrorKind};
pub use error::failure::{Failure, FailureKind};
pub use error::{ApiError, Error};
pub use pace::{Pace, Rate};
pub use polling::{Stopper, UpdateApi, UpdateRequest, Updates};
pub use request::Request;
pub use request::body::Body;
pub use request::file_uri::file_uri;
pub use request::files::{Files, Part};
pub use request::input_file::{InputFile, Once, Source};
pub use request::validate::{Invalid, Limit, Number, Problem, Unit};
pub use response::incoming::{Incoming, Numbered, Unread};
pub use retry::{Migration, Retries};
pub use unknown::Unknown;
pub use unknown::extra::Extra;
pub use unknown::raw::Raw;
pub use unknown::word::UnknownWord;
pub use webhook::{InvalidSecret, SECRET_HEADER, Webhook, WebhookError};
