//! The body of a webhook's response that calls a method: the request's body with the method's name
//! beside the parameters.

use crate::error::{Error, encode};
use crate::request::Request;
use crate::transport::body::Body;
use crate::upload::files::Files;

/// Opens the body: JSON or, if there are files, a multipart form.
pub(super) fn open_body<R: Request>(request: &R) -> Result<Body, Error> {
    let json = encode(request)?;
    let files = Files::of(request);
    if files.is_empty() {
        return Ok(Body::from_json(add_method(R::METHOD, &json)));
    }
    Body::open_form(&json, &files, Some(R::METHOD))
        .map_err(|error| Error::Transport(error).of_method(R::METHOD))
}

/// Adds the method as the first member of a JSON object.
fn add_method(method: &str, json: &str) -> String {
    // A request that is no object has no parameters.
    let members = json.trim().strip_prefix('{').map_or("}", str::trim_start);
    let method = format!("{{\"method\":\"{method}\"");
    match members {
        "}" => method + "}",
        members => format!("{method},{members}"),
    }
}
