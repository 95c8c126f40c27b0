//! What the tests of this workspace share.

pub mod copy;
pub mod edits;
pub mod fault;
pub mod fixtures;
pub mod hostile;
pub mod pages;
pub mod random;
pub mod real_pages;
pub mod report;
pub mod robust;
