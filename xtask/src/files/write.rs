//! A [`FileSet`] and what differs from it in, the disk as wanted out: all of it or nothing.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process;

use super::FileSet;
use super::compare::{Drift, at};
use super::disk::Disk;
use super::journal::{Journal, STAGING, discard};

impl FileSet {
    /// Makes the disk below `root` as wanted and says what had to change. An unchanged file is
    /// left alone. A process that is killed has changed nothing, or leaves a journal that
    /// [`recover`] finishes.
    ///
    /// # Errors
    ///
    /// Where a file or a folder can't be read or written, or an earlier run is not recovered.
    pub fn write(&self, root: &Path) -> io::Result<Vec<Drift>> {
        self.write_on(root, &Disk::default())
    }

    /// The same on a disk that may die.
    ///
    /// # Errors
    ///
    /// As [`FileSet::write`], and where the disk dies.
    pub fn write_on(&self, root: &Path, disk: &Disk) -> io::Result<Vec<Drift>> {
        let drifts = self.compare(root)?;
        if drifts.is_empty() {
            return Ok(drifts);
        }
        let journal = Journal::of(root, self, &drifts)?;
        disk.create_dir(&root.join(STAGING))
            .map_err(|error| at(error, Path::new(STAGING)))?;
        let staged = journal.stage(root, drifts.iter().filter_map(wanted), disk);
        if let Err(error) = staged {
            if Journal::find(root)?.is_none() {
                // The first error is the one to tell; the next run tries to clear up again.
                let _ = discard(root, disk);
            }
            return Err(error);
        }
        let kept = journal.apply(root, disk).map_err(unfinished)?;
        match kept.first() {
            Some(path) => Err(at(
                io::Error::other("changed meanwhile; run this again"),
                path,
            )),
            None => Ok(drifts),
        }
    }

    /// The folders above a path that go once they are empty.
    pub(super) fn owned_above<'a>(&'a self, path: &'a Path) -> impl Iterator<Item = &'a Path> {
        let is_below = |folder: &&Path| {
            let mut owned = self.owned.iter();
            owned.any(|own| folder.starts_with(own) && *folder != own)
        };
        path.ancestors().skip(1).take_while(is_below)
    }
}

fn wanted(drift: &Drift) -> Option<&str> {
    match drift {
        Drift::Missing { wanted, .. } | Drift::Differs { wanted, .. } => Some(wanted),
        Drift::Stray { .. } => None,
    }
}

fn unfinished(error: io::Error) -> io::Error {
    let help =
        format!("run this again to finish, or remove `{STAGING}` to leave the rest as it is");
    io::Error::new(error.kind(), format!("{error}; {help}"))
}

/// What a run left that was interrupted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Interrupted {
    /// It had changed nothing; what it had staged is thrown away.
    Early,
    /// It was to change this many files, and has changed some or none of them.
    Late(usize),
}

/// Whether a run was interrupted below `root`.
///
/// # Errors
///
/// Where what it left can't be read.
pub fn interrupted(root: &Path) -> io::Result<Option<Interrupted>> {
    if !root.join(STAGING).try_exists()? {
        return Ok(None);
    }
    let journal = Journal::find(root)?;
    Ok(Some(journal.map_or(Interrupted::Early, |journal| {
        Interrupted::Late(journal.len())
    })))
}

/// Finishes or throws away what an interrupted run left. Gives the files that it was to change and
/// that were edited since: they stay as they are.
///
/// # Errors
///
/// Where what it left can't be read, or a file can't be written.
pub fn recover(root: &Path, disk: &Disk) -> io::Result<Vec<PathBuf>> {
    match Journal::find(root)? {
        Some(journal) => journal.apply(root, disk).map_err(unfinished),
        None if root.join(STAGING).try_exists()? => discard(root, disk).map(|()| Vec::new()),
        None => Ok(Vec::new()),
    }
}

/// Writes one file that belongs to no set, whole or not at all.
///
/// # Errors
///
/// Where it can't be written.
pub fn write_one(path: &Path, text: &str) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new(""));
    fs::create_dir_all(folder).map_err(|error| at(error, path))?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let staged = folder.join(format!(".{name}.{}.new", process::id()));
    let written = fs::write(&staged, text).and_then(|()| fs::rename(&staged, path));
    written.map_err(|error| {
        // It may not have been made; then there is nothing to clean up.
        let _ = fs::remove_file(&staged);
        at(error, path)
    })
}
