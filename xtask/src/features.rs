//! The features of the generated crate: its `Cargo.toml` in, the same with one feature an API out.

/// The line above the features.
const BEGIN: &str = "# @generated features: begin";
/// The line below them.
const END: &str = "# @generated features: end";

/// The text with `features` between its two marker lines; what is wrong where it has not both.
pub(crate) fn splice(text: &str, features: &str) -> Result<String, String> {
    let begin = line_of(text, BEGIN)?;
    let end = line_of(text, END)?;
    let start = begin.end;
    if start > end.start {
        return Err(format!("`{END}` stands above `{BEGIN}`"));
    }
    let features = features.trim_end();
    let line_break = if features.is_empty() { "" } else { "\n" };
    let (above, below) = (&text[..start], &text[end.start..]);
    Ok(format!("{above}{features}{line_break}{below}"))
}

/// The one line of the text that is this marker, with its line break.
fn line_of(text: &str, marker: &str) -> Result<std::ops::Range<usize>, String> {
    let mut at = 0;
    let mut found = Vec::new();
    for line in text.split_inclusive('\n') {
        if line.trim() == marker {
            found.push(at..at + line.len());
        }
        at += line.len();
    }
    match found.len() {
        1 => Ok(found.remove(0)),
        0 => Err(format!("the line `{marker}` is missing")),
        _ => Err(format!("the line `{marker}` is there twice")),
    }
}
