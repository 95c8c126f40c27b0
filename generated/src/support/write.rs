//! Writing an object, member by member: what is absent is left out.

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::unknown::extra::Extra;

/// An object that is being written. After an error nothing more is, and the end says why.
pub(crate) struct Writer<M: SerializeMap> {
    object: M,
    failed: Option<M::Error>,
}

impl<M: SerializeMap> Writer<M> {
    /// Starts an object.
    pub(crate) fn new<S>(serializer: S) -> Result<Self, M::Error>
    where
        S: Serializer<SerializeMap = M, Error = M::Error>,
    {
        let object = serializer.serialize_map(None)?;
        Ok(Self {
            object,
            failed: None,
        })
    }

    /// Writes a member.
    pub(crate) fn put<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) {
        if self.failed.is_none() {
            self.failed = self.object.serialize_entry(name, value).err();
        }
    }

    /// Writes a member, unless it is absent.
    pub(crate) fn maybe<T: Serialize>(&mut self, name: &str, value: Option<&T>) {
        if let Some(value) = value {
            self.put(name, value);
        }
    }

    /// Writes members that have no field.
    pub(crate) fn extra(&mut self, extra: &Extra) {
        extra.iter().for_each(|(name, value)| self.put(name, value));
    }

    /// Ends the object.
    pub(crate) fn end(self) -> Result<M::Ok, M::Error> {
        match self.failed {
            Some(error) => Err(error),
            None => self.object.end(),
        }
    }
}
