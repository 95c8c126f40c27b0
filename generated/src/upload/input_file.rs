//! A file to upload: its contents, and the name by which the request refers to it.

use std::fmt;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use serde::{Serialize, Serializer};

use super::media_type::find_media_type;

/// A file to upload with a request.
///
/// In the request's JSON it is `attach://` and its [`name`](Self::name). It is read in chunks while
/// the request is being sent, not before. Two files are equal if one is a clone of the other.
///
/// To send a file that the server already has, pass its `file_id` or a URL as a text, as in
/// `bot.send_photo(chat_id, "https://example.org/cat.jpg")`. A server on the same machine accepts a
/// path too: see [`file_uri`](crate::file_uri).
#[derive(Clone)]
pub struct InputFile {
    id: u64,
    file_name: String,
    media_type: Option<String>,
    source: Source,
}

/// The contents of an [`InputFile`].
#[derive(Clone)]
#[non_exhaustive]
pub enum Source {
    /// A file on the disk.
    Path(PathBuf),
    /// Bytes in memory.
    Bytes(Arc<Vec<u8>>),
    /// A reader, which can be read once.
    Reader(SingleUse<dyn Read + Send>),
    /// An asynchronous stream, which can be read once.
    #[cfg(feature = "client")]
    Stream(SingleUse<ByteStream>),
}

/// An asynchronous stream of chunks of bytes.
#[cfg(feature = "client")]
pub type ByteStream = dyn futures_core::Stream<Item = std::io::Result<bytes::Bytes>> + Send;

/// A value that can be taken once, by whichever of its clones is sent first.
pub struct SingleUse<T: ?Sized>(Arc<Mutex<Option<Box<T>>>>);

impl<T: ?Sized> SingleUse<T> {
    pub(super) fn new(value: Box<T>) -> Self {
        Self(Arc::new(Mutex::new(Some(value))))
    }

    /// Takes the value; returns `None` if it was taken before.
    pub fn take(&self) -> Option<Box<T>> {
        let mut value = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        value.take()
    }

    fn is_unused(&self) -> bool {
        let value = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        value.is_some()
    }
}

impl<T: ?Sized> Clone for SingleUse<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl InputFile {
    /// Creates a file from one on the disk. Its file name is the last part of the path.
    pub fn path(path: impl Into<PathBuf>) -> Self {
        let path = path.into();
        let file_name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        Self::new(file_name, Source::Path(path))
    }

    /// Creates a file called `file_name` from bytes in memory.
    pub fn bytes(file_name: impl Into<String>, contents: impl Into<Vec<u8>>) -> Self {
        Self::new(file_name.into(), Source::Bytes(Arc::new(contents.into())))
    }

    /// Creates a file called `file_name` from a reader. It is read while it is being sent, and can
    /// be sent only once.
    pub fn reader(file_name: impl Into<String>, reader: impl Read + Send + 'static) -> Self {
        let reader: Box<dyn Read + Send> = Box::new(reader);
        Self::new(file_name.into(), Source::Reader(SingleUse::new(reader)))
    }

    /// Changes the file name.
    #[must_use]
    pub fn named(mut self, file_name: impl Into<String>) -> Self {
        self.file_name = file_name.into();
        self
    }

    /// Sets the media type, such as `image/png`, in place of the one that the extension of the file
    /// name stands for.
    #[must_use]
    pub fn with_media_type(mut self, media_type: impl Into<String>) -> Self {
        self.media_type = Some(media_type.into());
        self
    }

    /// The name by which the request refers to the file, such as `file1`. It is unique in this
    /// program.
    pub fn name(&self) -> String {
        format!("file{}", self.id)
    }

    /// The file name that recipients see.
    pub fn file_name(&self) -> &str {
        &self.file_name
    }

    /// The media type that the server is told: the one that was set, else that of the extension of
    /// the file name, else `application/octet-stream`.
    pub fn media_type(&self) -> &str {
        let set = self.media_type.as_deref();
        set.unwrap_or_else(|| find_media_type(&self.file_name))
    }

    /// The contents.
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// Returns true if the file can be sent any number of times.
    pub fn is_repeatable(&self) -> bool {
        matches!(self.source, Source::Path(_) | Source::Bytes(_))
    }

    /// Returns true if the file can be sent now: it is repeatable, or was not sent before.
    pub(super) fn is_available(&self) -> bool {
        match &self.source {
            Source::Path(_) | Source::Bytes(_) => true,
            Source::Reader(reader) => reader.is_unused(),
            #[cfg(feature = "client")]
            Source::Stream(stream) => stream.is_unused(),
        }
    }

    pub(super) fn new(file_name: String, source: Source) -> Self {
        static NEXT_ID: AtomicU64 = AtomicU64::new(1);
        Self {
            id: NEXT_ID.fetch_add(1, Ordering::Relaxed),
            file_name,
            media_type: None,
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
