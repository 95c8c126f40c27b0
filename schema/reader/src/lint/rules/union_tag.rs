//! `union-tag`: a union whose members can't be told apart.

use std::collections::HashMap;

use crate::account::Meaning;
use crate::lint::{Context, Example, Lint};
use schema::diagnostic::{Diagnostic, Level};
use schema::path::ItemPath;
use schema::schema::{Field, Scalar, TypeDef, Union};
use schema::suggest::count_slips;
use schema::ty::Type;

pub(crate) static LINT: Lint = Lint {
    code: "union-tag",
    level: Level::Warn,
    summary: "a union of which one member lacks the constant that tells it apart, or two share it",
    what_it_does: "\
Reports a union whose members can't be told apart: one lacks the constant that the others have, two
have the same constants and no other difference, or all open with the same text and none says which
value it has. Of a union with more than 256 members, only
members within the same 256 are compared.",
    why_it_matters: "\
A value of a union is recognised by the field that has another constant in each member. Without
it, a value may be read as the wrong member.",
    how_to_fix: "\
Say in the description which value the field always has, a different one in each member.",
    example: Example {
        page: "\
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
| kind | String | ▸The kind of pet, never “dog” |",
        others: &[],
        message: "`Dog` can't be told apart from the other members of `Pet`",
        fix: ("never", "always"),
    },
    deny_lowering: false,
    superseded_by: &["dangling-member"],
    check: Some(check),
};

/// The most members that are compared with each other: of 1,000 members, four groups are compared,
/// 125,000 pairs instead of 500,000, so that the time grows with the page and not with its square.
const GROUP: usize = 256;

fn check(context: &Context<'_>) -> Vec<Diagnostic> {
    let types = &context.schema.types;
    let mut known: HashMap<&str, &TypeDef> = HashMap::new();
    for def in types {
        known.entry(&def.name).or_insert(def);
    }
    let untagged = types.iter().filter_map(|def| {
        let union = def.union().filter(|union| union.tag.is_none())?;
        Some((def, object_members(&known, union)))
    });
    untagged
        .filter_map(|(def, members)| {
            let names = members.iter().map(|member| member.name.clone());
            let mut groups = members.chunks(GROUP);
            let diagnostic = groups.find_map(|group| check_members(context, def, group))?;
            Some(diagnostic.depends_on(names))
        })
        .collect()
}

/// Lists the members that are objects.
fn object_members<'a>(known: &HashMap<&str, &'a TypeDef>, union: &Union) -> Vec<&'a TypeDef> {
    let named = union.one_of.iter().filter_map(|member| match member {
        Type::Named(name) => known.get(name.as_str()).copied(),
        _ => None,
    });
    named.filter(|def| def.union().is_none()).collect()
}

fn check_members(context: &Context<'_>, def: &TypeDef, members: &[&TypeDef]) -> Option<Diagnostic> {
    let tags = collect_tags(members);
    let untagged = members.iter().find_map(|member| {
        let tag = missing_tag(member, &tags, members.len())?;
        let misspelt = misspelt_tag(member, tag, &tags);
        Some(report_untagged(context, def, member, tag, misspelt))
    });
    let found = untagged.or_else(|| {
        let required: Vec<Required<'_>> = members.iter().map(|member| required(member)).collect();
        let pairs = (0..members.len()).flat_map(|a| (a + 1..members.len()).map(move |b| (a, b)));
        let mut alike = pairs.filter(|&(a, b)| are_alike(&required[a], &required[b]));
        let (a, b) = alike.next()?;
        Some(report_alike(context, def, members[a], members[b]))
    });
    found.or_else(|| {
        let tag = shared_text(members).filter(|_| tags.is_empty())?;
        Some(report_no_constant(context, def, members.first()?, tag))
    })
}

