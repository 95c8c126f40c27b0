//! Quoting of a word in a command that the output suggests.

/// The word as a shell reads it back: in quotes where it has anything but plain characters.
pub(crate) fn quote_word(text: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "/._-+:=@%~\\".contains(c);
    if !text.is_empty() && text.chars().all(is_plain) {
        return text.to_owned();
    }
    format!("'{}'", text.replace('\'', r"'\''"))
}
