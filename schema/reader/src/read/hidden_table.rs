//! Tables that something hides: a code block, a comment, markup that shows them as text.

use crate::block::Table;

/// Finds the tables that a hidden text would be. A reader is given one, so that the text of a comment
/// is read by another reader, which looks for no more in it.
pub(super) type FindTables = fn(&str) -> Vec<Table>;

/// Checks whether a text has the line of dashes of a Markdown table, or the tags of an HTML one.
pub(super) fn looks_like_table(text: &str) -> bool {
    (text.contains("<table") && text.contains("<tr")) || text.lines().any(is_delimiter_row)
}

/// Checks whether a line is one like `|---|:--|`, maybe in a quotation.
fn is_delimiter_row(line: &str) -> bool {
    line.contains('-') && line.contains('|') && line.chars().all(|c| "|-: \t>".contains(c))
}

/// The text inside the markup that hides it: of a comment, or of an element.
pub(super) fn hidden_text(text: &str) -> &str {
    if let Some(inside) = text.strip_prefix("<!--") {
        return inside;
    }
    if text.starts_with('<') {
        // A tag that does not end on its line may end nowhere.
        return text.split_once(['>', '\n']).map_or("", |(_, rest)| rest);
    }
    text
}
