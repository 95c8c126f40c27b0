//! The kinds of parts as the view shows them: each with a style, a name and a legend.

use reader::account::{Entry, Meaning};
use schema::Schema;

/// A kind of part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Kind {
    /// The class that style.css knows it by.
    pub(super) class: &'static str,
    /// The name.
    pub(super) name: &'static str,
    /// The line of the legend.
    pub(super) legend: &'static str,
}

const fn kind(class: &'static str, name: &'static str, legend: &'static str) -> Kind {
    Kind {
        class,
        name,
        legend,
    }
}

const NAME: Kind = kind("name", "name", "of a method, type, parameter or field");
const TYPE: Kind = kind("type", "type", "of a parameter or field");
const FLAG: Kind = kind("flag", "flag", "says whether it is required");
const DESCRIPTION: Kind = kind("description", "description", "of a parameter or field");
const FACT: Kind = kind("fact", "fact", "a limit, a default, the values it can have");
const RETURNS: Kind = kind("returns", "return", "names the type of the result");
const MEMBER: Kind = kind("member", "union member", "one of several types");
const HEADER: Kind = kind("header", "header", "of a table that was read");
const PROSE: Kind = kind("prose", "prose", "states nothing for the schema");
const UNREAD: Kind = kind("unread", "not read", "looks like data and was not used");

/// Every kind, in the order of the legend.
pub(super) const KINDS: [Kind; 10] = [
    NAME,
    TYPE,
    FLAG,
    DESCRIPTION,
    FACT,
    RETURNS,
    MEMBER,
    HEADER,
    PROSE,
    UNREAD,
];

/// The kind of an entry. The type of a union's member is its own: the schema tells.
pub(super) fn kind_of(entry: &Entry, is_union: impl Fn(&str) -> bool) -> Kind {
    match entry.meaning {
        Meaning::Name => NAME,
        Meaning::Type => match &entry.at {
            Some(at) if is_union(&at.owner) => MEMBER,
            _ => TYPE,
        },
        Meaning::Required => FLAG,
        Meaning::Description => DESCRIPTION,
        Meaning::Fact => FACT,
        Meaning::Returns => RETURNS,
        Meaning::Header => HEADER,
        Meaning::Prose => PROSE,
        Meaning::Unread => UNREAD,
    }
}

/// The names of the unions of a schema.
pub(super) fn union_names(schema: &Schema) -> std::collections::HashSet<&str> {
    let unions = schema.types.iter().filter(|def| def.union().is_some());
    unions.map(|def| def.name.as_str()).collect()
}
