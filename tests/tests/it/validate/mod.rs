//! Checks of a request before it is sent.

mod complete;
mod limits;
