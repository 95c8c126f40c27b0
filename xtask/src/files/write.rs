//! A [`FileSet`] and what differs from it in, the disk as wanted out.
//!
//! Writing has two phases. First every new text goes into a temporary file beside its place; a
//! failure here leaves the tree as it was. Then each is renamed into place and stray files go.
//! A journal between the two would make the whole of it hold against being killed.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process;

use super::FileSet;
use super::compare::{Drift, at};

impl FileSet {
    /// Makes the disk below `root` as wanted and says what had to change. An unchanged file is
    /// left alone.
    ///
    /// # Errors
    ///
    /// Where a file or a folder can't be read or written.
    pub fn write(&self, root: &Path) -> io::Result<Vec<Drift>> {
        let drifts = self.compare(root)?;
        let mut staged = Staged::default();
        for drift in &drifts {
            match drift {
                Drift::Missing { path, wanted } | Drift::Differs { path, wanted, .. } => {
                    staged.add(root, path, wanted)?;
                }
                Drift::Stray { .. } => {}
            }
        }
        staged.commit()?;
        for drift in &drifts {
            if let Drift::Stray { path, .. } = drift {
                fs::remove_file(root.join(path)).map_err(|error| at(error, path))?;
                self.remove_empty(root, path);
            }
        }
        Ok(drifts)
    }

    /// Removes the owned folders that a stray file leaves empty.
    fn remove_empty(&self, root: &Path, path: &Path) {
        let is_below = |folder: &Path| {
            let mut owned = self.owned.iter();
            owned.any(|own| folder.starts_with(own) && folder != own)
        };
        let folders = path
            .ancestors()
            .skip(1)
            .take_while(|folder| is_below(folder));
        for folder in folders {
            // One that is not empty stays, and so do those above it.
            if fs::remove_dir(root.join(folder)).is_err() {
                return;
            }
        }
    }
}

/// Texts in temporary files, each with the place it goes to. Dropped, it leaves none behind.
#[derive(Default)]
struct Staged(Vec<(PathBuf, PathBuf)>);

impl Staged {
    fn add(&mut self, root: &Path, path: &Path, text: &str) -> io::Result<()> {
        let place = root.join(path);
        let folder = place.parent().unwrap_or(root);
        fs::create_dir_all(folder).map_err(|error| at(error, path))?;
        let name = place.file_name().unwrap_or_default().to_string_lossy();
        let staged = folder.join(format!(".{name}.{}.new", process::id()));
        self.0.push((staged.clone(), place));
        fs::write(&staged, text).map_err(|error| at(error, path))
    }

    fn commit(&mut self) -> io::Result<()> {
        while let Some((staged, place)) = self.0.last() {
            fs::rename(staged, place).map_err(|error| at(error, place))?;
            self.0.pop();
        }
        Ok(())
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        for (staged, _) in &self.0 {
            // It may not have been made; then there is nothing to clean up.
            let _ = fs::remove_file(staged);
        }
    }
}

/// Writes one file that belongs to no set, in the same way.
///
/// # Errors
///
/// Where it can't be written.
pub fn write_one(path: &Path, text: &str) -> io::Result<()> {
    let mut staged = Staged::default();
    staged.add(Path::new(""), path, text)?;
    staged.commit()
}
