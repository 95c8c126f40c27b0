//! What the tests of this workspace share.

pub mod fault;
pub mod report;
