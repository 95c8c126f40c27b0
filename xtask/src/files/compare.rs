//! Comparison of a [`FileSet`] with the disk.

use std::collections::BTreeSet;
use std::fs::{self, DirEntry};
use std::io;
use std::path::{Path, PathBuf};

use schema::load::display_path;

use super::FileSet;
use super::temporary::target_of_temporary;
use crate::render::sanitize::sanitize_line;

/// One file that is not as wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Drift {
    /// It does not exist.
    Missing {
        /// Its path.
        path: PathBuf,
        /// The text that is wanted.
        wanted: String,
    },
    /// It exists and is not wanted.
    Stale {
        /// Its path.
        path: PathBuf,
        /// Its text.
        found: String,
    },
    /// It has another text.
    Differs {
        /// Its path.
        path: PathBuf,
        /// Its text.
        found: String,
        /// The text that is wanted.
        wanted: String,
    },
}

impl Drift {
    /// The file's path from the workspace.
    pub fn path(&self) -> &Path {
        match self {
            Self::Missing { path, .. } | Self::Stale { path, .. } | Self::Differs { path, .. } => {
                path
            }
        }
    }

    /// The path as messages show it.
    pub fn display_path(&self) -> String {
        sanitize_line(&display_path(Path::new(""), self.path()))
    }
}

impl FileSet {
    /// Everything below `root` that is not as wanted: the wanted files in their order, then the
    /// stale ones by their paths.
    ///
    /// # Errors
    ///
    /// If a file or a folder is there and can't be read.
    pub fn compare(&self, root: &Path) -> io::Result<Vec<Drift>> {
        let mut drifts = Vec::new();
        for (path, wanted) in &self.files {
            drifts.extend(compare_file(root, path, wanted)?);
        }
        for path in self.list_stale(root)? {
            if let Some(found) = read_stale(root, &path)? {
                drifts.push(Drift::Stale { path, found });
            }
        }
        Ok(drifts)
    }

    /// Lists the files that are not wanted: all others in owned folders, and beside wanted files the
    /// temporary ones that a killed run left.
    fn list_stale(&self, root: &Path) -> io::Result<BTreeSet<PathBuf>> {
        let wanted: BTreeSet<&Path> = self.files.iter().map(|(path, _)| path.as_path()).collect();
        let mut found = BTreeSet::new();
        for folder in &self.owned {
            list_files(root, folder, &mut found)?;
        }
        found.retain(|path| !wanted.contains(path.as_path()));
        let folders: BTreeSet<&Path> = wanted.iter().filter_map(|path| path.parent()).collect();
        for folder in folders {
            for name in list_folder(root, folder)?.iter().map(DirEntry::file_name) {
                let target = target_of_temporary(&name).map(|target| folder.join(target));
                if target.is_some_and(|target| wanted.contains(target.as_path())) {
                    found.insert(folder.join(name));
                }
            }
        }
        Ok(found)
    }
}

/// The text of a stale file, empty where it is a link; `None` where another run removed it.
fn read_stale(root: &Path, path: &Path) -> io::Result<Option<String>> {
    let place = root.join(path);
    let bytes = match place.symlink_metadata() {
        Ok(kind) if kind.is_file() => fs::read(place),
        Ok(_) => Ok(Vec::new()),
        Err(error) => Err(error),
    };
    match bytes {
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(name_file(error, path)),
    }
}

fn compare_file(root: &Path, path: &Path, wanted: &str) -> io::Result<Option<Drift>> {
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
        Err(error) => Err(name_file(error, &path)),
    }
}

/// Adds every file below a folder. A link is a file: where it leads is outside the workspace.
fn list_files(root: &Path, folder: &Path, found: &mut BTreeSet<PathBuf>) -> io::Result<()> {
    for entry in list_folder(root, folder)? {
        let path = folder.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            list_files(root, &path, found)?;
        } else {
            found.insert(path);
        }
    }
    Ok(())
}

/// The entries of a folder; none where there is no such folder.
fn list_folder(root: &Path, folder: &Path) -> io::Result<Vec<DirEntry>> {
    let entries = fs::read_dir(root.join(folder)).and_then(Iterator::collect);
    match entries {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        entries => entries.map_err(|error| name_file(error, folder)),
    }
}

/// Adds the path of the file that an error is about.
pub(super) fn name_file(error: io::Error, path: &Path) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}
