//! Entities: decoded text beside its source, in pieces that match to the letter.

use std::ops::Range;

/// Pieces of `decoded`, each with its place in `raw`: what stands there to the letter, and single
/// entities (`&amp;`) apart.
pub(super) fn exact_pieces<'a>(raw: &str, decoded: &'a str) -> Vec<(&'a str, Range<usize>)> {
    let mut pieces = Vec::new();
    let (mut from, mut at) = (0, 0);
    while let Some(amp) = find_inexact(&raw[at..]).map(|next| at + next) {
        let same = amp - at;
        let (Some(text), Some(entity)) =
            (decoded.get(from..from + same), entity_length(&raw[amp..]))
        else {
            break;
        };
        pieces.push((text, at..amp));
        from += same;
        // A line break is one letter however it is written; so is nearly every entity.
        let letter = decoded[from..].chars().next().map_or(0, char::len_utf8);
        pieces.push((&decoded[from..from + letter], amp..amp + entity));
        from += letter;
        at = amp + entity;
    }
    pieces.push((&decoded[from..], at..raw.len()));
    pieces.retain(|(text, _)| !text.is_empty());
    pieces
}

/// Finds where an entity or a line break may start: looked for in bytes, for most texts have none.
fn find_inexact(raw: &str) -> Option<usize> {
    raw.bytes().position(|byte| matches!(byte, b'&' | b'\r'))
}

/// The length of the entity or line break that a text starts with; 1 for a bare `&`.
fn entity_length(raw: &str) -> Option<usize> {
    if let Some(rest) = raw.strip_prefix('\r') {
        return Some(if rest.starts_with('\n') { 2 } else { 1 });
    }
    let name = raw.strip_prefix('&')?;
    let end = name
        .find(|c: char| !c.is_ascii_alphanumeric() && c != '#')
        .unwrap_or(name.len());
    let closed = end > 0 && name[end..].starts_with(';');
    Some(if closed { end + 2 } else { 1 })
}
