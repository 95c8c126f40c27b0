//! A bot's token: used in a URL, shown nowhere.

use std::error::Error;
use std::fmt;
use std::sync::Arc;

use super::transport::Reply;
use crate::error::failure::Failure;
use crate::request::file_uri::escaped;

/// What a token is replaced by wherever it would show.
const HIDDEN: &str = "<token>";

/// A bot's token, as a URL has it.
#[derive(Clone)]
pub(crate) struct Token(Arc<str>);

impl Token {
    pub(crate) fn new(text: &str) -> Self {
        Self(escaped(text).replace('/', "%2F").into())
    }

    /// Where a method is called.
    pub(crate) fn url(&self, base: &str, method: &str) -> String {
        let parts = [base.trim_end_matches('/'), "/bot", &self.0, "/", method];
        parts.concat()
    }

    /// Where a file is fetched.
    pub(crate) fn file_url(&self, base: &str, path: &str) -> String {
        let (base, path) = (base.trim_end_matches('/'), path.trim_start_matches('/'));
        format!("{base}/file/bot{}/{}", self.0, escaped(path))
    }

    /// The same failure or, where it would show the token, its text without.
    pub(crate) fn scrub(&self, failure: Failure) -> Failure {
        let secret = self.secret();
        if secret.is_empty() || !shown(failure.source()).contains(secret) {
            return failure;
        }
        let (kind, source) = failure.into_source();
        let text = source.to_string().replace(&*self.0, HIDDEN);
        Failure::new(kind, text.replace(secret, HIDDEN))
    }

    /// The same answer, without the token where a server or a proxy that refuses a call repeats its
    /// URL. What a method returned stays as it is.
    pub(crate) fn scrub_reply(&self, mut reply: Reply) -> Reply {
        let secret = self.secret();
        if reply.status < 400 || secret.is_empty() {
            return reply;
        }
        match str::from_utf8(&reply.body) {
            Ok(text) if text.contains(secret) => {
                reply.body = text.replace(secret, HIDDEN).into_bytes();
                reply
            }
            _ => reply,
        }
    }

    /// The part after the bot's id, which is no secret.
    fn secret(&self) -> &str {
        let colon = self.0.rfind(':');
        &self.0[colon.map_or(0, |colon| colon + 1)..]
    }
}

/// All that can be printed of an error and its sources.
fn shown(error: &(dyn Error + 'static)) -> String {
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
