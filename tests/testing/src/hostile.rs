//! The pages in `pages/hostile`, and a check for characters that act on a terminal.

/// Pages of which a crate is made, by the ending of their file's name.
pub const TEXTS: [(&str, &str); 2] = [
    ("md", include_str!("../pages/hostile/text.md")),
    ("html", include_str!("../pages/hostile/text.html")),
];

/// Pages of which no crate is made.
pub const NAMES: [(&str, &str); 2] = [
    ("md", include_str!("../pages/hostile/names.md")),
    ("html", include_str!("../pages/hostile/names.html")),
];

/// A page with its marks replaced: `⟦202e⟧` is the character of that number.
pub fn with_hidden_characters(marked: &str) -> String {
    let mut parts = marked.split('⟦');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (number, rest) = part.split_once('⟧').unwrap_or_default();
        let letter = u32::from_str_radix(number, 16)
            .ok()
            .and_then(char::from_u32);
        text.extend(letter);
        text.push_str(rest);
    }
    text
}

/// The first character of a text that would act on a terminal, or turn what is read around.
pub fn find_control(text: &str) -> Option<char> {
    text.chars().find(|&c| {
        let controls = c.is_control() && c != '\n';
        let turns =
            matches!(c, '\u{61c}' | '\u{200b}' | '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}');
        controls || turns || matches!(c, '\u{2060}'..='\u{206f}' | '\u{feff}')
    })
}
