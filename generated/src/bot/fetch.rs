//! Downloads of files by their ids, in one call.

use super::Bot;
use super::download::Download;
use crate::api::Api;
use crate::error::Error;
use crate::request::Request;
use crate::transport::Transport;
use crate::transport::download::DownloadTransport;
use crate::transport::error::{TransportError, TransportErrorKind};

/// An API that has a method which returns the path of a file by its id.
pub trait FileApi: Api + Sized {
    /// The request for the path of a file.
    type FileRequest: Request<Api = Self>;

    /// Creates the request for the path of a file.
    fn file_request(file_id: String) -> Self::FileRequest;

    /// Returns the path from a response, if there is one.
    fn file_path(response: <Self::FileRequest as Request>::Response) -> Option<String>;
}

impl<A: FileApi, T: Transport + DownloadTransport> Bot<A, T> {
    /// Starts to download a file by its id: asks for the path of the file, and
    /// [downloads](Self::download) it.
    ///
    #[cfg_attr(feature = "telegram", doc = "```no_run")]
    #[cfg_attr(not(feature = "telegram"), doc = "```ignore")]
    /// # async fn save(message: generated::telegram::Message) -> Result<(), generated::Error> {
    /// let bot = generated::telegram::Bot::new("42:token");
    /// if let Some(document) = message.document {
    ///     bot.fetch(document.file_id).await?.save("document.bin").await?;
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// Returns an error if the server can't be reached, refuses, or has no path for the file.
    pub async fn fetch(&self, file_id: impl Into<String>) -> Result<Download<T::Stream>, Error> {
        let request = A::file_request(file_id.into());
        let response = self.send(&request).await?;
        let file_path = A::file_path(response).ok_or_else(no_path)?;
        self.download(&file_path).await
    }
}

fn no_path() -> Error {
    let reason = "the server has no path for the file";
    Error::Transport(TransportError::new(TransportErrorKind::Client, reason))
}
