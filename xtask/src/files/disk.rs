//! The steps that change the disk, one at a time, any of which can be the last.
//!
//! A process can be killed between any two of them, or within one. [`Disk::dying_after`] is a disk
//! whose process dies at a given step, so that a test can try every one.

use std::cell::Cell;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

/// The disk, as all that writes sees it.
#[derive(Debug, Default)]
pub struct Disk {
    /// How many steps are left; any number where there is none.
    left: Cell<Option<usize>>,
    is_dead: Cell<bool>,
}

/// What becomes of a process at a step.
#[derive(PartialEq)]
enum Fate {
    Lives,
    Dies,
    Dead,
}

impl Disk {
    /// A disk whose process dies at the step after this many, which is half done then, and does
    /// nothing more.
    pub fn dying_after(steps: usize) -> Self {
        Self {
            left: Cell::new(Some(steps)),
            is_dead: Cell::new(false),
        }
    }

    fn fate(&self) -> Fate {
        match self.left.get() {
            _ if self.is_dead.get() => Fate::Dead,
            Some(0) => {
                self.is_dead.set(true);
                Fate::Dies
            }
            left => {
                self.left.set(left.map(|left| left - 1));
                Fate::Lives
            }
        }
    }

    fn step(&self) -> io::Result<()> {
        match self.fate() {
            Fate::Lives => Ok(()),
            Fate::Dies | Fate::Dead => Err(killed()),
        }
    }

    /// Writes a file and waits until it is on the disk.
    pub(super) fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let fate = self.fate();
        let bytes = match fate {
            Fate::Lives => bytes,
            Fate::Dies => bytes.get(..bytes.len() / 2).unwrap_or_default(),
            Fate::Dead => return Err(killed()),
        };
        let mut file = File::create(path)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        if fate == Fate::Dies {
            return Err(killed());
        }
        Ok(())
    }

    pub(super) fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step()?;
        fs::rename(from, to)
    }

    pub(super) fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.step()?;
        fs::remove_file(path)
    }

    pub(super) fn create_dir(&self, path: &Path) -> io::Result<()> {
        self.step()?;
        fs::create_dir(path)
    }

    pub(super) fn create_dir_all(&self, path: &Path) -> io::Result<()> {
        self.step()?;
        fs::create_dir_all(path)
    }

    pub(super) fn remove_dir(&self, path: &Path) -> io::Result<()> {
        self.step()?;
        fs::remove_dir(path)
    }

    /// Waits until the names in a folder are on the disk, where the system has a way to.
    pub(super) fn sync_dir(&self, path: &Path) -> io::Result<()> {
        self.step()?;
        if cfg!(unix) {
            File::open(path)?.sync_all()?;
        }
        Ok(())
    }
}

fn killed() -> io::Error {
    io::Error::new(io::ErrorKind::Interrupted, "killed")
}
