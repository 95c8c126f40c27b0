//! `lint`: an API or a page in, its findings out.

use std::path::Path;

use reader::lint::{self, Context};
use schema::diagnostic::{Diagnostic, Level};
use schema::load::ApiFolder;

use crate::cli::Lint;
use crate::commands::explain;
use crate::error::CommandError;
use crate::pages::{self, Fetched};
use crate::pipeline::{self, Checked};
use crate::render::Format;
use crate::render::human::{count_level, plural};
use crate::terminal::Terminal;
use crate::workspace::Workspace;

/// Prints the findings; an error among them makes the status.
pub(crate) fn run(
    workspace: &Workspace,
    options: &Lint,
    terminal: &mut Terminal<'_>,
) -> Result<u8, CommandError> {
    if options.list {
        let text = explain::list_lints(terminal.out_style);
        terminal.out.write_all(text.as_bytes())?;
        return Ok(crate::DONE);
    }
    let (found, status) = match collect_findings(workspace, options) {
        Ok(found) => {
            let status = exit_status(&found.diagnostics);
            (found, status)
        }
        // What its reader found is a finding as well: it goes where the others go.
        Err(CommandError::Unreadable(found)) => (Findings::of(found), crate::UNUSABLE),
        Err(error) => return Err(error),
    };
    let style = terminal.out_style;
    let mut text = options.format.print_report(&found.diagnostics, style);
    if options.format == Format::Human {
        text += &found.corrections;
    }
    terminal.out.write_all(text.as_bytes())?;
    Ok(status)
}

/// The findings, and a line for each API with the number of overrides in force.
struct Findings {
    diagnostics: Vec<Diagnostic>,
    corrections: String,
}

impl Findings {
    fn of(diagnostics: Vec<Diagnostic>) -> Self {
        Self {
            diagnostics,
            corrections: String::new(),
        }
    }

    fn add_checked(&mut self, checked: Checked) {
        if checked.count_corrections() > 0 {
            let corrections = plural(checked.count_corrections(), "correction");
            let line = format!(
                "{}: {corrections} in force, {}\n",
                checked.api.name,
                checked.describe_origin()
            );
            self.corrections += &line;
        }
        self.diagnostics.extend(checked.diagnostics);
    }
}

fn exit_status(found: &[Diagnostic]) -> u8 {
    match count_level(found, Level::Error) {
        0 => crate::DONE,
        _ => crate::FOUND,
    }
}

fn collect_findings(workspace: &Workspace, options: &Lint) -> Result<Findings, CommandError> {
    let from = options.from.as_deref();
    let apis = match (&options.api, from) {
        (None, Some(from)) => return of_page(workspace, from).map(Findings::of),
        (Some(name), _) => workspace.load_with_bases(name)?,
        (None, None) => workspace.load_all()?,
    };
    let is_wanted = |name: &str| options.api.as_deref().is_none_or(|wanted| wanted == name);
    let corrected = apis.into_iter().map(|api| {
        let from = from.filter(|_| is_wanted(&api.name));
        correct_api(workspace, api, from)
    });
    let mut all: Vec<_> = corrected.collect::<Result<_, CommandError>>()?;
    pipeline::lint_all(&mut all, is_wanted)?;
    let mut found = Findings::of(Vec::new());
    for one in all.into_iter().filter(|one| is_wanted(&one.api.name)) {
        found.add_checked(one);
    }
    Ok(found)
}

/// The findings of a page by itself.
fn of_page(workspace: &Workspace, from: &Path) -> Result<Vec<Diagnostic>, CommandError> {
    let fetched = pages::read_page(
        &pages::name_from_path(from),
        from,
        workspace.display_path(from),
    )?;
    let page = &fetched.page;
    Ok(lint::run(&Context::of_page(page, &page.schema)))
}

/// Reads and corrects an API: from the page given, its usual page, or its schema alone.
fn correct_api(
    workspace: &Workspace,
    api: ApiFolder,
    from: Option<&Path>,
) -> Result<Checked, CommandError> {
    let fetched = match from {
        Some(from) => Some(pages::read_page(
            &api.name,
            from,
            workspace.display_path(from),
        )?),
        None => at_hand(workspace, &api)?,
    };
    pipeline::correct_api(api, fetched)
}

fn at_hand(workspace: &Workspace, api: &ApiFolder) -> Result<Option<Fetched>, CommandError> {
    let folder = pages::find_folder(workspace, None)?;
    let path = pages::find_page(&folder, &api.name);
    path.map(|path| pages::read_page(&api.name, &path, workspace.display_path(&path)))
        .transpose()
}
