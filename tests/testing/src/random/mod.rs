//! Random input: schemas that pages can state, any schemas, types, and texts that look like pages.

use proptest::prelude::ProptestConfig;

mod any;
mod facts;
mod layout;
mod names;
mod stated;
mod texts;
mod types;

pub use any::any_schema;
pub use layout::layout;
pub use stated::stated_schema;
pub use texts::{page_like, type_like, yaml_like};
pub use types::any_type;

/// Runs this many cases, or as many as `PROPTEST_CASES` says; failures are shown and not stored.
#[must_use]
pub fn config_with_cases(count: u32) -> ProptestConfig {
    let config = ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    if std::env::var_os("PROPTEST_CASES").is_some() {
        config
    } else {
        ProptestConfig {
            cases: count,
            ..config
        }
    }
}
