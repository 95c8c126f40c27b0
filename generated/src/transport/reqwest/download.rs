//! Downloads by the asynchronous client.

use std::io;
use std::time::Duration;

use reqwest::Response;

use super::Client;
use super::error::to_transport_error;
use super::silence::Activity;
use crate::transport::download::{DownloadStream, DownloadTransport};
use crate::transport::error::TransportError;

/// The contents of a file that [`Client`] downloads.
pub struct ClientDownload {
    response: Response,
    timeout: Duration,
}

impl DownloadTransport for Client {
    type Stream = ClientDownload;

    async fn download(&self, url: &str) -> Result<(u16, ClientDownload), TransportError> {
        let request = self.http_client()?.get(url);
        let timeout = self.timeout;
        let exchange = async { request.send().await.map_err(to_transport_error) };
        let response = Activity::default().limit_silence(timeout, exchange).await?;
        let status = response.status().as_u16();
        Ok((status, ClientDownload { response, timeout }))
    }
}

impl DownloadStream for ClientDownload {
    fn content_length(&self) -> Option<u64> {
        self.response.content_length()
    }

    async fn next_chunk(&mut self) -> Result<Option<Vec<u8>>, TransportError> {
        let timeout = self.timeout;
        let read = async { self.response.chunk().await.map_err(to_transport_error) };
        let chunk = Activity::default().limit_silence(timeout, read).await?;
        Ok(chunk.map(Into::into))
    }

    async fn run_blocking<R: Send + 'static>(
        &self,
        function: impl FnOnce() -> io::Result<R> + Send + 'static,
    ) -> io::Result<R> {
        tokio::task::spawn_blocking(function).await?
    }
}
