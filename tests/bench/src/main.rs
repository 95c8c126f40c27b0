//! How fast updates are read and calls go back and forth, beside a peer in the same run.
//!
//! Run it in this folder:
//!
//! - `cargo run --release` reads updates; a further argument is another folder of them.
//! - `cargo run --release round-trip` makes calls to a server on this machine.

mod count;
mod peer;
mod read;
mod round_trip;
mod server;

fn main() {
    let mut arguments = std::env::args().skip(1);
    match arguments.next().as_deref() {
        Some("round-trip") => round_trip::compare(),
        Some("serve") => server::serve(),
        Some("call") => round_trip::run(&arguments.collect::<Vec<_>>()),
        folder => read::run(folder.map(str::to_owned)),
    }
}
