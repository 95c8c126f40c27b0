//! The contract for downloads: a transport that fetches files in chunks.

use std::future::Future;
use std::io;

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

    /// Runs a function that may block, such as one that writes to the disk. By default, it runs in
    /// place. A stream of an asynchronous runtime should run it on a thread where it may block.
    ///
    /// # Errors
    ///
    /// Returns the error of the function, or another if it can't be run.
    fn run_blocking<R: Send + 'static>(
        &self,
        function: impl FnOnce() -> io::Result<R> + Send + 'static,
    ) -> impl Future<Output = io::Result<R>> + Send {
        async { function() }
    }
}
