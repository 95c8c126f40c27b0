//! A body on its way to the server, which remembers whether any of it has left.

use std::io::{self, Read};

use crate::request::body::Body;

/// A body that is sent by the blocking client.
pub(super) struct Upload {
    body: Body,
    started: bool,
}

impl Upload {
    pub(super) fn new(body: Body) -> Self {
        let started = false;
        Self { body, started }
    }

    /// Whether any of it was read, so that the server may have seen it.
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
