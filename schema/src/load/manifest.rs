//! `api.yaml`, read and checked: its base and its names are ones that can be.

use std::path::Path;

use super::{Errors, Files, Loaded, display_path, is_api_name};
use crate::diagnostic::Diagnostic;
use crate::manifest::Manifest;
use crate::source::{Source, Span};

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
        .chain(check_call(&manifest))
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

/// Reports a token that is sent nowhere, and names that no header or environment can have.
fn check_call(manifest: &Loaded<Manifest>) -> impl Iterator<Item = Diagnostic> {
    let Loaded { source, value } = manifest;
    let call = &value.call;
    let no_token = (!call.has_token()).then(|| {
        let message = "the token is sent nowhere: neither the URL nor a header has `{token}`";
        let span = find_line(source, call.url.as_str());
        let error = Diagnostic::input_error(message).label(source, span, "");
        error.help("write `headers: {Authorization: 'Bearer {token}'}`, as the page has it")
    });
    let headers = call.headers.keys().filter(|name| !is_header_name(name));
    let environments = call.environments.keys().filter(|name| !is_api_name(name));
    let bad_names = headers.chain(environments).map(move |name| {
        let error = Diagnostic::input_error(format!("`{}` can't be a name", name.escape_debug()));
        let help = "a header is called like `X-Token`, an environment like `test`";
        error.label(source, find_line(source, name), "").help(help)
    });
    no_token.into_iter().chain(bad_names)
}

/// Checks for the characters that HTTP allows in the name of a header.
fn is_header_name(name: &str) -> bool {
    let is_allowed = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
    !name.is_empty() && name.chars().all(is_allowed)
}

/// Finds the first line that has a text.
fn find_line(source: &Source, text: &str) -> Span {
    let mut lines = source.text().lines();
    let line = lines.position(|line| line.contains(text)).unwrap_or(0);
    source.line_span(line + 1)
}

fn missing_manifest(folder: &Path) -> Diagnostic {
    let folder = display_path(Path::new(""), folder);
    let help = "write its manifest: `title:` and `base_url:` are all that it needs";
    Diagnostic::input_error(format!("`{folder}` has no `api.yaml`")).help(help)
}
