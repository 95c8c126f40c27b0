//! Calls of the runtime's macros → their text, which `rustfmt` leaves as it is: on one line where
//! that is short enough, else each section on a line of its own.
//!
//! ```text
//! object! {
//!     Sticker,
//!     required_or_default { id, r#type: "type" }
//!     optional { emoji, set_name }
//! }
//! ```

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::Macro;

/// The maximum width of a line.
const MAX_WIDTH: usize = 100;
/// The indentation of a section, and of the entries of one that needs several lines.
const SECTION_INDENT: &str = "    ";
const ENTRIES_INDENT: &str = "        ";

/// A part of a call: words, and the list of entries behind them, if there is one.
struct Section {
    words: String,
    entries: Option<Vec<String>>,
}

/// Prints one call.
pub(crate) fn print_call(call: &Macro) -> String {
    let segments = call.path.segments.iter();
    let path: Vec<String> = segments.map(|s| s.ident.to_string()).collect();
    let name = path.join("::");
    let sections = split_sections(&call.tokens);
    let on_one_line: Vec<String> = sections.iter().map(Section::print_on_line).collect();
    let line = format!("{name}! {{ {} }}", on_one_line.join(" "));
    if is_short_enough(&line) {
        return line;
    }
    let on_lines: Vec<String> = sections.iter().map(Section::print_indented).collect();
    format!("{name}! {{\n{}\n}}", on_lines.join("\n"))
}

impl Section {
    fn new(words: TokenStream, entries: Option<Vec<String>>) -> Self {
        let words = print_tokens(&words);
        Self { words, entries }
    }

    /// Prints the section on one line.
    fn print_on_line(&self) -> String {
        match &self.entries {
            None => self.words.clone(),
            Some(entries) if entries.is_empty() => format!("{} {{}}", self.words),
            Some(entries) => format!("{} {{ {} }}", self.words, entries.join(", ")),
        }
    }

    /// Prints the section, indented, on one line or on several where it needs them.
    fn print_indented(&self) -> String {
        let line = format!("{SECTION_INDENT}{}", self.print_on_line());
        match &self.entries {
            Some(entries) if !is_short_enough(&line) => {
                let entries = fill_lines(entries).join("\n");
                format!(
                    "{SECTION_INDENT}{} {{\n{entries}\n{SECTION_INDENT}}}",
                    self.words
                )
            }
            _ => line,
        }
    }
}

/// Splits the content of a call into sections. A comma ends the head, which has no entries.
fn split_sections(tokens: &TokenStream) -> Vec<Section> {
    let mut sections = Vec::new();
    let mut words = TokenStream::new();
    for token in tokens.clone() {
        match token {
            TokenTree::Group(list) if list.delimiter() == Delimiter::Brace => {
                let entries = Some(split_entries(list.stream()));
                sections.push(Section::new(std::mem::take(&mut words), entries));
            }
            token => {
                let is_end = is_comma(&token);
                words.extend([token]);
                if is_end {
                    sections.push(Section::new(std::mem::take(&mut words), None));
                }
            }
        }
    }
    if !words.is_empty() {
        sections.push(Section::new(words, None));
    }
    sections
}

fn is_comma(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == ',')
}

fn split_entries(list: TokenStream) -> Vec<String> {
    let mut entries = vec![TokenStream::new()];
    for token in list {
        match entries.last_mut() {
            Some(entry) if !is_comma(&token) => entry.extend([token]),
            _ => entries.push(TokenStream::new()),
        }
    }
    entries
        .iter()
        .filter(|entry| !entry.is_empty())
        .map(print_tokens)
        .collect()
}

/// Distributes entries over lines, as many on each as fit.
fn fill_lines(entries: &[String]) -> Vec<String> {
    let mut lines = vec![ENTRIES_INDENT.to_owned()];
    for (index, entry) in entries.iter().enumerate() {
        let comma = if index + 1 < entries.len() { "," } else { "" };
        let entry = format!("{entry}{comma}");
        match lines.last_mut() {
            Some(line) if line == ENTRIES_INDENT => line.push_str(&entry),
            Some(line) if is_short_enough(&format!("{line} {entry}")) => {
                *line += &format!(" {entry}")
            }
            _ => lines.push(format!("{ENTRIES_INDENT}{entry}")),
        }
    }
    lines
}

fn is_short_enough(line: &str) -> bool {
    line.chars().count() <= MAX_WIDTH
}

/// Prints tokens without the spaces that the text of a token stream has between all of them.
fn print_tokens(tokens: &TokenStream) -> String {
    tokens
        .to_string()
        .replace(" < ", "<")
        .replace(" >", ">")
        .replace("& ", "&")
        .replace(" : ", ": ")
        .replace(" ,", ",")
}
