//! An item, which is a Rust type with all that belongs to it, and the modules that items are in.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;

/// The modules of an API that items are in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The requests: one for each method.
    Methods,
    /// The types that a page names.
    Types,
    /// The unions that have no name on a page.
    Unions,
    /// The events that an update reports.
    Updates,
    /// The string enums.
    Words,
}

/// All of them, by their names.
pub(crate) const KINDS: [Kind; 5] = [
    Kind::Methods,
    Kind::Types,
    Kind::Unions,
    Kind::Updates,
    Kind::Words,
];

impl Kind {
    /// The name of the module.
    pub(crate) fn module_name(self) -> &'static str {
        match self {
            Self::Methods => "methods",
            Self::Types => "types",
            Self::Unions => "unions",
            Self::Updates => "updates",
            Self::Words => "words",
        }
    }

    /// Describes the module of an API by this title.
    pub(crate) fn describe_module(self, title: &str) -> String {
        match self {
            Self::Methods => format!("The requests of the {title}: one type for each method."),
            Self::Types => format!("The types of the {title}."),
            Self::Unions => format!(
                "Enums for values that may be one of several types, where the {title} names no type."
            ),
            Self::Words => {
                format!("Enums for the strings that the {title} lists as the values of a field.")
            }
            Self::Updates => format!("The events that an update of the {title} reports."),
        }
    }
}

/// Emits code when it is called. Tokens can't move to another thread, so the thread that prints them
/// calls it.
pub(crate) type EmitCode<'a> = Box<dyn Fn() -> Vec<TokenStream> + Sync + 'a>;

/// One Rust type with all that belongs to it.
pub(crate) struct Item<'a> {
    pub(crate) kind: Kind,
    pub(crate) name: String,
    /// The API that generates it: another one if it is inherited.
    pub(crate) owner: String,
    /// The APIs that it is compiled for.
    pub(crate) users: BTreeSet<String>,
    /// The names of the generated types that it refers to.
    pub(crate) imports: BTreeSet<String>,
    /// Emits its Rust code, in the API that generates it.
    pub(crate) emit: EmitCode<'a>,
}
