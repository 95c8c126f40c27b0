//! New types and new members of unions → items: a new type stands once, below the union that it is
//! a member of.

use std::collections::HashSet;

use generator::compat::diff::ChangeKind;
use schema::schema::{Schema, TypeDef};
use schema::ty::Type;

use super::Item;
use super::entries::Entry;

/// The new types, and those of them that stand below a union.
pub(super) struct Types<'a> {
    schema: &'a Schema,
    added: HashSet<&'a str>,
    nested: HashSet<&'a str>,
}

impl<'a> Types<'a> {
    /// The types among these entries.
    pub(super) fn of(schema: &'a Schema, entries: &[Entry<'a>]) -> Self {
        let of_kind = |kind: ChangeKind| entries.iter().filter(move |entry| entry.is_of(&[kind]));
        let added = of_kind(ChangeKind::TypeAdded).map(|entry| entry.at.owner.as_str());
        let added: HashSet<&str> = added.collect();
        let variants = of_kind(ChangeKind::VariantAdded);
        let variants = variants.filter_map(|entry| entry.at.name.as_deref());
        let defs = schema
            .types
            .iter()
            .filter(|def| added.contains(def.name.as_str()));
        let members = defs.flat_map(member_names);
        let nested = variants.chain(members).filter(|name| added.contains(name));
        Self {
            nested: nested.collect(),
            schema,
            added,
        }
    }

    /// Lists the new types, those that no union has by themselves.
    pub(super) fn list_added(&self, entries: &[Entry<'_>]) -> Vec<Item> {
        let defs = entries
            .iter()
            .filter_map(|entry| self.schema.type_def(&entry.at.owner));
        let alone =
            defs.filter(|def| !self.nested.contains(def.name.as_str()) || def.union().is_some());
        alone.map(|def| self.item_of_type(def)).collect()
    }

    fn item_of_type(&self, def: &TypeDef) -> Item {
        let Some(union) = def.union() else {
            return Item::new(format!("`{}`", def.name));
        };
        let members = union.one_of.iter().map(|member| format!("`{member}`"));
        Item {
            text: format!("`{}`, a union", def.name),
            parts: members.collect(),
        }
    }

    /// Lists the unions that gained members, each with those.
    pub(super) fn list_grown(&self, entries: &[Entry<'_>]) -> Vec<Item> {
        let unions = entries.chunk_by(|one, next| one.at.owner == next.at.owner);
        let items = unions.map(|members| Item {
            text: format!("`{}`", members[0].at.owner),
            parts: members
                .iter()
                .filter_map(|entry| self.part_of(entry))
                .collect(),
        });
        items.collect()
    }

    fn part_of(&self, entry: &Entry<'_>) -> Option<String> {
        let name = entry.at.name.as_deref()?;
        Some(if self.added.contains(name) {
            format!("`{name}`, a new type")
        } else {
            format!("`{name}`")
        })
    }
}

/// The names of a union's members.
fn member_names(def: &TypeDef) -> impl Iterator<Item = &str> {
    let members = def.union().into_iter().flat_map(|union| &union.one_of);
    members.flat_map(Type::names)
}
