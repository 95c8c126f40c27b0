//! The summary of a run: a line for each API, and one for each file that was written.

use schema::diagnostic::Level;

use crate::files::Drift;
use crate::pipeline::Checked;
use crate::render::human::plural;
use crate::terminal::{BOLD, CYAN, GREEN, RED, Style};

/// The number of written files that are named; the rest is counted.
const NAMED: usize = 20;

/// One line for each API, its columns aligned.
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
    rows.iter().map(line).collect()
}

fn api_cells(checked: &Checked) -> [String; 6] {
    let errors = plural(checked.count_findings(Level::Error), "error");
    let warnings = plural(checked.count_findings(Level::Warn), "warning");
    [
        checked.api.name.clone(),
        plural(checked.stated.methods.len(), "method"),
        plural(checked.stated.types.len(), "type"),
        format!("{errors}, {warnings}"),
        plural(checked.count_corrections(), "correction"),
        checked.describe_origin(),
    ]
}

/// Notes on `page.lock`, a line each: how the page changed the record of what was required, and
/// keys of `api.yaml` that it took over.
pub(crate) fn lock_notes(checked: &Checked) -> String {
    let (name, history) = (&checked.api.name, &checked.history);
    let added = history.added.iter().map(|at| {
        format!("`{at}` is no longer required; constructors still take it, as page.lock records")
    });
    let dropped = history.dropped.iter().map(|at| {
        format!("`{at}` is no longer optional; page.lock forgets that it was required before")
    });
    let moved = moved_keys(checked);
    let notes = added.chain(dropped).chain(moved);
    notes
        .map(|note| format!("note: {name}: {note}\n"))
        .collect()
}

/// A manifest of earlier times records what `page.lock` does now.
fn moved_keys(checked: &Checked) -> Option<String> {
    let manifest = &checked.api.manifest;
    let keys = manifest.value.old_keys();
    let keys: Vec<_> = keys.iter().map(|key| format!("`{key}`")).collect();
    let (keys, file) = (keys.join(", "), manifest.source.name());
    (!keys.is_empty()).then(|| format!("page.lock records the page now; remove {keys} from {file}"))
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
