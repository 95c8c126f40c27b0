//! Uploads: the files of a request, their contents on the wire, and what happens to them in a
//! retry.

mod blocking;
mod contents;
mod media_type;
mod parts;
mod refused;
mod retry;
mod special;
