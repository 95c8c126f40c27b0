//! What the tests of this workspace share.

pub mod copy;
pub mod fault;
pub mod hostile;
pub mod pages;
pub mod random;
pub mod report;
pub mod robust;
