//! The case of Rust names: `ReplyMarkup` of types and variants, `reply_markup` of all else.

use heck::{ToSnakeCase, ToUpperCamelCase};

/// Keywords that can't be raw identifiers.
const PATH_KEYWORDS: &[&str] = &["Self", "crate", "self", "super"];

/// The name of a field, a setter or a method: `reply_markup`.
pub fn snake(name: &str) -> String {
    legal(name.to_snake_case())
}

/// The name of a type or a variant: `ReplyMarkup`.
pub fn camel(name: &str) -> String {
    legal(name.to_upper_camel_case())
}

fn legal(name: String) -> String {
    if PATH_KEYWORDS.contains(&name.as_str()) {
        return format!("{name}_");
    }
    if name.starts_with(|c: char| c.is_ascii_digit()) {
        return format!("_{name}");
    }
    name
}
