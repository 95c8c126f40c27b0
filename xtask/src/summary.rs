//! The summary of a run: a line for each API, and one for each file that was written.

use reader::page::Page;

use crate::files::Drift;
use crate::pipeline::Checked;
use crate::render::human::{plural, print_counts};
use crate::render::sanitize::sanitize_line;
use crate::terminal::{BOLD, CYAN, GREEN, RED, Style};

/// The number of written files that are named; the rest is counted.
const NAMED: usize = 20;

/// One line for each API, its columns aligned, and one for the account of each page.
pub(crate) fn print_apis(all: &[&Checked], style: Style) -> String {
    let rows: Vec<_> = all.iter().map(|checked| api_cells(checked)).collect();
    let width = |column: usize| {
        let widths = rows.iter().map(|row| row[column].chars().count());
        widths.max().unwrap_or(0)
    };
    let line = |row: &[String; 6]| {
        let name = format!("{:<1$}", row[0], width(0).max(7));
        let middle = (1..5).map(|column| format!("   {:<1$}", row[column], width(column)));
        let middle: String = middle.collect();
        format!("{}{middle}   {}\n", style.paint(BOLD, &name), row[5])
    };
    let accounts = all.iter().filter_map(|checked| checked.fetched.as_ref());
    let accounts = accounts.map(|fetched| print_account(&fetched.page));
    rows.iter().map(line).chain(accounts).collect()
}

/// A line on what was read of a page: `schema/pages/safew.md: 38 methods, 221 of 221 rows`.
pub(crate) fn print_account(page: &Page) -> String {
    let name = sanitize_line(page.source.name());
    format!("{name}: {}\n", page.account.totals())
}

fn api_cells(checked: &Checked) -> [String; 6] {
    [
        checked.api.name.clone(),
        plural(checked.stated.methods.len(), "method"),
        plural(checked.stated.types.len(), "type"),
        print_counts(&checked.diagnostics),
        plural(checked.count_corrections(), "correction"),
        checked.describe_origin(),
    ]
}

/// The files that were written, a line each.
pub(crate) fn print_written(drifts: &[Drift], style: Style) -> String {
    if drifts.is_empty() {
        return "everything is up to date\n".to_owned();
    }
    let lines = drifts.iter().take(NAMED).map(|drift| {
        let (color, word) = match drift {
            Drift::Missing { .. } => (GREEN, "  created "),
            Drift::Differs { .. } => (CYAN, "  updated "),
            Drift::Stale { .. } => (RED, "  removed "),
        };
        format!("{} {}\n", style.paint(color, word), drift.display_path())
    });
    let more = match drifts.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!("  … and {}\n", plural(more, "more file")),
    };
    lines.collect::<String>() + &more
}
