//! `unknown-type`: a type that is used and defined nowhere.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::{Context, Lint, nearest};
use crate::at::At;
use crate::diagnostic::{Diagnostic, Level};
use crate::model::undefined;
use crate::page::Part;
use crate::schema::Schema;
use crate::source::{Source, Span};
use crate::ty::Type;

pub(super) static LINT: Lint = Lint {
    code: "unknown-type",
    level: Level::Error,
    summary: "a type name that is used and defined nowhere",
    explanation: "\
A name that nothing defines is a misspelling (an error, with the name that was meant), a definition
that is missing from a page that defines most of what it names (an error), or, on a page that leaves
its types to another platform's, simply not defined there (a note). In Rust such a type keeps its
raw JSON.

Bad:

    | reply_to | Mesage | Optional | … |

Good:

    | reply_to | Message | Optional | … |",
    yields_to: &[],
    check: Some(check),
};

const BUILT_IN: &[&str] = &["Integer", "Float", "String", "Boolean", "True", "InputFile"];

fn check(context: &Context<'_>) -> Vec<Diagnostic> {
    let census = Census::of(context);
    let found = census.unknown.iter().filter_map(|name| {
        let first = census.first.get(name.as_str())?;
        let count = census.count(name);
        let meant = census.meant(name);
        let level = if census.complete() || meant.is_some() {
            Level::Error
        } else {
            Level::Info
        };
        Some(diagnostic(context, level, first, count, meant))
    });
    found.collect()
}

/// One use of a name: where, and in which part of it.
struct Use {
    name: String,
    at: At,
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
        let base = context.base.into_iter().flat_map(|base| &base.types);
        let types = context.schema.types.iter().chain(base);
        let defined: Vec<&str> = types.map(|def| def.name.as_str()).collect();
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

    /// The name that was meant: a defined one, or one that is used more often.
    fn meant(&self, name: &str) -> Option<&str> {
        // So many unknown names are another platform's, not slips.
        if self.unknown.len() > MANY {
            return None;
        }
        let count = self.count(name);
        let more = self.unknown.iter().map(String::as_str);
        let more = more.filter(|other| self.count(other) > count);
        let all = BUILT_IN.iter().copied().chain(self.defined.iter().copied());
        let all = all.chain(more);
        nearest(name, all.filter(|other| !is_built_on(name, other)))
    }
}

/// More unknown names than this are not compared with every other.
const MANY: usize = 500;

/// Whether one name is the other with more behind it: `MessageId` is no misspelt `Message`.
fn is_built_on(one: &str, other: &str) -> bool {
    let longer = one.strip_prefix(other).or(other.strip_prefix(one));
    longer.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_uppercase()))
}

/// Every use of a name, in page order.
fn uses(schema: &Schema) -> Vec<Use> {
    let returns = schema.methods.iter().filter_map(|method| {
        let at = At::owner(&method.name);
        Some((at, method.returns.as_ref()?, Part::Returns))
    });
    let fields = schema
        .fields()
        .map(|(at, field)| (at, &field.ty, Part::Type));
    let unions = schema
        .types
        .iter()
        .filter_map(|def| Some((&def.name, def.union()?)));
    let members = unions.flat_map(|(name, union)| {
        let member = move |ty| (At::member(name, &Type::to_string(ty)), ty, Part::Type);
        union.one_of.iter().map(member)
    });
    let all = returns.chain(fields).chain(members);
    all.flat_map(|(at, ty, part)| of_type(&at, ty, part))
        .collect()
}

fn of_type(at: &At, ty: &Type, part: Part) -> Vec<Use> {
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
    let place = context.page.and_then(|page| {
        let span = page.places.get(&first.at, first.part)?;
        Some((&page.source, span))
    });
    if let Some((source, span)) = place {
        let times = match count {
            1 => "used here alone".to_owned(),
            _ => format!("first of {count} uses"),
        };
        found = found.label(source, word(source, span, name), times);
    }
    match meant {
        Some(meant) => found.expected(meant).help(format!("is `{meant}` meant?")),
        None => found.note("in Rust it keeps its raw JSON"),
    }
}

/// The place of a word within a span.
fn word(source: &Source, span: Span, word: &str) -> Span {
    let inside = source.slice(span).find(word);
    let start = inside.map(|from| span.start() + from);
    start.map_or(span, |start| source.span(start..start + word.len()))
}
