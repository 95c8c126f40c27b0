//! `inspect`: a page in; one HTML file out that shows what each part of its text became.
//!
//! ```text
//! page or API → subject → rows, layers, slots → document
//! ```

use std::path::PathBuf;

use crate::cli::Inspect;
use crate::error::CommandError;
use crate::render::human::{plural, print_counts, print_findings};
use crate::terminal::Terminal;
use crate::workspace::Workspace;

mod contents;
mod document;
mod escape;
mod finding;
mod layers;
mod meaning;
mod rows;
mod slots;
mod subject;
mod text;

use subject::Subject;

/// The folder of the files that are written where no other is named.
const FOLDER: &str = "target/inspect";

/// Writes the view of a page, and prints its path.
pub(crate) fn run(
    workspace: &Workspace,
    options: &Inspect,
    terminal: &mut Terminal<'_>,
) -> Result<u8, CommandError> {
    let subject = Subject::find(workspace, options)?;
    let out = choose_out(workspace, options, &subject.name);
    super::write_file(&out, &document::print_document(&subject))?;
    let shown = workspace.display_path(&out);
    writeln!(terminal.out, "{}", print_summary(&subject))?;
    writeln!(terminal.out, "wrote {shown}")?;
    if subject.is_readable {
        return Ok(crate::DONE);
    }
    let report = print_findings(&subject.findings, terminal.err_style);
    terminal.err.write_all(report.as_bytes())?;
    Ok(crate::UNUSABLE)
}

fn choose_out(workspace: &Workspace, options: &Inspect, name: &str) -> PathBuf {
    match &options.out {
        Some(out) => out.clone(),
        None => workspace.root().join(FOLDER).join(format!("{name}.html")),
    }
}

/// `birds: 3 methods, 7 of 7 rows, 1 type, 0 errors, 2 warnings`.
fn print_summary(subject: &Subject) -> String {
    let read = subject.account.totals();
    let types = plural(subject.stated.types.len(), "type");
    let counts = print_counts(&subject.findings);
    format!("{}: {read}, {types}, {counts}", subject.name)
}
