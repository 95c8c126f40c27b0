//! `export`: an API in, a description of it for tools of other languages out.

use std::path::Path;

use generator::markdown::print_markdown;
use generator::openapi::{print_json_schema, print_openapi};
use schema::diagnostic::{Diagnostic, Level};
use schema::model::Model;

use crate::cli::{Export, ExportTarget};
use crate::commands::write_file;
use crate::error::CommandError;
use crate::outputs;
use crate::pipeline::{self, Checked};
use crate::terminal::Terminal;
use crate::workspace::Workspace;

/// Writes an API, or one of its types, to a file, or to stdout where none is named.
pub(crate) fn run(
    workspace: &Workspace,
    options: &Export,
    terminal: &mut Terminal<'_>,
) -> Result<u8, CommandError> {
    let Export { api, target, out } = options;
    let models = load_models(workspace, api)?;
    let text = match target {
        ExportTarget::OpenApi(choices) => print_openapi(&models, api, *choices),
        ExportTarget::Markdown => print_markdown(&models, api),
        ExportTarget::JsonSchema(name) => print_json_schema(&models, api, name),
    };
    let text = text.map_err(|error| Diagnostic::input_error(format!("can't export {error}")))?;
    print_text(&text, out.as_deref(), terminal)
}

/// The models of an API and its bases, from what is committed.
fn load_models(workspace: &Workspace, name: &str) -> Result<Vec<Model>, CommandError> {
    let apis = workspace.load_with_bases(name)?.into_iter();
    let corrected = apis.map(|api| pipeline::correct_api(api, None));
    let mut all: Vec<Checked> = corrected.collect::<Result<_, _>>()?;
    pipeline::lint_all(&mut all, |api| api == name)?;
    let found = all.iter().flat_map(|one| &one.diagnostics);
    let errors: Vec<Diagnostic> = found
        .filter(|one| one.level == Level::Error)
        .cloned()
        .collect();
    if !errors.is_empty() {
        return Err(CommandError::Unreadable(errors));
    }
    outputs::build_models(&all)
}

fn print_text(
    text: &str,
    out: Option<&Path>,
    terminal: &mut Terminal<'_>,
) -> Result<u8, CommandError> {
    match out {
        None => terminal.out.write_all(text.as_bytes())?,
        Some(out) => {
            write_file(out, text)?;
            writeln!(terminal.out, "wrote {}", out.display())?;
        }
    }
    Ok(crate::DONE)
}
