//! Text of unknown origin in, text that is safe to show on a terminal out.
//!
//! A page can hold escape sequences and characters that turn the direction of writing. On a
//! terminal they would hide or forge text: they are shown by their number, `\u{1b}`, instead.

use std::borrow::Cow;

use schema::unicode::{is_hidden, is_joiner};

/// The text with every character that could act on a terminal made visible. Line breaks stay.
pub fn sanitize(text: &str) -> Cow<'_, str> {
    replace_harmful(text, push_visible)
}

/// The same on one line.
pub fn sanitize_line(text: &str) -> String {
    sanitize(text).replace('\n', " ")
}

/// JSON with every such character as the escape that it has there: the text means what it meant.
/// Between its strings JSON has none but line breaks.
pub fn sanitize_json(text: &str) -> Cow<'_, str> {
    replace_harmful(text, |safe, c| {
        for unit in c.encode_utf16(&mut [0; 2]) {
            safe.push_str(&format!("\\u{unit:04x}"));
        }
    })
}

/// The text with what `show` appends in place of every character that could act.
fn replace_harmful(text: &str, show: impl Fn(&mut String, char)) -> Cow<'_, str> {
    let stays = |c: char| c == '\n' || is_harmless(c);
    if text.chars().all(stays) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        if stays(c) {
            safe.push(c)
        } else {
            show(&mut safe, c)
        }
    }
    Cow::Owned(safe)
}

/// Appends one character, made visible where it has to be. A tab or a line break is a space.
pub(super) fn push_visible(to: &mut String, c: char) {
    match c {
        '\t' | '\n' | '\r' => to.push(' '),
        c if is_harmless(c) => to.push(c),
        c => to.extend(c.escape_unicode()),
    }
}

/// The columns that a character fills once it is pushed; wide ones fill two.
pub(super) fn column_width(c: char) -> usize {
    match c {
        '\t' | '\n' | '\r' => 1,
        c if !is_harmless(c) => c.escape_unicode().len(),
        // From Hangul on, most letters are wide: near enough for where to cut a line.
        c if c >= '\u{1100}' => 2,
        _ => 1,
    }
}

/// Joiners are shown too: on one line of a terminal they have no use, and two names that differ in
/// one would look the same.
fn is_harmless(c: char) -> bool {
    !c.is_control() && !is_hidden(c) && !is_joiner(c)
}
