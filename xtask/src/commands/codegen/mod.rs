//! `codegen`: pages in; schemas, manifests and the generated crate out, written or compared.

use std::path::Path;
use std::time::Instant;

use schema::diagnostic::{Diagnostic, Level};
use schema::load::ApiFolder;

use crate::cli::Codegen;
use crate::error::CommandError;
use crate::lock_notes;
use crate::outputs;
use crate::pages;
use crate::pipeline::{self, Checked};
use crate::quote::quote_word;
use crate::render::human::{self, plural};
use crate::render::sanitize::sanitize_line;
use crate::summary;
use crate::terminal::Terminal;
use crate::workspace::{PAGES, Workspace};

mod check;
mod write;

/// A run, once every API is checked.
struct Run<'a> {
    workspace: &'a Workspace,
    options: &'a Codegen,
    all: Vec<Checked>,
}

impl Run<'_> {
    fn is_chosen(&self, api: &str) -> bool {
        is_chosen(self.options, api)
    }

    fn chosen_apis(&self) -> impl Iterator<Item = &Checked> {
        self.all.iter().filter(|one| self.is_chosen(&one.api.name))
    }
}

fn is_chosen(options: &Codegen, api: &str) -> bool {
    options.apis.is_empty() || options.apis.iter().any(|name| name == api)
}

/// Brings the workspace up to date with its pages, or reports what is out of date.
pub(crate) fn run(
    workspace: &Workspace,
    options: &Codegen,
    terminal: &mut Terminal<'_>,
) -> Result<u8, CommandError> {
    let start = Instant::now();
    let all = check_apis(workspace, options)?;
    let run = Run {
        workspace,
        options,
        all,
    };
    let chosen: Vec<_> = run.chosen_apis().collect();
    let lines = summary::print_apis(&chosen, terminal.out_style);
    terminal.out.write_all(lines.as_bytes())?;
    let denied = report_findings(&chosen, terminal)?;
    for one in &chosen {
        terminal
            .out
            .write_all(lock_notes::print_notes(one).as_bytes())?;
    }
    terminal
        .out
        .write_all(explain_no_updates(&run).as_bytes())?;
    let status = if options.check {
        check::run(&run, denied, terminal)?
    } else {
        write::run(&run, denied, terminal)?
    };
    let seconds = start.elapsed().as_secs_f64();
    writeln!(terminal.out, "done in {seconds:.2} s")?;
    Ok(status)
}

/// Says of each API without updates by long polling why there are none, in a line. What keeps the code
/// from being generated is reported when it is.
fn explain_no_updates(run: &Run<'_>) -> String {
    let models = outputs::build_models(&run.all).unwrap_or_default();
    let reasons = generator::explain_no_updates(&models).unwrap_or_default();
    let chosen = reasons.iter().filter(|(api, _)| run.is_chosen(api));
    chosen
        .map(|(api, why)| {
            let why = sanitize_line(why);
            format!("{api}: there are no updates by long polling: {why}\n")
        })
        .collect()
}

/// Every API, checked. Those that are not chosen are read from what is committed.
fn check_apis(workspace: &Workspace, options: &Codegen) -> Result<Vec<Checked>, CommandError> {
    workspace.check_names(&options.apis)?;
    let folder = pages::find_folder(workspace, options.pages.as_deref())?;
    let apis = workspace.load_all()?;
    if apis.is_empty() {
        let error = Diagnostic::input_error("there is no API yet");
        let help = "add a folder `schema/apis/<API>` with an `api.yaml`";
        return Err(error.help(help).into());
    }
    let corrected = apis.into_iter().filter_map(|api| {
        let is_chosen = is_chosen(options, &api.name);
        let is_usable = is_chosen || !matches!(api.schema, Ok(None));
        let folder = is_chosen.then_some(folder.as_path());
        is_usable.then(|| correct_api(workspace, options, folder, api))
    });
    let mut all: Vec<_> = corrected.collect::<Result<_, CommandError>>()?;
    pipeline::lint_all(&mut all, |api| is_chosen(options, api))?;
    Ok(all)
}

/// Reads and corrects an API, from its page in the folder where it is chosen.
fn correct_api(
    workspace: &Workspace,
    options: &Codegen,
    folder: Option<&Path>,
    mut api: ApiFolder,
) -> Result<Checked, CommandError> {
    let path = folder.and_then(|folder| pages::find_page(folder, &api.name));
    let fetched = path
        .map(|path| pages::read_page(&api.name, &path, workspace.display_path(&path), Some(&api)));
    let prose = options.prose.filter(|_| folder.is_some());
    api.manifest.value.prose = prose.unwrap_or(api.manifest.value.prose);
    pipeline::correct_api(api, fetched.transpose()?)
}

/// Prints the errors, counts the warnings, and returns whether there are errors.
fn report_findings(chosen: &[&Checked], terminal: &mut Terminal<'_>) -> Result<bool, CommandError> {
    let found = chosen.iter().flat_map(|one| &one.diagnostics);
    let errors = found.filter(|one| one.level == Level::Error);
    let errors: Vec<Diagnostic> = errors.cloned().collect();
    if !errors.is_empty() {
        let report = human::print_report(&errors, terminal.out_style);
        write!(terminal.out, "\n{report}\n")?;
    }
    for one in chosen
        .iter()
        .filter(|one| one.count_findings(Level::Warn) > 0)
    {
        let warnings = plural(one.count_findings(Level::Warn), "warning");
        let (name, from) = (&one.api.name, from_option(one));
        let text = format!("{name}: {warnings}: try `cargo xtask lint {name}{from}`\n");
        terminal.out.write_all(text.as_bytes())?;
    }
    Ok(!errors.is_empty())
}

/// The option that leads `lint` to the same page, where it is not in the usual folder.
fn from_option(one: &Checked) -> String {
    let name = one.fetched.iter().map(|fetched| fetched.page.source.name());
    let elsewhere = name.filter(|name| !name.starts_with(PAGES));
    elsewhere
        .map(|name| format!(" --from {}", quote_word(name)))
        .collect()
}
