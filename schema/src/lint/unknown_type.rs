//! `unknown-type`: a type that is used and defined nowhere.

use std::collections::HashMap;

use super::{Context, Lint, nearest};
use crate::at::At;
use crate::diagnostic::{Diagnostic, Level};
use crate::model::undefined;
use crate::page::Part;
use crate::schema::Schema;
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
    let uses = uses(context.schema);
    let mut unknown = undefined(context.schema);
    unknown.retain(|name| {
        context
            .base
            .is_none_or(|base| base.type_def(name).is_none())
    });
    let defined: Vec<&str> = context
        .schema
        .types
        .iter()
        .map(|def| def.name.as_str())
        .collect();
    let based = context.base.into_iter().flat_map(|base| &base.types);
    let defined: Vec<&str> = defined
        .into_iter()
        .chain(based.map(|def| def.name.as_str()))
        .collect();
    let complete = defined.len() >= unknown.len();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    let mut first: HashMap<&str, (&At, Part)> = HashMap::new();
    for (name, at, part) in &uses {
        *counts.entry(name).or_default() += 1;
        first.entry(name).or_insert((at, *part));
    }
    // So many unknown names are another platform's, not slips.
    let slips = unknown.len() <= MANY;
    let diagnostics = unknown.iter().filter_map(|name| {
        let count = counts.get(name.as_str()).copied()?;
        let more = unknown
            .iter()
            .map(String::as_str)
            .filter(|other| counts.get(other) > Some(&count));
        let all = BUILT_IN
            .iter()
            .copied()
            .chain(defined.iter().copied())
            .chain(more);
        let near = all.filter(|other| slips && !is_built_on(name, other));
        let meant = nearest(name, near);
        let (at, part) = *first.get(name.as_str())?;
        let level = if complete || meant.is_some() {
            Level::Error
        } else {
            Level::Info
        };
        Some(diagnostic(context, level, name, count, meant, at, part))
    });
    diagnostics.collect()
}

/// More unknown names than this are not compared with every other.
const MANY: usize = 500;

/// Whether one name is the other with more behind it: `MessageId` is no misspelt `Message`.
fn is_built_on(one: &str, other: &str) -> bool {
    let longer = one.strip_prefix(other).or(other.strip_prefix(one));
    longer.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_uppercase()))
}

/// Every use of a name, in page order: the name, where, and in which part of it.
fn uses(schema: &Schema) -> Vec<(String, At, Part)> {
    let returns = schema.methods.iter().filter_map(|method| {
        Some((
            At::owner(&method.name),
            method.returns.as_ref()?,
            Part::Returns,
        ))
    });
    let fields = schema
        .fields()
        .map(|(at, field)| (at, &field.ty, Part::Type));
    let unions = schema
        .types
        .iter()
        .filter_map(|def| Some((&def.name, def.union()?)));
    let members = unions.flat_map(|(name, union)| {
        union
            .one_of
            .iter()
            .map(move |ty| (At::member(name, &ty.to_string()), ty, Part::Type))
    });
    let all = returns.chain(fields).chain(members);
    let names = |(at, ty, part): (At, &Type, Part)| {
        let names: Vec<_> = ty.names().into_iter().map(str::to_owned).collect();
        names.into_iter().map(move |name| (name, at.clone(), part))
    };
    all.flat_map(names).collect()
}

fn diagnostic(
    context: &Context<'_>,
    level: Level,
    name: &str,
    count: usize,
    meant: Option<&str>,
    at: &At,
    part: Part,
) -> Diagnostic {
    let mut found = Diagnostic::new(LINT.code, level, format!("`{name}` is not defined"))
        .about(at.clone())
        .found(name);
    let times = if count == 1 {
        "used here alone".to_owned()
    } else {
        format!("first of {count} uses")
    };
    let place = context
        .page
        .and_then(|page| Some((&page.source, page.places.get(at, part)?)));
    if let Some((source, span)) = place {
        let inner = source
            .slice(span)
            .find(name)
            .map(|from| span.start() + from);
        let exact = inner.map_or(span, |from| source.span(from..from + name.len()));
        found = found.label(source, exact, times);
    }
    match meant {
        Some(meant) => found.expected(meant).help(format!("is `{meant}` meant?")),
        None => found.note("in Rust it keeps its raw JSON"),
    }
}
