//! What the client promises where something fails, each promise against a server that fails so:
//! the real client, over real connections.

mod answers;
mod downloads;
mod fragile;
mod polling;
mod retries;
mod server;
mod silence;
mod uploads;
mod webhook;
