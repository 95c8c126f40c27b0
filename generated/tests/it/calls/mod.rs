//! Requests and updates of a large API: what is uploaded with a request, what is refused before
//! it is sent, and who and what an update is about.

mod complete;
mod limits;
mod updates;
mod uploads;

use std::path::{Path, PathBuf};

use schema::schema::Schema;

/// A file of the workspace.
fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(name)
}

/// What Telegram's page states, corrected.
fn telegram() -> Schema {
    let model = schema::load::load_model(&path("schema/apis"), "telegram");
    model.unwrap().schema
}
