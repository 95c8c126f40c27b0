//! Text → Markdown that shows as that text: no HTML, no link, no heading, no code to be tested.
//! Code between two backticks stays code.

use schema::unicode::is_hidden;

/// The maximum width of a generated line.
const MAX_WIDTH: usize = 100;

/// Each paragraph of a text, on one line.
pub(crate) fn paragraphs(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().collect();
    lines
        .split(|line| line.trim().is_empty())
        .map(|lines| paragraph(&lines.join(" ")))
        .filter(|paragraph| !paragraph.is_empty())
        .collect()
}

/// A text on one line, safe.
pub(crate) fn paragraph(text: &str) -> String {
    let text = clean_text(text);
    let mut safe = String::new();
    let mut rest = text.as_str();
    while let Some(c) = rest.chars().next() {
        let end = match c {
            '`' if !safe.ends_with('`') => code_end(rest),
            'h' => url_end(rest),
            _ => None,
        };
        let taken = end.unwrap_or(c.len_utf8());
        match end {
            Some(_) if c == '`' => safe.push_str(&rest[..taken]),
            Some(_) => safe.push_str(&format!("`{}`", &rest[..taken])),
            None => push_escaped(&mut safe, c, &rest[taken..]),
        }
        rest = &rest[taken..];
    }
    safe
}

/// A text as code, or as text where it can't be.
pub(crate) fn code(text: &str) -> String {
    let clean = clean_text(text);
    match clean.as_str() {
        "" => "an empty text".to_owned(),
        text if text.contains('`') => paragraph(text),
        text => format!("`{text}`"),
    }
}

/// The text with single spaces, and without what is invisible or turns text around. Joiners stay:
/// some languages can't be written without them.
fn clean_text(text: &str) -> String {
    let words: Vec<String> = text
        .split_whitespace()
        .map(|word| word.replace(|c: char| c.is_control() || is_hidden(c), ""))
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

/// The length of the code span that starts here: one backtick to the next one that is alone.
fn code_end(text: &str) -> Option<usize> {
    let inner = &text[1..];
    let end = inner.find('`')?;
    let alone = !inner[end + 1..].starts_with('`');
    (end > 0 && alone).then_some(end + 2)
}

/// The length of the web address that starts here.
fn url_end(text: &str) -> Option<usize> {
    let after = text
        .strip_prefix("https://")
        .or(text.strip_prefix("http://"))?;
    let tail = after
        .find(|c: char| !c.is_ascii_graphic() || "<>[](){}\"'`".contains(c))
        .unwrap_or(after.len());
    let url = &text[..text.len() - after.len() + tail];
    Some(url.trim_end_matches(['.', ',', ';', ':', '!', '?']).len())
}

fn push_escaped(safe: &mut String, c: char, rest: &str) {
    let special = match c {
        '\\' | '`' | '<' | '>' | '[' | ']' => true,
        '*' => rest.starts_with('/'),
        _ => false,
    };
    if special {
        safe.push('\\');
    }
    safe.push(c);
}

/// Puts a full stop after a sentence that has nothing like it.
pub(crate) fn end_sentence(text: &mut String) {
    if !text.ends_with(['.', '!', '?', '…', '。', '！', '？']) {
        text.push('.');
    }
}

/// Breaks a safe paragraph into lines for a comment this far from the margin.
pub(crate) fn wrap_lines(paragraph: &str, indent: usize) -> Vec<String> {
    let width = MAX_WIDTH.saturating_sub(indent + "/// ".len());
    let mut lines: Vec<String> = Vec::new();
    for word in split_words(paragraph) {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(guard_line_start(word)),
        }
    }
    lines
}

/// The words of a safe paragraph; a code span is a part of one word.
fn split_words(paragraph: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let (mut start, mut in_code, mut escaped) = (0, false, false);
    for (at, c) in paragraph.char_indices() {
        if c == '`' && !escaped {
            in_code = !in_code;
        }
        escaped = c == '\\' && !escaped && !in_code;
        if c == ' ' && !in_code {
            words.push(&paragraph[start..at]);
            start = at + 1;
        }
    }
    words.push(&paragraph[start..]);
    words
}

/// Escapes the first word of a line, so that it starts no list, heading, table, rule or fence.
fn guard_line_start(word: &str) -> String {
    let rest = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = rest.len() < word.len() && matches!(rest, "." | ")");
    if numbered {
        return format!("{}\\{rest}", &word[..word.len() - rest.len()]);
    }
    let marks = word.chars().all(|c| "#-+*=_:|~".contains(c));
    if marks || word.starts_with('|') || word.starts_with("~~~") {
        return format!("\\{word}");
    }
    word.to_owned()
}

/// A web address that is safe inside `(…)`; `None` where it is none.
pub(crate) fn escape_url(text: &str) -> Option<String> {
    if !text.starts_with("https://") && !text.starts_with("http://") {
        return None;
    }
    let mut url = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~:/?#@!$&*+,;=%".contains(&byte) {
            url.push(char::from(byte));
        } else {
            url.push_str(&format!("%{byte:02X}"));
        }
    }
    Some(url)
}
