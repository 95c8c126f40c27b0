//! Nesting: the elements of an HTML page that are open where it ends, which show that it was cut off.
//!
//! HTML lets many end tags be left out, `</body>` and `</html>` among them. A page was cut off
//! where it lacks those, and one that must be there as well.

/// Elements that can hold a page's text and that must be closed.
const HOLDERS: &[&str] = &[
    "div",
    "section",
    "main",
    "article",
    "ul",
    "ol",
    "blockquote",
];

/// The elements that are open.
#[derive(Debug, Default)]
pub(super) struct Nesting {
    /// True if the page ends within a tag.
    in_tag: bool,
    /// The number of open holders.
    holders: usize,
    is_document: bool,
    is_ended: bool,
}

impl Nesting {
    /// Nothing is open yet. `text` is what is read, which may be a part of a page.
    pub(super) fn new(text: &str) -> Self {
        let tag = text.rfind('<').map(|start| &text[start + 1..]);
        let names = |rest: &str| rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
        Self {
            in_tag: tag.is_some_and(|rest| !rest.contains('>') && names(rest)),
            ..Self::default()
        }
    }

    /// A tag that opens an element.
    pub(super) fn start(&mut self, name: &str, is_closed: bool) {
        self.is_document |= matches!(name, "html" | "body");
        self.holders += usize::from(HOLDERS.contains(&name) && !is_closed);
    }

    /// A tag that closes one.
    pub(super) fn end(&mut self, name: &str) {
        self.is_ended |= matches!(name, "html" | "body");
        if HOLDERS.contains(&name) {
            self.holders = self.holders.saturating_sub(1);
        }
    }

    /// Names the element that the page ends within, where it was cut off.
    pub(super) fn cut_off_within(&self, in_table: bool) -> Option<&'static str> {
        match self {
            Self { is_ended: true, .. } => None,
            Self { in_tag: true, .. } => Some("a tag"),
            _ if in_table => Some("a table"),
            one if one.is_document && one.holders > 0 => Some("its body"),
            _ => None,
        }
    }
}
