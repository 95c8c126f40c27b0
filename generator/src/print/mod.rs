//! Items → the text of a file.
//!
//! `prettyplease` breaks lines at other widths than `rustfmt` does, which therefore skips the
//! generated modules: see `mod apis` in the `lib.rs` of the generated crate.

pub(crate) mod fileset;
mod macro_call;

use std::mem::{Discriminant, discriminant};

use proc_macro2::TokenStream;
use syn::{File, Item, Visibility};

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
    space_functions(&text).join("\n")
}

/// Puts an empty line between the functions of an `impl`.
fn space_functions(text: &str) -> Vec<&str> {
    let mut lines = Vec::new();
    let mut before = "";
    for line in text.lines() {
        if line != "}" && ends_item(before) && !is_short_item(line) {
            lines.push("");
        }
        lines.push(line);
        before = line;
    }
    lines
}

fn ends_item(line: &str) -> bool {
    line == "    }" || is_short_item(line)
}

/// Whether a line is an associated type or constant.
fn is_short_item(line: &str) -> bool {
    line.starts_with("    type ") || line.starts_with("    const ")
}
