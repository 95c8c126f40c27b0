//! The place that an API's files are in: a folder, or a program that they were built into.

use std::fs;
use std::io;
use std::path::Path;

/// Files that are found by their path.
pub trait Files {
    /// Reads the file at this path.
    ///
    /// # Errors
    ///
    /// If there is none, or it can't be read.
    fn read(&self, path: &Path) -> io::Result<String>;

    /// Checks whether there is a folder at this path.
    fn has_folder(&self, path: &Path) -> bool;
}

/// The files below a folder.
impl Files for Path {
    fn read(&self, path: &Path) -> io::Result<String> {
        fs::read_to_string(self.join(path))
    }

    fn has_folder(&self, path: &Path) -> bool {
        self.join(path).is_dir()
    }
}

/// Files that were built into a program: the path and the text of each.
impl Files for [(&str, &str)] {
    fn read(&self, path: &Path) -> io::Result<String> {
        let mut files = self.iter();
        let found = files.find(|(name, _)| Path::new(name) == path);
        found.map_or_else(
            || Err(io::ErrorKind::NotFound.into()),
            |(_, text)| Ok((*text).to_owned()),
        )
    }

    fn has_folder(&self, path: &Path) -> bool {
        self.iter()
            .any(|(name, _)| Path::new(name).parent() == Some(path))
    }
}
