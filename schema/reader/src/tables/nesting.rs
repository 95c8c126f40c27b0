//! Nesting: the rows of a table in, a tree of them out. A row belongs to one above it where its name
//! is indented, or is a path.
//!
//! | name | below |
//! | --- | --- |
//! | `&emsp;text`, `└ text`, `- text` | the last row with less of it |
//! | `note.text`, `notes[].text` | the row `note`, `notes` |

use std::collections::HashMap;

use schema::is_identifier;

/// The place of a row in the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RowName {
    /// The name on the wire; anything, where it is no identifier.
    pub(crate) name: String,
    /// The row that it belongs to.
    pub(crate) parent: Option<usize>,
}

/// The marks by which a name is indented, beside spaces that Markdown keeps.
const MARKS: &[char] = &[
    '└', '├', '─', '│', '┗', '┣', '━', '┃', '-', '–', '—', '>', '»', '→', '↳', '·', '•', '.',
];

/// The deepest row that is read.
const DEEPEST: usize = 8;

/// Reads the names of a table's rows, in their order.
pub(super) fn nest_rows(names: impl Iterator<Item = String>) -> Vec<RowName> {
    let names: Vec<String> = names.collect();
    let mut tree = Tree {
        least: names
            .iter()
            .map(|name| strip_indent(name).0)
            .min()
            .unwrap_or(0),
        ..Tree::default()
    };
    for (index, text) in names.iter().enumerate() {
        tree.add(index, text);
    }
    tree.rows
}

#[derive(Default)]
struct Tree {
    rows: Vec<RowName>,
    /// The indent that all rows have: those of an answer may all be indented.
    least: usize,
    /// The rows that the next one can be below, each with its indent, less than that of the next.
    open: Vec<(usize, usize)>,
    /// The rows by their paths.
    paths: HashMap<String, usize>,
}

impl Tree {
    fn add(&mut self, index: usize, text: &str) {
        let (indent, name) = strip_indent(text);
        let indent = indent - self.least.min(indent);
        self.open.retain(|(_, other)| *other < indent);
        let outer = self.open.last().map(|(row, _)| *row);
        let is_deep = self.open.len() > DEEPEST;
        self.open.push((index, indent));
        let row = match split_path(name) {
            // One that is marked and below nothing is no name.
            _ if is_deep || (indent > 0 && outer.is_none()) => whole(text),
            Some((path, last)) => match self.paths.get(&path) {
                Some(&row) => RowName {
                    name: last,
                    parent: Some(row),
                },
                None => whole(text),
            },
            None => RowName {
                name: name.to_owned(),
                parent: outer,
            },
        };
        self.paths.entry(join_path(name)).or_insert(index);
        self.rows.push(row);
    }
}

/// A row that belongs to no other.
fn whole(text: &str) -> RowName {
    RowName {
        name: text.split_whitespace().collect::<Vec<_>>().join(" "),
        parent: None,
    }
}

/// Splits a name from its indent: the number of marks and of spaces that are none of ASCII's.
fn strip_indent(text: &str) -> (usize, &str) {
    let is_mark = |c: &char| c.is_whitespace() || MARKS.contains(c);
    let marks = text.chars().take_while(is_mark);
    let indent = marks.filter(|c| !c.is_ascii_whitespace()).count();
    let name = text.trim_start_matches(|c| is_mark(&c)).trim_end();
    // A dash alone is no indent: it stands for no name.
    if name.is_empty() {
        (0, text.trim())
    } else {
        (indent, name)
    }
}

/// Splits a path before its last name: `notes[].from.name`.
fn split_path(name: &str) -> Option<(String, String)> {
    let path = join_path(name);
    let (before, last) = path.rsplit_once('.')?;
    let are_names = path.split('.').all(is_identifier);
    let is_deep = path.split('.').count() > DEEPEST;
    (are_names && !is_deep).then(|| (before.to_owned(), last.to_owned()))
}

/// A path without the marks of arrays.
fn join_path(name: &str) -> String {
    name.replace("[]", "").replace("[*]", "")
}
