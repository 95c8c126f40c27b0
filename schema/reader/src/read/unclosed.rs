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
    while let Some(at) = text[from..].find(['<', '{']).map(|at| from + at) {
        let rest = &text[at..];
        if rest.starts_with("<!--") {
            from = rest.find("-->").map_or(text.len(), |end| at + end);
            continue;
        }
        for (pair, open) in PAIRS.iter().zip(&mut open) {
            lost.extend(pair.read_mark(rest, at, open));
        }
        from = at + 1;
    }
    lost.extend(open.into_iter().flatten());
    lost
}

impl Pair {
    /// Reads a mark of the pair that a text starts with; returns the places of those that it shows
    /// to be never closed.
    fn read_mark(&self, text: &str, at: usize, open: &mut Vec<usize>) -> Vec<usize> {
        if starts_with_mark(text, self.close) {
            open.pop();
        } else if starts_with_mark(text, self.open) {
            let lost = if self.nests {
                Vec::new()
            } else {
                std::mem::take(open)
            };
            open.push(at);
            return lost;
        }
        Vec::new()
    }
}

/// Checks whether a text starts with a mark that is no part of a longer name: `<table` is not in
/// `<tablet`.
fn starts_with_mark(text: &str, mark: &str) -> bool {
    let start = text.as_bytes().get(..mark.len());
    start.is_some_and(|start| start.eq_ignore_ascii_case(mark.as_bytes()))
        && !text[mark.len()..].starts_with(is_of_name)
}

fn is_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-'
}
