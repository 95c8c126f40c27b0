//! Finding what a value is about, somewhere inside it.

/// A value that may hold a `T`.
pub(crate) trait Find<T> {
    /// The `T`, where there is one.
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
