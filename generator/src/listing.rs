//! Calls of the runtime's macros → their text: a head, a list of entries, as many on a line as fit,
//! and a tail. `rustfmt` leaves such calls as they are.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::Macro;

/// How wide a line may be.
const WIDTH: usize = 100;

/// The text of one call.
pub(crate) fn print(call: &Macro) -> String {
    let path: Vec<String> = call
        .path
        .segments
        .iter()
        .map(|s| s.ident.to_string())
        .collect();
    let path = path.join("::");
    let body = match split(&call.tokens) {
        Some((head, entries, tail)) => body(&head, &entries, &tail),
        None => tight(&call.tokens.to_string()),
    };
    match body.contains('\n') {
        true => format!("{path}! {{\n    {body}\n}}"),
        false => format!("{path}! {{ {body} }}"),
    }
}

/// What is before the list, the list, and what is behind it.
fn split(tokens: &TokenStream) -> Option<(String, Vec<String>, String)> {
    let tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let is_list = |token: &TokenTree| matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace);
    let at = tokens.iter().position(is_list)?;
    let TokenTree::Group(list) = tokens.get(at)? else {
        return None;
    };
    let text = |tokens: &[TokenTree]| {
        let tokens: TokenStream = tokens.iter().cloned().collect();
        tight(&tokens.to_string())
    };
    Some((
        text(&tokens[..at]),
        entries(list.stream()),
        text(&tokens[at + 1..]),
    ))
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

fn body(head: &str, entries: &[String], tail: &str) -> String {
    let one = format!("{head} {{ {} }} {tail}", entries.join(", "));
    let one = one.replace("{  }", "{}");
    if one.trim_end().chars().count() + "object! {  }".len() <= WIDTH {
        return one.trim_end().to_owned();
    }
    let mut lines = vec![String::from("       ")];
    for (at, entry) in entries.iter().enumerate() {
        let comma = if at + 1 < entries.len() { "," } else { "" };
        let fits = |line: &&mut String| line.chars().count() + entry.chars().count() + 2 <= WIDTH;
        match lines.last_mut().filter(fits) {
            Some(line) => line.push_str(&format!(" {entry}{comma}")),
            None => lines.push(format!("        {entry}{comma}")),
        }
    }
    let text = format!("{head} {{\n{}\n    }} {tail}", lines.join("\n"));
    text.trim_end().to_owned()
}

/// The text of tokens without the spaces that stand between all of them.
fn tight(text: &str) -> String {
    let text = text
        .replace(" < ", "<")
        .replace(" >", ">")
        .replace("& ", "&");
    text.replace(" : ", ": ")
}
