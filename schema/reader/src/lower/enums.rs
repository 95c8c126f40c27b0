//! Types with a list of values: their sections in, the values of the fields that have them out.
//!
//! The schema states values where they are used: a field of the type `LoftKind` becomes a `String`
//! with `enum: [User, Group]`, as if its description listed them. So a reader of `schema.yaml` needs
//! no third kind of type, and in Rust it is the string enum that such fields have anyway.

use std::collections::HashMap;

use super::section::Section;
use super::{Lowering, language};
use crate::account::Meaning;
use crate::block::{Style, Text};
use crate::tables::values::Values;
use schema::{Facts, Field, ItemPath, Schema, Shape, Span, Type};

/// The types of a page that have a list of values, by name.
#[derive(Debug, Default)]
pub(super) struct Enums(HashMap<String, Enum>);

/// A type that has a list of values.
#[derive(Debug)]
struct Enum {
    values: Values,
    /// The place of its name.
    name: Span,
    /// True if the values of some field are these.
    is_used: bool,
    /// True if a result or a member of a union has the type: the schema has no place for values there.
    is_named: bool,
}

/// A type whose values no field has.
pub(super) struct UnusedValues {
    pub(super) name: String,
    pub(super) span: Span,
    /// True if something else has the type.
    pub(super) is_named: bool,
}

impl Lowering<'_> {
    /// Reads a section that lists the values of its type; returns false where it lists none.
    pub(super) fn lower_enum(&mut self, section: &Section<'_>, at: &ItemPath) -> bool {
        let Some(values) = self.read_values(section) else {
            return false;
        };
        for span in values.spans() {
            self.account.enter(at.clone(), Meaning::Fact, span);
        }
        let found = Enum {
            values,
            name: section.name_span,
            is_used: false,
            is_named: false,
        };
        self.enums.0.insert(section.name.clone(), found);
        true
    }

    fn read_values(&self, section: &Section<'_>) -> Option<Values> {
        match section.tables.as_slice() {
            [] => self.read_listed_values(section),
            [table] => table.values_of(&section.name),
            _ => None,
        }
    }

    /// Reads the values of a list, “`user`: a person”, where the prose or the name of the type says
    /// that it has some.
    fn read_listed_values(&self, section: &Section<'_>) -> Option<Values> {
        let prose = section.prose();
        let dialect = language::section_dialect(&prose, self.dialect);
        if !dialect.unions.is_match(&prose)
            && !self.known_types.dialects.names_values(&section.name)
        {
            return None;
        }
        let values = section.items.iter().map(|item| first_code(item));
        Values::read(values.collect::<Option<_>>()?)
    }
}

/// The word in code that an item begins with.
fn first_code(item: &Text) -> Option<(String, Span)> {
    let first = item.runs().first()?;
    (first.style == Style::Code).then(|| (first.text.clone(), first.span))
}

impl Enums {
    /// Gives each field of a type with values its values; returns the types whose values no field
    /// has.
    pub(super) fn apply(mut self, schema: &mut Schema) -> Vec<UnusedValues> {
        if self.0.is_empty() {
            return Vec::new();
        }
        for method in &mut schema.methods {
            method.params.iter_mut().for_each(|field| self.fill(field));
            method.returns = method.returns.take().map(|ty| self.replace_named(&ty));
        }
        for def in &mut schema.types {
            match &mut def.shape {
                Shape::Struct(fields) => fields.iter_mut().for_each(|field| self.fill(field)),
                Shape::Union(union) => {
                    for member in &mut union.one_of {
                        *member = self.replace_named(member);
                    }
                }
            }
        }
        self.list_unused()
    }

    fn list_unused(self) -> Vec<UnusedValues> {
        let unused = self.0.into_iter().filter(|(_, one)| !one.is_used);
        let unused = unused.map(|(name, one)| UnusedValues {
            name,
            span: one.name,
            is_named: one.is_named,
        });
        let mut unused: Vec<_> = unused.collect();
        unused.sort_by_key(|one| one.span.start());
        unused
    }

    /// Replaces the names in a type, and notes that something has them.
    fn replace_named(&mut self, ty: &Type) -> Type {
        for name in ty.names() {
            if let Some(found) = self.0.get_mut(name) {
                found.is_named = true;
            }
        }
        self.replace(ty)
    }

    fn fill(&mut self, field: &mut Field) {
        let name = match innermost(&field.ty) {
            Type::Named(name) if self.0.contains_key(name) => Some(name.clone()),
            ty => self.find_mentioned(ty, field.doc.as_deref().unwrap_or_default()),
        };
        field.ty = self.replace_named(&field.ty);
        let has_values = |facts: &Facts| facts.constant.is_some() || !facts.values.is_empty();
        let found = name.and_then(|name| self.0.get_mut(&name));
        if let Some(found) = found {
            found.is_used = true;
            if !has_values(&field.facts) {
                field.facts.values = found.values.scalars();
            }
        }
    }

    /// Finds the one type whose values a description says that a number or a text has: “Its kind,
    /// a LoftKind”.
    fn find_mentioned(&self, ty: &Type, description: &str) -> Option<String> {
        let words = description.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
        let mut found = words.filter_map(|word| self.0.get_key_value(word));
        let (name, first) = found.next()?;
        let is_only = found.all(|(other, _)| other == name);
        (is_only && first.values.ty() == *ty).then(|| name.clone())
    }

    /// A type with that of the values in place of each name.
    fn replace(&self, ty: &Type) -> Type {
        match ty {
            Type::Named(name) => match self.0.get(name) {
                Some(found) => found.values.ty(),
                None => ty.clone(),
            },
            Type::Array(item) => Type::array(self.replace(item)),
            Type::Union(members) => {
                let members: Vec<Type> = members.iter().map(|one| self.replace(one)).collect();
                Type::union(members).unwrap_or_else(|| ty.clone())
            }
            _ => ty.clone(),
        }
    }
}

/// The items of an array, or the type itself.
fn innermost(ty: &Type) -> &Type {
    match ty {
        Type::Array(item) => innermost(item),
        ty => ty,
    }
}
