//! The HTTP form of a method: its verb and its path, and the place of each parameter.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Field, Method};
use crate::yaml::parse_text;

/// The verb and the path of a method, as far as they are known. In YAML it is a string:
/// `GET /notes/{id}`, or one of the two.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Http {
    /// The verb.
    pub verb: Option<Verb>,
    /// The path, in which `{id}` stands for the parameter of that name.
    pub path: Option<String>,
}

/// The verb of an HTTP request.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "UPPERCASE")]
pub enum Verb {
    /// Reads something.
    Get,
    /// Does anything.
    #[default]
    Post,
    /// Replaces something.
    Put,
    /// Changes something.
    Patch,
    /// Removes something.
    Delete,
}

/// The place of a parameter in an HTTP request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Place {
    /// A part of the path, where the path has `{name}`.
    Path,
    /// Behind the `?` of the URL.
    Query,
    /// A member of the body.
    Body,
}

const VERBS: [Verb; 5] = [Verb::Get, Verb::Post, Verb::Put, Verb::Patch, Verb::Delete];

impl Verb {
    /// The verb as HTTP writes it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }

    /// Finds the verb of this name, in upper case.
    pub fn find(name: &str) -> Option<Self> {
        VERBS.into_iter().find(|verb| verb.as_str() == name)
    }

    /// The place of parameters for which the page names none.
    fn default_place(self) -> Place {
        match self {
            Self::Get | Self::Delete => Place::Query,
            Self::Post | Self::Put | Self::Patch => Place::Body,
        }
    }
}

impl Http {
    /// The names of the parameters in the path: `id` of `/notes/{id}`.
    pub fn path_params(&self) -> impl Iterator<Item = &str> {
        let path = self.path.as_deref().unwrap_or_default();
        let parts = path.split('{').skip(1);
        parts.filter_map(|part| Some(part.split_once('}')?.0))
    }
}

impl Method {
    /// Returns the verb, or `usual` where none is known.
    pub fn verb(&self, usual: Verb) -> Verb {
        let stated = self.http.as_ref().and_then(|http| http.verb);
        stated.unwrap_or(usual)
    }

    /// Returns the path, where one is known.
    pub fn path(&self) -> Option<&str> {
        self.http.as_ref()?.path.as_deref()
    }

    /// Finds the place of a parameter: in the path if that has its name, else where the page says,
    /// else where the verb has its parameters.
    pub fn place(&self, param: &Field, usual: Verb) -> Place {
        let http = self.http.as_ref();
        let mut in_path = http.into_iter().flat_map(Http::path_params);
        if in_path.any(|name| name == param.wire_name()) {
            return Place::Path;
        }
        param.place.unwrap_or(self.verb(usual).default_place())
    }
}

impl FromStr for Http {
    type Err = String;

    /// Reads `GET /notes/{id}`, `GET` or `/notes/{id}`.
    fn from_str(text: &str) -> Result<Self, String> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let (verb, path) = match words.as_slice() {
            [path] if path.contains('/') => (None, Some(*path)),
            [verb] => (Some(*verb), None),
            [verb, path] => (Some(*verb), Some(*path)),
            _ => return Err(expected(text)),
        };
        let verb = verb.map(|verb| Verb::find(verb).ok_or_else(|| expected(text)));
        let path = path.map(|path| match is_path(path) {
            true => Ok(path.to_owned()),
            false => Err(format!("`{}` is no path", path.escape_debug())),
        });
        Ok(Self {
            verb: verb.transpose()?,
            path: path.transpose()?,
        })
    }
}

fn expected(text: &str) -> String {
    let verbs = VERBS.map(Verb::as_str).join(", ");
    let text = text.escape_debug();
    format!("`{text}` is not a verb ({verbs}), a path, or both, as in `GET /notes/{{id}}`")
}

/// Checks that a path has no query, and that each `{` is closed around a name.
fn is_path(path: &str) -> bool {
    let mut pieces = path.split('{');
    let is_text = |text: &str| !text.contains(['}', '?', '#']);
    pieces.next().is_some_and(is_text)
        && pieces.all(|piece| {
            piece
                .split_once('}')
                .is_some_and(|(name, rest)| !name.is_empty() && is_text(name) && is_text(rest))
        })
}

impl fmt::Display for Http {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.verb, &self.path) {
            (Some(verb), Some(path)) => write!(f, "{} {path}", verb.as_str()),
            (Some(verb), None) => f.write_str(verb.as_str()),
            (None, path) => f.write_str(path.as_deref().unwrap_or_default()),
        }
    }
}

impl Serialize for Http {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Http {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parse_text(deserializer, str::parse)
    }
}

impl schemars::JsonSchema for Http {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Http".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "A verb, a path, or both: `GET /notes/{id}`. `{id}` is the parameter of that name."
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn round_trips() {
        for text in ["GET /notes/{id}", "DELETE", "notes/{id}/pages/{page}.json"] {
            assert_eq!(text.parse::<Http>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn says_what_it_expects() {
        for text in [
            "",
            "FETCH /notes",
            "GET /notes now",
            "GET /a?b=1",
            "GET /{a",
        ] {
            assert!(text.parse::<Http>().is_err(), "{text}");
        }
        let error = "get /notes".parse::<Http>().unwrap_err();
        assert!(error.contains("GET, POST"), "{error}");
    }

    #[test]
    fn a_parameter_is_where_the_path_or_the_page_or_the_verb_has_it() {
        let param = |name| Field::new(name, crate::ty::Type::String, true);
        let method = |http: &str| Method {
            http: Some(http.parse().unwrap()),
            ..Method::default()
        };
        let get = method("GET /notes/{id}");
        assert_eq!(get.place(&param("id"), Verb::Post), Place::Path);
        assert_eq!(get.place(&param("page"), Verb::Post), Place::Query);
        let post = method("/notes");
        assert_eq!(post.place(&param("text"), Verb::Post), Place::Body);
        let stated = Field {
            place: Some(Place::Query),
            ..param("text")
        };
        assert_eq!(post.place(&stated, Verb::Post), Place::Query);
    }
}
