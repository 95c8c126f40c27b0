//! A word of a command that we tell people to run: a path or a name in, the same quoted out.

/// The word as a shell reads it back: in quotes where it has anything but plain characters.
pub(crate) fn word(text: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "/._-+:=@%~\\".contains(c);
    if !text.is_empty() && text.chars().all(is_plain) {
        return text.to_owned();
    }
    format!("'{}'", text.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::word;

    #[test]
    fn only_what_needs_it_is_quoted() {
        assert_eq!(word("../my-pages/页"), "../my-pages/页");
        assert_eq!(word("my pages"), "'my pages'");
        assert_eq!(word("it's"), r"'it'\''s'");
    }
}
