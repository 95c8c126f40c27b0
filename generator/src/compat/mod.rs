//! Compatibility with the code of users: the arguments of constructors, differences between
//! two schemas, and the record of arguments that a page no longer requires.

pub mod constructor;
pub mod diff;
pub mod required_history;
