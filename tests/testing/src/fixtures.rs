//! The fixture pages in `pages`: each with quirks that real pages have.

/// A Chinese page in GitBook's Markdown.
pub const LIGHTHOUSE: &str = include_str!("../pages/lighthouse.md");

/// An English page, with tabs in its cells.
pub const HARBOUR: &str = include_str!("../pages/harbour.md");

/// Another Chinese page: other methods, another order, other columns, mistakes of its own.
pub const OBSERVATORY: &str = include_str!("../pages/observatory.md");

/// An English page in HTML.
pub const KITE: &str = include_str!("../pages/kite.html");

/// A sound English page, to be damaged.
pub const FERRY: &str = include_str!("../pages/ferry.md");

/// The same in Chinese.
pub const FERRY_IN_CHINESE: &str = include_str!("../pages/ferry.zh.md");

/// A sound page of another kind: with tables of responses, of errors and of values.
pub const HERON: &str = include_str!("../pages/heron.md");
