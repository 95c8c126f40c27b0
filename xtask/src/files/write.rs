//! Writing of a [`FileSet`]: file by file, each whole or not at all.
//!
//! A text is written to a temporary file beside its place, which is then renamed: whoever reads
//! meanwhile sees the old text or the new one. A run that is killed leaves some files as they were
//! and maybe a temporary file; the next run writes the rest and removes that file. Two runs at
//! once write the same bytes under different temporary names.

use std::fs;
use std::io;
use std::path::Path;

use super::FileSet;
use super::compare::{Drift, name_file};
use super::temporary::temporary_beside;

/// The number of times that a file is written again whose temporary file another run removed: that
/// run takes it for one that a killed run left, and does so once.
const ATTEMPTS: usize = 16;

impl FileSet {
    /// Makes the disk below `root` as wanted, in the order of the set, and returns what had to
    /// change. An unchanged file is left alone; stale files are removed last.
    ///
    /// # Errors
    ///
    /// If a file or a folder can't be read or written: the files before it are written.
    pub fn write(&self, root: &Path) -> io::Result<Vec<Drift>> {
        let drifts = self.compare(root)?;
        for drift in &drifts {
            match drift {
                Drift::Missing { path, wanted } | Drift::Differs { path, wanted, .. } => {
                    replace_file(&root.join(path), wanted).map_err(|e| name_file(e, path))?;
                }
                Drift::Stale { path, .. } => self.remove_stale(root, path)?,
            }
        }
        Ok(drifts)
    }

    /// Removes a stale file, and the owned folders above it that are empty then.
    fn remove_stale(&self, root: &Path, path: &Path) -> io::Result<()> {
        match fs::remove_file(root.join(path)) {
            // Another run was faster.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            removed => removed.map_err(|error| name_file(error, path))?,
        }
        for folder in self.owned_above(path) {
            // A folder that is not empty can't be removed, and stays.
            let _ = fs::remove_dir(root.join(folder));
        }
        Ok(())
    }
}

/// Writes one file, whole or not at all, and the folders above it.
///
/// # Errors
///
/// If it can't be written.
pub fn replace_file(path: &Path, text: &str) -> io::Result<()> {
    let mut attempt = 1;
    loop {
        match try_replace(path, text) {
            Err(error) if error.kind() == io::ErrorKind::NotFound && attempt < ATTEMPTS => {
                attempt += 1;
            }
            result => return result,
        }
    }
}

fn try_replace(path: &Path, text: &str) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new(""));
    fs::create_dir_all(folder)?;
    let temporary = temporary_beside(path);
    let written = fs::write(&temporary, text).and_then(|()| fs::rename(&temporary, path));
    if written.is_err() {
        // It may not have been created; then there is nothing to remove.
        let _ = fs::remove_file(&temporary);
    }
    written
}
