//! What the tests of this workspace share.

pub mod fault;
pub mod pages;
pub mod random;
pub mod report;
