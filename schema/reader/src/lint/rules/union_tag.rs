//! `union-tag`: a union whose members can't be told apart.

use std::collections::HashMap;

use crate::lint::{Context, Example, Lint};
use crate::page::Part;
use schema::diagnostic::{Diagnostic, Level};
use schema::path::ItemPath;
use schema::schema::{Field, Scalar, TypeDef, Union};
use schema::ty::Type;

pub(crate) static LINT: Lint = Lint {
    code: "union-tag",
    level: Level::Warn,
    summary: "a union of which one member lacks the constant that tells it apart, or two share it",
    explanation: "\
A value of a union is read by the field that has another constant in each member. Where one member
lacks the constant that the others have, or two have the same and nothing else that tells them
apart, values may be taken for what they are not.

Of a union of more than 256 members, each 256 that follow one another are held against each other,
and no more.",
    bad: Example::page(
        "\
## getPet

Returns Pet. Takes no parameters.

## Pet

It is one of

- Cat
- Dog

## Cat

| Field | Type | Description |
| ----- | ---- | ----------- |
| kind | String | The kind of pet, always “cat” |

## Dog

| Field | Type | Description |
| ----- | ---- | ----------- |
| kind | String | The kind of pet, never “dog” |",
    ),
    good: Example::page(
        "\
## getPet

Returns Pet. Takes no parameters.

## Pet

It is one of

- Cat
- Dog

## Cat

| Field | Type | Description |
| ----- | ---- | ----------- |
| kind | String | The kind of pet, always “cat” |

## Dog

| Field | Type | Description |
| ----- | ---- | ----------- |
| kind | String | The kind of pet, always “dog” |",
    ),
    deny_lowering: false,
    superseded_by: &["dangling-member"],
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Diagnostic> {
    let types = &context.schema.types;
    let mut known: HashMap<&str, &TypeDef> = HashMap::new();
    for def in types {
        known.entry(&def.name).or_insert(def);
    }
    let unions = types.iter();
    let untagged = unions.filter_map(|def| Some((def, def.union().filter(|u| u.tag.is_none())?)));
    untagged
        .filter_map(|(def, union)| {
            let members = members(&known, union);
            let names = members.iter().map(|member| member.name.clone());
            let found = members
                .chunks(LARGE)
                .find_map(|some| judge(context, def, some));
            Some(found?.depends_on(names))
        })
        .collect()
}

/// As many members are held against each other: of more, each lot is for itself.
const LARGE: usize = 256;

/// The members that are objects.
fn members<'a>(known: &HashMap<&str, &'a TypeDef>, union: &Union) -> Vec<&'a TypeDef> {
    let named = union.one_of.iter().filter_map(|member| match member {
        Type::Named(name) => known.get(name.as_str()).copied(),
        _ => None,
    });
    named.filter(|def| def.union().is_none()).collect()
}

fn judge(context: &Context<'_>, def: &TypeDef, members: &[&TypeDef]) -> Option<Diagnostic> {
    let tags = tags(members);
    let lacking = members.iter().find_map(|member| {
        let (tag, others) = lacks(member, &tags, members.len())?;
        Some(lack(context, def, member, tag, others))
    });
    lacking.or_else(|| {
        let required: Vec<Required<'_>> = members.iter().map(|member| required(member)).collect();
        let pairs = (0..members.len()).flat_map(|a| (a + 1..members.len()).map(move |b| (a, b)));
        let mut same = pairs.filter(|&(a, b)| is_same(&required[a], &required[b]));
        let (a, b) = same.next()?;
        Some(ambiguous(context, def, members[a], members[b]))
    })
}

fn field<'a>(def: &'a TypeDef, name: &str) -> Option<&'a Field> {
    def.fields().iter().find(|field| field.name == name)
}

/// The constant text of a field.
fn constant<'a>(def: &'a TypeDef, name: &str) -> Option<&'a str> {
    text(field(def, name)?)
}

fn text(field: &Field) -> Option<&str> {
    match field.facts.constant.as_ref()? {
        Scalar::String(text) => Some(text),
        _ => None,
    }
}

/// A field that has a constant in some members: the first that has it, and how many do.
struct Tag<'a> {
    name: &'a str,
    first: &'a TypeDef,
    count: usize,
}

