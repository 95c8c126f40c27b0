//! The account of a page: every part of its text is a slot, prose on purpose, or in a finding.

mod groups;
