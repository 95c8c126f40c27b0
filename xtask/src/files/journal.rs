//! The changes of one run, all or none of which are made: drifts in, the disk changed out.
//!
//! Every new text is first written into a staging folder, then a journal that lists the changes.
//! Until the journal has its name nothing was changed, and what is staged is thrown away by the
//! next run. From then on the changes are made one by one, and a run that finds the journal makes
//! those that are left. So a process that is killed leaves the old tree or, once anything ran
//! again, the new one.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::compare::{Drift, at};
use super::disk::Disk;
use super::{FileSet, inside};
use crate::pages::fingerprint;

/// The staging folder, below the root: on one file system with what it is for.
pub(super) const STAGING: &str = ".codegen";
const JOURNAL: &str = "journal.json";
const DRAFT: &str = "journal.draft";

/// What a run changes.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Journal {
    /// Files that get a new text, each staged as its index.
    put: Vec<Change>,
    /// Files that go.
    remove: Vec<Change>,
    /// Folders that go where they are left empty, the inner ones first.
    folders: Vec<PathBuf>,
}

/// A file, and what it was when the run began: one that was edited since is left alone.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Change {
    path: PathBuf,
    was: Option<String>,
}

impl Change {
    fn of(root: &Path, path: &Path) -> io::Result<Self> {
        let was = state(&root.join(path)).map_err(|error| at(error, path))?;
        let path = path.to_owned();
        Ok(Self { path, was })
    }

    fn is_as_it_was(&self, root: &Path) -> io::Result<bool> {
        Ok(state(&root.join(&self.path))? == self.was)
    }
}

/// What is at a place, as a fingerprint; `None` where nothing is.
fn state(place: &Path) -> io::Result<Option<String>> {
    let kind = match place.symlink_metadata() {
        Ok(data) => data.file_type(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    if kind.is_symlink() {
        let to = fs::read_link(place)?;
        return Ok(Some(format!("link to {}", to.display())));
    }
    Ok(Some(fingerprint(&fs::read(place)?)))
}

impl Journal {
    /// The changes that mend these drifts. Nothing is changed yet.
    pub(super) fn of(root: &Path, files: &FileSet, drifts: &[Drift]) -> io::Result<Self> {
        let (stray, put): (Vec<_>, Vec<_>) = drifts
            .iter()
            .partition(|drift| matches!(drift, Drift::Stray { .. }));
        let changes = |drifts: &[&Drift]| -> io::Result<Vec<Change>> {
            let changes = drifts.iter().map(|drift| Change::of(root, drift.path()));
            changes.collect()
        };
        let folders = stray
            .iter()
            .flat_map(|drift| files.owned_above(drift.path()));
        let mut folders: Vec<PathBuf> = folders.map(Path::to_owned).collect();
        // What is below a folder sorts behind it.
        folders.sort();
        folders.dedup();
        folders.reverse();
        Ok(Self {
            put: changes(&put)?,
            remove: changes(&stray)?,
            folders,
        })
    }

    /// Writes the texts, then the journal. Once this is done, the changes will be made.
    pub(super) fn stage<'a>(
        &self,
        root: &Path,
        texts: impl Iterator<Item = &'a str>,
        disk: &Disk,
    ) -> io::Result<()> {
        let staging = root.join(STAGING);
        for (index, text) in texts.enumerate() {
            disk.write(&staging.join(index.to_string()), text.as_bytes())?;
        }
        let draft = staging.join(DRAFT);
        disk.write(&draft, &serde_json::to_vec(self)?)?;
        disk.sync_dir(&staging)?;
        disk.rename(&draft, &staging.join(JOURNAL))?;
        // From here on nothing is undone: a run that fails now is finished by the next.
        disk.sync_dir(&staging)
    }

    /// The journal of a run that was interrupted, where it was complete.
    pub(super) fn find(root: &Path) -> io::Result<Option<Self>> {
        let path = root.join(STAGING).join(JOURNAL);
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(at(error, &path)),
        };
        let journal: Self =
            serde_json::from_slice(&bytes).map_err(|error| at(error.into(), &path))?;
        let changes = journal.put.iter().chain(&journal.remove);
        let paths = changes.map(|change| &change.path).chain(&journal.folders);
        match paths.cloned().find_map(|path| inside(path).err()) {
            Some(outside) => Err(at(io::ErrorKind::InvalidInput.into(), &outside.0)),
            None => Ok(Some(journal)),
        }
    }

    /// How many files it changes.
    pub(super) fn len(&self) -> usize {
        self.put.len() + self.remove.len()
    }

    /// Makes the changes that are not made yet, and clears up. Gives the files that were edited
    /// since the run began, which stay as they are.
    pub(super) fn apply(&self, root: &Path, disk: &Disk) -> io::Result<Vec<PathBuf>> {
        let mut kept = Vec::new();
        for (index, change) in self.put.iter().enumerate() {
            let staged = root.join(STAGING).join(index.to_string());
            put(root, &staged, change, disk, &mut kept).map_err(|error| at(error, &change.path))?;
        }
        for change in &self.remove {
            remove(root, change, disk, &mut kept).map_err(|error| at(error, &change.path))?;
        }
        for folder in &self.folders {
            // One that is not empty stays.
            let _ = disk.remove_dir(&root.join(folder));
        }
        let mut changed: Vec<_> = self
            .put
            .iter()
            .filter_map(|one| one.path.parent())
            .collect();
        changed.dedup();
        for folder in changed {
            disk.sync_dir(&root.join(folder))?;
        }
        disk.remove_file(&root.join(STAGING).join(JOURNAL))?;
        discard(root, disk)?;
        Ok(kept)
    }
}

/// Puts a staged file into its place. One that is not there any more was put before.
fn put(
    root: &Path,
    staged: &Path,
    change: &Change,
    disk: &Disk,
    kept: &mut Vec<PathBuf>,
) -> io::Result<()> {
    if !staged.try_exists()? {
        return Ok(());
    }
    if !change.is_as_it_was(root)? {
        kept.push(change.path.clone());
        return Ok(());
    }
    let place = root.join(&change.path);
    disk.create_dir_all(place.parent().unwrap_or(root))?;
    disk.rename(staged, &place)
}

fn remove(root: &Path, change: &Change, disk: &Disk, kept: &mut Vec<PathBuf>) -> io::Result<()> {
    let place = root.join(&change.path);
    if state(&place)?.is_none() {
        return Ok(());
    }
    if !change.is_as_it_was(root)? {
        kept.push(change.path.clone());
        return Ok(());
    }
    disk.remove_file(&place)
}

/// Removes the staging folder with all that is in it.
pub(super) fn discard(root: &Path, disk: &Disk) -> io::Result<()> {
    let staging = root.join(STAGING);
    for entry in fs::read_dir(&staging)? {
        disk.remove_file(&entry?.path())?;
    }
    disk.remove_dir(&staging)
}
