//! Writing of an object, field by field; absent fields are left out.

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::unknown::extra::Extra;

/// An object that is being written. After the first error the other fields are ignored, and
/// [`end`](Self::end) returns that error: generated code then needs no `?` for each field.
pub(crate) struct ObjectWriter<M: SerializeMap> {
    object: M,
    error: Option<M::Error>,
}

impl<M: SerializeMap> ObjectWriter<M> {
    /// Starts an object.
    pub(crate) fn new<S>(serializer: S) -> Result<Self, M::Error>
    where
        S: Serializer<SerializeMap = M, Error = M::Error>,
    {
        let object = serializer.serialize_map(None)?;
        Ok(Self {
            object,
            error: None,
        })
    }

    /// Writes a field.
    pub(crate) fn write<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) {
        if self.error.is_none() {
            self.error = self.object.serialize_entry(name, value).err();
        }
    }

    /// Writes a field unless it is absent.
    pub(crate) fn write_optional<T: Serialize>(&mut self, name: &str, value: Option<&T>) {
        if let Some(value) = value {
            self.write(name, value);
        }
    }

    /// Writes the fields that this version of the crate does not know.
    pub(crate) fn write_extra(&mut self, extra: &Extra) {
        extra
            .iter()
            .for_each(|(name, value)| self.write(name, value));
    }

    /// Ends the object.
    pub(crate) fn end(self) -> Result<M::Ok, M::Error> {
        match self.error {
            Some(error) => Err(error),
            None => self.object.end(),
        }
    }
}
