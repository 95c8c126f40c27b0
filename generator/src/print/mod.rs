//! Items → the text of a file, as `rustfmt` would leave it.

pub(crate) mod fileset;
mod macro_call;
mod refit;

use std::mem::{Discriminant, discriminant};

use proc_macro2::TokenStream;
use syn::{File, Item, Visibility};

use self::refit::refit;

/// The text of a file: its header, then the items with an empty line before each, but for a `use`
/// or a `mod` that follows another.
///
/// # Errors
///
/// Where a token stream is no item of Rust.
pub(crate) fn file(header: &str, items: Vec<TokenStream>) -> Result<String, syn::Error> {
    let mut text = header.trim_end().to_owned();
    let mut before = None;
    for item in items {
        let item: Item = syn::parse2(item)?;
        let kind = group(&item);
        let together = kind.is_some() && kind == before;
        text.push_str(if together { "\n" } else { "\n\n" });
        text.push_str(&print(item));
        before = kind;
    }
    text.push('\n');
    Ok(text)
}

/// What stands together with others of its kind, without an empty line in between.
fn group(item: &Item) -> Option<(Discriminant<Item>, bool)> {
    let is_public = match item {
        Item::Use(item) => matches!(item.vis, Visibility::Public(_)),
        Item::Mod(_) => false,
        _ => return None,
    };
    Some((discriminant(item), is_public))
}

fn print(item: Item) -> String {
    if let Item::Macro(item) = &item {
        return macro_call::print(&item.mac);
    }
    let text = prettyplease::unparse(&File {
        shebang: None,
        frontmatter: None,
        attrs: Vec::new(),
        items: vec![item],
    });
    let lines: Vec<String> = text.lines().map(str::to_owned).collect();
    spaced(refit(&lines)).join("\n")
}

/// Puts an empty line between the functions of an `impl`.
fn spaced(lines: Vec<String>) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for line in lines {
        let before = out.last().map(String::as_str).unwrap_or_default();
        if line != "}" && ends_item(before) && !is_short_item(&line) {
            out.push(String::new());
        }
        out.push(line);
    }
    out
}

fn ends_item(line: &str) -> bool {
    line == "    }" || is_short_item(line)
}

/// Whether a line is an associated type or constant.
fn is_short_item(line: &str) -> bool {
    line.starts_with("    type ") || line.starts_with("    const ")
}
