//! Updates by polling: what a loop of calls survives, what it confirms and when, how it stops.

mod chance;
mod confirms;
mod idles;
mod numbers;
mod server;
mod stops;
mod survives;
