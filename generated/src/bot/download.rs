//! Downloads of files that the server has.

use std::fmt;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::Bot;
use super::token::Token;
use crate::error::Error;
use crate::response;
use crate::transport::download::{DownloadStream, DownloadTransport};
use crate::transport::error::{TransportError, TransportErrorKind};
use crate::transport::http_response::HttpResponse;
use crate::transport::limits::{ERROR_PAGE_LIMIT, LimitedResponse};

/// The fewest bytes to write to the disk at a time.
const WRITE_SIZE: usize = 128 * 1024;

/// A file that is being downloaded, by [`Bot::download`]. Only one chunk of it is in memory at a
/// time.
pub struct Download<S> {
    stream: S,
    token: Token,
}

impl<A, T: DownloadTransport> Bot<A, T> {
    /// Starts to download a file. `file_path` is the path that `getFile` returned.
    ///
    /// A server on the same machine may return a path on the disk instead: such a file needs no
    /// download.
    ///
    /// # Errors
    ///
    /// Returns an error if the server can't be reached, or refuses, which it does when the path has
    /// expired.
    pub async fn download(&self, file_path: &str) -> Result<Download<T::Stream>, Error> {
        let template = self.urls.file.ok_or_else(no_downloads)?;
        let url = self.token.file_url(&self.base_url, template, file_path);
        let (status, stream) = self
            .transport
            .download(&url)
            .await
            .map_err(|error| Error::Transport(self.token.scrub(error)))?;
        let token = self.token.clone();
        let download = Download { stream, token };
        if status == 200 {
            return Ok(download);
        }
        let response = self
            .token
            .scrub_response(download.error_page(status).await?);
        Err(response::parse_error(response, &self.format.envelope, None))
    }
}

impl<S: DownloadStream> Download<S> {
    /// The length of the file in bytes, if the server states it.
    pub fn content_length(&self) -> Option<u64> {
        self.stream.content_length()
    }

    /// Returns the next chunk of the file, or `None` at its end.
    ///
    /// # Errors
    ///
    /// Returns an error if the rest did not arrive.
    pub async fn chunk(&mut self) -> Result<Option<Vec<u8>>, Error> {
        let chunk = self.stream.next_chunk().await;
        chunk.map_err(|error| Error::Transport(self.token.scrub(error)))
    }

    /// Reads what came with an error status, in place of a file.
    async fn error_page(mut self, status: u16) -> Result<HttpResponse, Error> {
        let head = HttpResponse::new(status, Vec::new());
        let mut page = LimitedResponse::new(head, ERROR_PAGE_LIMIT);
        while let Some(chunk) = self.chunk().await? {
            if !page.push(&chunk).map_err(Error::Transport)? {
                break;
            }
        }
        Ok(page.finish())
    }

    /// Returns the whole file.
    ///
    /// # Errors
    ///
    /// Returns an error if not all of the file arrived.
    pub async fn bytes(mut self) -> Result<Vec<u8>, Error> {
        let mut bytes = Vec::new();
        while let Some(chunk) = self.chunk().await? {
            bytes.extend(chunk);
        }
        Ok(bytes)
    }

    /// Saves the file to the disk, and returns its length in bytes.
    ///
    /// An existing file is replaced only when all of the new one has arrived. Until then the new
    /// one is beside it, with `.part` appended to its name.
    ///
    /// # Errors
    ///
    /// Returns an error if not all of the file arrived, or if it can't be written.
    pub async fn save(mut self, path: impl AsRef<Path>) -> Result<u64, Error> {
        let path = path.as_ref();
        let part = path_with_suffix(path, ".part");
        let saved = self.save_by_way_of(&part, path).await;
        if saved.is_err() {
            // There may be no such file; the first error is the one that matters.
            let _ = self.stream.run_blocking(|| fs::remove_file(part)).await;
        }
        saved
    }

    async fn save_by_way_of(&mut self, part: &Path, path: &Path) -> Result<u64, Error> {
        let length = self.write_to(part).await?;
        let (from, to) = (part.to_owned(), path.to_owned());
        let renamed = self.stream.run_blocking(|| fs::rename(from, to)).await;
        renamed.map_err(|error| write_error(path, error))?;
        Ok(length)
    }

    async fn write_to(&mut self, path: &Path) -> Result<u64, Error> {
        let to = path.to_owned();
        let created = self.stream.run_blocking(|| fs::File::create(to)).await;
        let mut file = created.map_err(|error| write_error(path, error))?;
        let mut length = 0;
        while let Some(chunk) = self.large_chunk().await? {
            length += chunk.len() as u64;
            let write = move || file.write_all(&chunk).map(|()| file);
            let written = self.stream.run_blocking(write).await;
            file = written.map_err(|error| write_error(path, error))?;
        }
        Ok(length)
    }

    /// Returns some chunks together, for there is a price to each that is written on another thread.
    async fn large_chunk(&mut self) -> Result<Option<Vec<u8>>, Error> {
        let Some(mut chunk) = self.chunk().await? else {
            return Ok(None);
        };
        while chunk.len() < WRITE_SIZE
            && let Some(next) = self.chunk().await?
        {
            chunk.extend(next);
        }
        Ok(Some(chunk))
    }
}

fn no_downloads() -> Error {
    let reason = "the API has no URL of files";
    Error::Transport(TransportError::new(TransportErrorKind::Client, reason))
}

fn path_with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

fn write_error(path: &Path, error: io::Error) -> Error {
    let kind = TransportErrorKind::WriteFile(path.display().to_string());
    Error::Transport(TransportError::new(kind, error))
}

impl<S: DownloadStream> fmt::Debug for Download<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Download")
            .field("content_length", &self.content_length())
            .finish_non_exhaustive()
    }
}
