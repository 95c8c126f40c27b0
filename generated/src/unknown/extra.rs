//! The members of an object that this crate does not know: kept as they came.

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;

use super::raw::Raw;

/// Members of an object that have no field of their own, by name.
///
/// What a server sends and this crate does not know is here, and what is put here is sent. It is
/// as large as a pointer, and where there is nothing it costs no more than that.
///
/// ```
/// let mut extra = generated::Extra::default();
/// extra.insert("mood", &"good")?;
/// assert_eq!(extra.get::<String>("mood").as_deref(), Some("good"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Default, PartialEq)]
#[expect(
    clippy::box_collection,
    reason = "a map is three times as large, and mostly empty"
)]
pub struct Extra(Option<Box<BTreeMap<String, Raw>>>);

impl Extra {
    /// The member of this name, where it is there and is a `T`.
    pub fn get<T: serde::de::DeserializeOwned>(&self, name: &str) -> Option<T> {
        self.raw(name)?.parse().ok()
    }

    /// The JSON of the member of this name.
    pub fn raw(&self, name: &str) -> Option<&Raw> {
        self.0.as_ref()?.get(name)
    }

    /// Puts a member there, in place of one of the same name.
    ///
    /// # Errors
    ///
    /// Where the value has no JSON form.
    pub fn insert(
        &mut self,
        name: impl Into<String>,
        value: &(impl Serialize + ?Sized),
    ) -> Result<(), serde_json::Error> {
        self.put(name.into(), Raw::new(value)?);
        Ok(())
    }

    /// All of them, sorted by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Raw)> {
        let members = self.0.iter().flat_map(|members| members.iter());
        members.map(|(name, value)| (name.as_str(), value))
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    pub(crate) fn put(&mut self, name: String, value: Raw) {
        self.0.get_or_insert_default().insert(name, value);
    }
}

impl fmt::Debug for Extra {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}
