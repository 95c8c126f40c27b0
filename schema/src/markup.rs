//! `markup.yaml`: how an API marks the parts of a text, by hand. A page says it in prose.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::yaml::unique_keys;

/// Stands for the part of a text in its marks.
const PART: char = '…';

/// The entities of an API, and its markup languages.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Markup {
    /// The type that marks a part of a text: by its field `type`, a list of words, and by `offset`
    /// and `length` in UTF-16 code units.
    pub entity: String,
    /// The word for the name of a command, such as `bot_command`.
    #[serde(default)]
    pub command: Option<String>,
    /// The markup languages, by their names in lower case. Each is a function `to_<name>`.
    #[serde(default, deserialize_with = "unique_keys")]
    pub languages: BTreeMap<String, Language>,
}

/// A markup language.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Language {
    /// The way in which it writes characters that it would take for marks.
    pub escape: Escape,
    /// Stands between two marks that would be another one together.
    #[serde(default)]
    pub separator: String,
    /// The marks for each word of entities.
    #[serde(deserialize_with = "unique_keys")]
    pub words: BTreeMap<String, Word>,
}

/// The way in which a language writes characters that it would take for marks.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Escape {
    /// In a text.
    pub text: Escapes,
    /// In a value inside of a mark, such as an address.
    pub value: Escapes,
    /// In a part that has no marks inside of it, such as code; as in a text if absent.
    #[serde(default)]
    pub verbatim: Option<Escapes>,
}

/// Characters, and what is written for each.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(
    untagged,
    expecting = "expected characters that get a `\\`, or a map from each to what stands for it"
)]
pub enum Escapes {
    /// All of these characters get a `\`.
    Backslash(String),
    /// The text that stands for each character.
    Map(BTreeMap<char, String>),
}

/// The marks for one word of entities.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(
    untagged,
    expecting = "expected marks with one `…` and closed braces, such as `<a href=\"{url}\">…</a>`, a list of them, or a map with `marks`"
)]
pub enum Word {
    /// Marks, and nothing else to say.
    Marks(OneOrMore),
    /// Marks with more to say.
    Full(FullWord),
}

/// The marks for one word of entities, with more to say.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FullWord {
    /// The marks.
    pub marks: OneOrMore,
    /// Stands at the beginning of each line.
    #[serde(default)]
    pub each_line: String,
    /// True if there are no marks inside of it.
    #[serde(default)]
    pub verbatim: bool,
}

/// Marks, or several of which the first is used that the entity has all values for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(untagged)]
pub enum OneOrMore {
    /// One.
    One(Marks),
    /// Several.
    More(Vec<Marks>),
}

/// Marks around a part of a text, such as `<b>…</b>`. `{url}` stands for a field of the entity, and
/// `{user.id}` for a field of its field.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String")]
pub struct Marks {
    before: String,
    behind: String,
}

impl Escapes {
    /// The text that is written for each character.
    pub fn pairs(&self) -> Vec<(char, String)> {
        match self {
            Self::Backslash(chars) => chars.chars().map(|c| (c, format!("\\{c}"))).collect(),
            Self::Map(map) => map.iter().map(|(c, text)| (*c, text.clone())).collect(),
        }
    }
}

impl Default for Escapes {
    fn default() -> Self {
        Self::Backslash(String::new())
    }
}

impl Word {
    /// The marks, those for the most values first.
    pub fn marks(&self) -> &[Marks] {
        let marks = match self {
            Self::Marks(marks) => marks,
            Self::Full(full) => &full.marks,
        };
        match marks {
            OneOrMore::One(one) => std::slice::from_ref(one),
            OneOrMore::More(more) => more,
        }
    }

    /// The text at the beginning of each line; mostly empty.
    pub fn each_line(&self) -> &str {
        match self {
            Self::Marks(_) => "",
            Self::Full(full) => &full.each_line,
        }
    }

    /// Checks whether there are no marks inside of it.
    pub fn is_verbatim(&self) -> bool {
        matches!(self, Self::Full(full) if full.verbatim)
    }
}

impl Marks {
    /// The mark before the part.
    pub fn before(&self) -> &str {
        &self.before
    }

    /// The mark behind the part.
    pub fn behind(&self) -> &str {
        &self.behind
    }

    /// The fields whose values they need, each once: `url`, `user.id`.
    pub fn fields(&self) -> Vec<&str> {
        let mut fields: Vec<&str> = Vec::new();
        for piece in self
            .before
            .split('{')
            .skip(1)
            .chain(self.behind.split('{').skip(1))
        {
            let field = piece.split('}').next().unwrap_or_default();
            if !fields.contains(&field) {
                fields.push(field);
            }
        }
        fields
    }
}

impl TryFrom<String> for Marks {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let halves = text.split_once(PART);
        let halves = halves.filter(|(before, behind)| {
            !behind.contains(PART) && has_closed_braces(before) && has_closed_braces(behind)
        });
        let (before, behind) = halves.ok_or("marks have one `…`, and close each brace")?;
        Ok(Self {
            before: before.to_owned(),
            behind: behind.to_owned(),
        })
    }
}

/// Checks whether each brace holds a name and is closed: `{url}`.
fn has_closed_braces(text: &str) -> bool {
    let mut pieces = text.split('{');
    let start = pieces.next().unwrap_or_default();
    let is_closed = |piece: &str| {
        let (name, rest) = piece.split_once('}').unwrap_or_default();
        !name.is_empty() && !rest.contains('}')
    };
    !start.contains('}') && pieces.all(is_closed)
}

impl From<Marks> for String {
    fn from(marks: Marks) -> Self {
        format!("{}{PART}{}", marks.before, marks.behind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(text: &str) -> Result<Marks, String> {
        Marks::try_from(text.to_owned())
    }

    #[test]
    fn marks_have_one_part_and_closed_braces() {
        let link = marks("[…]({url}#{user.id}{url})").unwrap();
        assert_eq!(
            (link.before(), link.behind()),
            ("[", "]({url}#{user.id}{url})")
        );
        assert_eq!(link.fields(), ["url", "user.id"]);
        assert_eq!(String::from(link), "[…]({url}#{user.id}{url})");
        for wrong in [
            "",
            "<b></b>",
            "……",
            "{…}",
            "{}…",
            "{url…",
            "url}…",
            "{a}}…",
            "{a{b}}…",
        ] {
            assert!(marks(wrong).is_err(), "{wrong}");
        }
    }
}
