//! A file on the disk that is read to the length that it had when it was opened: what is added
//! later is left out, and what is missing is an error.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// An open file.
pub(crate) struct Measured {
    file: File,
    left: u64,
}

impl Measured {
    pub(crate) fn open(path: &Path) -> io::Result<Self> {
        let file = File::open(path)?;
        let metadata = file.metadata()?;
        let left = metadata.len();
        match metadata.is_file() {
            true => Ok(Self { file, left }),
            false => Err(io::Error::other("it is no file")),
        }
    }

    /// How many bytes are left to be read.
    pub(crate) fn left(&self) -> u64 {
        self.left
    }
}

impl Read for Measured {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let most = usize::try_from(self.left).unwrap_or(usize::MAX);
        let most = most.min(buffer.len());
        let read = self.file.read(&mut buffer[..most])?;
        if read == 0 && most > 0 {
            let why = format!("it has become shorter: {} bytes are missing", self.left);
            return Err(io::Error::new(io::ErrorKind::UnexpectedEof, why));
        }
        self.left -= read as u64;
        Ok(read)
    }
}
