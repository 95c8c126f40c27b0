//! Decoding: results, refusals, answers that can't be read, and values of newer or older servers.

mod alternatives;
mod batch;
mod corpus;
mod faults;
mod forward;
mod mutated;
mod response;
mod sizes;
mod tolerance;
