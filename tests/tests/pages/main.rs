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

/// A Chinese page in GitBook's Markdown.
const LIGHTHOUSE: &str = include_str!("../../pages/lighthouse.md");

/// An English page, with tabs in its cells.
const HARBOUR: &str = include_str!("../../pages/harbour.md");

/// Another Chinese page: other methods, another order, other columns, mistakes of its own.
const OBSERVATORY: &str = include_str!("../../pages/observatory.md");

/// An English page in HTML.
const KITE: &str = include_str!("../../pages/kite.html");
