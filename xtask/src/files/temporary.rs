//! Names of the temporary files that a text is written to before it takes its place.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A name beside a file that no other run uses: `.schema.yaml.4711-0.tmp`.
pub(super) fn temporary_beside(path: &Path) -> PathBuf {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{}-{count}.tmp", process::id()))
}

/// The file that a temporary file of this name was written for: `schema.yaml` for
/// `.schema.yaml.4711-0.tmp`.
pub(super) fn target_of_temporary(name: &OsStr) -> Option<&str> {
    let name = name.to_str()?.strip_prefix('.')?.strip_suffix(".tmp")?;
    let (target, number) = name.rsplit_once('.')?;
    let is_number = number.chars().all(|c| c.is_ascii_digit() || c == '-');
    is_number.then_some(target)
}
