//! Where in a JSON text a reader stood when it gave up: in comes an offset, out comes a path such
//! as `result[3].message.date`.

/// A list or an object that is not yet at its end.
enum Level {
    /// A list, with the index of the item at hand.
    List(usize),
    /// An object, with the name of the member at hand.
    Object(String),
}

/// The path of the value at, or just before, the byte `offset` of a JSON text; empty at the top.
pub(crate) fn path_at(json: &[u8], offset: usize) -> String {
    let mut levels = Vec::new();
    let mut rest = &json[..offset.min(json.len())];
    let mut text = None;
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        match (byte, levels.last_mut()) {
            (b'"', _) => (text, rest) = string(rest),
            (b'{', _) => levels.push(Level::Object(String::new())),
            (b'[', _) => levels.push(Level::List(0)),
            (b'}' | b']', _) => drop(levels.pop()),
            (b':', Some(Level::Object(name))) => *name = text.take().unwrap_or_default(),
            (b',', Some(Level::List(index))) => *index += 1,
            _ => {}
        }
    }
    printed(&levels)
}

/// A string whose first quote was read, and what follows it.
fn string(rest: &[u8]) -> (Option<String>, &[u8]) {
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

fn printed(levels: &[Level]) -> String {
    let mut path = String::new();
    for level in levels {
        match level {
            Level::List(index) => path.push_str(&format!("[{index}]")),
            Level::Object(name) if name.is_empty() => {}
            Level::Object(name) if path.is_empty() => path.push_str(name),
            Level::Object(name) => path.push_str(&format!(".{name}")),
        }
    }
    path
}

/// The offset of a place that `serde_json` gives as a line and a column, both counted from one.
pub(crate) fn offset(json: &[u8], line: usize, column: usize) -> usize {
    let mut lines = json.split_inclusive(|&byte| byte == b'\n');
    let before = lines.by_ref().take(line.saturating_sub(1));
    before.map(<[u8]>::len).sum::<usize>() + column
}
