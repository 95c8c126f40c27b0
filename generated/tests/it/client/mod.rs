//! The clients over real connections: what goes over them, what becomes of each way to fail, and
//! that the token shows nowhere.

mod blocking;
mod events;
mod files;
mod secrets;
mod server;
mod silence;
