//! Invisible characters: the one table of those that a text does not show.
//!
//! A page's text is shown in `schema.yaml`, in doc comments and on terminals, and who reads it
//! there must not be deceived. What becomes of such a character is each reader's own matter: YAML
//! escapes it, a doc comment loses it, a terminal shows its number.

/// Checks whether a character can't be seen, or changes the direction or the lines of its
/// neighbours.
///
/// It holds what Unicode calls format characters as far as they deceive: marks of direction and
/// what embeds or overrides it (the “Trojan source” characters), spaces and hyphens of no width,
/// line and paragraph separators, invisible operators, annotations, and tags.
///
/// Not in it:
///
/// - The controls, [`char::is_control`]. Line breaks and tabs are among them, and each format has
///   its own way with those.
/// - The joiners, [`is_joiner`]. Persian, Hindi and emoji can't be written without them.
pub fn is_hidden(c: char) -> bool {
    let shapes = matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}'..='\u{200f}'
    );
    let turns = matches!(c, '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    let marks = matches!(c, '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}');
    shapes || turns || marks
}

/// Checks whether a character joins its neighbours or keeps them apart, and is itself invisible.
///
/// Prose needs it and keeps it. A name or a line on a terminal does not: there two texts that
/// differ in it alone would look the same.
pub fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_turns_text_around_hides_and_what_writes_it_does_not() {
        let hides = "\u{ad}\u{200b}\u{200f}\u{202e}\u{2066}\u{feff}\u{fffb}\u{e0041}";
        assert!(hides.chars().all(is_hidden));
        let shows = "aé可😀 \u{a0}\u{200c}\u{200d}\n\t";
        assert!(!shows.contains(is_hidden));
    }

    #[test]
    fn a_joiner_is_one_of_two() {
        let joiners: Vec<char> = ('\0'..=char::MAX).filter(|&c| is_joiner(c)).collect();
        assert_eq!(joiners, ['\u{200c}', '\u{200d}']);
    }
}
