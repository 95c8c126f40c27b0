//! The trait of the marker types that tell one API from another.

use crate::call::CallFormat;

/// An API that this crate supports.
///
/// Its marker type, such as `safew::Safew`, has no values. It exists so that a request of one API
/// can't be sent by a bot of another.
pub trait Api {
    /// The short name of the API, which is also the name of its module and its feature.
    const NAME: &'static str;
    /// The URL of the API's own server, without the token and the method.
    const BASE_URL: &'static str;
    /// The way in which its methods are called, and its answers are read.
    const CALL: &'static CallFormat = &CallFormat::BOT_API;
}
