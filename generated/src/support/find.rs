//! Finding a value of one type somewhere inside another, such as the chat of an update.

/// A value that may contain a `T`.
pub(crate) trait Find<T> {
    /// Returns the `T`, if there is one.
    fn find(&self) -> Option<&T>;
}

impl<T, V: Find<T>> Find<T> for Option<V> {
    fn find(&self) -> Option<&T> {
        self.as_ref().and_then(V::find)
    }
}

impl<T, V: Find<T>> Find<T> for Box<V> {
    fn find(&self) -> Option<&T> {
        (**self).find()
    }
}
