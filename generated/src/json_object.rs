//! The members of a JSON object, found and replaced in its text.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// The members of an object, in order. Each value is a slice of the text that it was read from.
pub(crate) struct Members<'a>(pub(crate) Vec<(String, &'a RawValue)>);

/// Finds the member `name` of an object, and returns its JSON.
pub(crate) fn find_member<'a>(json: &'a str, name: &str) -> Option<&'a str> {
    let Members(members) = serde_json::from_str(json).ok()?;
    let (_, value) = members.into_iter().find(|(member, _)| member == name)?;
    Some(value.get())
}

/// The parameter that has a chat's id.
pub(crate) const CHAT_ID: &str = "chat_id";

/// Finds the chat that a request acts on, by its id or its name.
pub(crate) fn find_chat(json: &str) -> Option<&str> {
    Some(find_member(json, CHAT_ID)?.trim_matches('"'))
}

/// Replaces the value of the member `name`, if the object has it. Everything else keeps its bytes.
pub(crate) fn replace_member(json: &str, name: &str, value: &str) -> Option<String> {
    let old = find_member(json, name)?;
    // `old` is a slice of `json`, so the distance of their pointers is its offset.
    let start = old.as_ptr() as usize - json.as_ptr() as usize;
    let (before, after) = (json.get(..start)?, json.get(start + old.len()..)?);
    Some(format!("{before}{value}{after}"))
}

/// Sets the member `name` of an object. Everything else keeps its bytes.
pub(crate) fn set_member(json: &str, name: &str, value: &str) -> String {
    replace_member(json, name, value).unwrap_or_else(|| {
        let name = serde_json::Value::from(name);
        let members = json.trim().strip_suffix('}').unwrap_or("{").trim_end();
        let comma = if members == "{" { "" } else { "," };
        format!("{members}{comma}{name}:{value}}}")
    })
}

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(MembersVisitor)
    }
}

struct MembersVisitor;

impl<'de> Visitor<'de> for MembersVisitor {
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

#[cfg(test)]
mod tests {
    use super::{find_member, replace_member, set_member};

    const JSON: &str = r#"{ "a": {"chat_id": 1}, "chat_id" : -5 , "text":"\"chat_id\": 7 é" }"#;

    #[test]
    fn only_the_objects_own_member_is_found() {
        assert_eq!(find_member(JSON, "chat_id"), Some("-5"));
        assert_eq!(find_member(r#"{"a":{"chat_id":1}}"#, "chat_id"), None);
        assert_eq!(find_member("[1]", "chat_id"), None);
    }

    #[test]
    fn a_member_is_replaced_where_it_stands() {
        let expected = JSON.replace("-5", "-1006");
        assert_eq!(replace_member(JSON, "chat_id", "-1006"), Some(expected));
        assert_eq!(replace_member(JSON, "user_id", "1"), None);
    }

    #[test]
    fn a_member_is_set_whether_it_is_there_or_not() {
        assert_eq!(set_member(r#"{"a":1}"#, "a", "2"), r#"{"a":2}"#);
        assert_eq!(
            set_member(r#"{"a":1} "#, "b\"", "[]"),
            r#"{"a":1,"b\"":[]}"#
        );
        for empty in ["{}", " { } ", "null"] {
            assert_eq!(set_member(empty, "a", "1").replace(' ', ""), r#"{"a":1}"#);
        }
    }
}
