//! `refusals.yaml`: known refusals of a server, by what their texts have in common.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::ty::is_identifier;

/// A reason for which a server refuses requests.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Refusal {
    /// The name of the reason, in upper camel case: `BotBlocked`.
    #[serde(rename = "is")]
    pub name: String,
    /// Words of the server's text, of which one group is enough. Case and punctuation do not matter.
    /// The fewer, the longer they stay true.
    #[schemars(length(min = 1))]
    pub says: Vec<String>,
    /// A sentence on the reason, in our own words.
    pub doc: String,
}

impl Refusal {
    /// The groups of words in the form in which they are compared.
    pub fn patterns(&self) -> impl Iterator<Item = String> {
        self.says.iter().map(|words| normalize(words))
    }
}

/// Puts a text in the form in which refusals are compared: the words in lower case, one space between
/// them. `Bad Request: CHAT_NOT_FOUND` is `bad request chat not found`.
pub fn normalize(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// Finds the first mistake in a list: the index of its entry, and the reason.
pub fn find_mistake(refusals: &[Refusal]) -> Option<(usize, String)> {
    let mut mistakes = refusals.iter().enumerate().filter_map(|(index, refusal)| {
        let reason = check(refusal, &refusals[..index])?;
        Some((index, reason))
    });
    mistakes.next()
}

/// Checks an entry among those before it.
fn check(refusal: &Refusal, before: &[Refusal]) -> Option<String> {
    let name = &refusal.name;
    if !is_identifier(name) || !name.starts_with(|c: char| c.is_ascii_uppercase()) {
        return Some(format!("`{name}` is no name like `BotBlocked`"));
    }
    if before.iter().any(|other| other.name == *name) {
        return Some(format!("`{name}` is there already"));
    }
    if refusal.says.is_empty() || refusal.patterns().any(|words| words.is_empty()) {
        return Some(format!("`{name}` has no words to recognise it by"));
    }
    let hidden = refusal.patterns().find_map(|words| {
        let is_hidden = |other: &&Refusal| other.patterns().any(|found| contains(&words, &found));
        let first = before.iter().find(is_hidden)?;
        Some((words, &first.name))
    });
    let (words, first) = hidden?;
    Some(format!(
        "every text with “{words}” is `{first}` already: put this entry first"
    ))
}

/// Checks whether a text has some words, side by side. Both are normalized.
fn contains(text: &str, words: &str) -> bool {
    format!(" {text} ").contains(&format!(" {words} "))
}

/// Adds the refusals of a base: those whose names the API itself does not list.
pub fn inherit(own: &mut Vec<Refusal>, base: &[Refusal]) {
    for refusal in base {
        if own.iter().all(|known| known.name != refusal.name) {
            own.push(refusal.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(name: &str, says: &[&str]) -> Refusal {
        Refusal {
            name: name.to_owned(),
            says: says.iter().map(|&words| words.to_owned()).collect(),
            doc: "A reason.".to_owned(),
        }
    }

    fn mistake(name: &str, says: &[&str]) -> String {
        let first = refusal("NestFull", &["nest is full"]);
        let found = find_mistake(&[first, refusal(name, says)]);
        found
            .map(|(index, reason)| format!("{index}: {reason}"))
            .unwrap_or_default()
    }

    #[test]
    fn case_and_punctuation_do_not_matter() {
        assert_eq!(
            normalize("Bad Nest: NEST_IS-full (3)!"),
            "bad nest nest is full 3"
        );
        assert_eq!(normalize(" Ä  can't "), "ä can t");
    }

    #[test]
    fn a_list_is_checked() {
        assert_eq!(
            mistake("EggBroken", &["egg is broken", "nest is fuller"]),
            ""
        );
        assert!(mistake("eggBroken", &["egg"]).starts_with("1: `eggBroken` is no name"));
        assert!(mistake("Egg broken", &["egg"]).contains("is no name"));
        assert!(mistake("NestFull", &["egg"]).contains("is there already"));
        assert!(mistake("EggBroken", &["…"]).contains("has no words"));
        assert!(mistake("EggBroken", &[]).contains("has no words"));
        let hidden = mistake("EggBroken", &["egg", "the nest is full today"]);
        assert!(hidden.contains("is `NestFull` already"), "{hidden}");
    }

    #[test]
    fn a_base_adds_what_is_not_there() {
        let mut own = vec![refusal("NestFull", &["no room"])];
        let base = [
            refusal("NestFull", &["full"]),
            refusal("EggBroken", &["egg"]),
        ];
        inherit(&mut own, &base);
        assert_eq!(own, [refusal("NestFull", &["no room"]), base[1].clone()]);
    }
}
