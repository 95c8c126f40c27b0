//! Answers: a result or a refusal in, the envelope that a Bot API sends out.

pub(crate) mod fill;
mod known;

use schema::call::{Envelope, Success as StatedSuccess};
use schema::schema::{Method, Scalar};
use serde_json::{Value, json};

use crate::check::Problem;
use crate::words::refusal_words;

const OTHER_POLL: &str = "terminated by other getUpdates request; \
     make sure that only one bot instance is running";

/// The reason why a call is refused.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Refusal {
    /// The HTTP status, and the `error_code`.
    pub(crate) code: u16,
    /// The reason, for people.
    pub(crate) description: String,
    /// More about the reason, for the record alone.
    pub(crate) detail: Option<String>,
    /// Hints for a program.
    pub(crate) parameters: Option<Value>,
}

/// The result of a call, and what some calls say beside it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Success {
    pub(crate) result: Value,
    pub(crate) description: Option<&'static str>,
}

impl From<Value> for Success {
    fn from(result: Value) -> Self {
        Self {
            result,
            description: None,
        }
    }
}

/// The answer to a call: its result, or why it is refused.
pub(crate) type Answer = Result<Success, Refusal>;

impl Refusal {
    /// A refusal with this status and these words.
    pub(crate) fn new(code: u16, description: impl Into<String>) -> Self {
        Self {
            code,
            description: description.into(),
            detail: None,
            parameters: None,
        }
    }

    /// 400: something is wrong with the call.
    pub(crate) fn bad_request(what: impl std::fmt::Display) -> Self {
        Self::new(400, format!("Bad Request: {what}"))
    }

    /// 400: something is wrong with a parameter of a method. It is said in the words of the real
    /// server, where they are known, with our own in the record.
    pub(crate) fn wrong_parameter(method: &Method, problem: &Problem) -> Self {
        let detail = format!("{}: {problem}", method.name);
        match refusal_words(method, problem) {
            Some(words) => Self {
                detail: Some(detail),
                ..Self::bad_request(words)
            },
            None => Self::bad_request(detail),
        }
    }

    /// Returns the reason with all that is known of it.
    pub(crate) fn full_reason(&self) -> String {
        match &self.detail {
            Some(detail) => format!("{} ({detail})", self.description),
            None => self.description.clone(),
        }
    }

    /// 401: the token is not known.
    pub(crate) fn unauthorized() -> Self {
        Self::new(401, "Unauthorized")
    }

    /// 404: there is nothing at this address.
    pub(crate) fn not_found() -> Self {
        Self::new(404, "Not Found")
    }

    /// 409: two ways of getting updates at a time.
    pub(crate) fn conflict(what: &str) -> Self {
        Self::new(409, format!("Conflict: {what}"))
    }

    /// 409: a second poll started.
    pub(crate) fn other_poll() -> Self {
        Self::conflict(OTHER_POLL)
    }

    /// 429: too many calls. `retry_after` is in seconds.
    pub(crate) fn too_many_requests(retry_after: u64) -> Self {
        let text = format!("Too Many Requests: retry after {retry_after}");
        Self {
            parameters: Some(json!({ "retry_after": retry_after })),
            ..Self::new(429, text)
        }
    }

    /// 400: the chat is another one now.
    pub(crate) fn chat_migrated(chat_id: i64) -> Self {
        let text = "Bad Request: group chat was upgraded to a supergroup chat";
        Self {
            parameters: Some(json!({ "migrate_to_chat_id": chat_id })),
            ..Self::new(400, text)
        }
    }
}

/// The HTTP status of an answer.
pub(crate) fn status_code(answer: &Answer) -> u16 {
    match answer {
        Ok(_) => 200,
        Err(refusal) => refusal.code,
    }
}

/// The JSON of an answer: `{"ok":true,"result":…}`, or what is wrong, in the members of the API's
/// envelope.
pub(crate) fn print_envelope(answer: &Answer, envelope: &Envelope) -> String {
    let refusal = match answer {
        Ok(success) => return print_success(success, envelope),
        Err(refusal) => refusal,
    };
    let success = envelope.success.as_ref();
    let failed = success.map(|success| (success.member.as_str(), failing_value(success, refusal)));
    let mut members: Vec<(&str, Value)> = failed.into_iter().collect();
    let code = envelope.code.as_deref();
    if let Some(code) = code.filter(|code| members.iter().all(|(name, _)| name != code)) {
        members.push((code, refusal.code.into()));
    }
    if let Some(message) = envelope.message.as_deref() {
        members.push((message, refusal.description.as_str().into()));
    }
    if let Some(parameters) = &refusal.parameters {
        members.push(("parameters", parameters.clone()));
    }
    print_object(&members)
}

fn print_success(success: &Success, envelope: &Envelope) -> String {
    let stated = envelope.success.as_ref();
    let stated = stated.and_then(|one| Some((one.member.as_str(), one.values.first()?)));
    let stated = stated.map(|(name, value)| (name, scalar(value)));
    let mut members: Vec<(&str, Value)> = stated.into_iter().collect();
    match (&envelope.result, &success.result) {
        (Some(member), result) => members.push((member, result.clone())),
        (None, Value::Object(object)) => {
            let object = object.iter();
            members.extend(object.map(|(name, value)| (name.as_str(), value.clone())));
        }
        (None, result) => return result.to_string(),
    }
    if let Some((message, words)) = envelope.message.as_deref().zip(success.description) {
        members.push((message, words.into()));
    }
    print_object(&members)
}

/// A value that says that a call failed, of the kind of those that say success.
fn failing_value(success: &StatedSuccess, refusal: &Refusal) -> Value {
    match success.values.first() {
        Some(Scalar::Integer(_)) => refusal.code.into(),
        Some(Scalar::String(_)) => "failed".into(),
        Some(Scalar::Boolean(flag)) => (!flag).into(),
        _ => false.into(),
    }
}

fn scalar(value: &Scalar) -> Value {
    match value {
        Scalar::Boolean(flag) => (*flag).into(),
        Scalar::Integer(number) => (*number).into(),
        Scalar::Float(number) => (*number).into(),
        Scalar::String(text) => text.as_str().into(),
    }
}

/// Prints members in their order.
fn print_object(members: &[(&str, Value)]) -> String {
    let members = members.iter();
    let members = members.map(|(name, value)| format!("{}:{value}", Value::from(*name)));
    format!("{{{}}}", members.collect::<Vec<_>>().join(","))
}
