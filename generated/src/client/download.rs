//! Files that the default client fetches.

use std::time::Duration;

use reqwest::Response;

use super::progress::Progress;
use super::{Client, failure};
use crate::bot::download::{Contents, Fetch};
use crate::error::failure::Failure;

/// A file that [`Client`] fetches.
pub struct Fetched {
    response: Response,
    timeout: Duration,
}

impl Fetch for Client {
    type Contents = Fetched;

    async fn fetch(&self, url: &str) -> Result<(u16, Fetched), Failure> {
        let request = self.http()?.get(url);
        let answer = async { request.send().await.map_err(failure) };
        let response = Progress::default().watch(self.timeout, answer).await?;
        let timeout = self.timeout;
        Ok((response.status().as_u16(), Fetched { response, timeout }))
    }
}

impl Contents for Fetched {
    fn length(&self) -> Option<u64> {
        self.response.content_length()
    }

    async fn next(&mut self) -> Result<Option<Vec<u8>>, Failure> {
        let piece = async { self.response.chunk().await.map_err(failure) };
        let piece = Progress::default().watch(self.timeout, piece).await?;
        Ok(piece.map(Into::into))
    }
}
