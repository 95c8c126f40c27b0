//! Data: rows, headers and items that look like a part of the API, wherever they stand.
//!
//! What is nowhere read is judged by this alone, so it asks for little:
//!
//! | text | looks like |
//! | --- | --- |
//! | `\| text \| String \| Yes \| The text \|` | a field: a name, then a type |
//! | `\| Parameter \| Type \|` | the header of a table of fields |
//! | `text (String): the text` | a field, as an item of a list |
//! | `\| 400 \| Bad Request \|` | nothing: no name |

use super::header::read_header;
use super::type_cell::{builtin_type, read_type};
use super::{Role, TableView};
use crate::block::{Part, Row, Run, Style, Text};
use crate::dialect::Dialects;
use schema::is_identifier;

/// Checks whether a row could be the header of a table of parameters or fields.
pub(crate) fn is_header(row: &Row, dialects: &Dialects) -> bool {
    Role::of(&read_header(row, dialects)).resembles_api()
}

/// Counts the headers of such tables in a text that is not read; one, where there are only rows.
pub(crate) fn count_hidden_tables(parts: &[Part], dialects: &Dialects) -> usize {
    let rows = || parts.iter().filter_map(Part::row);
    match rows().filter(|row| is_header(row, dialects)).count() {
        0 => usize::from(rows().any(|row| is_field_row(row, dialects))),
        headers => headers,
    }
}

/// Checks whether a row looks like a field: a name in one of its first two cells, and a type in a
/// later one.
pub(crate) fn is_field_row(row: &Row, dialects: &Dialects) -> bool {
    let texts: Vec<String> = row.cells.iter().map(|cell| cell.text.line()).collect();
    let name = texts.iter().take(2).position(|text| is_field_name(text));
    name.is_some_and(|name| texts[name + 1..].iter().any(|text| is_type(text, dialects)))
}

fn is_field_name(text: &str) -> bool {
    is_identifier(text) && text.starts_with(|c: char| c.is_ascii_lowercase())
}

fn is_type(text: &str, dialects: &Dialects) -> bool {
    !text.is_empty() && dialects.iter().any(|one| read_type(text, one).is_ok())
}

/// Checks whether an item looks like a field: a name, a mark, and a built-in type, or any word and one
/// of the required column: `note (Note, optional)`. A list of prose has no such opening: “a string of
/// letters” lacks the mark, “text: what to say” the type.
pub(crate) fn is_field_item(text: &Text, dialects: &Dialects) -> bool {
    is_field_line(&text.line(), dialects)
}

/// Counts the lines of a paragraph, as it is written, that look like fields: `text｜String` is a row
/// whose marks no reader knows.
pub(crate) fn count_field_lines(written: &str, dialects: &Dialects) -> usize {
    let lines = written.lines().map(|line| line.replace(['`', '*'], ""));
    let is_field = |line: &String| is_field_line(line.trim_start_matches(['｜', ' ']), dialects);
    lines.filter(is_field).count()
}

fn is_field_line(line: &str, dialects: &Dialects) -> bool {
    let rest = behind_field_name(line).unwrap_or_default();
    let word = rest
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    is_builtin(word, dialects) || is_array(rest, dialects) || is_flagged(rest, dialects)
}

/// Checks whether an item may be one of input: it opens as a field does, or with a name that is set
/// apart, “**text** *String*”. An item of prose opens with neither.
pub(crate) fn resembles_field_item(text: &Text) -> bool {
    let first = text.runs().iter().find(|run| !run.text.trim().is_empty());
    let is_set_apart = |run: &Run| run.style != Style::Plain && is_field_name(run.text.trim());
    opens_field_item(text) || first.is_some_and(is_set_apart)
}

/// Checks whether an item opens with a name and a mark, as a field does.
pub(crate) fn opens_field_item(text: &Text) -> bool {
    behind_field_name(&text.line()).is_some()
}

/// Marks, and the spaces around them, between the name and the type of a field outside a table.
const MARKS: [char; 13] = [
    '(', '（', ':', '：', '-', '–', '—', '|', '｜', '[', '<', '\t', ' ',
];

/// The text behind a name and a mark that a line opens with.
fn behind_field_name(line: &str) -> Option<&str> {
    let end = line.find(|c: char| !c.is_ascii_alphanumeric() && c != '_')?;
    let (name, rest) = line.split_at(end);
    let inner = rest.trim_start_matches(MARKS);
    let has_mark = rest[..rest.len() - inner.len()].contains(|c| c != ' ');
    (has_mark && is_field_name(name)).then_some(inner)
}

fn is_builtin(word: &str, dialects: &Dialects) -> bool {
    !word.is_empty()
        && dialects
            .iter()
            .any(|one| builtin_type(word, &one).is_some())
}

/// Checks whether the words up to a closing parenthesis have one of the required column: `Note, no)`.
fn is_flagged(text: &str, dialects: &Dialects) -> bool {
    let Some((words, _)) = text.split_once([')', '）']) else {
        return false;
    };
    let mut words = words.split([',', '，', '、']).skip(1);
    words.any(|word| dialects.iter().any(|one| one.is_required(word).is_some()))
}

fn is_array(text: &str, dialects: &Dialects) -> bool {
    let lower = text.to_lowercase();
    let mut forms = dialects.iter().flat_map(|one| &one.get().arrays);
    forms.any(|form| form.prefix().is_some_and(|words| lower.starts_with(words)))
}

impl TableView<'_> {
    /// Checks whether its rows look like fields, whatever its header says: at least half of them.
    pub(crate) fn has_field_rows(&self) -> bool {
        let rows = &self.table.rows;
        let count = rows
            .iter()
            .filter(|row| is_field_row(row, self.dialects))
            .count();
        count > 0 && count * 2 >= rows.len()
    }
}
