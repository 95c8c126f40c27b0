//! Long polling: confirmation, recovery, numbering, pauses and stops.

mod chance;
mod confirms;
mod faults;
mod idles;
mod numbers;
mod stops;
mod stream;
mod support;
mod survives;
