//! Faults that are injected: what goes wrong, with which calls, and before or after they took
//! effect.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::answer::Refusal;

/// What goes wrong.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
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
        /// What is wrong.
        description: String,
    },
    /// 401: the token is no longer known.
    Unauthorized {},
    /// 409: another program polls for updates.
    Conflict {},
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
    Cut {},
    /// The connection is cut in the middle of the answer's body.
    CutBody {},
    /// The body is not JSON.
    Garbage {},
    /// The body ends too early, and its length says that it is whole.
    Truncated {},
    /// The body is empty.
    Empty {},
    /// The body is right, and said to be HTML.
    ContentType {},
}

/// Whether a call takes effect when its answer goes wrong.
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
    /// What spoils an answer (`CutBody`, `Garbage`, `Truncated`, `Empty`, `ContentType`) strikes
    /// after the call took effect, all else before.
    pub fn new(kind: Kind) -> Self {
        let spoils = matches!(
            kind,
            Kind::CutBody {}
                | Kind::Garbage {}
                | Kind::Truncated {}
                | Kind::Empty {}
                | Kind::ContentType {}
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

    /// What goes wrong.
    pub fn kind(&self) -> &Kind {
        &self.kind
    }

    /// Whether the call takes effect.
    pub fn effect(&self) -> Effect {
        self.effect
    }

    /// Reads a fault: `{"kind": "too_many_requests", "retry_after": 3, "times": 2}`.
    ///
    /// # Errors
    ///
    /// What is wrong with it.
    pub fn from_json(value: Value) -> Result<Self, String> {
        let Value::Object(mut members) = value else {
            return Err("a fault is a JSON object".to_owned());
        };
        let method = take(&mut members, "method")?;
        let times: Option<u64> = take(&mut members, "times")?;
        let probability: Option<f64> = take(&mut members, "probability")?;
        let seed: Option<u64> = take(&mut members, "seed")?;
        let effect: Option<Effect> = take(&mut members, "effect")?;
        let kind: Kind = serde_json::from_value(members.into()).map_err(|e| e.to_string())?;
        let mut fault = Self::new(kind);
        if let Some(probability) = probability {
            fault = fault.with_probability(probability, seed.unwrap_or_default());
        }
        fault.method = method;
        fault.times = times.or(fault.times);
        fault.effect = effect.unwrap_or(fault.effect);
        fault.checked()
    }

    /// The fault, where all its numbers make sense.
    fn checked(self) -> Result<Self, String> {
        if !(0.0..=1.0).contains(&self.probability) {
            return Err("`probability` is from 0 to 1".to_owned());
        }
        match self.kind {
            Kind::Status { status: code }
            | Kind::Error {
                error_code: code, ..
            } if !(400..600).contains(&code) => Err("a status is from 400 to 599".to_owned()),
            _ => Ok(self),
        }
    }
}

fn take<T: serde::de::DeserializeOwned>(
    members: &mut Map<String, Value>,
    name: &str,
) -> Result<Option<T>, String> {
    let value = members.remove(name).unwrap_or_default();
    serde_json::from_value(value).map_err(|error| format!("`{name}`: {error}"))
}

impl Kind {
    /// Its name, as JSON has it.
    pub fn name(&self) -> &'static str {
        match self {
            Self::TooManyRequests { .. } => "too_many_requests",
            Self::Status { .. } => "status",
            Self::Error { .. } => "error",
            Self::Unauthorized {} => "unauthorized",
            Self::Conflict {} => "conflict",
            Self::Migrate { .. } => "migrate",
            Self::Delay { .. } => "delay",
            Self::Cut {} => "cut",
            Self::CutBody {} => "cut_body",
            Self::Garbage {} => "garbage",
            Self::Truncated {} => "truncated",
            Self::Empty {} => "empty",
            Self::ContentType {} => "content_type",
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
            Self::Unauthorized {} => Refusal::unauthorized(),
            Self::Conflict {} => Refusal::conflict(crate::act::OTHER_POLL),
            Self::Migrate { chat_id } => Refusal::migrated(*chat_id),
            _ => return None,
        })
    }
}

/// The faults that are still to strike.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    armed: Vec<Fault>,
}

impl Faults {
    /// Adds a fault, which strikes after those that are there.
    pub(crate) fn add(&mut self, fault: Fault) {
        self.armed.push(fault);
    }

    /// Forgets every fault.
    pub(crate) fn clear(&mut self) {
        self.armed.clear();
    }

    /// Those that are left.
    pub(crate) fn armed(&self) -> &[Fault] {
        &self.armed
    }

    /// The fault that strikes a call of this method, if any does.
    pub(crate) fn strike(&mut self, method: &str) -> Option<Fault> {
        let struck = self
            .armed
            .iter_mut()
            .position(|fault| fault.strikes(method))?;
        let fault = self.armed[struck].clone();
        if fault.times == Some(0) {
            self.armed.remove(struck);
        }
        Some(fault)
    }
}

impl Fault {
    /// Whether it strikes a call, which then counts.
    fn strikes(&mut self, method: &str) -> bool {
        let is_meant = match &self.method {
            Some(name) => name.eq_ignore_ascii_case(method),
            None => method != DOWNLOAD,
        };
        if !is_meant || self.times == Some(0) || !self.draw() {
            return false;
        }
        self.times = self.times.map(|times| times - 1);
        true
    }

    /// Draws from the sequence of its seed.
    fn draw(&mut self) -> bool {
        let drawn = next(&mut self.seed);
        // 53 bits are what a float holds.
        let share = (drawn >> 11) as f64 / (1u64 << 53) as f64;
        share < self.probability
    }
}

/// What stands for a download where a method is named.
pub(crate) const DOWNLOAD: &str = "file";

/// The next number of a sequence (splitmix64).
fn next(seed: &mut u64) -> u64 {
    *seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mixed = (*seed ^ (*seed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}
