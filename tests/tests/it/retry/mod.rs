//! Retries: which calls are sent again and when, and which never are.

mod connection;
mod migration;
mod policy;
mod server;
