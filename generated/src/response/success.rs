//! The part of an answer that matters if the call succeeded: whether it did, and its result.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{
    Deserialize, DeserializeOwned, DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess,
    SeqAccess, Visitor,
};

use super::incoming::refuse_malformed;
use crate::call::envelope::{Envelope, Success, SuccessValue};
use crate::transport::http_response::HttpResponse;

/// Parses the result of a response that is sound and states a success, as almost all do; `None` for all
/// others.
pub(super) fn parse_sound<R: DeserializeOwned>(
    response: &HttpResponse,
    envelope: &Envelope,
) -> Option<Box<R>> {
    let text = str::from_utf8(&response.body).ok()?;
    refuse_malformed(|| parse_text(text, response, envelope)).ok()?
}

/// Parses the result of a response that states a success, each item of it that is
/// [`Incoming`](super::incoming::Incoming) apart from the others; `None` if it states none, or has no
/// result.
pub(super) fn parse_success<R: DeserializeOwned>(
    response: &HttpResponse,
    envelope: &Envelope,
) -> Result<Option<Box<R>>, serde_json::Error> {
    parse_text(&String::from_utf8_lossy(&response.body), response, envelope)
}

fn parse_text<R: DeserializeOwned>(
    text: &str,
    response: &HttpResponse,
    envelope: &Envelope,
) -> Result<Option<Box<R>>, serde_json::Error> {
    if envelope.result.is_none() {
        return parse_whole(text, response, envelope);
    }
    let parts: Parts<R> = parse_parts(text, envelope)?;
    let succeeded = match (parts.succeeded, envelope.success) {
        (Some(succeeded), _) => succeeded,
        (None, Some(success)) => return Err(Error::missing_field(success.member)),
        (None, None) => response.is_success(),
    };
    match parts.result {
        None if succeeded => parse_absent(envelope),
        result => Ok(result.filter(|_| succeeded)),
    }
}

/// Parses an answer that is its own result.
fn parse_whole<R: DeserializeOwned>(
    text: &str,
    response: &HttpResponse,
    envelope: &Envelope,
) -> Result<Option<Box<R>>, serde_json::Error> {
    let is_empty = text.trim_ascii().is_empty();
    let stated = match envelope.success {
        Some(_) if !is_empty => parse_parts::<IgnoredAny>(text, envelope)?.succeeded,
        _ => None,
    };
    match stated.unwrap_or(response.is_success()) {
        false => Ok(None),
        true if is_empty && envelope.without_result.is_some() => parse_absent(envelope),
        true => serde_json::from_str(text).map(Some),
    }
}

/// Parses the result that an answer without one stands for.
fn parse_absent<R: DeserializeOwned>(
    envelope: &Envelope,
) -> Result<Option<Box<R>>, serde_json::Error> {
    let result = envelope.without_result;
    result
        .map(|result| serde_json::from_value(result.into()))
        .transpose()
}

fn parse_parts<R: DeserializeOwned>(
    text: &str,
    envelope: &Envelope,
) -> Result<Parts<R>, serde_json::Error> {
    let mut json = serde_json::Deserializer::from_str(text);
    let parts = ReadParts(envelope, PhantomData).deserialize(&mut json)?;
    json.end()?;
    Ok(parts)
}

/// The members of an answer that tell of success.
struct Parts<R> {
    succeeded: Option<bool>,
    /// A result may be large, and is copied less behind a pointer.
    result: Option<Box<R>>,
}

struct ReadParts<'e, R>(&'e Envelope, PhantomData<R>);

impl<'de, R: DeserializeOwned> DeserializeSeed<'de> for ReadParts<'_, R> {
    type Value = Parts<R>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Parts<R>, D::Error> {
        deserializer.deserialize_struct("", &[], self)
    }
}

impl<'de, R: DeserializeOwned> Visitor<'de> for ReadParts<'_, R> {
    type Value = Parts<R>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut members: M) -> Result<Parts<R>, M::Error> {
        let mut parts = Parts {
            succeeded: None,
            result: None,
        };
        while let Some(member) = members.next_key_seed(FindMember(self.0))? {
            match member {
                Member::Success(success) => {
                    parts.succeeded = Some(members.next_value_seed(MatchValue(success))?);
                }
                // `null` is a value, unless it stands for no result.
                Member::Result if self.0.without_result.is_some() => {
                    parts.result = members.next_value()?;
                }
                Member::Result => parts.result = Some(members.next_value()?),
                Member::Other => {
                    members.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(parts)
    }

    /// Refuses a list, at its first item.
    fn visit_seq<S: SeqAccess<'de>>(self, mut items: S) -> Result<Parts<R>, S::Error> {
        items.next_element_seed(self)?;
        Err(S::Error::custom("a list, expected an object"))
    }
}

/// A member of an answer.
enum Member {
    Success(Success),
    Result,
    Other,
}

struct FindMember<'e>(&'e Envelope);

impl<'de> DeserializeSeed<'de> for FindMember<'_> {
    type Value = Member;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Member, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for FindMember<'_> {
    type Value = Member;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a member")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Member, E> {
        Ok(match self.0.success {
            Some(success) if success.member == name => Member::Success(success),
            _ if self.0.result == Some(name) => Member::Result,
            _ => Member::Other,
        })
    }
}

/// Reads the member that tells of success, and compares it.
struct MatchValue(Success);

impl<'de> DeserializeSeed<'de> for MatchValue {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        match self.0.values.first() {
            Some(SuccessValue::Number(_)) => {
                let found = i64::deserialize(deserializer)?;
                Ok(self.0.values.contains(&SuccessValue::Number(found)))
            }
            Some(SuccessValue::Text(_)) => {
                let found = String::deserialize(deserializer)?;
                let mut values = self.0.values.iter();
                Ok(values.any(|value| matches!(value, SuccessValue::Text(text) if *text == found)))
            }
            _ => {
                let found = bool::deserialize(deserializer)?;
                Ok(self.0.values.contains(&SuccessValue::Flag(found)))
            }
        }
    }
}

/// Checks for a value by which an answer says that a call failed: one of the kind by which it says
/// success, and another. `{"ok": 7}` says neither.
pub(super) fn says_failure(success: Success, json: &str) -> bool {
    let mut json = serde_json::Deserializer::from_str(json);
    matches!(MatchValue(success).deserialize(&mut json), Ok(false))
}
