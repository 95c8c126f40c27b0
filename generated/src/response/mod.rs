//! The envelope of every answer: in comes a reply, out comes its result, or the error it states.

pub(crate) mod incoming;

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::{DeserializeOwned, Deserializer, Error as _};

use crate::bot::transport::Reply;
use crate::error::decode_error::DecodeError;
use crate::error::{ApiError, Error};
use crate::unknown::raw::Raw;

/// Reads the result of a reply.
///
/// # Errors
///
/// The error that the server states, or why its reply can't be read.
pub(crate) fn decode<R: DeserializeOwned>(reply: Reply) -> Result<R, Error> {
    match read(&reply.body) {
        Ok(Success {
            ok: true,
            result: Some(result),
        }) => Ok(*result),
        Ok(_) => Err(refusal(reply, None)),
        Err(error) => Err(refusal(reply, Some(error))),
    }
}

/// Reads JSON. What is text as a whole is looked at but once, and not again string by string.
fn read<'de, T: Deserialize<'de>>(json: &'de [u8]) -> Result<T, serde_json::Error> {
    match str::from_utf8(json) {
        Ok(text) => serde_json::from_str(text),
        Err(_) => serde_json::from_slice(json),
    }
}

/// The part of the envelope that matters when all went well.
#[derive(Deserialize)]
#[serde(bound = "R: DeserializeOwned")]
struct Success<R> {
    ok: bool,
    #[serde(default = "Option::default", deserialize_with = "present")]
    result: Option<Box<R>>,
}

/// Reads what is there, so that a `null` is a value and only absence is none. It may be large, and
/// moves less behind a pointer.
fn present<'de, D, R>(deserializer: D) -> Result<Option<Box<R>>, D::Error>
where
    D: Deserializer<'de>,
    R: Deserialize<'de>,
{
    Box::deserialize(deserializer).map(Some)
}

/// The error of a reply that has no readable result.
pub(crate) fn refusal(reply: Reply, why: Option<serde_json::Error>) -> Error {
    match serde_json::from_slice::<BTreeMap<String, Raw>>(&reply.body) {
        Ok(members) if refuses(&members) => Error::Api(Box::new(api_error(members, &reply))),
        Ok(_) => undecodable(why.unwrap_or_else(|| malformed("no `result`")), reply),
        Err(error) => undecodable(why.unwrap_or(error), reply),
    }
}

fn refuses(members: &BTreeMap<String, Raw>) -> bool {
    members.get("ok").is_some_and(|ok| ok.json() == "false")
}

fn undecodable(source: serde_json::Error, reply: Reply) -> Error {
    Error::Decode(DecodeError::new(source, reply))
}

fn malformed(message: &str) -> serde_json::Error {
    serde_json::Error::custom(message)
}

/// Sorts the members of an envelope into those that are known and all others. What it does not
/// say, the reply's head may.
fn api_error(mut members: BTreeMap<String, Raw>, reply: &Reply) -> ApiError {
    let parameters = members.get("parameters").map(Raw::parse);
    let known: Parameters = parameters.and_then(Result::ok).unwrap_or_default();
    if known.complete() {
        members.remove("parameters");
    }
    members.remove("ok");
    ApiError {
        code: take(&mut members, "error_code").unwrap_or_else(|| reply.status.into()),
        description: take(&mut members, "description").unwrap_or_default(),
        retry_after: known.retry_after.or(reply.retry_after),
        migrate_to_chat_id: known.migrate_to_chat_id,
        extra: members,
    }
}

/// Takes a member out, where it is what it should be.
fn take<T: DeserializeOwned>(members: &mut BTreeMap<String, Raw>, name: &str) -> Option<T> {
    let value = members.get(name)?.parse().ok()?;
    members.remove(name);
    Some(value)
}

/// Hints on how to go on.
#[derive(Default, Deserialize)]
struct Parameters {
    retry_after: Option<u64>,
    migrate_to_chat_id: Option<i64>,
    #[serde(flatten)]
    others: BTreeMap<String, serde::de::IgnoredAny>,
}

impl Parameters {
    /// Whether nothing is lost by dropping the JSON that they were read from.
    fn complete(&self) -> bool {
        let any = self.retry_after.is_some() || self.migrate_to_chat_id.is_some();
        any && self.others.is_empty()
    }
}
