//! The fixture pages in `pages`: each with quirks that real pages have.

/// A Chinese page in GitBook's Markdown.
pub const LIGHTHOUSE: &str = include_str!("../pages/lighthouse.md");

/// An English page, with tabs in its cells.
pub const HARBOUR: &str = include_str!("../pages/harbour.md");

/// Another Chinese page: other methods, another order, other columns, mistakes of its own.
pub const OBSERVATORY: &str = include_str!("../pages/observatory.md");

/// An English page in HTML.
pub const KITE: &str = include_str!("../pages/kite.html");
