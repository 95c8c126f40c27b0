//! Templates of URLs and headers: text with placeholders, `{base}/bot{token}/{method}`.

use std::fmt;

use serde::{Deserializer, Serialize, Serializer};

use crate::suggest;
use crate::yaml::parse_text;

/// A text with placeholders in braces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template(String);

/// A part of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// A text that stays as it is.
    Text(&'a str),
    /// The name of a placeholder.
    Placeholder(&'a str),
}

/// The placeholders of a method's URL.
const OF_METHODS: &[&str] = &["base", "token", "method", "path"];
/// The placeholders of a file's URL.
const OF_FILES: &[&str] = &["base", "token", "path"];
/// The placeholder of a header.
const OF_HEADERS: &[&str] = &["token"];

impl Template {
    /// Takes a template that is known to be right.
    pub(super) fn fixed(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// Its text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its pieces, in order.
    pub fn pieces(&self) -> Vec<Piece<'_>> {
        let mut parts = self.0.split('{');
        let first = parts.next().map(Piece::Text);
        let rest = parts.flat_map(|part| {
            let (name, text) = part.split_once('}').unwrap_or((part, ""));
            [Piece::Placeholder(name), Piece::Text(text)]
        });
        let all = first.into_iter().chain(rest);
        all.filter(|piece| *piece != Piece::Text("")).collect()
    }

    /// Checks whether it has a placeholder.
    pub fn has(&self, name: &str) -> bool {
        self.pieces().contains(&Piece::Placeholder(name))
    }

    /// Checks its braces and the names in them.
    fn check(self, known: &[&str]) -> Result<Self, String> {
        let text = self.0.escape_debug();
        let mut parts = self.0.split('{');
        let starts_well = parts.next().is_some_and(|text| !text.contains('}'));
        let is_closed = |part: &str| part.matches('}').count() == 1;
        if !starts_well || !parts.all(is_closed) {
            return Err(format!("`{text}` has a brace without its other half"));
        }
        for piece in self.pieces() {
            match piece {
                Piece::Placeholder(name) if !known.contains(&name) => {
                    return Err(describe_unknown(name, known));
                }
                _ => {}
            }
        }
        Ok(self)
    }
}

/// Names the placeholder that is not one, and those that are.
fn describe_unknown(name: &str, known: &[&str]) -> String {
    let shown = name.escape_debug();
    match suggest::nearest(name, known.iter().copied()) {
        Some(near) => format!("`{{{shown}}}` is no placeholder here, did you mean `{{{near}}}`?"),
        None => {
            let known: Vec<String> = known.iter().map(|name| format!("`{{{name}}}`")).collect();
            let known = known.join(", ");
            format!("`{{{shown}}}` is no placeholder here, these are: {known}")
        }
    }
}

/// Reads the URL of methods.
pub(super) fn read_method_url<'de, D: Deserializer<'de>>(from: D) -> Result<Template, D::Error> {
    parse_text(from, |text| {
        let url = parse(text, OF_METHODS)?;
        if url.has("method") || url.has("path") {
            return Ok(url);
        }
        let text = text.escape_debug();
        Err(format!(
            "`{text}` has neither `{{method}}` nor `{{path}}`: all methods would share it"
        ))
    })
}

/// Reads the URL of files.
pub(super) fn read_file_url<'de, D>(from: D) -> Result<Option<Template>, D::Error>
where
    D: Deserializer<'de>,
{
    parse_text(from, |text| {
        let url = parse(text, OF_FILES)?;
        if url.has("path") {
            return Ok(Some(url));
        }
        let text = text.escape_debug();
        Err(format!(
            "`{text}` has no `{{path}}`: all files would share it"
        ))
    })
}

/// Reads the value of a header.
pub(super) fn read_header<'de, D: Deserializer<'de>>(from: D) -> Result<Template, D::Error> {
    parse_text(from, |text| parse(text, OF_HEADERS))
}

fn parse(text: &str, known: &[&str]) -> Result<Template, String> {
    if text.chars().any(char::is_control) {
        return Err("a template is one line of text".to_owned());
    }
    Template(text.to_owned()).check(known)
}

impl fmt::Display for Template {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for Template {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl schemars::JsonSchema for Template {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Template".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "A text with placeholders in braces, such as `{base}/bot{token}/{method}`.",
            "pattern": "^[^{}]*(\\{[a-z]+\\}[^{}]*)*$"
        })
    }
}
