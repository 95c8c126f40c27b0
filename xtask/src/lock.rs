//! Runs at the same time: a workspace in, out the right to write it alone, or to read it while
//! nobody writes.
//!
//! The system releases a lock when its process ends, however it ends. The file that bears it stays:
//! one that came and went could be locked twice.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::Path;

use crate::error::{CommandError, io_error};
use crate::terminal::Terminal;
use crate::workspace::Workspace;

/// The file that bears the lock: empty, and where Cargo keeps what git ignores.
const LOCK: &str = "target/codegen.lock";

/// A lock that is held until it is dropped.
pub(crate) struct Lock(#[expect(dead_code, reason = "held, not read")] File);

/// Waits until nobody else reads or writes.
pub(crate) fn to_write(
    workspace: &Workspace,
    terminal: &mut Terminal<'_>,
) -> Result<Lock, CommandError> {
    let file = make(&workspace.root().join(LOCK));
    let file = file.map_err(|error| io_error("write", LOCK, &error))?;
    wait(&file, File::try_lock, File::lock, terminal)?;
    Ok(Lock(file))
}

/// Runs what only reads while nobody writes. It makes no file: where nothing was ever written there
/// is no lock to wait for, and what the first writer overtakes is run again.
pub(crate) fn to_read(
    workspace: &Workspace,
    terminal: &mut Terminal<'_>,
    run: impl Fn(&mut Terminal<'_>) -> Result<u8, CommandError>,
) -> Result<u8, CommandError> {
    let path = workspace.root().join(LOCK);
    if !path.exists() {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let ended = run(&mut terminal.to(&mut out, &mut err));
        if !path.exists() {
            terminal.err.write_all(&err)?;
            terminal.out.write_all(&out)?;
            return ended;
        }
    }
    let file = File::open(&path).map_err(|error| io_error("read", LOCK, &error))?;
    wait(&file, File::try_lock_shared, File::lock_shared, terminal)?;
    run(terminal)
}

fn make(path: &Path) -> io::Result<File> {
    fs::create_dir_all(path.parent().unwrap_or(path))?;
    File::options().append(true).create(true).open(path)
}

/// Takes a lock, and says so where that has to wait. A file system without locks has none to wait
/// for.
fn wait(
    file: &File,
    at_once: fn(&File) -> Result<(), TryLockError>,
    patiently: fn(&File) -> io::Result<()>,
    terminal: &mut Terminal<'_>,
) -> Result<(), CommandError> {
    let locked = match at_once(file) {
        Ok(()) => Ok(()),
        Err(TryLockError::WouldBlock) => {
            writeln!(terminal.err, "note: waiting for another run to finish")?;
            patiently(file)
        }
        Err(TryLockError::Error(error)) => Err(error),
    };
    match locked {
        Err(error) if error.kind() != io::ErrorKind::Unsupported => {
            Err(io_error("lock", LOCK, &error).into())
        }
        _ => Ok(()),
    }
}
