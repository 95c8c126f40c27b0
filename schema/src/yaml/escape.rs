//! YAML that shows all it says: characters that hide, or turn text around, are written as escapes,
//! so that a reader of the text sees what a reader of the value does.

use serde::Serialize;
use serde_yaml::Value;

use crate::unicode;

/// Stands before the number of a character while the YAML is written: YAML escapes it by itself.
///
/// For example, `a\u{202e}b` becomes `a\u{7f}0000202eb`, which YAML writes as `"a\x7F0000202eb"`;
/// with `\x7F` replaced by `\U` that is `"a\U0000202eb"`.
const MARK: char = '\u{7f}';
/// The form in which YAML writes it.
const WRITTEN: &str = "\\x7F";

/// Writes a value as YAML.
pub(crate) fn to_yaml<T: Serialize>(value: &T) -> Result<String, serde_yaml::Error> {
    let text = serde_yaml::to_string(value)?;
    if !text.contains(needs_escape) {
        return Ok(text);
    }
    let mut value = serde_yaml::to_value(value)?;
    mark_value(&mut value);
    let text = serde_yaml::to_string(&value)?;
    Ok(text.replace(WRITTEN, "\\U"))
}

/// Marks each character that needs an escape, and whatever would read like a mark once written.
fn mark_value(value: &mut Value) {
    match value {
        Value::String(text) if text.contains(is_marked) || text.contains(WRITTEN) => {
            *text = mark_text(text);
        }
        Value::Sequence(items) => items.iter_mut().for_each(mark_value),
        Value::Mapping(map) => map.values_mut().for_each(mark_value),
        _ => {}
    }
}

fn mark_text(text: &str) -> String {
    let mut marked = String::new();
    for c in text.chars() {
        if is_marked(c) || c == '\\' {
            marked.push_str(&format!("{MARK}{:08x}", u32::from(c)));
        } else {
            marked.push(c);
        }
    }
    marked
}

fn is_marked(c: char) -> bool {
    needs_escape(c) || c == MARK
}

/// Checks whether YAML writes a character as it is, and should not: it escapes ASCII's controls.
fn needs_escape(c: char) -> bool {
    !c.is_ascii() && (unicode::is_hidden(c) || c.is_control())
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
            assert!(!yaml.contains(needs_escape), "{yaml}");
            let back: Vec<String> = serde_yaml::from_str(&yaml).unwrap();
            assert_eq!(back, all, "{yaml}");
        }
        assert_eq!(to_yaml(&["可选"]).unwrap(), "- 可选\n");
    }
}
