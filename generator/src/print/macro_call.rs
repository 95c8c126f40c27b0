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
const WIDTH: usize = 100;
/// The indentation of a section, and of the entries of one that needs several lines.
const SECTION: &str = "    ";
const ENTRIES: &str = "        ";

/// A part of a call: words, and the list of entries behind them, if there is one.
struct Section {
    words: String,
    entries: Option<Vec<String>>,
}

/// Prints one call.
pub(crate) fn print(call: &Macro) -> String {
    let segments = call.path.segments.iter();
    let path: Vec<String> = segments.map(|s| s.ident.to_string()).collect();
    let path = path.join("::");
    let sections = sections(&call.tokens);
    let inline: Vec<String> = sections.iter().map(Section::inline).collect();
    let line = format!("{path}! {{ {} }}", inline.join(" "));
    if fits(&line) {
        return line;
    }
    let lines: Vec<String> = sections.iter().map(Section::lines).collect();
    format!("{path}! {{\n{}\n}}", lines.join("\n"))
}

impl Section {
    /// Prints the section on one line.
    fn inline(&self) -> String {
        match &self.entries {
            None => self.words.clone(),
            Some(entries) if entries.is_empty() => format!("{} {{}}", self.words),
            Some(entries) => format!("{} {{ {} }}", self.words, entries.join(", ")),
        }
    }

    /// Prints the section on one line, or on several where it needs them.
    fn lines(&self) -> String {
        let inline = format!("{SECTION}{}", self.inline());
        match &self.entries {
            Some(entries) if !fits(&inline) => {
                let entries = fill(entries).join("\n");
                format!("{SECTION}{} {{\n{entries}\n{SECTION}}}", self.words)
            }
            _ => inline,
        }
    }
}

/// Splits the content of a call into sections. A comma ends the head, which has no entries.
fn sections(tokens: &TokenStream) -> Vec<Section> {
    let mut sections = Vec::new();
    let mut words = TokenStream::new();
    for token in tokens.clone() {
        let is_comma = is_comma(&token);
        let entries = match token {
            TokenTree::Group(list) if list.delimiter() == Delimiter::Brace => {
                Some(entries(list.stream()))
            }
            other => {
                words.extend([other]);
                None
            }
        };
        if is_comma || entries.is_some() {
            let words = tight(&std::mem::take(&mut words).to_string());
            sections.push(Section { words, entries });
        }
    }
    if !words.is_empty() {
        let words = tight(&words.to_string());
        sections.push(Section {
            words,
            entries: None,
        });
    }
    sections
}

fn is_comma(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == ',')
}

fn entries(list: TokenStream) -> Vec<String> {
    let mut entries = vec![TokenStream::new()];
    for token in list {
        match entries.last_mut() {
            Some(entry) if !is_comma(&token) => entry.extend([token]),
            _ => entries.push(TokenStream::new()),
        }
    }
    let entries = entries.into_iter().filter(|entry| !entry.is_empty());
    entries.map(|entry| tight(&entry.to_string())).collect()
}

/// Distributes entries over lines, as many on each as fit.
fn fill(entries: &[String]) -> Vec<String> {
    let mut lines = vec![ENTRIES.to_owned()];
    for (index, entry) in entries.iter().enumerate() {
        let comma = if index + 1 < entries.len() { "," } else { "" };
        let entry = format!("{entry}{comma}");
        match lines.last_mut() {
            Some(line) if line == ENTRIES => line.push_str(&entry),
            Some(line) if fits(&format!("{line} {entry}")) => *line += &format!(" {entry}"),
            _ => lines.push(format!("{ENTRIES}{entry}")),
        }
    }
    lines
}

fn fits(line: &str) -> bool {
    line.chars().count() <= WIDTH
}

/// Removes the spaces that the text of a token stream has between all tokens.
fn tight(text: &str) -> String {
    text.replace(" < ", "<")
        .replace(" >", ">")
        .replace("& ", "&")
        .replace(" : ", ": ")
        .replace(" ,", ",")
}
