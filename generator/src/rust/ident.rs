//! Names of a page → Rust identifiers: their case, keywords, and names that are taken.

use std::collections::BTreeSet;

use proc_macro2::{Ident, Span};

pub(crate) use schema::case::{camel, snake};

/// Keywords that can be raw identifiers: `r#type`.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let",
    "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return",
    "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use",
    "virtual", "where", "while", "yield",
];

/// The names of Windows's devices, some with a digit behind them: no file can be called `con.rs`.
const DEVICES: &[&str] = &["aux", "com", "con", "lpt", "nul", "prn"];

/// The module of a type, which is also the name of a file: `send_message` for `SendMessage`.
///
/// Keywords and the names of Windows's devices get a `_`, and so does a name that is the type's own
/// (`_2fa`): the module would hide the type.
pub(crate) fn module_name(rust_name: &str) -> String {
    let name = snake(rust_name);
    let is_device = DEVICES.contains(&name.trim_end_matches(|c: char| c.is_ascii_digit()));
    if is_keyword(&name) || is_device || name == rust_name {
        return format!("{name}_");
    }
    name
}

/// The identifier of a name, raw where the name is a keyword.
pub(crate) fn ident(name: &str) -> Ident {
    if is_keyword(name) {
        Ident::new_raw(name, Span::call_site())
    } else {
        Ident::new(name, Span::call_site())
    }
}

/// Checks whether a name is a keyword of Rust that a raw identifier could be.
pub(crate) fn is_keyword(name: &str) -> bool {
    KEYWORDS.contains(&name)
}

/// Names that must differ from each other.
#[derive(Clone, Debug, Default)]
pub(crate) struct Scope(BTreeSet<String>);

impl Scope {
    /// A scope in which these are taken from the start.
    pub(crate) fn with<'a>(taken: impl IntoIterator<Item = &'a str>) -> Self {
        Self(taken.into_iter().map(str::to_owned).collect())
    }

    /// Takes the name or, where it is taken, the name with as many `_` as it needs.
    pub(crate) fn take(&mut self, mut name: String) -> String {
        while self.0.contains(&name) {
            name.push('_');
        }
        self.0.insert(name.clone());
        name
    }

    /// Checks whether a name is taken.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.contains(name)
    }
}
