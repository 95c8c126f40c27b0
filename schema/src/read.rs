//! From a page's text to a [`Page`].

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Level};
use crate::page::Page;
use crate::source::Source;

/// Reads a page. `api` is the short name that the schema bears.
///
/// # Errors
///
/// Where the page holds no method and no type at all: what was found on the way.
pub fn read(api: &str, source: &Arc<Source>) -> Result<Page, Vec<Diagnostic>> {
    let _ = (api, source);
    Err(vec![Diagnostic::new(
        "empty-page",
        Level::Error,
        "not written yet",
    )])
}
