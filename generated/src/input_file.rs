//! A file to upload: where its contents are, and the name by which the request speaks of it.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use serde::{Serialize, Serializer};

/// A file to upload with a request.
///
/// In the request's JSON it is `attach://` and its [`name`](Self::name). Nothing is read before
/// the request is sent. Two are equal if one is a clone of the other.
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

    fn new(file_name: String, source: Source) -> Self {
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
        }
    }
}
