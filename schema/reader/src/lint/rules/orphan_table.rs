//! `orphan-table`: a table of parameters under no heading that names what they belong to.

use std::sync::Arc;

use crate::dialect::{Dialects, Part};
use crate::lint::{Example, Lint};
use schema::diagnostic::{Diagnostic, Level};
use schema::is_identifier;
use schema::path::ItemPath;
use schema::source::{Source, Span};

pub(crate) static LINT: Lint = Lint {
    code: "orphan-table",
    level: Level::Error,
    summary: "a table of parameters or fields under no method and no type",
    what_it_does: "\
Reports a table of parameters or fields whose owner is unknown, because the nearest heading above
it is prose and not an identifier. A second table under one heading, or one under a union or under
a method that takes no parameters, has probably lost its own heading. It is read, with a warning,
unless it repeats what the first table has or its owner can have no table at all.",
    why_it_matters: "\
The content of the table would be lost, or end up in the wrong method or type.",
    how_to_fix: "\
Put the name of the method or type into a heading above the table, or make one table of two.",
    example: Example {
        page: "\
## countNotes

Takes no parameters. Returns Integer on success.

## Sending a note

Returns True on success.

▸| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | String | Yes | What to say |",
        others: &[],
        message: "a table that belongs to no method and no type",
        fix: ("Sending a note", "sendNote (sending a note)"),
    },
    deny_lowering: false,
    superseded_by: &[],
    check: None,
};

/// Reports a table of names and types under no heading that names its owner; `heading` is the one
/// above it.
pub(crate) fn diagnostic(source: &Arc<Source>, header: Span, heading: Option<Span>) -> Diagnostic {
    let help = match heading.and_then(|heading| wire_name(source.slice(heading))) {
        Some((path, name)) => format!(
            "a name has letters, digits, `_`, dots and slashes: write one behind `{path}`, as in \
             `{path} ({name})`"
        ),
        None => "put the name of the method or type into a heading above the table".to_owned(),
    };
    LINT.diagnostic("a table that belongs to no method and no type")
        .label(source, header, "no heading above names its owner")
        .hides(1)
        .cause("no owner")
        .help(help)
}

/// Reads a heading that would be a name but for its marks, `send-letter`; returns a name
/// with `_` in their place, too.
fn wire_name(heading: &str) -> Option<(&str, String)> {
    let path = heading.trim_matches(|c: char| c.is_whitespace() || "`*".contains(c));
    let separators = ['.', '/', '-', ':'];
    let words: Vec<&str> = path
        .split(separators)
        .filter(|word| !word.is_empty())
        .collect();
    let name = words.join("_");
    (words.len() > 1 && is_identifier(&name)).then_some((path, name))
}

/// A reason why a table does not belong to the method or type above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MisplacedTable {
    /// The owner has a table already, and this one repeats what is in it.
    Repeats,
    /// The owner has a table already.
    Second,
    /// The owner takes no parameters, or has no fields.
    Nothing,
    /// The owner is a union.
    Union,
    /// It lists values, and no heading says of what.
    Values,
    /// It stands among errors or examples.
    Other,
    /// Its heading says in no known word what it lists, and it is unlike the parameters.
    Unknown,
    /// Its heading says in no known word what it lists, and it may list parameters.
    Doubtful,
}

impl MisplacedTable {
    /// Checks whether the table is read all the same, as one of the owner's.
    pub(crate) fn is_read(self) -> bool {
        matches!(self, Self::Second | Self::Nothing | Self::Doubtful)
    }
}

/// Reports a table with this header that probably belongs to another owner than the one above it.
pub(crate) fn misplaced(
    source: &Arc<Source>,
    at: ItemPath,
    header: Span,
    reason: MisplacedTable,
) -> Diagnostic {
    use MisplacedTable::{Doubtful, Nothing, Other, Repeats, Second, Union, Unknown, Values};
    let label = match reason {
        Repeats | Second => format!("`{at}` has its table already"),
        Nothing => format!("`{at}` is said to have nothing to list"),
        Union => format!("`{at}` is a union and has no fields"),
        Values => "no heading names the type that has these values".to_owned(),
        Other => "it stands among errors or examples".to_owned(),
        Unknown => format!("unlike the table of `{at}`, it has no column of flags"),
        Doubtful => format!("read as more of `{at}`"),
    };
    let (level, message) = match reason {
        Repeats | Union => (LINT.level, "a table that belongs to no method and no type"),
        Second | Nothing => (Level::Warn, "a table whose heading seems to be lost"),
        Values => (Level::Warn, "a table of values that nothing has"),
        Other => (Level::Warn, "a table of names and types that is not read"),
        Unknown => (
            LINT.level,
            "a table whose heading does not say what it lists",
        ),
        Doubtful => (
            Level::Warn,
            "a table whose heading does not say what it lists",
        ),
    };
    let help = match reason {
        Other | Unknown | Doubtful => known_parts(),
        _ => "restore the heading that names its owner, or make one table of two".to_owned(),
    };
    LINT.diagnostic_at(level, message)
        .label(source, header, label)
        .hides(1)
        .help(help)
        .about(at)
}

/// Names headings that say what the table below them lists.
fn known_parts() -> String {
    let known = &Dialects::built_in().first().get().parts;
    let word = |part: Part| known.get(&part)?.first();
    let words = [Part::Input, Part::Response].into_iter().filter_map(word);
    let words: Vec<String> = words.map(|word| format!("`{word}`")).collect();
    format!(
        "say in the heading what it lists, for example {}; a type has a heading with its name",
        words.join(" or ")
    )
}
