//! A file to upload: where its contents are, and the name by which the request speaks of it.

use std::fmt;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use serde::{Serialize, Serializer};

/// A file to upload with a request.
///
/// In the request's JSON it is `attach://` and its [`name`](Self::name). Nothing is read before
/// the request is sent, and no more of it is in memory at a time than one piece. Two are equal if
/// one is a clone of the other.
///
/// A file that the server has already is no upload: a `file_id` or a URL is a text, as in
/// `bot.send_photo(chat_id, "https://example.org/cat.jpg")`. A server on the same machine takes a
/// path too, by [`file_uri`](crate::file_uri).
#[derive(Clone)]
pub struct InputFile {
    id: u64,
    file_name: String,
    source: Source,
}

/// Where the contents of a file are.
#[derive(Clone)]
#[non_exhaustive]
pub enum Source {
    /// On the disk.
    Path(PathBuf),
    /// In memory.
    Bytes(Arc<Vec<u8>>),
    /// What can be read once, from its beginning to its end.
    Reader(Once<dyn Read + Send>),
    /// What arrives piece by piece, once.
    #[cfg(feature = "client")]
    Stream(Once<crate::client::Pieces>),
}

/// What can be taken but once, by whichever of its clones is sent first.
pub struct Once<T: ?Sized>(Arc<Mutex<Option<Box<T>>>>);

impl<T: ?Sized> Once<T> {
    pub(crate) fn new(value: Box<T>) -> Self {
        Self(Arc::new(Mutex::new(Some(value))))
    }

    /// Takes it; `None` where it was taken before.
    pub fn take(&self) -> Option<Box<T>> {
        let mut value = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        value.take()
    }

    fn is_there(&self) -> bool {
        let value = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        value.is_some()
    }
}

impl<T: ?Sized> Clone for Once<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl InputFile {
    /// A file on the disk, uploaded under the last part of its path.
    pub fn path(path: impl Into<PathBuf>) -> Self {
        let path = path.into();
        let file_name = path.file_name().unwrap_or_default();
        Self::new(
            file_name.to_string_lossy().into_owned(),
            Source::Path(path.clone()),
        )
    }

    /// A file in memory, uploaded under `file_name`.
    pub fn bytes(file_name: impl Into<String>, contents: impl Into<Vec<u8>>) -> Self {
        Self::new(file_name.into(), Source::Bytes(Arc::new(contents.into())))
    }

    /// What a reader gives, uploaded under `file_name`. It is read while it is sent, and can be
    /// sent but once.
    pub fn reader(file_name: impl Into<String>, reader: impl Read + Send + 'static) -> Self {
        let reader = Once::new(Box::new(reader) as Box<dyn Read + Send>);
        Self::new(file_name.into(), Source::Reader(reader))
    }

    /// The same file, uploaded under another name.
    #[must_use]
    pub fn named(mut self, file_name: impl Into<String>) -> Self {
        self.file_name = file_name.into();
        self
    }

    /// The name that no other file of this program has: `file1`.
    pub fn name(&self) -> String {
        format!("file{}", self.id)
    }

    /// What the file is called on the other side.
    pub fn file_name(&self) -> &str {
        &self.file_name
    }

    /// Where the contents are.
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// Whether it can be sent more than once.
    pub fn is_repeatable(&self) -> bool {
        matches!(self.source, Source::Path(_) | Source::Bytes(_))
    }

    /// Whether it can be sent now: again, or for the first time.
    pub(crate) fn is_there(&self) -> bool {
        match &self.source {
            Source::Path(_) | Source::Bytes(_) => true,
            Source::Reader(reader) => reader.is_there(),
            #[cfg(feature = "client")]
            Source::Stream(stream) => stream.is_there(),
        }
    }

    pub(crate) fn new(file_name: String, source: Source) -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(1);
        Self {
            id: NEXT.fetch_add(1, Ordering::Relaxed),
            file_name,
            source,
        }
    }
}

impl From<&Path> for InputFile {
    fn from(path: &Path) -> Self {
        Self::path(path)
    }
}

impl From<PathBuf> for InputFile {
    fn from(path: PathBuf) -> Self {
        Self::path(path)
    }
}

impl PartialEq for InputFile {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Serialize for InputFile {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("attach://{}", self.name()))
    }
}

impl fmt::Debug for InputFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("InputFile")
            .field("file_name", &self.file_name)
            .field("source", &self.source)
            .finish()
    }
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Path(path) => f.debug_tuple("Path").field(path).finish(),
            Self::Bytes(bytes) => write!(f, "Bytes({})", bytes.len()),
            Self::Reader(_) => f.write_str("Reader"),
            #[cfg(feature = "client")]
            Self::Stream(_) => f.write_str("Stream"),
        }
    }
}
