//! The body of a webhook's response that calls a method: the request's body with the method's name
//! beside the parameters.

use crate::error::Error;
use crate::request::Request;
use crate::transport::body::Body;
use crate::upload::files::Files;

/// Opens the body: JSON or, if there are files, a multipart form.
pub(super) fn open_body<R: Request>(request: &R) -> Result<Body, Error> {
    let json = request.to_json().map_err(Error::Encode)?;
    let files = Files::of(request);
    if files.is_empty() {
        add_method(R::METHOD, &json).map(Body::from_json)
    } else {
        Body::open_form(&json, &files, Some(R::METHOD)).map_err(Error::Transport)
    }
}

/// Adds the method as the first member of a JSON object.
fn add_method(method: &str, json: &str) -> Result<String, Error> {
    let method = serde_json::to_string(method).map_err(Error::Encode)?;
    // A request that is no object has no parameters.
    let members = json.trim().strip_prefix('{').map_or("}", str::trim_start);
    Ok(match members {
        "}" => format!("{{\"method\":{method}}}"),
        members => format!("{{\"method\":{method},{members}"),
    })
}
