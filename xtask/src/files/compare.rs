//! A [`FileSet`] and the disk in, what differs between them out.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::FileSet;
use crate::error::shown;
use crate::render::sanitize::sanitize_line;

/// One file that is not as it is wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Drift {
    /// It is not there.
    Missing {
        /// Where it is wanted.
        path: PathBuf,
        /// What it would hold.
        wanted: String,
    },
    /// It is there and not wanted.
    Stray {
        /// Where it is.
        path: PathBuf,
        /// What it holds.
        found: String,
    },
    /// It holds something else.
    Differs {
        /// Where it is.
        path: PathBuf,
        /// What it holds.
        found: String,
        /// What it would hold.
        wanted: String,
    },
}

impl Drift {
    /// The file's path from the workspace.
    pub fn path(&self) -> &Path {
        match self {
            Self::Missing { path, .. } | Self::Stray { path, .. } | Self::Differs { path, .. } => {
                path
            }
        }
    }

    /// The path as messages show it.
    pub fn shown(&self) -> String {
        sanitize_line(&shown(Path::new(""), self.path()))
    }
}

impl FileSet {
    /// Everything that is not as wanted below `root`, sorted by path.
    ///
    /// # Errors
    ///
    /// Where a file or a folder is there and can't be read.
    pub fn compare(&self, root: &Path) -> io::Result<Vec<Drift>> {
        let mut found = Vec::new();
        for (path, wanted) in &self.files {
            found.extend(compare_one(root, path, wanted)?);
        }
        for path in self.stray(root)? {
            let found_text = text_of(root, &path)?;
            found.push(Drift::Stray {
                path,
                found: found_text,
            });
        }
        found.sort_by(|a, b| a.path().cmp(b.path()));
        Ok(found)
    }

    fn stray(&self, root: &Path) -> io::Result<Vec<PathBuf>> {
        let mut found = Vec::new();
        for folder in &self.owned {
            walk(root, folder, &mut found)?;
        }
        found.retain(|path| !self.files.contains_key(path));
        found.sort();
        found.dedup();
        Ok(found)
    }
}

/// What a stray file holds; nothing where it is a link.
fn text_of(root: &Path, path: &Path) -> io::Result<String> {
    let place = root.join(path);
    if !place.symlink_metadata()?.is_file() {
        return Ok(String::new());
    }
    let bytes = fs::read(place).map_err(|error| at(error, path))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn compare_one(root: &Path, path: &Path, wanted: &str) -> io::Result<Option<Drift>> {
    let (path, wanted) = (path.to_owned(), wanted.to_owned());
    match fs::read(root.join(&path)) {
        Ok(bytes) if bytes == wanted.as_bytes() => Ok(None),
        Ok(bytes) => {
            let found = String::from_utf8_lossy(&bytes).into_owned();
            Ok(Some(Drift::Differs {
                path,
                found,
                wanted,
            }))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            Ok(Some(Drift::Missing { path, wanted }))
        }
        Err(error) => Err(at(error, &path)),
    }
}

/// Every file below a folder. A link is a file: what it leads to is none of ours.
fn walk(root: &Path, folder: &Path, found: &mut Vec<PathBuf>) -> io::Result<()> {
    let entries = match fs::read_dir(root.join(folder)) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(at(error, folder)),
    };
    for entry in entries {
        let entry = entry?;
        let path = folder.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            walk(root, &path, found)?;
        } else {
            found.push(path);
        }
    }
    Ok(())
}

/// An error that says which file it is about.
pub(super) fn at(error: io::Error, path: &Path) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}
