//! Compatibility with the code of users: the arguments of constructors, differences between
//! two schemas, and the records of arguments that a page no longer requires, and of members that it
//! no longer has.

pub mod constructor;
pub mod diff;
pub mod removed_history;
pub mod required_history;
