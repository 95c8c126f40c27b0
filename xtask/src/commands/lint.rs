//! `lint`: an API or a page in, its findings out.

use std::path::Path;

use reader::lint::{self, Context};
use schema::diagnostic::{Diagnostic, Level};

use crate::cli::Lint;
use crate::commands::check_apis::{PageChoice, check_apis};
use crate::commands::explain;
use crate::error::CommandError;
use crate::pages;
use crate::pipeline::Checked;
use crate::render::Format;
use crate::render::human::{count_level, plural};
use crate::summary;
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
        text += &found.lines;
    }
    terminal.out.write_all(text.as_bytes())?;
    Ok(status)
}

/// The findings, and a line or two for each API: what was read of its page, and the number of
/// overrides in force.
struct Findings {
    diagnostics: Vec<Diagnostic>,
    lines: String,
}

impl Findings {
    fn of(diagnostics: Vec<Diagnostic>) -> Self {
        Self {
            diagnostics,
            lines: String::new(),
        }
    }

    fn add_checked(&mut self, checked: Checked) {
        let account = checked.fetched.as_ref();
        let account = account.map(|fetched| summary::print_account(&fetched.page));
        self.lines += &account.unwrap_or_default();
        if checked.count_corrections() > 0 {
            let corrections = plural(checked.count_corrections(), "correction");
            let line = format!(
                "{}: {corrections} in force, {}\n",
                checked.api.name,
                checked.describe_origin()
            );
            self.lines += &line;
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
    let (api, from) = (options.api.as_deref(), options.from.as_deref());
    if let (None, Some(from)) = (api, from) {
        return of_page(workspace, from);
    }
    let folder = pages::find_folder(workspace, None)?;
    let checked = check_apis(workspace, api, &PageChoice { from, folder })?;
    let mut found = Findings::of(Vec::new());
    checked.into_iter().for_each(|one| found.add_checked(one));
    Ok(found)
}

/// The findings of a page by itself.
fn of_page(workspace: &Workspace, from: &Path) -> Result<Findings, CommandError> {
    let fetched = pages::read_page(
        &pages::name_from_path(from),
        from,
        workspace.display_path(from),
        None,
    )?;
    let page = &fetched.page;
    Ok(Findings {
        diagnostics: lint::run(&Context::of_page(page, &page.schema)),
        lines: summary::print_account(page),
    })
}
