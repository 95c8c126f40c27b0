//! The files that codegen wants on disk: a [`FileSet`] that is compared with it, or written.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

mod compare;
mod disk;
mod journal;
mod write;

pub use compare::Drift;
pub use disk::Disk;
pub use write::{Interrupted, interrupted, recover, write_one};

/// Wanted files, and the folders that hold no others. Paths are relative to the workspace.
#[derive(Clone, Debug, Default)]
pub struct FileSet {
    files: BTreeMap<PathBuf, String>,
    owned: Vec<PathBuf>,
}

/// A path that leads out of the workspace, or nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outside(pub PathBuf);

impl FileSet {
    /// Wants a file with this text.
    ///
    /// # Errors
    ///
    /// Where the path could lead out of the workspace.
    pub fn insert(&mut self, path: impl Into<PathBuf>, text: String) -> Result<(), Outside> {
        let path = inside(path.into())?;
        self.files.insert(path, text);
        Ok(())
    }

    /// Declares that a folder holds wanted files alone: others are stray.
    ///
    /// # Errors
    ///
    /// Where the path could lead out of the workspace.
    pub fn own(&mut self, folder: impl Into<PathBuf>) -> Result<(), Outside> {
        self.owned.push(inside(folder.into())?);
        Ok(())
    }
}

/// Only plain names below the workspace are let through, whatever an API or a method is called.
fn inside(path: PathBuf) -> Result<PathBuf, Outside> {
    let is_plain = |part: Component<'_>| matches!(part, Component::Normal(_));
    if path.components().all(is_plain) && path != Path::new("") {
        Ok(path)
    } else {
        Err(Outside(path))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_leads_outside() {
        let mut set = FileSet::default();
        for path in ["../x", "/etc/x", "a/../../x", ""] {
            assert!(set.insert(path, String::new()).is_err(), "{path}");
            assert!(set.own(path).is_err(), "{path}");
        }
        assert!(set.insert("generated/src/apis/a.rs", String::new()).is_ok());
    }
}
