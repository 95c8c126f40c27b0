//! A fake Bot API server, driven by a schema.

mod act;
mod answer;
mod api;
mod call;
mod check;
pub mod cli;
mod decode;
mod echo;
mod edge;
mod fault;
mod files;
mod known;
mod load;
mod message;
mod queue;
mod record;
mod sample;
mod server;
mod shared;
mod webhook;

pub use api::Api;
pub use call::UploadRecord;
pub use check::Problem;
pub use fault::{Effect, Fault, Kind};
pub use files::StoredFile;
pub use load::{LoadError, find_apis};
pub use record::Record;
pub use server::{ControlError, Options, Server, TOKEN};
