//! The memory of the process, from one tenth of the run to the next.

use std::error::Error;
use std::fmt;
use std::fs;
use std::time::Duration;

use tokio::time::sleep;

/// The resident size after each tenth, in KiB; `None` where the system does not tell.
pub(crate) struct Memory(Vec<Option<u64>>);

/// Looks ten times.
pub(crate) async fn watch_memory(length: Duration) -> Result<Memory, Box<dyn Error>> {
    let mut sizes = Vec::with_capacity(10);
    for _ in 0..10 {
        sleep(length / 10).await;
        sizes.push(resident_kilobytes());
    }
    Ok(Memory(sizes))
}

fn resident_kilobytes() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.trim().strip_suffix(" kB")?.parse().ok()
}

impl fmt::Display for Memory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("memory in KiB after each tenth:")?;
        for size in &self.0 {
            match size {
                Some(size) => write!(f, " {size}")?,
                None => f.write_str(" unknown")?,
            }
        }
        Ok(())
    }
}
