//! `unknown-type`: a type that is used and defined nowhere.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::account::Meaning;
use crate::lint::spelling::Vocabulary;
use crate::lint::support::place_of_word;
use crate::lint::{Context, Example, Lint};
use schema::diagnostic::{Diagnostic, Level};
use schema::model::undefined;
use schema::path::ItemPath;
use schema::schema::{Method, Schema, TypeDef};
use schema::ty::Type;

pub(crate) static LINT: Lint = Lint {
    code: "unknown-type",
    level: Level::Error,
    summary: "a type name that is used and defined nowhere",
    what_it_does: "\
Reports a type name that neither the page nor the API it extends defines. It is an error where a
similar name is defined, or where the page defines most of the names that it uses. On a page that
leaves its types to another page it is a note.",
    why_it_matters: "\
The name is misspelt, or its definition is missing. In Rust such a type stays raw JSON.",
    how_to_fix: "\
Correct the spelling, or add the definition.",
    example: Example {
        page: "\
## sendNote

Returns the sent Note.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| note | ▸Ntoe | Yes | What to send |

## Note

| Field | Type | Description |
| ----- | ---- | ----------- |
| text | String | What it says |",
        others: &[],
        message: "`Ntoe` is not defined",
        fix: ("Ntoe", "Note"),
    },
    deny_lowering: false,
    superseded_by: &[],
    check: Some(check),
};

/// The type of values that may be anything: a page's words for it are in `reads:`.
const ANY_JSON: &str = "Json";

const BUILT_IN: &[&str] = &["Integer", "Float", "String", "Boolean", "True", "InputFile"];

fn check(context: &Context<'_>) -> Vec<Diagnostic> {
    let names = Names::collect(context);
    let vocabulary = names.vocabulary();
    let unknown = names.unknown.iter().filter(|name| **name != ANY_JSON);
    let unknown = unknown.filter_map(|name| {
        let uses = names.uses.get(name)?;
        let near = vocabulary.nearest(name, |other, weight| {
            weight > uses.count && !extends(name, other)
        });
        let level = if names.is_complete() || near.is_some() {
            Level::Error
        } else {
            Level::Info
        };
        let mut diagnostic = diagnostic(context, level, name, uses, near);
        diagnostic.notes.extend(vocabulary.note_without(near));
        Some(diagnostic)
    });
    unknown.collect()
}

/// The uses of a name: the first one, and their number.
struct Uses {
    at: ItemPath,
    meaning: Meaning,
    count: usize,
}

/// The names of a schema: those that are defined, and those that are only used.
struct Names<'a> {
    defined: Vec<&'a str>,
    unknown: BTreeSet<String>,
    uses: HashMap<String, Uses>,
}

impl<'a> Names<'a> {
    fn collect(context: &Context<'a>) -> Self {
        let defined = defined_names(context);
        let known: HashSet<&str> = defined.iter().copied().collect();
        let mut unknown = undefined(context.schema);
        unknown.retain(|name| !known.contains(name.as_str()));
        Self {
            defined,
            unknown,
            uses: collect_uses(context.schema),
        }
    }

    /// Tells whether the page defines most of the names that it uses. One that defines 3 types and
    /// uses 40 others leaves them to another platform's page: then an unknown name is no mistake.
    fn is_complete(&self) -> bool {
        self.defined.len() >= self.unknown.len()
    }

    /// Collects the names that could be meant: defined ones, and unknown ones that are used often,
    /// weighed by their uses. `Mesage`, used once, may be meant as `Message`, used 20 times, even
    /// where neither is defined.
    fn vocabulary(&self) -> Vocabulary<'_> {
        let known = BUILT_IN.iter().chain(&self.defined);
        let known = known.map(|name| (*name, usize::MAX));
        let frequent = self.unknown.iter().filter_map(|name| {
            let count = self.uses.get(name)?.count;
            (count > 1).then_some((name.as_str(), count))
        });
        Vocabulary::new(known.chain(frequent))
    }
}

/// Tells whether one name is the other with a word more: `MessageId` is no misspelt `Message`.
fn extends(one: &str, other: &str) -> bool {
    let longer = one.strip_prefix(other).or(other.strip_prefix(one));
    longer.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_uppercase()))
}

/// Lists the types that the page or the API it extends defines.
pub(super) fn defined_names<'a>(context: &Context<'a>) -> Vec<&'a str> {
    let base = context.base.into_iter().flat_map(|base| &base.types);
    let types = context.schema.types.iter().chain(base);
    types.map(|def| def.name.as_str()).collect()
}

/// Lists the names in results, parameters and fields, except a type's name in its own fields.
pub(super) fn names_in_fields(schema: &Schema) -> impl Iterator<Item = &str> {
    let methods = schema.methods.iter().flat_map(Method::type_exprs);
    let structures = schema.types.iter().filter(|def| def.union().is_none());
    let fields = structures.flat_map(TypeDef::other_names);
    methods.flat_map(Type::names).chain(fields)
}

/// Collects the uses of each name, except those in unions: results first, then parameters and
/// fields, in page order.
fn collect_uses(schema: &Schema) -> HashMap<String, Uses> {
    let returns = schema.methods.iter().filter_map(|method| {
        let at = ItemPath::owner(&method.name);
        Some((at, method.returns.as_ref()?, Meaning::Returns))
    });
    let fields = schema
        .fields()
        .map(|(at, field)| (at, &field.ty, Meaning::Type));
    let mut uses: HashMap<String, Uses> = HashMap::new();
    for (at, ty, meaning) in returns.chain(fields) {
        for name in ty.names() {
            let first = || Uses {
                at: at.clone(),
                meaning,
                count: 0,
            };
            uses.entry(name.to_owned()).or_insert_with(first).count += 1;
        }
    }
    uses
}

fn diagnostic(
    context: &Context<'_>,
    level: Level,
    name: &str,
    uses: &Uses,
    near: Option<&str>,
) -> Diagnostic {
    let label = match uses.count {
        1 => "its only use".to_owned(),
        count => format!("first of {count} uses"),
    };
    let place = context.place(&uses.at, uses.meaning);
    let diagnostic = LINT
        .diagnostic_at(level, format!("`{name}` is not defined"))
        .label_at(place_of_word(place, name), label)
        .found(name)
        .about(uses.at.clone());
    match near {
        Some(near) => diagnostic
            .expected(near)
            .patch(near)
            .help(format!("did you mean `{near}`?")),
        None => diagnostic.note("in Rust it stays raw JSON"),
    }
}
