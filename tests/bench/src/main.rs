//! Benchmarks of reading updates and of calls, beside a peer in the same run.
//!
//! Run it in this folder:
//!
//! - `cargo run --release` reads and writes updates; a further argument is another folder of them.
//! - `cargo run --release builds` builds the types; a further argument is the number of rounds.
//! - `cargo run --release round-trip` makes calls to a server on this machine.
//! - `cargo run --release upload` sends a large file there.

mod builds;
mod canned;
mod compare;
mod count;
mod peer;
mod read;
mod round_trip;
mod server;
mod upload;

fn main() {
    let mut arguments = std::env::args().skip(1);
    match arguments.next().as_deref() {
        Some("builds") => {
            let rounds = arguments
                .next()
                .map_or(5, |count| count.parse().expect("a number"));
            builds::compare_builds(rounds);
        }
        Some("round-trip") => round_trip::compare_crates(),
        Some("upload") => upload::compare_uploads(),
        Some("serve") => server::serve(),
        Some("call") => round_trip::make_calls(&arguments.collect::<Vec<_>>()),
        folder => read::compare_readers(folder.map(str::to_owned)),
    }
}
