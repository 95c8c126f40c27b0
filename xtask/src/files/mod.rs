//! The files that codegen wants: a [`FileSet`], compared with the disk or written to it.

use std::path::{Component, Path, PathBuf};

mod compare;
mod temporary;
mod write;

pub use compare::Drift;
pub use write::replace_file;

/// Wanted files in the order in which they are written, and the folders that hold no others.
/// Paths are relative to the workspace.
#[derive(Clone, Debug, Default)]
pub struct FileSet {
    files: Vec<(PathBuf, String)>,
    owned: Vec<PathBuf>,
}

/// A path that leads out of the workspace, or nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outside(pub PathBuf);

impl FileSet {
    /// Adds a file with this text, to be written after those that were added before.
    ///
    /// # Errors
    ///
    /// If the path could lead out of the workspace.
    pub fn insert(&mut self, path: impl Into<PathBuf>, text: String) -> Result<(), Outside> {
        self.files.push((check_path(path.into())?, text));
        Ok(())
    }

    /// Declares that a folder holds wanted files alone: others are stale.
    ///
    /// # Errors
    ///
    /// If the path could lead out of the workspace.
    pub fn own_folder(&mut self, folder: impl Into<PathBuf>) -> Result<(), Outside> {
        self.owned.push(check_path(folder.into())?);
        Ok(())
    }

    /// The folders above a stale file that are removed once they are empty, the innermost first.
    fn owned_above<'a>(&'a self, path: &'a Path) -> impl Iterator<Item = &'a Path> {
        let is_below = |folder: &&Path| {
            let mut owned = self.owned.iter();
            owned.any(|own| folder.starts_with(own) && *folder != own)
        };
        path.ancestors().skip(1).take_while(is_below)
    }
}

/// Accepts only plain names below the workspace, whatever an API or a method is called.
fn check_path(path: PathBuf) -> Result<PathBuf, Outside> {
    let is_plain = |part: Component<'_>| matches!(part, Component::Normal(_));
    if path.components().all(is_plain) && path != Path::new("") {
        Ok(path)
    } else {
        Err(Outside(path))
    }
}