/// The tags of these members, in the order in which they come first.
fn tags<'a>(members: &[&'a TypeDef]) -> Vec<Tag<'a>> {
    let mut tags: Vec<Tag<'a>> = Vec::new();
    let mut known: HashMap<&str, usize> = HashMap::new();
    for first in members.iter().copied() {
        let constants = first.fields().iter().filter(|field| text(field).is_some());
        for field in constants {
            let name = field.name.as_str();
            let at = *known.entry(name).or_insert(tags.len());
            match tags.get_mut(at) {
                Some(tag) => tag.count += 1,
                None => tags.push(Tag {
                    name,
                    first,
                    count: 1,
                }),
            }
        }
    }
    tags
}

/// The field that has a constant in most others and none in this one, with one of them.
fn lacks<'a>(one: &TypeDef, tags: &[Tag<'a>], members: usize) -> Option<(&'a str, &'a TypeDef)> {
    let fields = one.fields().iter();
    let own: HashMap<&str, &Field> = fields.map(|field| (field.name.as_str(), field)).collect();
    let lacking = tags.iter().find(|tag| {
        let field = own.get(tag.name);
        let has_text = field.is_some_and(|field| field.ty == Type::String);
        let is_constant = field.is_some_and(|field| text(field).is_some());
        !is_constant && (has_text || (tag.count > 1 && tag.count * 2 > members))
    });
    lacking.map(|tag| (tag.name, tag.first))
}

fn lack(
    context: &Context<'_>,
    def: &TypeDef,
    member: &TypeDef,
    tag: &str,
    other: &TypeDef,
) -> Diagnostic {
    let (union, name) = (&def.name, &member.name);
    let message = format!("nothing tells `{name}` apart from the other members of `{union}`");
    let at = ItemPath::member(name, tag);
    let theirs = constant(other, tag).unwrap_or_default();
    let found = Diagnostic::new(LINT.code, LINT.level, message).help(format!(
        "say which value `{tag}` always has in `{name}`, as `{theirs}` in `{}`",
        other.name
    ));
    let place = context
        .place(&at, Part::Description)
        .or_else(|| context.place(&ItemPath::owner(name), Part::Name));
    let found = match place {
        Some((source, span)) => found.label(source, span, format!("no constant `{tag}`")),
        None => found,
    };
    let found = witness(context, found, other, tag);
    found.about(ItemPath::owner(union))
}

/// What a member must have, with what it always says there.
type Required<'a> = HashMap<&'a str, Option<&'a Scalar>>;

fn required(def: &TypeDef) -> Required<'_> {
    let fields = def.fields().iter().filter(|field| field.required);
    let pairs = fields.map(|field| (field.name.as_str(), field.facts.constant.as_ref()));
    pairs.collect()
}

/// The two members say the same, and nothing else tells them apart: all that the one must have the
/// other has as well.
fn is_same(mine: &Required<'_>, theirs: &Required<'_>) -> bool {
    fn has(all: &Required<'_>, name: &str, value: &Option<&Scalar>) -> bool {
        all.get(name) == Some(value)
    }
    let mut pairs = mine.iter();
    let shared = pairs.any(|(name, value)| value.is_some() && has(theirs, name, value));
    fn within(a: &Required<'_>, b: &Required<'_>) -> bool {
        let mut pairs = a.iter();
        pairs.all(|(name, value)| has(b, name, value))
    }
    match shared {
        true => within(mine, theirs) || within(theirs, mine),
        false => within(mine, theirs) && within(theirs, mine),
    }
}

fn ambiguous(context: &Context<'_>, def: &TypeDef, one: &TypeDef, other: &TypeDef) -> Diagnostic {
    let (union, a, b) = (&def.name, &one.name, &other.name);
    let message = format!("nothing tells `{a}` and `{b}` apart in `{union}`");
    let found = Diagnostic::new(LINT.code, LINT.level, message)
        .help("give each a constant of its own, or a required field that the other lacks");
    let shared = one.fields().iter().find(|field| {
        let tag = &field.name;
        constant(one, tag).is_some() && constant(one, tag) == constant(other, tag)
    });
    let place = match shared {
        Some(field) => context.place(&ItemPath::member(b, &field.name), Part::Description),
        None => context.place(&ItemPath::member(union, b), Part::Type),
    };
    let found = match place {
        Some((source, span)) => found.label(source, span, format!("the same as in `{a}`")),
        None => found,
    };
    let found = match shared {
        Some(field) => witness(context, found, one, &field.name),
        None => found,
    };
    found.about(ItemPath::owner(union))
}

/// Quotes the constant of a member.
fn witness(context: &Context<'_>, found: Diagnostic, def: &TypeDef, tag: &str) -> Diagnostic {
    match context.place(&ItemPath::member(&def.name, tag), Part::Description) {
        Some((source, span)) => found.evidence(source, span, format!("in `{}`", def.name)),
        None => found,
    }
}
