//! A file of a fixed length: bytes appended after it was opened are ignored, missing bytes are an
//! error. So its length can be sent before its contents.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

/// An open file with the length that it had when it was opened.
pub(super) struct MeasuredFile {
    file: File,
    /// The number of bytes that are still to be read, if it is known.
    remaining: Option<u64>,
}

impl MeasuredFile {
    /// Opens a file.
    ///
    /// A named pipe is refused before it is opened, because that waits until somebody writes to it.
    /// A file without a length may have contents all the same, as `/proc/self/status` has: it is
    /// read to its end, and its length is unknown.
    pub(super) fn open(path: &Path) -> io::Result<Self> {
        if !fs::metadata(path)?.is_file() {
            return Err(io::Error::other("it is no file"));
        }
        let file = File::open(path)?;
        let length = file.metadata()?.len();
        let remaining = Some(length).filter(|length| *length > 0);
        Ok(Self { file, remaining })
    }

    /// The number of bytes that are still to be read, if it is known.
    pub(super) fn remaining(&self) -> Option<u64> {
        self.remaining
    }
}

impl Read for MeasuredFile {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let Some(left) = self.remaining else {
            return self.file.read(buffer);
        };
        let remaining = usize::try_from(left).unwrap_or(usize::MAX);
        let wanted = remaining.min(buffer.len());
        let read = self.file.read(&mut buffer[..wanted])?;
        if read == 0 && wanted > 0 {
            let reason = format!("it has become shorter: {left} bytes are missing");
            return Err(io::Error::new(io::ErrorKind::UnexpectedEof, reason));
        }
        self.remaining = Some(left - read as u64);
        Ok(read)
    }
}
