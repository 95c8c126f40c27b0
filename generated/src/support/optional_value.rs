//! Fields as optional values, whether they are required or optional, boxed or not: so that one
//! function checks all of them.

/// A field that may have a value.
pub(crate) trait OptionalValue {
    /// The type of the value.
    type Value: ?Sized;

    /// Returns the value, if there is one.
    fn value(&self) -> Option<&Self::Value>;
}

impl OptionalValue for String {
    type Value = str;

    fn value(&self) -> Option<&str> {
        Some(self)
    }
}

impl<T> OptionalValue for Vec<T> {
    type Value = [T];

    fn value(&self) -> Option<&[T]> {
        Some(self)
    }
}

impl OptionalValue for i64 {
    type Value = i64;

    fn value(&self) -> Option<&i64> {
        Some(self)
    }
}

impl OptionalValue for f64 {
    type Value = f64;

    fn value(&self) -> Option<&f64> {
        Some(self)
    }
}

impl<T: OptionalValue + ?Sized> OptionalValue for Box<T> {
    type Value = T::Value;

    fn value(&self) -> Option<&T::Value> {
        (**self).value()
    }
}

impl<T: OptionalValue> OptionalValue for Option<T> {
    type Value = T::Value;

    fn value(&self) -> Option<&T::Value> {
        self.as_ref().and_then(T::value)
    }
}
