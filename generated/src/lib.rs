//! Bots for Telegram, SafeW and other platforms with a similar API: a typed request for each method,
//! a type for each object, and clients that send them.
//!
//! Each API is a module behind a Cargo feature of the same name, generated from the API's reference
//! page. The documentation of each method and field comes from there.
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
//!     // The same as a plain struct, to keep, to change and to send several times.
//!     let mut hello = SendMessage::new(42, "Hello again!");
//!     hello.disable_notification = Some(true);
//!     bot.send(&hello).await?;
//!
//!     // Updates, one after the other.
//!     let mut updates = bot.updates();
//!     while let Some(update) = updates.next().await {
//!         println!("{:?}", update?);
//!     }
//!     Ok(())
//! }
//! ```
//!
//! # Contents
//!
//! | to | use |
//! | --- | --- |
//! | call methods | [`Bot`], [`Request`], [`InputFile`], [`file_uri`] |
//! | handle errors | [`Error`], `Refusal` of each API, [`ApiError`], [`ApiErrorKind`], [`DecodeError`], [`TransportError`] |
//! | send failed calls again | [`Retries`] |
//! | see and change each call, set defaults, test without a server | [`Hook`], [`Bot::with_hook`], [`Bot::with_default`] |
//! | keep the platform's rate limits | [`RateLimits`] |
//! | receive updates by polling | [`Bot::updates`], [`Updates`], [`Incoming`], [`StopHandle`] |
//! | receive updates by webhook | [`Webhook`], `Webhook::serve` with the feature `http`, [`SECRET_HEADER`] |
//! | download files | [`Bot::fetch`], [`Bot::download`], [`Download`] |
//! | parse commands such as `/start` | [`Command`] |
//! | bold texts, links, mentions | [`Text`], [`TextEntity`] |
//! | check a request before it is sent | [`Request::validate`], [`ServerKind`], [`ValidationError`] |
//! | read and send data unknown to this crate | [`Extra`], [`Unknown`], [`UnknownWord`], [`Raw`] |
//! | call a test environment, or an API of your own | [`Urls`], [`Bot::with_urls`], [`CallFormat`], [`Endpoint`] |
//! | bring your own HTTP client | [`Transport`], [`AnyTransport`], [`HttpRequest`], [`HttpResponse`] |
//!
//! [`conversions`] shows which values requests take in place of others: a message for its chat, a text
//! for a button, a time for a number. [`guarantees`] documents retries, possible duplicates, time limits and secrets. The folder
//! `examples` has a bot of each kind.
//!
//! # Features
//!
//! Each API is a feature, and none is on by default. TLS is the same for both clients:
//!
//! | feature | TLS by | trusts |
//! | --- | --- | --- |
//! | `rustls-platform-verifier`, which a client turns on | `rustls` | what the system trusts |
//! | `webpki-roots` | `rustls` | what Mozilla trusts, as of the build: for containers without certificates |
//! | `native-tls` | the system's library | what the system trusts |
//!
//! Of several, the lowest in the table is used. For anything else, such as certificates of your own,
//! there is `Client::with_http`.
//!
//! # Clients
//!
//! The feature `client` has an asynchronous client over `reqwest`: `Bot::new`. The feature `blocking`
//! has one over `ureq` for programs without an asynchronous runtime: `Bot::blocking`. Without either,
//! the crate does no I/O, and you bring a [`Transport`].
//!
//! The feature `tracing`, which `client` turns on, logs each call, without its token and its body.
//!
//! # Types
//!
//! Numbers are `i64` and `f64`, lists are `Vec`, and a value of several possible types is an enum. A
//! type that the reference mentions but does not define keeps its JSON, as [`Raw`]. In types that a
//! server sends, an object is in a `Box` if that saves memory.
//!
//! # Compatibility
//!
//! A server may be newer or older than this crate. Data that the crate does not know is kept, and
//! written back unchanged: a member of an object in [`Extra`], an object with an unknown tag as
//! [`Unknown`], a value of a string enum as [`UnknownWord`]. All enums and structures may grow: a new
//! field or variant breaks no code.
//!
//! A required text, number, flag or list that is missing or `null` is read as empty, zero or false, and
//! an object that has nothing but flags as one whose flags are not set. A whole number may be written as
//! `90.0`. Any other missing object is an error, but in a list of updates it only affects its own item:
//! see [`Incoming`].

#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod conversions;
pub mod guarantees;

mod api;
mod bot;
mod call;
mod command;
mod error;
mod hook;
mod json_object;
mod polling;
mod rate_limit;
mod request;
mod response;
mod retry;
#[allow(
    dead_code,
    reason = "which of it is used depends on the APIs that are switched on"
)]
mod text;
mod trace;
mod transport;
mod unix_time;
mod unknown;
mod upload;
mod webhook;

// The generated code comes last, so that the documentation of `Bot` begins with the constructors and
// settings. It is printed by other rules than those of `rustfmt`.
#[rustfmt::skip]
mod apis;
#[allow(
    dead_code,
    unused_imports,
    unused_macros,
    reason = "which of it is used depends on the APIs that are switched on"
)]
mod support;

// A line for each API, so that rustc names the feature of one that is off.
include!("apis/exports.rs");

pub use api::Api;
pub use bot::Bot;
pub use bot::download::Download;
pub use bot::fetch::FileApi;
pub use bot::send::SendFuture;
pub use bot::setup::DefaultTransport;
pub use call::CallFormat;
pub use call::endpoint::Endpoint;
pub use call::envelope::{Envelope, SuccessValue};
pub use call::urls::Urls;
pub use command::Command;
pub use error::Error;
pub use error::api_error::{ApiError, ApiErrorKind};
pub use error::decode_error::{DecodeError, DecodeErrorKind};
pub use hook::Hook;
pub use hook::next::Next;
pub use polling::Updates;
pub use polling::request::{UpdateApi, UpdateRequest};
pub use polling::stop_handle::StopHandle;
pub use rate_limit::{RateLimit, RateLimits};
pub use request::Request;
pub use request::server::ServerKind;
pub use request::validate::{Limit, Number, Problem, Unit, ValidationError};
pub use response::incoming::{Incoming, MalformedItem, Sequenced};
pub use retry::{Migration, Retries};
pub use text::Text;
pub use text::entity::TextEntity;
pub use transport::any::{AnyDownload, AnyTransport};
pub use transport::body::Body;
pub use transport::download::{DownloadStream, DownloadTransport};
pub use transport::error::{TransportError, TransportErrorKind};
pub use transport::http_request::HttpRequest;
pub use transport::http_response::HttpResponse;
#[cfg(feature = "client")]
pub use transport::reqwest::{Client, download::ClientDownload};
#[cfg(feature = "blocking")]
pub use transport::ureq::{
    BlockingClient, blocking_call::BlockingCall, download::BlockingDownload,
};
pub use transport::{Transport, WithLimits};
pub use unix_time::UnixTime;
pub use unknown::Unknown;
pub use unknown::extra::Extra;
pub use unknown::raw::Raw;
pub use unknown::word::UnknownWord;
pub use upload::file_uri::file_uri;
pub use upload::files::{FilePart, Files};
#[cfg(feature = "client")]
pub use upload::input_file::ByteStream;
pub use upload::input_file::{InputFile, SingleUse, Source};
pub use webhook::error::WebhookError;
#[cfg(feature = "http")]
pub use webhook::reply::Reply;
pub use webhook::secret::InvalidSecret;
pub use webhook::{SECRET_HEADER, Webhook};
