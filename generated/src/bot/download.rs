//! A file that the server has, on its way here: in comes its path, out come its bytes, piece by
//! piece.

use std::fmt;
use std::fs;
use std::future::Future;
use std::io::{self, Write};
use std::path::Path;

use super::token::Token;
use super::transport::{Reply, Transport};
use crate::bot::Bot;
use crate::error::Error;
use crate::error::failure::{Failure, FailureKind};
use crate::response;

/// A transport that fetches files too.
pub trait Fetch: Transport {
    /// The contents of a file on their way.
    type Contents: Contents;

    /// Asks for a file, by `GET`. **The bot's token is a part of the URL**: it belongs in no log.
    ///
    /// # Errors
    ///
    /// Where no answer arrived.
    fn fetch(
        &self,
        url: &str,
    ) -> impl Future<Output = Result<(u16, Self::Contents), Failure>> + Send;
}

/// The contents of a file on their way.
pub trait Contents: Send {
    /// How long they are, in bytes, where the server says so.
    fn length(&self) -> Option<u64>;

    /// The next piece, `None` at the end.
    ///
    /// # Errors
    ///
    /// Where the rest did not arrive.
    fn next(&mut self) -> impl Future<Output = Result<Option<Vec<u8>>, Failure>> + Send;
}

/// A file on its way, by [`Bot::download`]. No more of it is in memory than one piece.
pub struct Download<C> {
    contents: C,
    token: Token,
}

impl<A, T: Fetch> Bot<A, T> {
    /// Asks for a file by the path that `getFile` gave for it.
    ///
    /// A server on the same machine that was told to keep files gives a path on the disk: such a
    /// file needs no download.
    ///
    /// # Errors
    ///
    /// Where the server refuses, which it does once the path has expired, or can't be reached.
    pub async fn download(&self, file_path: &str) -> Result<Download<T::Contents>, Error> {
        let url = self.token().file_url(self.base_url(), file_path);
        let answer = self.transport().fetch(&url).await;
        let scrub = |failure| Error::Transport(self.token().scrub(failure));
        let (status, contents) = answer.map_err(scrub)?;
        let token = self.token().clone();
        let download = Download { contents, token };
        match status {
            200 => Ok(download),
            status => {
                let body = download.bytes().await?;
                Err(response::refusal(Reply::new(status, body), None))
            }
        }
    }
}

impl<C: Contents> Download<C> {
    /// How long the file is, in bytes, where the server says so.
    pub fn length(&self) -> Option<u64> {
        self.contents.length()
    }

    /// The next piece of it; `None` at the end.
    ///
    /// # Errors
    ///
    /// Where the rest did not arrive.
    pub async fn chunk(&mut self) -> Result<Option<Vec<u8>>, Error> {
        let piece = self.contents.next().await;
        piece.map_err(|failure| Error::Transport(self.token.scrub(failure)))
    }

    /// All of it.
    ///
    /// # Errors
    ///
    /// Where not all of it arrived.
    pub async fn bytes(mut self) -> Result<Vec<u8>, Error> {
        let mut bytes = Vec::new();
        while let Some(piece) = self.chunk().await? {
            bytes.extend(piece);
        }
        Ok(bytes)
    }

    /// Writes it to a file, and returns its length in bytes. A file of that name is replaced once
    /// all of the new one is there; until then it is beside it, with `.part` at its name's end.
    ///
    /// # Errors
    ///
    /// Where not all of it arrived, or the file can't be written.
    pub async fn save(mut self, path: impl AsRef<Path>) -> Result<u64, Error> {
        let path = path.as_ref();
        let mut part = path.as_os_str().to_owned();
        part.push(".part");
        let part = Path::new(&part);
        let saved = self.write_to(part).await;
        let unwritable = |error| unwritable(path, error);
        let saved = saved.and_then(|length| {
            fs::rename(part, path).map_err(unwritable)?;
            Ok(length)
        });
        if saved.is_err() {
            // It may never have been made; what matters is why it is not whole.
            let _ = fs::remove_file(part);
        }
        saved
    }

    async fn write_to(&mut self, path: &Path) -> Result<u64, Error> {
        let unwritable = |error| unwritable(path, error);
        let mut file = fs::File::create(path).map_err(unwritable)?;
        let mut length = 0;
        while let Some(piece) = self.chunk().await? {
            file.write_all(&piece).map_err(unwritable)?;
            length += piece.len() as u64;
        }
        Ok(length)
    }
}

fn unwritable(path: &Path, error: io::Error) -> Error {
    let kind = FailureKind::Save(path.display().to_string());
    Error::Transport(Failure::new(kind, error))
}

impl<C: Contents> fmt::Debug for Download<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Download")
            .field("length", &self.length())
            .finish_non_exhaustive()
    }
}
