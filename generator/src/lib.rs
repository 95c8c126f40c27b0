//! The back end: resolved models in, the source files of the `generated` crate out.
//!
//! ```text
//! Model → resolve → Api → emit → SourceFile → print → FileSet
//! ```
//!
//! Nothing here touches the disk, and the same models always give the same bytes.

pub mod compat;
mod doc;
mod emit;
mod error;
pub mod markdown;
pub mod openapi;
mod print;
mod resolve;
mod rust;
pub mod upgrade;

use std::collections::BTreeSet;

use schema::model::Model;

pub use crate::error::GenerateError;
pub use crate::print::FileSet;
pub use crate::rust::reserved;

/// The folder of the generated crate in which every file is generated.
pub const FOLDER: &str = "src/apis";

/// Generates everything in [`FOLDER`], for all APIs at once.
///
/// # Errors
///
/// Fails where a model has a name that is no identifier, a type that is not defined, or anything
/// else that could not become Rust.
pub fn generate(models: &[Model]) -> Result<FileSet, GenerateError> {
    let apis = resolve::resolve(models)?;
    let items = emit::collect_items(&apis);
    let files = emit::emit_files(&apis, &items);
    print::print_files(&files)
}

/// Says of each API without updates by long polling why there are none: its name and the reason.
///
/// # Errors
///
/// As [`generate`].
pub fn explain_no_updates(models: &[Model]) -> Result<Vec<(String, String)>, GenerateError> {
    let apis = resolve::resolve(models)?;
    let reasons = apis.iter().filter_map(|api| {
        let reason = resolve::long_poll::explain_no_updates(api)?;
        Some((api.model.api.clone(), reason))
    });
    Ok(reasons.collect())
}

/// The lines of the generated crate's `Cargo.toml` that switch APIs on: a feature each.
pub fn features(models: &[Model]) -> String {
    let names: BTreeSet<&String> = models.iter().map(|model| &model.api).collect();
    names
        .into_iter()
        .map(|name| format!("{name} = []\n"))
        .collect()
}
