//! Fields, required or not, boxed or not, as the value that there may be.

/// A field that may have a value.
pub(crate) trait Present {
    /// The value's type.
    type Value: ?Sized;

    /// The value, where there is one.
    fn present(&self) -> Option<&Self::Value>;
}

impl Present for str {
    type Value = str;

    fn present(&self) -> Option<&str> {
        Some(self)
    }
}

impl Present for String {
    type Value = str;

    fn present(&self) -> Option<&str> {
        Some(self)
    }
}

impl<T> Present for Vec<T> {
    type Value = [T];

    fn present(&self) -> Option<&[T]> {
        Some(self)
    }
}

impl Present for i64 {
    type Value = i64;

    fn present(&self) -> Option<&i64> {
        Some(self)
    }
}

impl Present for f64 {
    type Value = f64;

    fn present(&self) -> Option<&f64> {
        Some(self)
    }
}

impl<T: Present + ?Sized> Present for Box<T> {
    type Value = T::Value;

    fn present(&self) -> Option<&T::Value> {
        (**self).present()
    }
}

impl<T: Present> Present for Option<T> {
    type Value = T::Value;

    fn present(&self) -> Option<&T::Value> {
        self.as_ref().and_then(T::present)
    }
}
