//! Where calls go. A bot calls the same few URLs again and again, so that each is parsed but once:
//! it would be a fifth of the work of a call.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use reqwest::Url;

use crate::error::failure::{Failure, FailureKind};

/// How many URLs are kept: those of all methods of an API. Where there are more, as with many bots
/// on one client, they start anew.
const MOST: usize = 512;

/// The URLs that were parsed, by their texts. The clones of a client share them.
#[derive(Clone, Default)]
pub(super) struct Address(Arc<Mutex<HashMap<String, Url>>>);

impl Address {
    /// The URL that a text is.
    ///
    /// # Errors
    ///
    /// Where it is none.
    pub(super) fn parse(&self, text: &str) -> Result<Url, Failure> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(url) = known.get(text) {
            return Ok(url.clone());
        }
        let parsed = Url::parse(text);
        // The error does not repeat the URL, which has the token.
        let url = parsed.map_err(|error| Failure::new(FailureKind::Client, error))?;
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(text.to_owned(), url.clone());
        Ok(url)
    }
}
