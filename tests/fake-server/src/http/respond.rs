//! Answers in, HTTP responses out: as they should be, or as a fault has them.

use std::io;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderValue, Response, StatusCode};
use futures_util::{StreamExt, stream};
use schema::call::Envelope;
use serde_json::Value;

use super::accept::Cut;
use crate::fault::Kind;
use crate::response::{Answer, print_envelope, status_code};

const JSON: &str = "application/json";
const HTML: &str = "text/html; charset=utf-8";
/// The time for the first half of a body to leave before the connection is cut.
const HALF_SENT: Duration = Duration::from_millis(20);
/// A body that is neither UTF-8 nor JSON.
const GARBAGE: &[u8] = b"\x00\xff\xfe{\"ok\":\x80 garbage";

/// The response that carries an answer.
pub(crate) fn from_answer(answer: &Answer, envelope: &Envelope) -> Response<Body> {
    let body = print_envelope(answer, envelope);
    let mut response = with_body(status_code(answer), JSON, body);
    let parameters = answer
        .as_ref()
        .err()
        .and_then(|why| why.parameters.as_ref());
    let seconds = parameters.and_then(|all| all["retry_after"].as_u64());
    if let Some(seconds) = seconds {
        response.headers_mut().insert(RETRY_AFTER, seconds.into());
    }
    response
}

/// A response of the server's own: not a Bot API's.
pub(crate) fn json_response(status: u16, value: &Value) -> Response<Body> {
    with_body(status, JSON, value.to_string())
}

/// A response with a body that is all there.
pub(crate) fn with_body(status: u16, content_type: &str, body: impl Into<Bytes>) -> Response<Body> {
    let mut response = Response::new(Body::from(body.into()));
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::OK);
    if let Ok(value) = HeaderValue::from_str(content_type) {
        response.headers_mut().insert(CONTENT_TYPE, value);
    }
    response
}

/// The response that a fault makes of a right one.
pub(crate) fn apply_fault(
    kind: &Kind,
    right: Response<Body>,
    body: Bytes,
    envelope: &Envelope,
) -> Response<Body> {
    if let Some(refusal) = kind.refusal() {
        return from_answer(&Err(refusal), envelope);
    }
    match kind {
        Kind::Status { status } => html_page(*status),
        Kind::Cut => cut_connection(),
        Kind::CutBody => cut_body(right, body),
        Kind::Garbage => with_body(200, JSON, GARBAGE),
        Kind::Truncated => with_body(200, JSON, body.slice(..body.len() / 2)),
        Kind::Empty => with_body(200, JSON, ""),
        Kind::ContentType => with_body(200, HTML, body),
        _ => right,
    }
}

/// The page that a proxy sends when the server behind it fails.
fn html_page(status: u16) -> Response<Body> {
    let code = StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_GATEWAY);
    let text = format!(
        "<html>\r\n<head><title>{code}</title></head>\r\n<body>\r\n\
         <center><h1>{code}</h1></center>\r\n</body>\r\n</html>\r\n"
    );
    with_body(status, HTML, text)
}

fn cut_connection() -> Response<Body> {
    let mut response = Response::new(Body::empty());
    response.extensions_mut().insert(Cut);
    response
}

/// Half of a body, whose length says that there is more.
fn cut_body(right: Response<Body>, body: Bytes) -> Response<Body> {
    let half = body.slice(..body.len() / 2);
    let end = stream::once(async {
        tokio::time::sleep(HALF_SENT).await;
        Err(io::Error::from(io::ErrorKind::ConnectionReset))
    });
    let stream = stream::iter([Ok(half)]).chain(end);
    let (mut parts, _) = right.into_parts();
    parts.headers.insert(CONTENT_LENGTH, body.len().into());
    Response::from_parts(parts, Body::from_stream(stream))
}
