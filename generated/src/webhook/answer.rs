//! A call of a method as the answer to a webhook's call: in comes a request, out goes a body that
//! names the method beside its parameters.

use crate::error::Error;
use crate::request::Request;
use crate::request::body::Body;
use crate::request::files::Files;

/// JSON or, where there are files, a form.
pub(super) fn body<R: Request>(request: &R) -> Result<Body, Error> {
    let json = request.body().map_err(Error::Encode)?;
    let files = Files::of(request);
    match files.is_empty() {
        true => named(R::METHOD, &json).map(Body::json),
        false => Body::form(&json, &files, Some(R::METHOD)).map_err(Error::Transport),
    }
}

/// A JSON object with the method as its first member.
fn named(method: &str, json: &str) -> Result<String, Error> {
    let method = serde_json::to_string(method).map_err(Error::Encode)?;
    let members = json.trim().strip_prefix('{').map(str::trim_start);
    // A request that is no object has no parameters.
    Ok(match members.unwrap_or("}") {
        "}" => format!("{{\"method\":{method}}}"),
        members => format!("{{\"method\":{method},{members}"),
    })
}
