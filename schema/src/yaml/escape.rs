//! Values in, YAML out that shows all it says: characters that hide, or turn text around, as
//! escapes. A reader of the text sees what a reader of the value does.

use serde::Serialize;
use serde_yaml::Value;

use crate::unicode;

/// Opens an escape while the YAML is written. YAML can only write it as one itself, in quotes.
const MARK: char = '\u{7f}';
/// How YAML writes it.
const WRITTEN: &str = "\\x7F";

/// The YAML text of a value.
pub(crate) fn to_yaml<T: Serialize>(value: &T) -> Result<String, serde_yaml::Error> {
    let text = serde_yaml::to_string(value)?;
    if !text.contains(is_hidden) {
        return Ok(text);
    }
    let mut value = serde_yaml::to_value(value)?;
    mark(&mut value);
    let text = serde_yaml::to_string(&value)?;
    let mut parts = text.split(WRITTEN);
    let mut escaped = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (number, rest) = part.split_at(part.len().min(8));
        escaped.push_str("\\U");
        escaped.push_str(number);
        escaped.push_str(rest);
    }
    Ok(escaped)
}

/// Puts a mark and the number of the character, in eight digits, in place of each that hides, and
/// of what would read like a mark once it is written.
fn mark(value: &mut Value) {
    match value {
        Value::String(text) if text.contains(is_marked) || text.contains(WRITTEN) => {
            let letters = text.chars().map(|c| match is_marked(c) || c == '\\' {
                true => format!("{MARK}{:08x}", u32::from(c)),
                false => c.to_string(),
            });
            *text = letters.collect();
        }
        Value::Sequence(items) => items.iter_mut().for_each(mark),
        Value::Mapping(map) => map.values_mut().for_each(mark),
        _ => {}
    }
}

fn is_marked(c: char) -> bool {
    is_hidden(c) || c == MARK
}

/// What YAML itself does not escape, and should: it escapes the controls of ASCII.
fn is_hidden(c: char) -> bool {
    unicode::is_hidden(c) || (c.is_control() && !c.is_ascii())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_hides_is_escaped_and_read_back() {
        for text in [
            "a\u{202e}b",
            "\u{7f}\u{202e}\u{7f}",
            "\\x7F\u{200b}\"\n",
            "\u{e0001}",
            "x\u{85}\u{2028}",
        ] {
            let all = [text, "\\x7F0000200b"];
            let yaml = to_yaml(&all).unwrap();
            assert!(!yaml.contains(is_hidden), "{yaml}");
            let back: Vec<String> = serde_yaml::from_str(&yaml).unwrap();
            assert_eq!(back, all, "{yaml}");
        }
        assert_eq!(to_yaml(&["可选"]).unwrap(), "- 可选\n");
    }
}
