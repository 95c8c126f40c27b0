//! Writing the members of an object: what is absent is left out.

use serde::Serialize;
use serde::ser::SerializeMap;

use crate::extra::Extra;
use crate::input_file::InputFile;
use crate::raw::Raw;

/// A value that can be a member of an object.
pub(crate) trait Write: Serialize {
    /// Writes it as the member `name`, unless it is absent.
    fn write<M: SerializeMap>(&self, name: &str, object: &mut M) -> Result<(), M::Error> {
        object.serialize_entry(name, self)
    }
}

impl<T: Serialize> Write for Option<T> {
    fn write<M: SerializeMap>(&self, name: &str, object: &mut M) -> Result<(), M::Error> {
        match self {
            Some(value) => object.serialize_entry(name, value),
            None => Ok(()),
        }
    }
}

impl Extra {
    /// Writes them as members of the object that they belong to.
    pub(crate) fn write<M: SerializeMap>(&self, object: &mut M) -> Result<(), M::Error> {
        self.iter()
            .try_for_each(|(name, value)| object.serialize_entry(name, value))
    }
}

impl Write for i64 {}
impl Write for f64 {}
impl Write for bool {}
impl Write for String {}
impl Write for Raw {}
impl Write for InputFile {}
impl<T: Serialize> Write for Vec<T> {}
impl<T: Serialize> Write for Box<T> {}
