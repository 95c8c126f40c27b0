//! Faults that are injected: what goes wrong, with which calls, and before or after they took
//! effect.

mod armed;
mod read;

use serde::{Deserialize, Serialize};

pub(crate) use armed::{DOWNLOAD, Faults};

use crate::response::Refusal;

/// The kind of a fault.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Kind {
    /// 429, to be tried again after so many seconds.
    TooManyRequests {
        /// Seconds.
        retry_after: u64,
    },
    /// A status such as 502 with a page of HTML, as a proxy answers.
    Status {
        /// From 400 to 599.
        status: u16,
    },
    /// An error as the API states it.
    Error {
        /// From 400 to 599.
        error_code: u16,
        /// The description of the error.
        description: String,
    },
    /// 401: the token is no longer known.
    Unauthorized,
    /// 409: another program polls for updates.
    Conflict,
    /// 400: the group became a supergroup with this identifier.
    Migrate {
        /// The new identifier of the chat.
        chat_id: i64,
    },
    /// The answer comes late.
    Delay {
        /// Milliseconds.
        millis: u64,
    },
    /// The connection is cut, and no byte of an answer is sent.
    Cut,
    /// The connection is cut in the middle of the answer's body.
    CutBody,
    /// The body is not JSON.
    Garbage,
    /// The body ends too early, and its length says that it is whole.
    Truncated,
    /// The body is empty.
    Empty,
    /// The body is right, but its type is HTML.
    ContentType,
}

/// The moment of a fault: before or after the call takes effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// The fault strikes first: nothing happens.
    Before,
    /// The call is done, and the client does not learn of it.
    After,
}

/// A fault, and the calls that it strikes: by default the next one.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Fault {
    #[serde(flatten)]
    kind: Kind,
    method: Option<String>,
    times: Option<u64>,
    probability: f64,
    seed: u64,
    effect: Effect,
}

impl Fault {
    /// The fault strikes the next call.
    ///
    /// Kinds that change an answer (`CutBody`, `Garbage`, `Truncated`, `Empty`, `ContentType`) strike
    /// after the call took effect, all else before.
    pub fn new(kind: Kind) -> Self {
        let spoils = matches!(
            kind,
            Kind::CutBody | Kind::Garbage | Kind::Truncated | Kind::Empty | Kind::ContentType
        );
        Self {
            kind,
            method: None,
            times: Some(1),
            probability: 1.0,
            seed: 0,
            effect: if spoils {
                Effect::After
            } else {
                Effect::Before
            },
        }
    }

    /// It strikes calls of this method alone; `file` stands for downloads.
    #[must_use]
    pub fn on(mut self, method: &str) -> Self {
        self.method = Some(method.to_owned());
        self
    }

    /// It strikes so many calls.
    #[must_use]
    pub fn times(mut self, times: u64) -> Self {
        self.times = Some(times);
        self
    }

    /// It strikes each call with this probability, from 0 to 1, without end. The same seed strikes
    /// the same calls.
    #[must_use]
    pub fn with_probability(mut self, probability: f64, seed: u64) -> Self {
        (self.probability, self.seed, self.times) = (probability, seed, None);
        self
    }

    /// The call takes effect first.
    #[must_use]
    pub fn after_effect(mut self) -> Self {
        self.effect = Effect::After;
        self
    }

    /// The call takes no effect.
    #[must_use]
    pub fn before_effect(mut self) -> Self {
        self.effect = Effect::Before;
        self
    }

    /// The kind of a fault.
    pub fn kind(&self) -> &Kind {
        &self.kind
    }

    /// The method whose calls it strikes; `None` for those of all.
    pub fn method(&self) -> Option<&str> {
        self.method.as_deref()
    }

    /// Returns if the call takes effect first.
    pub fn effect(&self) -> Effect {
        self.effect
    }
}

impl Kind {
    /// Its name, as JSON has it.
    pub fn name(&self) -> &'static str {
        match self {
            Self::TooManyRequests { .. } => "too_many_requests",
            Self::Status { .. } => "status",
            Self::Error { .. } => "error",
            Self::Unauthorized => "unauthorized",
            Self::Conflict => "conflict",
            Self::Migrate { .. } => "migrate",
            Self::Delay { .. } => "delay",
            Self::Cut => "cut",
            Self::CutBody => "cut_body",
            Self::Garbage => "garbage",
            Self::Truncated => "truncated",
            Self::Empty => "empty",
            Self::ContentType => "content_type",
        }
    }

    /// The refusal that stands for the answer, where the fault is one.
    pub(crate) fn refusal(&self) -> Option<Refusal> {
        Some(match self {
            Self::TooManyRequests { retry_after } => Refusal::too_many_requests(*retry_after),
            Self::Error {
                error_code,
                description,
            } => Refusal::new(*error_code, description.as_str()),
            Self::Unauthorized => Refusal::unauthorized(),
            Self::Conflict => Refusal::other_poll(),
            Self::Migrate { chat_id } => Refusal::chat_migrated(*chat_id),
            _ => return None,
        })
    }
}
