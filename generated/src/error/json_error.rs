//! The reason why JSON can't be parsed, without the values in it, which users may have written.

use std::error::Error;
use std::fmt;

use serde_json::error::Category;

/// The reason why JSON can't be parsed: what was expected, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct JsonError(String);

impl JsonError {
    /// Keeps of an error what does not depend on the values.
    ///
    /// serde puts the value that it found before the type that it expected: of ``invalid type:
    /// string "my diary, expected soon", expected an integer at line 1 column 40``, only the part
    /// from the last `expected` on is kept, since no name of a type contains that word.
    pub(crate) fn new(error: &serde_json::Error) -> Self {
        let text = error.to_string();
        match text.rsplit_once(", expected ") {
            Some((_, expected)) if error.classify() == Category::Data => {
                Self(format!("expected {expected}"))
            }
            _ => Self(text),
        }
    }
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Error for JsonError {}
