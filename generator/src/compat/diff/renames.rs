//! What is gone and what is new that may be the same under another name. It is a hint: a page says of
//! no item what it was called before.

use std::collections::{BTreeMap, BTreeSet};

use schema::index::Index;
use schema::path::ItemPath;
use schema::schema::{Field, Schema, Shape};
use schema::ty::Type;

use super::change::{Change, ChangeKind};

/// The least part of its members, in percent, that an item shares with what it was called before.
const ALIKE: usize = 75;
/// The most items of a kind that are gone where names are compared. Where more are gone, it is
/// another page.
const MOST: usize = 100;

/// The kinds of what is gone, each with that of what is new.
const KINDS: [(ChangeKind, ChangeKind); 4] = [
    (ChangeKind::MethodRemoved, ChangeKind::MethodAdded),
    (ChangeKind::TypeRemoved, ChangeKind::TypeAdded),
    (ChangeKind::ParamRemoved, ChangeKind::ParamAdded),
    (ChangeKind::FieldRemoved, ChangeKind::FieldAdded),
];

/// Finds, for items that are gone, the new ones that they may be called now. An item is one of two
/// only where neither could be another: `StoryArea {x, y}` that is gone may be the new `Area {x, y}`,
/// unless there is a new `Place {x, y}` too.
pub fn find_renames(
    old: &Schema,
    new: &Schema,
    changes: &[Change],
) -> BTreeMap<ItemPath, ItemPath> {
    let (old, new) = (Index::new(old), Index::new(new));
    let mut found = BTreeMap::new();
    for (removed, added) in KINDS {
        let of_kind = |kind| changes.iter().filter(move |one| one.kind == kind);
        if of_kind(removed).count() <= MOST {
            let gone: Vec<_> = of_kind(removed)
                .map(|one| Item::new(&old, &one.at))
                .collect();
            let new: Vec<_> = of_kind(added).map(|one| Item::new(&new, &one.at)).collect();
            found.extend(match_items(&gone, &new));
        }
    }
    found
}

/// Pairs what is gone with what is new, where each is like the other alone.
fn match_items(gone: &[Item<'_>], new: &[Item<'_>]) -> Vec<(ItemPath, ItemPath)> {
    let only = |item: &Item<'_>, others: &[Item<'_>]| {
        let mut alike = (0..others.len()).filter(|&other| item.is_like(&others[other]));
        alike.next().filter(|_| alike.next().is_none())
    };
    let pairs = gone.iter().filter_map(|item| {
        let renamed = &new[only(item, new)?];
        only(renamed, gone)?;
        Some((item.at.clone(), renamed.at.clone()))
    });
    pairs.collect()
}

/// An item, and what can be compared of it.
struct Item<'a> {
    at: &'a ItemPath,
    /// The parameter or field; `None` for a method or a type.
    field: Option<&'a Field>,
    /// The members of a method or a type, a line each.
    members: BTreeSet<String>,
}

impl<'a> Item<'a> {
    fn new(schema: &Index<'a>, at: &'a ItemPath) -> Self {
        let members = match at.name {
            Some(_) => BTreeSet::new(),
            None => describe(schema, &at.owner),
        };
        Self {
            at,
            field: schema.field(at),
            members,
        }
    }

    fn is_like(&self, other: &Self) -> bool {
        if let (Some(one), Some(other_field)) = (self.field, other.field) {
            let same_type = one.ty == other_field.ty && one.required == other_field.required;
            let same_owner = self.at.owner == other.at.owner;
            return same_owner && same_type && share_word(&one.name, &other_field.name);
        }
        let shared = self.members.intersection(&other.members).count() * 100;
        let most = self.members.len().max(other.members.len());
        most > 0 && shared >= ALIKE * most
    }
}

/// Checks whether two names of fields have a word in common: `option_text_entities` and
/// `option_entities`. Of two flags, `is_big` and `has_link`, neither is the other.
fn share_word(one: &str, other: &str) -> bool {
    let words = |name: &str| -> BTreeSet<String> {
        let words = name.split('_').filter(|word| word.len() > 3);
        words.map(str::to_owned).collect()
    };
    !words(one).is_disjoint(&words(other))
}

/// The members of a method or a type, and what it returns, a line each.
fn describe(schema: &Index<'_>, owner: &str) -> BTreeSet<String> {
    let member = |field: &Field| format!("{}: {}", field.name, field.ty);
    if let Some(method) = schema.method(owner) {
        let returns = method.returns.iter().map(Type::to_string);
        return returns.chain(method.params.iter().map(member)).collect();
    }
    match schema.type_def(owner).map(|def| &def.shape) {
        Some(Shape::Struct(fields)) => fields.iter().map(member).collect(),
        Some(Shape::Union(union)) => union.one_of.iter().map(Type::to_string).collect(),
        None => BTreeSet::new(),
    }
}
