//! The envelope of answers: which member is the result, and which tell of an error.

use serde_json::Value;

/// The form of an answer. By default, an answer is its own result, and its HTTP status tells whether
/// the call succeeded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Envelope {
    pub(crate) success: Option<Success>,
    pub(crate) result: Option<&'static str>,
    pub(crate) code: Option<&'static str>,
    pub(crate) message: Option<&'static str>,
    pub(crate) without_result: Option<bool>,
}

/// The member that tells whether a call succeeded, and the values by which it says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Success {
    pub(crate) member: &'static str,
    pub(crate) values: &'static [SuccessValue],
}

/// A value by which an answer says that a call succeeded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SuccessValue {
    /// `true`, or `false`.
    Flag(bool),
    /// A whole number.
    Number(i64),
    /// A text.
    Text(&'static str),
}

impl Envelope {
    /// Creates the envelope of answers that are their own results.
    pub const fn new() -> Self {
        Self {
            success: None,
            result: None,
            code: None,
            message: None,
            without_result: None,
        }
    }

    /// Sets the member that tells whether a call succeeded, and the values by which it says so, in
    /// place of the HTTP status.
    #[must_use]
    pub const fn with_success(self, member: &'static str, values: &'static [SuccessValue]) -> Self {
        let success = Some(Success { member, values });
        Self { success, ..self }
    }

    /// Sets the member that is the result.
    #[must_use]
    pub const fn with_result(self, member: &'static str) -> Self {
        let result = Some(member);
        Self { result, ..self }
    }

    /// Sets the member that is the code of an error, in place of the HTTP status.
    #[must_use]
    pub const fn with_code(self, member: &'static str) -> Self {
        let code = Some(member);
        Self { code, ..self }
    }

    /// Sets the member that says why a call failed.
    #[must_use]
    pub const fn with_message(self, member: &'static str) -> Self {
        let message = Some(member);
        Self { message, ..self }
    }

    /// Writes the answer that has a result, which is JSON.
    pub(crate) fn wrap(&self, result: &str) -> String {
        let Some(member) = self.result else {
            return result.to_owned();
        };
        let success = self.success.and_then(|success| {
            let value = match success.values.first()? {
                SuccessValue::Flag(flag) => Value::from(*flag),
                SuccessValue::Number(number) => Value::from(*number),
                SuccessValue::Text(text) => Value::from(*text),
            };
            Some(format!("{}:{value},", Value::from(success.member)))
        });
        let success = success.unwrap_or_default();
        format!("{{{success}{}:{result}}}", Value::from(member))
    }

    /// Sets the result of a call that succeeds and has none, or `null`. Otherwise, such an answer is an
    /// error.
    #[must_use]
    pub const fn without_result(self, result: bool) -> Self {
        let without_result = Some(result);
        Self {
            without_result,
            ..self
        }
    }
}

impl Default for Envelope {
    fn default() -> Self {
        Self::new()
    }
}
