//! `extract`: one page in, its schema as YAML out: in the API's folder, a file, or on stdout.

use std::path::Path;

use reader::lint;
use schema::Diagnostic;
use schema::load::ApiFolder;
use schema::manifest::Prose;

use crate::cli::Extract;
use crate::commands::write_file;
use crate::error::CommandError;
use crate::fetch::Limits;
use crate::files::FileSet;
use crate::lock_notes;
use crate::outputs;
use crate::page_status::{self, PageStatus};
use crate::pages::{self, Fetched};
use crate::pipeline::{self, Checked};
use crate::render::human;
use crate::summary;
use crate::terminal::Terminal;
use crate::workspace::Workspace;

/// Extracts a page. Its findings go to stderr and are no failure.
pub(crate) fn run(
    workspace: &Workspace,
    options: &Extract,
    terminal: &mut Terminal<'_>,
) -> Result<u8, CommandError> {
    let api = options
        .api
        .as_deref()
        .map(|name| workspace.load_one(name))
        .transpose()?;
    let fetched = read_page(workspace, options, api.as_ref())?;
    if let Some(file) = &options.save {
        write_file(file, fetched.page.source.text())?;
    }
    match (api, &options.out) {
        (Some(api), None) => of_api(workspace, options, api, fetched, terminal),
        (api, out) => {
            report_findings(&fetched, terminal)?;
            let line = summary::print_account(&fetched.page);
            terminal.err.write_all(line.as_bytes())?;
            let prose = choose_prose(options, api.as_ref());
            print_schema(&fetched, prose, out.as_deref(), terminal)
        }
    }
}

/// The page: from the file given, else from the web.
fn read_page(
    workspace: &Workspace,
    options: &Extract,
    api: Option<&ApiFolder>,
) -> Result<Fetched, CommandError> {
    match (&options.from, api) {
        (Some(from), api) => {
            let name = api.map_or_else(|| pages::name_from_path(from), |api| api.name.clone());
            pages::read_page(&name, from, workspace.display_path(from), api)
        }
        (None, Some(api)) => pages::download_page(api, &Limits::default()),
        // The command line asks for one of them.
        (None, None) => Err(Diagnostic::input_error("there is neither an API nor a page").into()),
    }
}

fn choose_prose(options: &Extract, api: Option<&ApiFolder>) -> Prose {
    let manifest = api.map(|api| api.manifest.value.prose);
    options.prose.or(manifest).unwrap_or_default()
}

fn report_findings(fetched: &Fetched, terminal: &mut Terminal<'_>) -> Result<(), CommandError> {
    let found = lint::group_by_cause(fetched.page.diagnostics.clone());
    if !found.is_empty() {
        let report = human::print_report(&found, terminal.err_style);
        terminal.err.write_all(report.as_bytes())?;
    }
    Ok(())
}

/// Prints the schema, or writes it to the file that is named.
fn print_schema(
    fetched: &Fetched,
    prose: Prose,
    out: Option<&Path>,
    terminal: &mut Terminal<'_>,
) -> Result<u8, CommandError> {
    let text = outputs::schema_text(&fetched.page.schema, prose)?;
    let Some(out) = out else {
        terminal.out.write_all(text.as_bytes())?;
        return Ok(crate::DONE);
    };
    write_file(out, &text)?;
    writeln!(terminal.out, "wrote {}", out.display())?;
    Ok(crate::DONE)
}

/// Holds the page against what is committed of an API, and takes it over unless this is a check.
fn of_api(
    workspace: &Workspace,
    options: &Extract,
    mut api: ApiFolder,
    fetched: Fetched,
    terminal: &mut Terminal<'_>,
) -> Result<u8, CommandError> {
    api.manifest.value.prose = choose_prose(options, Some(&api));
    let mut checked = pipeline::correct_api(api, Some(fetched.clone()))?;
    let refused = checked.refuse_page();
    if !refused.is_empty() {
        return Err(CommandError::Input(refused));
    }
    report_findings(&fetched, terminal)?;
    // The summary counts what was reported: mistakes of the page alone.
    checked.diagnostics = lint::group_by_cause(fetched.page.diagnostics);
    let name = checked.api.name.clone();
    let status = PageStatus::of(&checked).unwrap_or(PageStatus::First);
    let lines =
        summary::print_apis(&[&checked], terminal.out_style) + &lock_notes::print_notes(&checked);
    write!(terminal.out, "{lines}{}", status.print_line(&name))?;
    if !options.check {
        into_folder(workspace, &checked, terminal)?;
    }
    if status.is_change() {
        let next = page_status::next_steps(&name, !options.check);
        terminal.out.write_all(next.as_bytes())?;
    }
    if !options.check {
        let note = checked.fetched.as_ref();
        let note = note.and_then(|fetched| page_status::other_page(workspace, &name, fetched));
        terminal
            .out
            .write_all(note.unwrap_or_default().as_bytes())?;
    }
    let is_behind = options.check && status.is_change();
    Ok(if is_behind { crate::FOUND } else { crate::DONE })
}

/// Updates the API's schema and `page.lock`.
fn into_folder(
    workspace: &Workspace,
    checked: &Checked,
    terminal: &mut Terminal<'_>,
) -> Result<(), CommandError> {
    let mut files = FileSet::default();
    outputs::add_api_files(&mut files, checked, &checked.lock)?;
    let written = workspace.write(&files)?;
    let written = summary::print_written(&written, terminal.out_style);
    terminal.out.write_all(written.as_bytes())?;
    Ok(())
}
