//! A file of a fixed length: bytes appended after it was opened are ignored, missing bytes are an
//! error. So its length can be sent before its contents.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// An open file with the length that it had when it was opened.
pub(super) struct MeasuredFile {
    file: File,
    remaining: u64,
}

impl MeasuredFile {
    pub(super) fn open(path: &Path) -> io::Result<Self> {
        let file = File::open(path)?;
        let metadata = file.metadata()?;
        if !metadata.is_file() {
            return Err(io::Error::other("it is no file"));
        }
        let remaining = metadata.len();
        Ok(Self { file, remaining })
    }

    /// The number of bytes that are still to be read.
    pub(super) fn remaining(&self) -> u64 {
        self.remaining
    }
}

impl Read for MeasuredFile {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let remaining = usize::try_from(self.remaining).unwrap_or(usize::MAX);
        let wanted = remaining.min(buffer.len());
        let read = self.file.read(&mut buffer[..wanted])?;
        if read == 0 && wanted > 0 {
            let reason = format!(
                "it has become shorter: {} bytes are missing",
                self.remaining
            );
            return Err(io::Error::new(io::ErrorKind::UnexpectedEof, reason));
        }
        self.remaining -= read as u64;
        Ok(read)
    }
}
