//! The record of what was received.

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::request::UploadRecord;

/// A call that was received.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Record {
    /// Its number, from 1.
    pub number: u64,
    /// When it was received: milliseconds since the server started.
    pub at_ms: u64,
    /// The token that it came with.
    pub token: String,
    /// The method, as the schema writes it where it has it.
    pub method: String,
    /// The parameters as JSON, the same whatever encoding they came in. A file is
    /// `attach://<name>`.
    pub params: Map<String, Value>,
    /// The files that were uploaded with it.
    pub files: Vec<UploadRecord>,
    /// The HTTP status of the answer; `None` before it is sent, or where none is.
    pub status: Option<u16>,
    /// The reason of a refusal.
    pub error: Option<String>,
    /// The fault that struck it.
    pub fault: Option<String>,
    /// True if it took effect.
    pub done: bool,
}

/// The newest calls, the oldest of them first.
#[derive(Debug, Default)]
pub(crate) struct Records {
    kept: VecDeque<Record>,
    count: u64,
}

impl Records {
    /// Adds a call and returns its number. Beyond `most`, the oldest is forgotten.
    pub(crate) fn add(&mut self, mut record: Record, most: usize) -> u64 {
        self.count += 1;
        record.number = self.count;
        self.kept.push_back(record);
        while self.kept.len() > most {
            self.kept.pop_front();
        }
        self.count
    }

    /// The call of a number, while it is kept.
    pub(crate) fn get_mut(&mut self, number: u64) -> Option<&mut Record> {
        self.kept.iter_mut().rev().find(|one| one.number == number)
    }

    /// Those that are kept.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Record> {
        self.kept.iter()
    }

    /// Returns the number of calls received, kept or not.
    pub(crate) fn count(&self) -> u64 {
        self.count
    }
}
