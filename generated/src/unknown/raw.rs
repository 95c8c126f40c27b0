//! JSON that is kept unchanged.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

/// A JSON value, kept byte by byte.
///
/// It can be deserialized with `serde_json` only. Two values are equal if their texts are.
///
/// ```
/// use generated::Raw;
///
/// let raw: Raw = serde_json::from_str(r#"{"id": 7,  "name":"Ann"}"#)?;
/// assert_eq!(raw.json(), r#"{"id": 7,  "name":"Ann"}"#);
///
/// #[derive(serde::Deserialize)]
/// struct User {
///     id: i64,
/// }
/// let user: User = raw.parse()?;
/// assert_eq!(user.id, 7);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Raw(Box<RawValue>);

impl Raw {
    /// Writes a value as JSON.
    ///
    /// # Errors
    ///
    /// Returns an error if the value has no JSON form.
    pub fn new(value: &(impl Serialize + ?Sized)) -> Result<Self, serde_json::Error> {
        serde_json::value::to_raw_value(value).map(Self)
    }

    /// The JSON text.
    pub fn json(&self) -> &str {
        self.0.get()
    }

    /// Parses the JSON as a type of your choice.
    ///
    /// # Errors
    ///
    /// Returns an error if the JSON is not a `T`.
    pub fn parse<'a, T: Deserialize<'a>>(&'a self) -> Result<T, serde_json::Error> {
        serde_json::from_str(self.json())
    }
}

impl From<Box<RawValue>> for Raw {
    fn from(json: Box<RawValue>) -> Self {
        Self(json)
    }
}

impl PartialEq for Raw {
    fn eq(&self, other: &Self) -> bool {
        self.json() == other.json()
    }
}

impl fmt::Debug for Raw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.json())
    }
}
