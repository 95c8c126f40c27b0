//! A body that is being sent, and remembers if any of it was read.

use std::io::{self, Read};

use crate::transport::body::Body;

/// A body that the blocking client sends.
pub(super) struct Upload {
    body: Body,
    started: bool,
}

impl Upload {
    pub(super) fn new(body: Body) -> Self {
        let started = false;
        Self { body, started }
    }

    /// Returns true if any of the body was read, so that the server may have received it.
    pub(super) fn is_started(&self) -> bool {
        self.started
    }
}

impl Read for Upload {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.started = true;
        self.body.read(buffer)
    }
}
