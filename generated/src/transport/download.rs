//! The contract for downloads: a transport that fetches files in chunks.

use std::future::Future;

use super::Transport;
use super::error::TransportError;

/// A transport that can download files.
pub trait DownloadTransport: Transport {
    /// The contents of a file, as they arrive.
    type Stream: DownloadStream;

    /// Requests a file by `GET`, and returns the HTTP status with the contents of the response.
    /// **The URL contains the bot's token**: never log it.
    ///
    /// # Errors
    ///
    /// Returns an error if no response arrived.
    fn download(
        &self,
        url: &str,
    ) -> impl Future<Output = Result<(u16, Self::Stream), TransportError>> + Send;
}

/// The contents of a file that arrive in chunks.
pub trait DownloadStream: Send {
    /// The length of the contents in bytes, if the server states it.
    fn content_length(&self) -> Option<u64>;

    /// Returns the next chunk, or `None` at the end.
    ///
    /// # Errors
    ///
    /// Returns an error if the rest did not arrive.
    fn next_chunk(
        &mut self,
    ) -> impl Future<Output = Result<Option<Vec<u8>>, TransportError>> + Send;
}