/// Finds the text that all members open with: `kind`. Nearly always that is what tells them apart,
/// and its constants are written in a way that nobody reads.
fn shared_text<'a>(members: &[&'a TypeDef]) -> Option<&'a str> {
    let texts = members.iter().map(|member| {
        let first = member.fields().first()?;
        let is_text = first.ty == Type::String && first.required && first.facts.values.is_empty();
        is_text.then_some(first.name.as_str())
    });
    let texts: Vec<&str> = texts.collect::<Option<_>>()?;
    let (first, others) = texts.split_first()?;
    (!others.is_empty() && others.iter().all(|other| other == first)).then_some(first)
}

fn report_no_constant(
    context: &Context<'_>,
    def: &TypeDef,
    first: &TypeDef,
    tag: &str,
) -> Diagnostic {
    let at = ItemPath::member(&first.name, tag);
    let place = context.place(&at, Meaning::Description);
    let place = place.or_else(|| context.place(&at, Meaning::Name));
    LINT.diagnostic(format!(
        "the members of `{}` can't be told apart by `{tag}`",
        def.name
    ))
    .label_at(place, "no constant")
    .help(format!(
        "say which value `{tag}` always has in each member: always “note”"
    ))
    .about(ItemPath::owner(&def.name))
}

/// Returns the constant text of a field.
fn constant_text(field: &Field) -> Option<&str> {
    match field.facts.constant.as_ref()? {
        Scalar::String(text) => Some(text),
        _ => None,
    }
}

/// Returns the constant text of the field with this name.
fn constant<'a>(def: &'a TypeDef, name: &str) -> Option<&'a str> {
    let mut fields = def.fields().iter();
    constant_text(fields.find(|field| field.name == name)?)
}

/// A field that has a constant in some members: the first of them, and their number.
struct Tag<'a> {
    name: &'a str,
    first: &'a TypeDef,
    count: usize,
}

/// Collects the tags of these members, in the order in which they come first.
fn collect_tags<'a>(members: &[&'a TypeDef]) -> Vec<Tag<'a>> {
    let mut tags: Vec<Tag<'a>> = Vec::new();
    let mut known: HashMap<&str, usize> = HashMap::new();
    for first in members.iter().copied() {
        let fields = first.fields().iter();
        for field in fields.filter(|field| constant_text(field).is_some()) {
            let name = field.name.as_str();
            let index = *known.entry(name).or_insert(tags.len());
            match tags.get_mut(index) {
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

/// Finds a tag that the others have and this member lacks.
///
/// A member with a text of that name lacks its constant: where `Cat` has `kind`, always “cat”, the
/// `kind` of `Dog` must be a constant too. A member without such a field lacks it only if most
/// members have it: that one of three members happens to have a constant `unit` tells nothing.
fn missing_tag<'t, 'a>(
    member: &TypeDef,
    tags: &'t [Tag<'a>],
    members: usize,
) -> Option<&'t Tag<'a>> {
    let fields = member.fields().iter();
    let own: HashMap<&str, &Field> = fields.map(|field| (field.name.as_str(), field)).collect();
    tags.iter().find(|tag| match own.get(tag.name) {
        Some(field) if constant_text(field).is_some() => false,
        Some(field) if field.ty == Type::String => true,
        _ if misspelt_tag(member, tag, tags).is_some() => true,
        _ => tag.count > 1 && tag.count * 2 > members,
    })
}

/// Finds the field of a member that is probably its misspelt tag: a constant `kindd`, where more
/// members, or the first, have a `kind`.
fn misspelt_tag<'a>(member: &'a TypeDef, tag: &Tag<'_>, tags: &[Tag<'_>]) -> Option<&'a str> {
    let place = |name: &str| tags.iter().position(|tag| tag.name == name);
    let is_rarer = |name: &str| {
        let other = place(name)?;
        let is_later = Some(other) > place(tag.name);
        Some(tags[other].count < tag.count || (tags[other].count == tag.count && is_later))
    };
    let constants = member.fields().iter();
    let constants = constants.filter(|field| constant_text(field).is_some());
    let mut names = constants.map(|field| field.name.as_str());
    names.find(|name| count_slips(name, tag.name).is_some() && is_rarer(name).unwrap_or_default())
}

