//! The scripts in `.ci`, run in small repositories: with a `cargo` that is ours, and a page from
//! a server of ours.

mod propose;
mod release;
mod repository;
mod update;
