//! What tells one API from another: a marker type, which the generated code has for each.

/// An API that this crate knows. Its marker, such as `safew::Safew`, has no values: it is there
/// so that a request of one API can't be sent to another.
pub trait Api {
    /// The API's short name, which is also its module's and its feature's.
    const NAME: &'static str;
    /// Where its requests go unless a bot is told otherwise, without the token and the method.
    const BASE_URL: &'static str;
}
