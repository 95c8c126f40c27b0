//! The envelope of every response, `{"ok": true, "result": …}` or that of another platform: the result
//! in it, or the error that the server states.

pub(crate) mod incoming;
mod repair;
mod success;

use std::collections::BTreeMap;
use std::time::Duration;

use serde::Deserialize;
use serde::de::{DeserializeOwned, Error as _, IgnoredAny};

use self::repair::repair_object;
use self::success::{parse_sound, parse_success, says_failure};
use crate::call::envelope::Envelope;
use crate::error::Error;
use crate::error::api_error::ApiError;
use crate::error::decode_error::DecodeError;
use crate::transport::http_response::HttpResponse;
use crate::unknown::raw::Raw;

/// The status of a response that refuses a request as one too many.
const TOO_MANY_REQUESTS: u16 = 429;

/// Parses the result in a response. If there is none, `hide_token` removes the token from the
/// response, which an error keeps.
///
/// # Errors
///
/// Returns the error that the server states, or the reason why its response can't be parsed.
pub(crate) fn parse_result<R: DeserializeOwned>(
    response: HttpResponse,
    envelope: &Envelope,
    hide_token: impl FnOnce(HttpResponse) -> HttpResponse,
) -> Result<R, Error> {
    if let Some(result) = parse_sound(&response, envelope) {
        return Ok(*result);
    }
    let response = hide_token(repair(response));
    match parse_success(&response, envelope) {
        Ok(Some(result)) => Ok(*result),
        Ok(None) => Err(parse_error(response, envelope, None)),
        Err(error) => Err(parse_error(response, envelope, Some(error))),
    }
}

/// Checks that a response has a result, of any type, and returns it.
///
/// # Errors
///
/// Returns the error that the server states, or the reason why its response is no JSON.
pub(crate) fn check(
    response: HttpResponse,
    envelope: &Envelope,
    hide_token: impl FnOnce(HttpResponse) -> HttpResponse,
) -> Result<HttpResponse, Error> {
    if parse_sound::<IgnoredAny>(&response, envelope).is_some() {
        return Ok(response);
    }
    let kept = response.clone();
    parse_result(response, envelope, hide_token).map(|_: IgnoredAny| kept)
}

/// The longest pause that a server can ask for. A wrong number must not silence a bot for years.
pub(crate) const LONGEST_ASKED_PAUSE: Duration = Duration::from_secs(60 * 60);

/// The pause that the server asks for, in a response that refuses a request as one too many.
pub(crate) fn asked_pause(response: &HttpResponse, envelope: &Envelope) -> Option<Duration> {
    let is_refusal = response.status == TOO_MANY_REQUESTS;
    is_refusal.then(|| parse_error(response.clone(), envelope, None).retry_after())?
}

/// Repairs the body of a response, as far as possible.
fn repair(mut response: HttpResponse) -> HttpResponse {
    if let Some(repaired) = repair_object(&response.body) {
        response.body = repaired.into_bytes();
    }
    response
}

/// Parses a JSON object, if need be after a repair.
///
/// # Errors
///
/// Returns an error if it can't be parsed all the same.
pub(crate) fn parse_or_repair<T: DeserializeOwned>(json: &[u8]) -> Result<T, serde_json::Error> {
    if let Some(value) = parse_whole(json) {
        return Ok(value);
    }
    match repair_object(json) {
        Some(repaired) => parse_items(repaired.as_bytes()),
        None => parse_items(json),
    }
}

/// Parses sound JSON in one pass; `None` if any part of it can't be parsed.
fn parse_whole<T: DeserializeOwned>(json: &[u8]) -> Option<T> {
    let text = str::from_utf8(json).ok()?;
    incoming::refuse_malformed(|| serde_json::from_str(text)).ok()
}

/// Parses JSON, and each item that is [`Incoming`](incoming::Incoming) apart from the others.
fn parse_items<T: DeserializeOwned>(json: &[u8]) -> Result<T, serde_json::Error> {
    match str::from_utf8(json) {
        Ok(text) => serde_json::from_str(text),
        Err(_) => serde_json::from_slice(json),
    }
}

/// Parses the error in a response without a valid result. `cause` is the reason why the result is
/// invalid, if it is known.
pub(crate) fn parse_error(
    response: HttpResponse,
    envelope: &Envelope,
    cause: Option<serde_json::Error>,
) -> Error {
    match serde_json::from_slice::<BTreeMap<String, Raw>>(&response.body) {
        Ok(members) if is_refusal(&members, &response, envelope) => {
            Error::Api(Box::new(build_api_error(members, &response, envelope)))
        }
        Ok(_) => {
            let name = envelope.result.unwrap_or("result");
            let cause =
                cause.unwrap_or_else(|| serde_json::Error::custom(format_args!("no `{name}`")));
            Error::Decode(DecodeError::new(&cause, response))
        }
        Err(error) => Error::Decode(DecodeError::new(&cause.unwrap_or(error), response)),
    }
}

fn is_refusal(
    members: &BTreeMap<String, Raw>,
    response: &HttpResponse,
    envelope: &Envelope,
) -> bool {
    match envelope.success {
        Some(success) => match members.get(success.member) {
            Some(value) => says_failure(success, value.json()),
            None => envelope.result.is_none() && !response.is_success(),
        },
        None => !response.is_success(),
    }
}

/// Separates the known members of an envelope from all others. The head of the response stands in
/// for members that are missing.
fn build_api_error(
    mut members: BTreeMap<String, Raw>,
    response: &HttpResponse,
    envelope: &Envelope,
) -> ApiError {
    let parameters = members.get("parameters").map(Raw::parse);
    let known: Parameters = parameters.and_then(Result::ok).unwrap_or_default();
    if known.is_complete() {
        members.remove("parameters");
    }
    let code = envelope
        .code
        .and_then(|name| take_member(&mut members, name));
    let message = envelope
        .message
        .and_then(|name| take_member(&mut members, name));
    if let Some(success) = envelope.success {
        members.remove(success.member);
    }
    ApiError {
        method: None,
        code: code.unwrap_or_else(|| response.status.into()),
        status: response.status,
        description: message.unwrap_or_default(),
        retry_after: known.retry_after.or(response.retry_after),
        migrate_to_chat_id: known.migrate_to_chat_id,
        extra: members,
    }
}

/// Removes a member and returns it, if it has the right type.
fn take_member<T: DeserializeOwned>(members: &mut BTreeMap<String, Raw>, name: &str) -> Option<T> {
    let value = members.get(name)?.parse().ok()?;
    members.remove(name);
    Some(value)
}

/// Hints on how to handle an error.
#[derive(Default, Deserialize)]
struct Parameters {
    retry_after: Option<u64>,
    migrate_to_chat_id: Option<i64>,
    #[serde(flatten)]
    others: BTreeMap<String, IgnoredAny>,
}

impl Parameters {
    /// Returns true if all members of the JSON are known, so that the JSON can be dropped.
    fn is_complete(&self) -> bool {
        let has_any = self.retry_after.is_some() || self.migrate_to_chat_id.is_some();
        has_any && self.others.is_empty()
    }
}
