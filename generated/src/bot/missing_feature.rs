//! Constructors whose feature is off: rustc names the feature where one is called.
//!
//! For a type or a module that is left out rustc does so itself, but not for a function of a type. So
//! the function is here, and needs a trait that nothing implements.

#[cfg(not(feature = "client"))]
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`Bot::new` is gated behind the `client` feature",
    label = "add `client` to the features of this crate in Cargo.toml",
    note = "or bring a transport of your own: `Bot::with_transport`"
)]
pub trait ClientFeature {}

#[cfg(not(feature = "client"))]
impl<A: crate::Api> crate::Bot<A, ()> {
    #[doc(hidden)]
    pub fn new(token: impl Into<String>) -> Self
    where
        A: ClientFeature,
    {
        Self::with_transport(token, ())
    }
}

#[cfg(not(feature = "blocking"))]
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`Bot::blocking` is gated behind the `blocking` feature",
    label = "add `blocking` to the features of this crate in Cargo.toml",
    note = "or bring a transport of your own: `Bot::with_transport`"
)]
pub trait BlockingFeature {}

#[cfg(not(feature = "blocking"))]
impl<A: crate::Api> crate::Bot<A, ()> {
    #[doc(hidden)]
    pub fn blocking(token: impl Into<String>) -> Self
    where
        A: BlockingFeature,
    {
        Self::with_transport(token, ())
    }
}
