//! The files that the generator makes, before anyone writes or compares them.

use std::collections::BTreeMap;

/// Files by their path, relative to the root of the generated crate and with `/` between its
/// parts: `src/apis/safew/methods.rs`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileSet(pub BTreeMap<String, String>);

impl FileSet {
    /// Adds a file.
    pub(crate) fn put(&mut self, path: impl Into<String>, text: String) {
        self.0.insert(path.into(), text);
    }
}
