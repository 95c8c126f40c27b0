//! Repair of a JSON text that is damaged inside one of its values, so that the damage affects only
//! that value: a list of updates must not be unreadable because of a single one.

/// The numbers that JSON does not have, and some programs write.
const NOT_NUMBERS: [&str; 3] = ["NaN", "Infinity", "-Infinity"];

/// Repairs a JSON object. A sound one stays as it is; `None` if the text does not begin like one.
///
/// - Bytes that are not UTF-8 become the replacement character: of `"caf` and the byte `E9`, `caf�`
///   is read.
/// - A control character in a string is escaped: a real tab between two letters is read as a tab.
/// - A number that JSON does not have becomes a string, such as `"NaN"`. A field for numbers can't
///   be read from it, so that only the update that has it is malformed.
pub(super) fn repair_object(json: &[u8]) -> Option<String> {
    if !json.trim_ascii_start().starts_with(b"{") {
        return None;
    }
    let text = String::from_utf8_lossy(json);
    let mut repaired = String::with_capacity(text.len());
    let mut rest = &*text;
    while let Some(quote) = rest.find('"') {
        push_outside_of_strings(&mut repaired, &rest[..quote]);
        let (string, after) = rest[quote..].split_at(string_length(&rest[quote..]));
        push_string(&mut repaired, string);
        rest = after;
    }
    push_outside_of_strings(&mut repaired, rest);
    Some(repaired)
}

/// Returns the length of the string at the start of a text, with its quotes.
fn string_length(text: &str) -> usize {
    let mut escaped = false;
    let contents = text.bytes().skip(1).position(|byte| {
        let is_end = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        is_end
    });
    contents.map_or(text.len(), |length| length + 2)
}

fn push_string(repaired: &mut String, string: &str) {
    for c in string.chars() {
        if c < ' ' {
            repaired.push_str(&format!("\\u{:04x}", u32::from(c)));
        } else {
            repaired.push(c);
        }
    }
}

fn push_outside_of_strings(repaired: &mut String, text: &str) {
    let is_in_word = |c: char| c.is_ascii_alphanumeric() || c == '-';
    for piece in text.split_inclusive(|c| !is_in_word(c)) {
        let word = piece.trim_end_matches(|c| !is_in_word(c));
        if NOT_NUMBERS.contains(&word) {
            repaired.push_str(&format!("\"{word}\"{}", &piece[word.len()..]));
        } else {
            repaired.push_str(piece);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::repair_object;

    #[test]
    fn a_sound_object_stays_as_it_is() {
        for sound in [
            "{}",
            " \n{\"a\\\"NaN\": [1, -2.5e3, \"\\\\\", {\"b\":null}]}\t",
            "{\"NaN\":\"Infinity, é\\u0001\",\"end\":true",
            "{\"a\":\"\\",
        ] {
            assert_eq!(repair_object(sound.as_bytes()).as_deref(), Some(sound));
        }
    }

    #[test]
    fn what_is_no_object_is_not_repaired() {
        for text in ["", "<html>NaN", "[NaN]", "\"\u{1}\""] {
            assert_eq!(repair_object(text.as_bytes()), None);
        }
    }

    #[test]
    fn each_kind_of_damage_is_repaired_where_it_is() {
        let damaged = b"{\"caf\xE9\":[NaN,-Infinity ,1],\"a\tb\\\"\x01\":Infinity}";
        let repaired = "{\"caf\u{FFFD}\":[\"NaN\",\"-Infinity\" ,1],\
            \"a\\u0009b\\\"\\u0001\":\"Infinity\"}";
        assert_eq!(repair_object(damaged).as_deref(), Some(repaired));
    }
}
