//! HTML tags inside other text: `<code>`, `<a href="…" id="…">`, `<br/>`.

use crate::block::Style;

/// A tag, opening or closing.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    /// The name, in lower case.
    pub(super) name: String,
    /// True if it closes.
    pub(super) closing: bool,
    attributes: &'a str,
}

/// The elements that carry markup. Anything else in angle brackets is text, `<token>`.
const KNOWN: &[&str] = &[
    "a", "abbr", "b", "big", "br", "cite", "code", "del", "details", "div", "em", "figure", "font",
    "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "picture", "pre", "q", "s", "samp",
    "small", "source", "span", "strike", "strong", "sub", "summary", "sup", "table", "tbody", "td",
    "th", "thead", "tr", "tt", "u", "ul", "var", "video", "wbr",
];

/// The style in which an element of this name shows its text, where that means anything.
pub(super) fn style_of(name: &str) -> Option<Style> {
    match name {
        "em" | "i" => Some(Style::Emphasis),
        "strong" | "b" => Some(Style::Strong),
        "code" | "kbd" | "tt" => Some(Style::Code),
        _ => None,
    }
}

impl<'a> Tag<'a> {
    /// Reads `<name …>` or `</name>` where it is an element of HTML.
    pub(super) fn parse(text: &'a str) -> Option<Self> {
        let inner = text.strip_prefix('<')?.strip_suffix('>')?;
        let inner = inner.strip_suffix('/').unwrap_or(inner);
        let (closing, inner) = match inner.strip_prefix('/') {
            Some(rest) => (true, rest),
            None => (false, inner),
        };
        let end = inner
            .find(|c: char| !c.is_ascii_alphanumeric())
            .unwrap_or(inner.len());
        let name = inner[..end].to_ascii_lowercase();
        KNOWN.contains(&name.as_str()).then_some(Self {
            name,
            closing,
            attributes: &inner[end..],
        })
    }

    /// The value of an attribute in quotes.
    pub(super) fn attribute(&self, name: &str) -> Option<&'a str> {
        let start = self.attributes.find(&format!(" {name}=\""))? + name.len() + 3;
        let value = &self.attributes[start..];
        value.find('"').map(|end| &value[..end])
    }
}
