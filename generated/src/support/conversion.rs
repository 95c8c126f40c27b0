//! Conversions: the code that is the same for each of them.

/// Implements the conversions to a structure from what becomes the argument of its `new`.
///
/// ```text
/// impl_from_argument! { Button of String, sources { String, &str, &String } }
/// ```
macro_rules! impl_from_argument {
    ($name:ident of $argument:ty, sources { $($source:ty),* }) => {$(
        impl From<$source> for $name {
            #[inline]
            fn from(value: $source) -> Self {
                Self::new(<$argument>::from(value))
            }
        }
    )*};
}

pub(crate) use impl_from_argument;
