//! The token of a bot: it is used in URLs, and removed from everything else.

use std::error::Error;
use std::fmt;
use std::sync::Arc;

use crate::call::urls::{Urls, expand};
use crate::transport::error::TransportError;
use crate::transport::http_response::HttpResponse;
use crate::upload::file_uri::percent_encode;

/// The text that replaces the token wherever it would be shown.
const HIDDEN: &str = "<token>";

/// A bot's token, as it is and escaped for URLs.
#[derive(Clone)]
pub(super) struct Token {
    plain: Arc<str>,
    escaped: Arc<str>,
}

impl Token {
    pub(super) fn new(text: &str) -> Self {
        Self {
            plain: text.into(),
            escaped: percent_encode(text).replace('/', "%2F").into(),
        }
    }

    /// The URL of a method, in which the places of parameters are open.
    pub(super) fn method_url(&self, base: &str, urls: Urls, method: &str, path: &str) -> String {
        expand(urls.method, |name| match name {
            "base" => Some(base.trim_end_matches('/').into()),
            "token" => Some((&*self.escaped).into()),
            "method" => Some(method.into()),
            "path" => Some(path.into()),
            _ => None,
        })
    }

    /// The URL of a file.
    pub(super) fn file_url(&self, base: &str, template: &str, path: &str) -> String {
        expand(template, |name| match name {
            "base" => Some(base.trim_end_matches('/').into()),
            "token" => Some((&*self.escaped).into()),
            "path" => Some(percent_encode(path.trim_start_matches('/')).into()),
            _ => None,
        })
    }

    /// The value of a header.
    pub(super) fn header(&self, template: &str) -> String {
        expand(template, |name| {
            (name == "token").then(|| (&*self.plain).into())
        })
    }

    /// Removes the token from an error. If the error or one of its sources would show it, only the
    /// text of the error is kept.
    pub(super) fn scrub(&self, error: TransportError) -> TransportError {
        let (kind, source) = error.into_parts();
        let printed = print_sources(&*source);
        if !self.secrets().any(|secret| printed.contains(secret)) {
            return TransportError::new(kind, source);
        }
        let text = source.to_string().replace(&*self.escaped, HIDDEN);
        TransportError::new(kind, self.hide(text))
    }

    /// Removes the token from a response without a result, in which a server or a proxy may repeat
    /// the request.
    pub(super) fn scrub_response(&self, mut response: HttpResponse) -> HttpResponse {
        response.content_type = response.content_type.map(|text| self.hide(text));
        match str::from_utf8(&response.body) {
            Ok(text) if self.secrets().any(|secret| text.contains(secret)) => {
                response.body = self.hide(text.to_owned()).into_bytes();
            }
            _ => {} // Nothing is shown of a body that is not text.
        }
        response
    }

    /// Replaces the token in a text.
    fn hide(&self, text: String) -> String {
        let hide_one = |text: String, secret: &str| text.replace(secret, HIDDEN);
        self.secrets().fold(text, hide_one)
    }

    /// The parts after the bot's id, which is no secret: that of the token as it is, as it may stand in
    /// a header, and that of the token in URLs.
    fn secrets(&self) -> impl Iterator<Item = &str> {
        let tokens = [&*self.plain, &*self.escaped].into_iter();
        tokens
            .map(|token| &token[token.rfind(':').map_or(0, |colon| colon + 1)..])
            .filter(|secret| !secret.is_empty())
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
