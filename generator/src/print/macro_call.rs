//! Calls of the runtime's macros → their text: a head, a list of entries, as many on a line as fit,
//! and a tail. `rustfmt` leaves such calls as they are.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::Macro;

/// How wide a line may be.
const WIDTH: usize = 100;

/// A part of a call.
enum Part {
    Text(String),
    List(Vec<String>),
}

/// The text of one call.
pub(crate) fn print(call: &Macro) -> String {
    let path: Vec<String> = call
        .path
        .segments
        .iter()
        .map(|s| s.ident.to_string())
        .collect();
    let path = path.join("::");
    let parts = parts(&call.tokens);
    let inline: Vec<String> = parts.iter().map(Part::inline).collect();
    let one = format!("{path}! {{ {} }}", inline.join(" "));
    match fits(&one) {
        true => one,
        false => format!("{path}! {{\n{}\n}}", broken(&parts)),
    }
}

impl Part {
    fn inline(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::List(entries) if entries.is_empty() => "{}".to_owned(),
            Self::List(entries) => format!("{{ {} }}", entries.join(", ")),
        }
    }
}

fn parts(tokens: &TokenStream) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut text = TokenStream::new();
    for token in tokens.clone() {
        match token {
            TokenTree::Group(list) if list.delimiter() == Delimiter::Brace => {
                parts.push(Part::Text(tight(&std::mem::take(&mut text).to_string())));
                parts.push(Part::List(entries(list.stream())));
            }
            other => text.extend([other]),
        }
    }
    parts.push(Part::Text(tight(&text.to_string())));
    let is_empty = |part: &Part| matches!(part, Part::Text(text) if text.is_empty());
    parts.into_iter().filter(|part| !is_empty(part)).collect()
}

fn entries(list: TokenStream) -> Vec<String> {
    let mut entries = vec![TokenStream::new()];
    for token in list {
        let is_comma = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == ',');
        match entries.last_mut() {
            Some(entry) if !is_comma => entry.extend([token]),
            _ => entries.push(TokenStream::new()),
        }
    }
    let entries = entries.into_iter().filter(|entry| !entry.is_empty());
    entries.map(|entry| tight(&entry.to_string())).collect()
}

/// The parts, with each list on lines of its own that does not fit on the one where it starts.
fn broken(parts: &[Part]) -> String {
    let mut lines = vec![String::from("   ")];
    for part in parts {
        let inline = part.inline();
        let line = lines.last().map_or(0, |line| line.chars().count());
        match part {
            Part::List(entries) if line + inline.chars().count() + 4 > WIDTH => {
                append(&mut lines, "{");
                lines.push(String::from("       "));
                fill(&mut lines, entries);
                lines.push(String::from("    }"));
            }
            _ => append(&mut lines, &inline),
        }
    }
    lines.join("\n")
}

fn fill(lines: &mut Vec<String>, entries: &[String]) {
    for (at, entry) in entries.iter().enumerate() {
        let comma = if at + 1 < entries.len() { "," } else { "" };
        let entry = format!("{entry}{comma}");
        let line = lines.last().map_or(0, |line| line.chars().count());
        if line + 1 + entry.chars().count() > WIDTH {
            lines.push(String::from("       "));
        }
        append(lines, &entry);
    }
}

fn append(lines: &mut [String], text: &str) {
    if let Some(line) = lines.last_mut() {
        line.push(' ');
        line.push_str(text);
    }
}

fn fits(line: &str) -> bool {
    line.chars().count() <= WIDTH
}

/// The text of tokens without the spaces that stand between all of them.
fn tight(text: &str) -> String {
    let text = text
        .replace(" < ", "<")
        .replace(" >", ">")
        .replace("& ", "&");
    text.replace(" : ", ": ")
}
