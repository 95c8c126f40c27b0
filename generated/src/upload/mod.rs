//! Files to upload with a request: where their contents come from, and how the request refers to
//! them.

pub(crate) mod file_uri;
pub(crate) mod files;
pub(crate) mod input_file;
mod media_type;
#[cfg(feature = "client")]
mod stream;
