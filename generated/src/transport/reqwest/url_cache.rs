//! A cache of parsed URLs. A bot calls the same few URLs again and again, and parsing one takes a
//! fifth of the time of a call.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use reqwest::Url;

use crate::transport::error::{TransportError, TransportErrorKind};

/// The most URLs that are kept: enough for all methods of an API (Telegram has some 180). If there
/// are more, as with many bots on one client, the cache is emptied and starts again.
const CAPACITY: usize = 512;

/// Parsed URLs by their texts. The clones of a client share them.
#[derive(Clone, Default)]
pub(super) struct UrlCache(Arc<Mutex<HashMap<String, Url>>>);

impl UrlCache {
    /// Parses a URL.
    ///
    /// # Errors
    ///
    /// Returns an error if the text is not a URL.
    pub(super) fn parse(&self, text: &str) -> Result<Url, TransportError> {
        let mut urls = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(url) = urls.get(text) {
            return Ok(url.clone());
        }
        // The error does not contain the URL, and so not the token.
        let url = Url::parse(text)
            .map_err(|error| TransportError::new(TransportErrorKind::Client, error))?;
        if urls.len() >= CAPACITY {
            urls.clear();
        }
        urls.insert(text.to_owned(), url.clone());
        Ok(url)
    }
}
