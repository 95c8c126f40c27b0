//! The members of a JSON object as its text has them: found, and replaced in place.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// The members of an object in their order. Each value is a part of the text that it was read
/// from.
pub(crate) struct Members<'a>(pub(crate) Vec<(String, &'a RawValue)>);

/// The JSON of a member of an object, where it has one of this name.
pub(crate) fn member<'a>(json: &'a str, name: &str) -> Option<&'a str> {
    let Members(members) = serde_json::from_str(json).ok()?;
    let mut members = members.into_iter();
    let (_, value) = members.find(|(member, _)| member == name)?;
    Some(value.get())
}

/// The same object with another value for a member that it has. All else keeps its bytes.
pub(crate) fn with_member(json: &str, name: &str, value: &str) -> Option<String> {
    let old = member(json, name)?;
    // It is a part of `json`, so the distance between the two is where it stands.
    let start = old.as_ptr() as usize - json.as_ptr() as usize;
    let (before, after) = (json.get(..start)?, json.get(start + old.len()..)?);
    Some(format!("{before}{value}{after}"))
}

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object;
        impl<'de> Visitor<'de> for Object {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Self::Value, M::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(Object)
    }
}

#[cfg(test)]
mod tests {
    use super::{member, with_member};

    const JSON: &str = r#"{ "a": {"chat_id": 1}, "chat_id" : -5 , "text":"\"chat_id\": 7 é" }"#;

    #[test]
    fn only_the_objects_own_member_is_found() {
        assert_eq!(member(JSON, "chat_id"), Some("-5"));
        assert_eq!(member(r#"{"a":{"chat_id":1}}"#, "chat_id"), None);
        assert_eq!(member("[1]", "chat_id"), None);
    }

    #[test]
    fn a_member_is_replaced_where_it_stands() {
        let expected = JSON.replace("-5", "-1006");
        assert_eq!(with_member(JSON, "chat_id", "-1006"), Some(expected));
        assert_eq!(with_member(JSON, "user_id", "1"), None);
    }
}
