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

/// Finds the start of each mark that is never closed.
pub(super) fn find_unclosed(text: &str) -> BTreeSet<usize> {
    let lower = blank_comments(text.to_ascii_lowercase());
    PAIRS
        .iter()
        .flat_map(|pair| pair.unclosed(&lower))
        .collect()
}

/// Puts spaces in place of comments: `<!-- </table> -->` closes no table.
fn blank_comments(text: String) -> String {
    if !text.contains("<!--") {
        return text;
    }
    let mut blanked = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(start) = rest.find("<!--") {
        let Some(len) = rest[start..].find("-->") else {
            break;
        };
        blanked.push_str(&rest[..start]);
        blanked.extend(std::iter::repeat_n(' ', len));
        rest = &rest[start + len..];
    }
    blanked + rest
}

impl Pair {
    fn unclosed(&self, text: &str) -> Vec<usize> {
        let (mut open, mut lost) = (Vec::new(), Vec::new());
        for (at, is_open) in self.marks(text) {
            if !is_open {
                open.pop();
                continue;
            }
            if !self.nests {
                lost.append(&mut open);
            }
            open.push(at);
        }
        lost.append(&mut open);
        lost
    }

    /// The marks that open and close, in the order in which they stand.
    fn marks(&self, text: &str) -> Vec<(usize, bool)> {
        let open = find_mark(text, self.open).map(|at| (at, true));
        let close = find_mark(text, self.close).map(|at| (at, false));
        let mut marks: Vec<_> = open.chain(close).collect();
        marks.sort_unstable();
        marks
    }
}

/// Finds a mark that is no part of a longer name: `<table` is not in `<tablet`.
fn find_mark<'t>(text: &'t str, mark: &'static str) -> impl Iterator<Item = usize> + 't {
    text.match_indices(mark)
        .map(|(at, _)| at)
        .filter(move |at| !text[at + mark.len()..].starts_with(is_of_name))
}

fn is_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-'
}
