//! Entries → items: one for all entries that say the same of members of one name.

use std::collections::HashMap;

use schema::schema::Schema;

use super::entries::Entry;
use super::{Item, phrase};
use crate::render::human::plural;

/// The most owners that are named on the item's own line.
const NAMED: usize = 3;

/// Lists entries, an item for each.
pub(super) fn list(entries: &[Entry<'_>]) -> Vec<Item> {
    let lines = entries.iter();
    let lines = lines.map(|entry| format!("`{}`{}", entry.at, phrase::of_one(entry)));
    lines.map(Item::new).collect()
}

/// Members of which the note says the same.
struct Group<'a> {
    names: Vec<&'a str>,
    /// The owners, in each of which are members of all these names.
    owners: Vec<&'a str>,
    text: String,
}

/// Lists entries. Those of one name that have all else in common are one item, “`ink` of 13 methods:
/// `String`, optional”, and so are those of the same owners: “`ink`, `pen` of `sendNote`: …”.
pub(super) fn group(schema: &Schema, entries: &[Entry<'_>]) -> Vec<Item> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    let mut known: HashMap<(Vec<&str>, String), usize> = HashMap::new();
    for same_name in group_by_name(entries) {
        let group = Group::of(&same_name);
        let next = groups.len();
        let index = match group.names.as_slice() {
            [] => next,
            _ => {
                let key = (group.owners.clone(), group.text.clone());
                *known.entry(key).or_insert(next)
            }
        };
        match groups.get_mut(index) {
            Some(known) => known.names.extend(group.names),
            None => groups.push(group),
        }
    }
    groups.iter().map(|group| group.write(schema)).collect()
}

/// Groups the entries of members that have their name, and what the note says, in common.
fn group_by_name<'a, 'b>(entries: &'b [Entry<'a>]) -> Vec<Vec<&'b Entry<'a>>> {
    let mut groups: Vec<Vec<&Entry<'_>>> = Vec::new();
    let mut known: HashMap<(&str, String), usize> = HashMap::new();
    for entry in entries {
        let Some(name) = entry.at.name.as_deref() else {
            groups.push(vec![entry]);
            continue;
        };
        let key = (name, phrase::of_many(entry));
        let index = *known.entry(key).or_insert(groups.len());
        match groups.get_mut(index) {
            Some(group) => group.push(entry),
            None => groups.push(vec![entry]),
        }
    }
    groups
}

impl<'a> Group<'a> {
    fn of(entries: &[&Entry<'a>]) -> Self {
        let names = entries.first().and_then(|entry| entry.at.name.as_deref());
        Self {
            names: names.into_iter().collect(),
            owners: entries
                .iter()
                .map(|entry| entry.at.owner.as_str())
                .collect(),
            text: match entries {
                [one] => phrase::of_one(one),
                many => many
                    .first()
                    .map(|one| phrase::of_many(one))
                    .unwrap_or_default(),
            },
        }
    }

    fn write(&self, schema: &Schema) -> Item {
        let Self {
            names,
            owners,
            text,
        } = self;
        // “`ink` is” but “`ink`, `pen`: each is”.
        let is_each = names.len() > 1 && text.starts_with(" is ");
        let text = &format!("{}{text}", if is_each { ": each" } else { "" });
        let list = |all: &[&str]| {
            let all: Vec<String> = all.iter().map(|one| format!("`{one}`")).collect();
            all.join(", ")
        };
        match (names.as_slice(), owners.as_slice()) {
            ([], owners) => Item::new(list(owners) + text),
            ([name], [owner]) => Item::new(format!("`{owner}.{name}`{text}")),
            (names, owners) if owners.len() <= NAMED => {
                Item::new(format!("{} of {}{text}", list(names), list(owners)))
            }
            (names, owners) => Item {
                text: format!("{} of {}{text}", list(names), count_owners(schema, owners)),
                parts: vec![list(owners)],
            },
        }
    }
}

/// Counts the owners of members: `13 methods`.
fn count_owners(schema: &Schema, owners: &[&str]) -> String {
    let methods = owners.iter().filter(|owner| schema.method(owner).is_some());
    let methods = methods.count();
    let types = owners.len() - methods;
    match (methods, types) {
        (methods, 0) => plural(methods, "method"),
        (0, types) => plural(types, "type"),
        (methods, types) => format!(
            "{} and {}",
            plural(methods, "method"),
            plural(types, "type")
        ),
    }
}
