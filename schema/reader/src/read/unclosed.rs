//! Marks that open something and are never closed.
//!
//! A quotation, a hint or a fold would go on to the end of the page, and all that follows would
//! stand beside the page's own text; all that follows a table would be in it.

use std::collections::BTreeSet;

/// A mark that opens something, and the one that closes it.
struct Pair {
    open: &'static str,
    close: &'static str,
    /// True if one may stand in another.
    nests: bool,
}

const PAIRS: &[Pair] = &[
    element("<blockquote", "</blockquote"),
    element("<aside", "</aside"),
    element("<details", "</details"),
    element("<table", "</table"),
    element("<template", "</template"),
    element("<svg", "</svg"),
    Pair {
        open: "{% hint",
        close: "{% endhint",
        nests: false,
    },
];

const fn element(open: &'static str, close: &'static str) -> Pair {
    Pair {
        open,
        close,
        nests: true,
    }
}

/// Finds the start of each mark that is never closed. What stands in a comment opens and closes
/// nothing.
pub(super) fn find_unclosed(text: &str) -> BTreeSet<usize> {
    let mut open: Vec<Vec<usize>> = PAIRS.iter().map(|_| Vec::new()).collect();
    let mut lost = BTreeSet::new();
    let mut from = 0;
    let is_start = |byte: u8| matches!(byte, b'<' | b'{');
    while let Some(at) = text[from..].bytes().position(is_start) {
        let at = from + at;
        let rest = &text[at..];
        if rest.starts_with("<!--") {
            from = rest.find("-->").map_or(text.len(), |end| at + end);
            continue;
        }
        let mark = first_mark(rest);
        let mut pairs = PAIRS.iter().zip(&mut open);
        if let Some((pair, open)) = pairs.find(|(pair, _)| pair.has(mark)) {
            lost.extend(pair.read_mark(mark, at, open));
        }
        from = at + 1;
    }
    lost.extend(open.into_iter().flatten());
    lost
}

impl Pair {
    fn has(&self, mark: &str) -> bool {
        self.is_close(mark) || mark.eq_ignore_ascii_case(self.open)
    }

    fn is_close(&self, mark: &str) -> bool {
        mark.eq_ignore_ascii_case(self.close)
    }

    /// Reads one of its marks; returns the places of those that it shows to be never closed.
    fn read_mark(&self, mark: &str, at: usize, open: &mut Vec<usize>) -> Vec<usize> {
        if self.is_close(mark) {
            open.pop();
            return Vec::new();
        }
        let lost = if self.nests {
            Vec::new()
        } else {
            std::mem::take(open)
        };
        open.push(at);
        lost
    }
}

/// Finds the mark that a text starts with, up to the end of its name: `<tablet` in `<tablet id="a">`
/// is not `<table`.
fn first_mark(text: &str) -> &str {
    let mut opening = ["</", "<", "{% "].into_iter();
    let Some(name) = opening.find_map(|mark| text.strip_prefix(mark)) else {
        return "";
    };
    let start = text.len() - name.len();
    let end = name.bytes().position(|byte| !is_of_name(byte));
    &text[..start + end.unwrap_or(name.len())]
}

fn is_of_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'-'
}
