//! The account of a page: every part of its text is a slot, prose on purpose, or in a finding.

mod cover;
mod groups;
mod headings;
mod html;
mod rows;
