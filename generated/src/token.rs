//! A bot's token: used in a URL, shown nowhere.

use std::error::Error;
use std::fmt;

use crate::transport::Failure;

/// What a token is replaced by wherever it would show.
const HIDDEN: &str = "<token>";

/// A bot's token.
#[derive(Clone)]
pub(crate) struct Token(String);

impl Token {
    pub(crate) fn new(text: String) -> Self {
        Self(text)
    }

    /// Where a method is called.
    pub(crate) fn url(&self, base: &str, method: &str) -> String {
        format!("{base}/bot{}/{method}", self.0)
    }

    /// The same failure or, where it would show the token, its text without.
    pub(crate) fn scrub(&self, failure: Failure) -> Failure {
        let secret = self.secret();
        if secret.is_empty() || !shown(failure.as_ref()).contains(secret) {
            return failure;
        }
        let text = failure.to_string().replace(&self.0, HIDDEN);
        text.replace(secret, HIDDEN).into()
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
