//! Pages of our own, with every quirk that real pages have, and what the reader makes of them.

mod broken;
mod facts;
mod faults_chinese;
mod faults_english;
mod faults_html;
mod fixtures;
mod headings;
mod layout;
mod real;
mod returns;
mod stale;

use testing::fixtures::{HARBOUR, KITE, LIGHTHOUSE, OBSERVATORY};
