//! The token of a bot: it is used in URLs, and removed from everything else.

use std::error::Error;
use std::fmt;
use std::sync::Arc;

use crate::transport::error::TransportError;
use crate::transport::http_response::HttpResponse;
use crate::upload::file_uri::percent_encode;

/// The text that replaces the token wherever it would be shown.
const HIDDEN: &str = "<token>";

/// A bot's token, escaped for URLs.
#[derive(Clone)]
pub(super) struct Token(Arc<str>);

impl Token {
    pub(super) fn new(text: &str) -> Self {
        Self(percent_encode(text).replace('/', "%2F").into())
    }

    /// The URL of a method.
    pub(super) fn method_url(&self, base: &str, method: &str) -> String {
        let parts = [base.trim_end_matches('/'), "/bot", &self.0, "/", method];
        parts.concat()
    }

    /// The URL of a file.
    pub(super) fn file_url(&self, base: &str, path: &str) -> String {
        let (base, path) = (base.trim_end_matches('/'), path.trim_start_matches('/'));
        format!("{base}/file/bot{}/{}", self.0, percent_encode(path))
    }

    /// Removes the token from an error. If the error or one of its sources would show it, only the
    /// text of the error is kept.
    pub(super) fn scrub(&self, error: TransportError) -> TransportError {
        let secret = self.secret_part();
        let (kind, source) = error.into_parts();
        if secret.is_empty() || !print_sources(&*source).contains(secret) {
            return TransportError::new(kind, source);
        }
        let text = source.to_string().replace(&*self.0, HIDDEN);
        TransportError::new(kind, text.replace(secret, HIDDEN))
    }

    /// Removes the token from a response without a result, in which a server or a proxy may repeat
    /// the URL.
    pub(super) fn scrub_response(&self, mut response: HttpResponse) -> HttpResponse {
        let secret = self.secret_part();
        if secret.is_empty() {
            return response;
        }
        if let Some(content_type) = &mut response.content_type {
            *content_type = content_type.replace(secret, HIDDEN);
        }
        match str::from_utf8(&response.body) {
            Ok(text) if text.contains(secret) => {
                response.body = text.replace(secret, HIDDEN).into_bytes();
            }
            _ => {} // Nothing is shown of a body that is not text.
        }
        response
    }

    /// The part after the bot's id, which is no secret.
    fn secret_part(&self) -> &str {
        let colon = self.0.rfind(':');
        &self.0[colon.map_or(0, |colon| colon + 1)..]
    }
}

/// Prints everything that an error and its sources can show.
fn print_sources(error: &(dyn Error + 'static)) -> String {
    let mut text = String::new();
    let mut next = Some(error);
    while let Some(error) = next {
        text.push_str(&format!("{error} {error:?} "));
        next = error.source();
    }
    text
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(HIDDEN)
    }
}
