//! A value of a type that nobody defines: its JSON, as it came.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

/// JSON, kept to the byte.
///
/// It can be read by `serde_json` alone, and two are equal if their texts are.
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
    /// The JSON of a value.
    ///
    /// # Errors
    ///
    /// Where the value has no JSON form.
    pub fn new(value: &(impl Serialize + ?Sized)) -> Result<Self, serde_json::Error> {
        serde_json::value::to_raw_value(value).map(Self)
    }

    /// The JSON text.
    pub fn json(&self) -> &str {
        self.0.get()
    }

    /// Reads the JSON as a type of your choice.
    ///
    /// # Errors
    ///
    /// Where the JSON is not a `T`.
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