fn report_untagged(
    context: &Context<'_>,
    def: &TypeDef,
    member: &TypeDef,
    tag: &Tag<'_>,
    misspelt: Option<&str>,
) -> Diagnostic {
    let (
        union,
        name,
        Tag {
            name: tag, first, ..
        },
    ) = (&def.name, &member.name, tag);
    let place = misspelt
        .and_then(|other| context.place(&ItemPath::member(name, other), Meaning::Name))
        .or_else(|| context.place(&ItemPath::member(name, tag), Meaning::Description))
        .or_else(|| context.place(&ItemPath::owner(name), Meaning::Name));
    let value = constant(first, tag).unwrap_or_default();
    let help = match misspelt {
        Some(other) => format!("did you mean `{tag}` in place of `{other}`?"),
        None => format!(
            "say which value `{tag}` always has in `{name}`, as `{value}` in `{}`",
            first.name
        ),
    };
    let message = format!("`{name}` can't be told apart from the other members of `{union}`");
    let diagnostic = LINT
        .diagnostic(message)
        .label_at(place, format!("no constant `{tag}`"))
        .help(help)
        .about(ItemPath::owner(union));
    quote_constant(context, diagnostic, first, tag)
}

/// The required fields of a member, with their constants.
type Required<'a> = HashMap<&'a str, Option<&'a Scalar>>;

fn required(def: &TypeDef) -> Required<'_> {
    let fields = def.fields().iter().filter(|field| field.required);
    let pairs = fields.map(|field| (field.name.as_str(), field.facts.constant.as_ref()));
    pairs.collect()
}

/// Tells whether nothing distinguishes two members.
///
/// Two with the same constant, `kind` “cat”, are alike if the required fields of one are all
/// required in the other: a value of the larger one is also one of the smaller. Without a common
/// constant, only members with the very same required fields are alike.
fn are_alike(a: &Required<'_>, b: &Required<'_>) -> bool {
    let share_constant = a
        .iter()
        .any(|(name, value)| value.is_some() && b.get(name) == Some(value));
    if share_constant {
        is_within(a, b) || is_within(b, a)
    } else {
        is_within(a, b) && is_within(b, a)
    }
}

fn is_within(a: &Required<'_>, b: &Required<'_>) -> bool {
    a.iter().all(|(name, value)| b.get(name) == Some(value))
}

fn report_alike(
    context: &Context<'_>,
    def: &TypeDef,
    one: &TypeDef,
    other: &TypeDef,
) -> Diagnostic {
    let (union, a, b) = (&def.name, &one.name, &other.name);
    let shared = one
        .fields()
        .iter()
        .map(|field| field.name.as_str())
        .find(|tag| {
            let value = constant(one, tag);
            value.is_some() && value == constant(other, tag)
        });
    let place = match shared {
        Some(tag) => context.place(&ItemPath::member(b, tag), Meaning::Description),
        None => context.place(&ItemPath::member(union, b), Meaning::Type),
    };
    let diagnostic = LINT
        .diagnostic(format!("`{a}` and `{b}` can't be told apart in `{union}`"))
        .label_at(place, format!("the same as in `{a}`"))
        .help("give each a constant of its own, or a required field that the other lacks")
        .about(ItemPath::owner(union));
    match shared {
        Some(tag) => quote_constant(context, diagnostic, one, tag),
        None => diagnostic,
    }
}

/// Adds the constant of a member as evidence.
fn quote_constant(
    context: &Context<'_>,
    diagnostic: Diagnostic,
    def: &TypeDef,
    tag: &str,
) -> Diagnostic {
    let place = context.place(&ItemPath::member(&def.name, tag), Meaning::Description);
    diagnostic.evidence_at(place, format!("in `{}`", def.name))
}
