//! The path of a value in a JSON text, found from the offset at which a parser stopped.

/// A list or an object that is still open at the offset.
enum Level {
    /// A list, with the index of the current item.
    List(usize),
    /// An object, with the name of the current member.
    Object(String),
}

/// Finds the path of the value at, or just before, the byte `offset` of a JSON text. It is empty
/// at the top level.
///
/// For example, at the byte of `x` in `{"result":[{"date":"x"}]}` the path is `result[0].date`. A
/// name that is no identifier may be something that a user wrote, and is shown as `?`.
pub(super) fn path_at(json: &[u8], offset: usize) -> String {
    let mut levels = Vec::new();
    let mut rest = &json[..offset.min(json.len())];
    let mut last_string = None;
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        match (byte, levels.last_mut()) {
            (b'"', _) => (last_string, rest) = split_string(rest),
            (b'{', _) => levels.push(Level::Object(String::new())),
            (b'[', _) => levels.push(Level::List(0)),
            (b'}' | b']', _) => drop(levels.pop()),
            (b':', Some(Level::Object(name))) => *name = last_string.take().unwrap_or_default(),
            (b',', Some(Level::List(index))) => *index += 1,
            _ => {}
        }
    }
    print_levels(&levels)
}

/// Splits off the rest of a string whose first quote was consumed.
fn split_string(rest: &[u8]) -> (Option<String>, &[u8]) {
    let mut escaped = false;
    let end = rest.iter().position(|&byte| {
        let end = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        end
    });
    match end {
        Some(end) => {
            let text = String::from_utf8_lossy(&rest[..end]).into_owned();
            (Some(text), &rest[end + 1..])
        }
        None => (None, &[]),
    }
}

fn print_levels(levels: &[Level]) -> String {
    let mut path = String::new();
    for level in levels {
        match level {
            Level::List(index) => path.push_str(&format!("[{index}]")),
            Level::Object(name) if name.is_empty() => {}
            Level::Object(name) if path.is_empty() => path.push_str(identifier(name)),
            Level::Object(name) => path.push_str(&format!(".{}", identifier(name))),
        }
    }
    path
}

/// Returns the name if it is an identifier, or else `?`.
fn identifier(name: &str) -> &str {
    let is_identifier = |c: char| c.is_ascii_alphanumeric() || c == '_';
    if name.chars().all(is_identifier) {
        name
    } else {
        "?"
    }
}

/// Converts a line and a column of `serde_json`, both counted from one, to an offset.
pub(super) fn byte_offset(json: &[u8], line: usize, column: usize) -> usize {
    let lines_before = json
        .split_inclusive(|&byte| byte == b'\n')
        .take(line.saturating_sub(1));
    lines_before.map(<[u8]>::len).sum::<usize>() + column
}
