//! Return sentences: the prose of a method in, the type of its result out, or the sentence that
//! could not be read.

mod lists;
mod sentence;

use super::known_types::KnownTypes;
use super::text::sentences;
use crate::block::Text;
use crate::dialect::{Dialect, DialectRef};
use schema::{Span, Type};
use sentence::{Rank, SentenceReader};

/// The statement of a method's prose about its result.
#[derive(Debug, PartialEq)]
pub(super) enum Returned {
    /// It names the type.
    Type(Type, Span),
    /// It says that something is returned, and no type can be read in it.
    Unread(Span),
    /// It says nothing.
    Absent,
}

/// Reads the paragraphs of a method by the sentences of a dialect, else by those of another.
///
/// Pages are translated in parts: a Chinese page may still have “Returns True on success.”
pub(super) fn read_returns(
    paragraphs: &[&Text],
    dialect: DialectRef<'_>,
    types: &KnownTypes<'_>,
) -> Returned {
    let own = read_in(paragraphs, &dialect, types);
    if matches!(own, Returned::Type(..)) {
        return own;
    }
    let others = dialect.and_others().skip(1);
    others
        .map(|other| read_in(paragraphs, &other, types))
        .find(|found| *found != Returned::Absent)
        .unwrap_or(own)
}

fn read_in(paragraphs: &[&Text], dialect: &Dialect, types: &KnownTypes<'_>) -> Returned {
    let reader = SentenceReader { dialect, types };
    let mut best: Option<(Rank, Type, Span)> = None;
    let mut unread = None;
    for text in paragraphs {
        let plain = text.plain();
        for range in sentences(&plain) {
            let sentence = &plain[range.clone()];
            if !reader.speaks_of_return(sentence) {
                continue;
            }
            let Some(span) = text.span_of(range) else {
                continue;
            };
            match reader.read_sentence(sentence) {
                Some((rank, ty)) if best.as_ref().is_none_or(|(most, ..)| rank > *most) => {
                    best = Some((rank, ty, span));
                }
                None if dialect.returns.promise.is_match(sentence) => {
                    unread = unread.or(Some(span));
                }
                _ => {}
            }
        }
    }
    match (best, unread) {
        (Some((_, ty, span)), _) => Returned::Type(ty, span),
        (None, Some(span)) => Returned::Unread(span),
        (None, None) => Returned::Absent,
    }
}
