//! Members of an object that this crate does not know.

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;

use super::raw::Raw;

/// The members of an object that have no field of their own, by name.
///
/// It contains the members that a server sent and this crate does not know, and members that you
/// insert are sent. It has the size of a pointer, and allocates nothing while it is empty.
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
    /// Returns the member of this name, if it exists and is a `T`.
    pub fn get<T: serde::de::DeserializeOwned>(&self, name: &str) -> Option<T> {
        self.raw(name)?.parse().ok()
    }

    /// Returns the JSON of the member of this name.
    pub fn raw(&self, name: &str) -> Option<&Raw> {
        self.0.as_ref()?.get(name)
    }

    /// Inserts a member, and replaces one of the same name.
    ///
    /// # Errors
    ///
    /// Returns an error if the value has no JSON form.
    pub fn insert(
        &mut self,
        name: impl Into<String>,
        value: &(impl Serialize + ?Sized),
    ) -> Result<(), serde_json::Error> {
        self.put(name.into(), Raw::new(value)?);
        Ok(())
    }

    /// Iterates over the members, sorted by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Raw)> {
        let members = self.0.iter().flat_map(|members| members.iter());
        members.map(|(name, value)| (name.as_str(), value))
    }

    /// Returns true if there are no members.
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
