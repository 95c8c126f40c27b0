//! Timeouts: how long a client waits for a silent server.

mod asynchronous;
mod blocking;
