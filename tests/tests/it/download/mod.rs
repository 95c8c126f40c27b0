//! Downloads: a file arrives whole, or not at all.

mod asynchronous;
mod blocking;
mod erased;
mod runtime;
