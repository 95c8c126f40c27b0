//! `api.yaml`, read and checked: its base and its names are ones that can be.

use std::path::Path;

use super::{Errors, Files, Loaded, display_path, is_api_name};
use crate::diagnostic::Diagnostic;
use crate::manifest::Manifest;

/// Reads the manifest of an API, and checks the names in it.
pub(super) fn read(
    root: &(impl Files + ?Sized),
    folder: &Path,
) -> Result<Loaded<Manifest>, Errors> {
    let manifest: Loaded<Manifest> = Loaded::read(root, &folder.join("api.yaml"))?
        .ok_or_else(|| vec![missing_manifest(folder)])?;
    let errors: Errors = check_base(&manifest)
        .into_iter()
        .chain(check_names(&manifest))
        .collect();
    if errors.is_empty() {
        Ok(manifest)
    } else {
        Err(errors)
    }
}

fn check_base(manifest: &Loaded<Manifest>) -> Option<Diagnostic> {
    let base = manifest
        .value
        .extends
        .as_ref()
        .filter(|base| !is_api_name(base))?;
    let span = manifest.source.entry_span("extends", base, 0);
    let error = Diagnostic::input_error(format!("`{base}` is no name for an API"));
    Some(error.label(&manifest.source, span, ""))
}

/// Reports the names of unions and variants that can't be given.
fn check_names(manifest: &Loaded<Manifest>) -> impl Iterator<Item = Diagnostic> {
    let Loaded { source, value } = manifest;
    value.names.iter().filter_map(move |(union, name)| {
        let invalid = name.check(union).err()?;
        let span = match &invalid.member {
            Some(member) => name.find_variant(source, member),
            None => name.find_line(source),
        };
        let message = format!("the name of `{union}` can't be used");
        let error = Diagnostic::input_error(message).label(source, span, invalid.reason);
        Some(error.help(
            "write a name like `ChatId`; each variant is of one member, by a name of its own",
        ))
    })
}

fn missing_manifest(folder: &Path) -> Diagnostic {
    let folder = display_path(Path::new(""), folder);
    let help = "write its manifest: `title:` and `base_url:` are all that it needs";
    Diagnostic::input_error(format!("`{folder}` has no `api.yaml`")).help(help)
}
