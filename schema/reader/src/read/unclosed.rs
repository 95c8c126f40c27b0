//! Marks that open something and are never closed.
//!
//! A quotation, a hint or a fold would go on to the end of the page, and all that follows would
//! stand beside the page's own text; all that follows a table would be in it.

use std::collections::BTreeSet;
use std::ops::Range;

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
    let lower = text.to_ascii_lowercase();
    let comments = find_comments(text);
    PAIRS
        .iter()
        .flat_map(|pair| pair.unclosed(&lower, &comments))
        .collect()
}

/// Finds the comments of a text: what stands in one opens and closes nothing.
fn find_comments(text: &str) -> Vec<Range<usize>> {
    let mut comments = Vec::new();
    let mut from = 0;
    while let Some(start) = text[from..].find("<!--").map(|at| from + at) {
        let end = text[start..]
            .find("-->")
            .map_or(text.len(), |at| start + at);
        comments.push(start..end);
        from = end;
    }
    comments
}

fn is_in_comment(comments: &[Range<usize>], at: usize) -> bool {
    let after = comments.partition_point(|comment| comment.start <= at);
    after > 0 && at < comments[after - 1].end
}

impl Pair {
    fn unclosed(&self, text: &str, comments: &[Range<usize>]) -> Vec<usize> {
        let (mut open, mut lost) = (Vec::new(), Vec::new());
        let marks = self.marks(text).into_iter();
        for (at, is_open) in marks.filter(|(at, _)| !is_in_comment(comments, *at)) {
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
