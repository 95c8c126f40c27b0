//! Updates for the bot: from files at the start, and a message now and then.

use std::fs;
use std::future::pending;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::Value;
use tokio::time::{MissedTickBehavior, interval};

use crate::http::parse_values;
use crate::server::Server;

/// The chat that messages come from.
const CHAT: i64 = 42;

/// The updates in a file, or in the `.json` files of a folder, sorted by name.
pub(super) fn read_updates(path: &Path) -> Result<Vec<Value>, String> {
    let mut all = Vec::new();
    for file in list_files(path)? {
        let shown = file.display();
        let text = fs::read(&file).map_err(|error| format!("can't read `{shown}`: {error}"))?;
        let found = parse_values(&text).map_err(|why| format!("`{shown}`: {why}"))?;
        if found.iter().any(|update| !update.is_object()) {
            return Err(format!("`{shown}`: an update is a JSON object"));
        }
        all.extend(found);
    }
    Ok(all)
}

fn list_files(path: &Path) -> Result<Vec<PathBuf>, String> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let unread = |error| format!("can't read `{}`: {error}", path.display());
    let entries = fs::read_dir(path).map_err(unread)?;
    let files = entries.map(|entry| entry.map(|entry| entry.path()));
    let mut files: Vec<PathBuf> = files.collect::<Result<_, _>>().map_err(unread)?;
    files.retain(|file| file.extension().is_some_and(|end| end == "json"));
    files.sort();
    match files.is_empty() {
        true => Err(format!("`{}` has no .json files", path.display())),
        false => Ok(files),
    }
}

/// Sends the bot a message every so often, without end.
pub(super) async fn feed_messages(server: &Server, every: Option<Duration>) -> Result<(), String> {
    let Some(every) = every else {
        return pending().await;
    };
    let mut ticks = interval(every);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut count: u64 = 0;
    loop {
        ticks.tick().await;
        count += 1;
        let text = format!("Message {count}");
        server
            .push_message(CHAT, &text)
            .map_err(|error| error.to_string())?;
    }
}
