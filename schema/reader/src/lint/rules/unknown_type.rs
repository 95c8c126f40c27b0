//! `unknown-type`: a type that is used and defined nowhere.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::lint::spelling::Vocabulary;
use crate::lint::{Context, Example, Lint};
use crate::page::Part;
use schema::diagnostic::{Diagnostic, Level};
use schema::model::undefined;
use schema::path::ItemPath;
use schema::schema::{Method, Schema, TypeDef};
use schema::source::{Source, Span};
use schema::ty::Type;

pub(crate) static LINT: Lint = Lint {
    code: "unknown-type",
    level: Level::Error,
    summary: "a type name that is used and defined nowhere",
    explanation: "\
A name that nothing defines is a misspelling (an error, with the name that was meant), a definition
that is missing from a page that defines most of what it names (an error), or, on a page that leaves
its types to another platform's, simply not defined there (a note). In Rust such a type keeps its
raw JSON.",
    bad: Example::page(
        "\
## sendNote

Returns the sent Note.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| note | Ntoe | Yes | What to send |

## Note

| Field | Type | Description |
| ----- | ---- | ----------- |
| text | String | What it says |",
    ),
    good: Example::page(
        "\
## sendNote

Returns the sent Note.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| note | Note | Yes | What to send |

## Note

| Field | Type | Description |
| ----- | ---- | ----------- |
| text | String | What it says |",
    ),
    deny_lowering: false,
    superseded_by: &[],
    check: Some(check),
};

const BUILT_IN: &[&str] = &["Integer", "Float", "String", "Boolean", "True", "InputFile"];

fn check(context: &Context<'_>) -> Vec<Diagnostic> {
    let census = Census::of(context);
    let vocabulary = census.vocabulary();
    let found = census.unknown.iter().filter_map(|name| {
        let first = census.first.get(name.as_str())?;
        let count = census.count(name);
        let meant = census.meant(name, &vocabulary);
        let level = if census.complete() || meant.is_some() {
            Level::Error
        } else {
            Level::Info
        };
        let mut one = diagnostic(context, level, first, count, meant);
        one.notes.extend(unmeant(meant, &vocabulary));
        Some(one)
    });
    found.collect()
}

/// What to say of a name that none is like, as far as that was looked at.
pub(super) fn unmeant(meant: Option<&str>, vocabulary: &Vocabulary<'_>) -> Option<String> {
    let note = vocabulary.note().filter(|_| meant.is_none());
    note.map(str::to_owned)
}

/// One use of a name: where, and in which part of it.
struct Use {
    name: String,
    at: ItemPath,
    part: Part,
}

/// The names of a schema: those that are defined, and those that are only used.
struct Census<'a> {
    defined: Vec<&'a str>,
    unknown: BTreeSet<String>,
    counts: HashMap<String, usize>,
    first: HashMap<String, Use>,
}

impl<'a> Census<'a> {
    fn of(context: &Context<'a>) -> Self {
        let defined = defined(context);
        let known: HashSet<&str> = defined.iter().copied().collect();
        let mut unknown = undefined(context.schema);
        unknown.retain(|name| !known.contains(name.as_str()));
        let (mut counts, mut first) = (HashMap::new(), HashMap::new());
        for one in uses(context.schema) {
            *counts.entry(one.name.clone()).or_default() += 1;
            first.entry(one.name.clone()).or_insert(one);
        }
        Self {
            defined,
            unknown,
            counts,
            first,
        }
    }

    /// Whether the page defines most of what it names.
    fn complete(&self) -> bool {
        self.defined.len() >= self.unknown.len()
    }

    fn count(&self, name: &str) -> usize {
        self.counts.get(name).copied().unwrap_or_default()
    }

    /// All words that could be meant: those that are defined, and those that are not.
    fn vocabulary(&self) -> Vocabulary<'_> {
        let unknown = self.unknown.iter().map(String::as_str);
        let unknown = unknown.map(|name| (name, self.count(name)));
        // A name that is used once is never the more frequent one.
        let frequent = unknown.filter(|(_, count)| *count > 1);
        let known = BUILT_IN.iter().chain(&self.defined).copied();
        Vocabulary::new(known.map(|name| (name, usize::MAX)).chain(frequent))
    }

    /// The name that was meant: a defined one, or one that is used more often.
    fn meant<'v>(&self, name: &str, vocabulary: &Vocabulary<'v>) -> Option<&'v str> {
        let count = self.count(name);
        vocabulary.nearest(name, |other, times| {
            times > count && !is_built_on(name, other)
        })
    }
}

/// Whether one name is the other with more behind it: `MessageId` is no misspelt `Message`.
fn is_built_on(one: &str, other: &str) -> bool {
    let longer = one.strip_prefix(other).or(other.strip_prefix(one));
    longer.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_uppercase()))
}

/// The types that the page or what it extends defines.
pub(super) fn defined<'a>(context: &Context<'a>) -> Vec<&'a str> {
    let base = context.base.into_iter().flat_map(|base| &base.types);
    let types = context.schema.types.iter().chain(base);
    types.map(|def| def.name.as_str()).collect()
}

/// The names that results, parameters and fields have, but for those of a type's own fields.
pub(super) fn used_in_fields(schema: &Schema) -> impl Iterator<Item = &str> {
    let methods = schema.methods.iter().flat_map(Method::type_exprs);
    let structures = schema.types.iter().filter(|def| def.union().is_none());
    let fields = structures.flat_map(TypeDef::other_names);
    methods.flat_map(Type::names).chain(fields)
}

/// Every use of a name but in a union, in page order.
fn uses(schema: &Schema) -> Vec<Use> {
    let returns = schema.methods.iter().filter_map(|method| {
        let at = ItemPath::owner(&method.name);
        Some((at, method.returns.as_ref()?, Part::Returns))
    });
    let fields = schema
        .fields()
        .map(|(at, field)| (at, &field.ty, Part::Type));
    let all = returns.chain(fields);
    all.flat_map(|(at, ty, part)| of_type(&at, ty, part))
        .collect()
}

fn of_type(at: &ItemPath, ty: &Type, part: Part) -> Vec<Use> {
    let names = ty.names().into_iter();
    let one = |name: &str| Use {
        name: name.to_owned(),
        at: at.clone(),
        part,
    };
    names.map(one).collect()
}

fn diagnostic(
    context: &Context<'_>,
    level: Level,
    first: &Use,
    count: usize,
    meant: Option<&str>,
) -> Diagnostic {
    let name = &first.name;
    let mut found = Diagnostic::new(LINT.code, level, format!("`{name}` is not defined"))
        .about(first.at.clone())
        .found(name);
    if let Some((source, span)) = context.place(&first.at, first.part) {
        let times = match count {
            1 => "used here alone".to_owned(),
            _ => format!("first of {count} uses"),
        };
        found = found.label(source, word(source, span, name), times);
    }
    match meant {
        Some(meant) => found
            .expected(meant)
            .patch(meant)
            .help(format!("is `{meant}` meant?")),
        None => found.note("in Rust it keeps its raw JSON"),
    }
}

/// The place of a word within a span.
pub(super) fn word(source: &Source, span: Span, word: &str) -> Span {
    let inside = source.slice(span).find(word);
    let start = inside.map(|from| span.start() + from);
    start.map_or(span, |start| source.span(start..start + word.len()))
}
