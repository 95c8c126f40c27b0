//! Text of unknown origin in, HTML that shows it and runs nothing out.

use schema::unicode::is_hidden;

/// Appends a text between tags. Characters that can't be seen are shown by their number.
pub(super) fn push_text(html: &mut String, text: &str) {
    for c in text.chars() {
        if is_shown_by_number(c) {
            let number = c.escape_unicode();
            html.push_str(&format!("<b class=\"hidden\">{number}</b>"));
        } else {
            push_escaped(html, c);
        }
    }
}

/// Appends a text between the quotes of an attribute.
pub(super) fn push_attribute(html: &mut String, text: &str) {
    for c in text.chars() {
        if c.is_control() || is_hidden(c) {
            html.extend(c.escape_unicode());
        } else {
            push_escaped(html, c);
        }
    }
}

/// Appends a message: what stands between backticks is code.
pub(super) fn push_message(html: &mut String, message: &str) {
    let mut is_code = false;
    for part in message.split('`') {
        let (open, close) = if is_code {
            ("<code>", "</code>")
        } else {
            ("", "")
        };
        html.push_str(open);
        push_text(html, part);
        html.push_str(close);
        is_code = !is_code;
    }
}

/// The text as HTML.
pub(super) fn escape_text(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    push_text(&mut html, text);
    html
}

/// The first characters of a text, and an ellipsis where there are more.
pub(super) fn shorten(text: &str, longest: usize) -> String {
    match text.char_indices().nth(longest) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

fn is_shown_by_number(c: char) -> bool {
    is_hidden(c) || (c.is_control() && c != '\t' && c != '\n')
}

fn push_escaped(html: &mut String, c: char) {
    match c {
        '&' => html.push_str("&amp;"),
        '<' => html.push_str("&lt;"),
        '>' => html.push_str("&gt;"),
        '"' => html.push_str("&quot;"),
        '\'' => html.push_str("&#39;"),
        c => html.push(c),
    }
}
