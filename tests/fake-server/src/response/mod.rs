//! Answers: a result or a refusal in, the envelope that a Bot API sends out.

pub(crate) mod fill;

use serde_json::{Value, json};

use crate::check::Problem;

const OTHER_POLL: &str = "terminated by other getUpdates request; \
     make sure that only one bot instance is running";

/// The reason why a call is refused.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Refusal {
    /// The HTTP status, and the `error_code`.
    pub(crate) code: u16,
    /// The reason, for people.
    pub(crate) description: String,
    /// Hints for a program.
    pub(crate) parameters: Option<Value>,
}

/// The answer to a call: its result, or why it is refused.
pub(crate) type Answer = Result<Value, Refusal>;

impl Refusal {
    /// A refusal with this status and these words.
    pub(crate) fn new(code: u16, description: impl Into<String>) -> Self {
        Self {
            code,
            description: description.into(),
            parameters: None,
        }
    }

    /// 400: something is wrong with the call.
    pub(crate) fn bad_request(what: impl std::fmt::Display) -> Self {
        Self::new(400, format!("Bad Request: {what}"))
    }

    /// 400: something is wrong with a parameter of a method.
    pub(crate) fn wrong_parameter(method: &str, problem: &Problem) -> Self {
        Self::bad_request(format_args!("{method}: {problem}"))
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

/// The JSON of an answer: `{"ok":true,"result":…}`, or what is wrong.
pub(crate) fn print_envelope(answer: &Answer) -> String {
    let refusal = match answer {
        Ok(result) => return format!(r#"{{"ok":true,"result":{result}}}"#),
        Err(refusal) => refusal,
    };
    let (code, description) = (refusal.code, Value::from(refusal.description.as_str()));
    let parameters = match &refusal.parameters {
        Some(parameters) => format!(r#","parameters":{parameters}"#),
        None => String::new(),
    };
    format!(r#"{{"ok":false,"error_code":{code},"description":{description}{parameters}}}"#)
}
