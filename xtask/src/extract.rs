//! `extract`: one page in, its schema as YAML out: in the API's folder, a file, or on stdout.

use std::path::Path;

use schema::manifest::Prose;

use crate::api::Api;
use crate::cli::Extract;
use crate::desired;
use crate::failure::{Stop, io_failure};
use crate::files::{FileSet, write_one};
use crate::pages::{self, Fetched};
use crate::pipeline;
use crate::render::human;
use crate::summary;
use crate::terminal::Terminal;
use crate::workspace::Workspace;

/// Extracts a page. What is wrong with it is said on stderr and is no failure.
pub(crate) fn run(
    workspace: &Workspace,
    options: &Extract,
    terminal: &mut Terminal<'_>,
) -> Result<u8, Stop> {
    let api = options
        .api
        .as_deref()
        .map(|name| workspace.load_one(name))
        .transpose()?;
    let from = &options.from;
    let name = api
        .as_ref()
        .map_or_else(|| pages::stem(from), |api| api.name.clone());
    let fetched = pages::fetch(&name, from, workspace.shown(from))?;
    let refused = |api: &Api| {
        let checked = pipeline::correct(api.clone(), Some(fetched.clone())).ok()?;
        checked.cut_off()
    };
    let replaced = api.as_ref().filter(|_| options.out.is_none());
    if let Some(found) = replaced.and_then(refused) {
        return Err(Stop::Input(vec![found]));
    }
    tell(&fetched, terminal)?;
    let manifest = api.as_ref().map(|api| api.manifest.value.prose);
    let prose = options.prose.or(manifest).unwrap_or_default();
    match (api, &options.out) {
        (_, Some(out)) => to_file(&fetched, prose, out, terminal)?,
        (None, None) => {
            let text = desired::schema_text(&fetched.page.schema, prose)?;
            terminal.out.write_all(text.as_bytes())?;
        }
        (Some(mut api), None) => {
            api.manifest.value.prose = prose;
            // What is counted is what was told: mistakes of the page alone.
            let found = fetched.page.diagnostics.clone();
            let mut checked = pipeline::correct(api, Some(fetched))?;
            checked.diagnostics = found;
            into_folder(workspace, checked, terminal)?;
        }
    }
    Ok(crate::DONE)
}

fn tell(fetched: &Fetched, terminal: &mut Terminal<'_>) -> Result<(), Stop> {
    let found = &fetched.page.diagnostics;
    if !found.is_empty() {
        let report = human::report(found, terminal.err_look);
        terminal.err.write_all(report.as_bytes())?;
    }
    Ok(())
}

fn to_file(
    fetched: &Fetched,
    prose: Prose,
    out: &Path,
    terminal: &mut Terminal<'_>,
) -> Result<(), Stop> {
    let text = desired::schema_text(&fetched.page.schema, prose)?;
    let shown = out.display().to_string();
    write_one(out, &text).map_err(|error| io_failure("write", &shown, &error))?;
    writeln!(terminal.out, "wrote {shown}")?;
    Ok(())
}

/// Updates the API's schema and the manifest's record of the page.
fn into_folder(
    workspace: &Workspace,
    checked: pipeline::Checked,
    terminal: &mut Terminal<'_>,
) -> Result<(), Stop> {
    let mut files = FileSet::default();
    let record = desired::page_record(&checked);
    desired::state(&mut files, &checked, record.as_ref())?;
    let lines = summary::apis(&[&checked], terminal.out_look) + &summary::history(&checked);
    let written = workspace.write(&files)?;
    let written = summary::written(&written, terminal.out_look);
    write!(terminal.out, "{lines}{written}")?;
    Ok(())
}
