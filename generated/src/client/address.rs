//! Where calls go. A bot's calls differ in the last part of their URLs alone, so that the rest is
//! parsed but once: it would be a fifth of the work of a call.

use std::sync::{Arc, Mutex, PoisonError};

use reqwest::Url;

use crate::failure::{Failure, FailureKind};

/// The last URL that was parsed, shared by the clones of a client.
#[derive(Clone, Default)]
pub(super) struct Address(Arc<Mutex<Option<Parsed>>>);

/// A URL, and its text up to the name of the method.
struct Parsed {
    folder: String,
    url: Url,
}

impl Address {
    /// The URL of a call.
    pub(super) fn parse(&self, text: &str) -> Result<Url, Failure> {
        let (folder, method) = text.rsplit_once('/').unwrap_or((text, ""));
        let mut last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(url) = last.as_ref().and_then(|last| last.beside(folder, method)) {
            return Ok(url);
        }
        let parsed = Url::parse(text);
        // The error does not repeat the URL, which has the token.
        let url = parsed.map_err(|error| Failure::new(FailureKind::Client, error))?;
        *last = Some(Parsed {
            folder: folder.to_owned(),
            url: url.clone(),
        });
        Ok(url)
    }
}

impl Parsed {
    /// The URL of another method, where it is called at the same place.
    fn beside(&self, folder: &str, method: &str) -> Option<Url> {
        if folder != self.folder {
            return None;
        }
        let mut url = self.url.clone();
        url.path_segments_mut().ok()?.pop().push(method);
        Some(url)
    }
}
