//! `markup.yaml`, read and checked: its languages have names that functions can have.

use std::path::Path;

use super::{Errors, Files, Loaded, is_api_name};
use crate::diagnostic::Diagnostic;
use crate::markup::Markup;

/// Reads the markup of an API, and checks the names in it.
pub(super) fn read(
    root: &(impl Files + ?Sized),
    path: &Path,
) -> Result<Option<Loaded<Markup>>, Errors> {
    let Some(markup) = Loaded::<Markup>::read(root, path)? else {
        return Ok(None);
    };
    let names = markup.value.languages.keys();
    let wrong = names.filter(|name| !is_api_name(name));
    let errors: Errors = wrong.map(|name| wrong_name(&markup, name)).collect();
    if errors.is_empty() {
        Ok(Some(markup))
    } else {
        Err(errors)
    }
}

fn wrong_name(markup: &Loaded<Markup>, name: &str) -> Diagnostic {
    let start = markup.source.text().find(&format!("{name}:"));
    let start = start.unwrap_or_default();
    let span = markup.source.span(start..start + name.len());
    let error = Diagnostic::input_error(format!("`{name}` is no name for a markup language"));
    let error = error.label(&markup.source, span, "");
    error.help("write a name like `html`: small letters, digits and `_`")
}
