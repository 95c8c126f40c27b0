//! What a bot does around a call: it sends again what failed, and keeps to a pace. Time is a
//! number here, and the server a list of answers.

mod files;
mod moved;
mod pace;
mod retries;
mod script;
