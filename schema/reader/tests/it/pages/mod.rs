//! Pages of our own, with every quirk that real pages have, and what the reader makes of them.

mod alternatives;
mod broken;
mod enums;
mod facts;
mod fixtures;
mod foreign;
mod headings;
mod layout;
mod nested;
mod parts;
mod phrasings;
mod required;
mod returns;
mod types;
mod version;

use testing::fixtures::{HARBOUR, KITE, LIGHTHOUSE, OBSERVATORY};
