//! The envelope of answers: which member is the result, and which tell of an error.

use std::fmt;

use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::schema::Scalar;

/// The form of an answer. Each key is absent where the answers have no such member.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Envelope {
    /// The member that says whether a call succeeded, with the value or values that say so:
    /// `{ok: true}`, `{status: [ok, async]}`. Without it, an HTTP status from 200 to 299 says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub success: Option<Success>,
    /// The member that is the result. Without it, the whole answer is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub result: Option<String>,
    /// The member that is the code of an error. Without it, the HTTP status is the code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The member that says why a call failed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// The result of a call that succeeds and has none, or `null`: usually `true`. Without it, such
    /// an answer is an error.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub without_result: Option<bool>,
}

/// The member of an answer that says whether a call succeeded.
#[derive(Clone, Debug, PartialEq)]
pub struct Success {
    /// Its name.
    pub member: String,
    /// The values that say so.
    pub values: Vec<Scalar>,
}

/// A value, or a list of values.
#[derive(Deserialize, schemars::JsonSchema)]
#[serde(
    untagged,
    expecting = "expected a flag, a number, a text, or a list of them"
)]
enum OneOrMore {
    One(Scalar),
    More(Vec<Scalar>),
}

impl Envelope {
    /// The envelope of Telegram and the platforms like it: `{"ok": true, "result": …}`.
    pub fn of_bot_api() -> Self {
        let name = |name: &str| Some(name.to_owned());
        Self {
            success: Some(Success {
                member: "ok".to_owned(),
                values: vec![Scalar::Boolean(true)],
            }),
            result: name("result"),
            code: name("error_code"),
            message: name("description"),
            without_result: None,
        }
    }
}

impl<'de> Deserialize<'de> for Success {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ReadSuccess)
    }
}

/// Reads the one member, so that a mistake is at its line.
struct ReadSuccess;

impl<'de> Visitor<'de> for ReadSuccess {
    type Value = Success;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("one member and its value, such as `{ok: true}`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Success, A::Error> {
        let first: Option<(String, OneOrMore)> = members.next_entry()?;
        let second: Option<(String, OneOrMore)> = members.next_entry()?;
        let (Some((member, value)), None) = (first, second) else {
            let why = "`success` is one member and its value, such as `{ok: true}`";
            return Err(A::Error::custom(why));
        };
        let values = match value {
            OneOrMore::One(value) => vec![value],
            OneOrMore::More(values) => values,
        };
        let kind = |value: &Scalar| match value {
            Scalar::Boolean(_) => Some(0),
            Scalar::Integer(_) => Some(1),
            Scalar::String(_) => Some(2),
            Scalar::Float(_) => None,
        };
        let first = values.first().and_then(kind);
        if first.is_none() || values.iter().any(|value| kind(value) != first) {
            let why = format!("`{member}` says success by flags, whole numbers or texts");
            return Err(A::Error::custom(why));
        }
        Ok(Success { member, values })
    }
}

impl Serialize for Success {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map([(&self.member, &self.values)])
    }
}

impl schemars::JsonSchema for Success {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Success".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let value = generator.subschema_for::<OneOrMore>();
        schemars::json_schema!({
            "type": "object",
            "description": "A member of an answer and the value, or values, that say success.",
            "minProperties": 1,
            "maxProperties": 1,
            "additionalProperties": value,
        })
    }
}
