//! `refusals.yaml`, read and checked.

use std::path::Path;

use super::{Errors, Files, Loaded};
use crate::diagnostic::Diagnostic;
use crate::refusals::{Refusal, find_mistake};

/// Reads the known refusals of an API; none where there is no such file.
pub(super) fn read(
    root: &(impl Files + ?Sized),
    path: &Path,
) -> Result<Loaded<Vec<Refusal>>, Errors> {
    let refusals: Option<Loaded<Vec<Refusal>>> = Loaded::read(root, path)?;
    let refusals = refusals.unwrap_or_else(|| Loaded::empty(path));
    let Loaded { source, value } = &refusals;
    let Some((index, reason)) = find_mistake(value) else {
        return Ok(refusals);
    };
    let name = &value[index].name;
    let same_before = value[..index].iter().filter(|other| other.name == *name);
    let span = source.entry_span("is", name, same_before.count());
    let error = Diagnostic::input_error(format!("`{}` can't be used", source.name()));
    Err(vec![error.label(source, span, reason)])
}
