//! Faults as JSON.

use serde_json::{Map, Value};

use super::{Effect, Fault, Kind};

impl Fault {
    /// Reads a fault: `{"kind": "too_many_requests", "retry_after": 3, "times": 2}`.
    ///
    /// # Errors
    ///
    /// If the JSON is no fault, or one of its numbers makes no sense.
    pub fn from_json(value: Value) -> Result<Self, String> {
        let Value::Object(mut members) = value else {
            return Err("a fault is a JSON object".to_owned());
        };
        let method = take_member(&mut members, "method")?;
        let times: Option<u64> = take_member(&mut members, "times")?;
        let probability: Option<f64> = take_member(&mut members, "probability")?;
        let seed: Option<u64> = take_member(&mut members, "seed")?;
        let effect: Option<Effect> = take_member(&mut members, "effect")?;
        let kind = read_kind(members)?;
        let mut fault = Self::new(kind);
        if let Some(probability) = probability {
            fault = fault.with_probability(probability, seed.unwrap_or_default());
        }
        fault.method = method;
        fault.times = times.or(fault.times);
        fault.effect = effect.unwrap_or(fault.effect);
        fault.check_numbers()
    }

    /// The fault, where all its numbers make sense.
    pub(crate) fn check_numbers(self) -> Result<Self, String> {
        if !(0.0..=1.0).contains(&self.probability) {
            return Err("`probability` is from 0 to 1".to_owned());
        }
        if self.times == Some(0) {
            return Err("`times` is 1 or more".to_owned());
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

/// A kind with all that belongs to it, and nothing else.
fn read_kind(members: Map<String, Value>) -> Result<Kind, String> {
    let given: Vec<String> = members.keys().cloned().collect();
    let kind: Kind = serde_json::from_value(members.into()).map_err(|error| error.to_string())?;
    let own = serde_json::to_value(&kind).map_err(|error| error.to_string())?;
    match given.iter().find(|name| own.get(name.as_str()).is_none()) {
        Some(name) => Err(format!("`{name}` is nothing that `{}` has", kind.name())),
        None => Ok(kind),
    }
}

fn take_member<T: serde::de::DeserializeOwned>(
    members: &mut Map<String, Value>,
    name: &str,
) -> Result<Option<T>, String> {
    let value = members.remove(name).unwrap_or_default();
    serde_json::from_value(value).map_err(|error| format!("`{name}`: {error}"))
}
