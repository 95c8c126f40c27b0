//! Two schemas in, what changed between them out, and what of it breaks Rust code.
//!
//! Wording is no difference: prose, links and the order of things are not compared, but for the
//! order of what a constructor takes.

mod fields;
mod verdict;

use std::collections::BTreeSet;

use schema::path::ItemPath;
use schema::schema::{Schema, Shape, TypeDef, Union};
use schema::ty::Type;
use verdict::Sent;

/// One difference.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The kind of difference.
    pub kind: ChangeKind,
    /// The place of the difference: `owner`, `owner.name`, or `union.Variant`.
    pub at: ItemPath,
    /// The text of the old schema; `None` where it has nothing.
    pub from: Option<String>,
    /// The text of the new schema; `None` where it has nothing.
    pub to: Option<String>,
    /// Rust code that compiled against the old may not compile against the new.
    pub breaking: bool,
}

/// The kinds of difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeKind {
    /// A method is new.
    MethodAdded,
    /// A method is gone.
    MethodRemoved,
    /// A type is new.
    TypeAdded,
    /// A type is gone.
    TypeRemoved,
    /// A method takes a new parameter.
    ParamAdded,
    /// A method lost a parameter.
    ParamRemoved,
    /// A type has a new field.
    FieldAdded,
    /// A type lost a field.
    FieldRemoved,
    /// A parameter or field has another type.
    TypeChanged,
    /// A parameter or field became required, or optional.
    RequiredChanged,
    /// The required parameters or fields come in another order.
    OrderChanged,
    /// A method returns something else.
    ReturnsChanged,
    /// A union has a new member.
    VariantAdded,
    /// A union lost a member.
    VariantRemoved,
    /// A fact is new, is gone, or has another value.
    FactChanged,
}

impl ChangeKind {
    /// The word that machines read: `method-added`.
    pub fn name(self) -> &'static str {
        match self {
            Self::MethodAdded => "method-added",
            Self::MethodRemoved => "method-removed",
            Self::TypeAdded => "type-added",
            Self::TypeRemoved => "type-removed",
            Self::ParamAdded => "param-added",
            Self::ParamRemoved => "param-removed",
            Self::FieldAdded => "field-added",
            Self::FieldRemoved => "field-removed",
            Self::TypeChanged => "type-changed",
            Self::RequiredChanged => "required-changed",
            Self::OrderChanged => "order-changed",
            Self::ReturnsChanged => "returns-changed",
            Self::VariantAdded => "variant-added",
            Self::VariantRemoved => "variant-removed",
            Self::FactChanged => "fact-changed",
        }
    }
}

/// The step of the version number that changes ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bump {
    /// Nothing changed.
    None,
    /// Only what is said of values changed.
    Patch,
    /// Something is new, and old code still compiles.
    Minor,
    /// Old code may not compile.
    Major,
}

impl Bump {
    /// The step that these changes ask for.
    pub fn of(changes: &[Change]) -> Self {
        let steps = changes.iter().map(|change| match change.kind {
            _ if change.breaking => Self::Major,
            ChangeKind::FactChanged => Self::Patch,
            _ => Self::Minor,
        });
        steps.max().unwrap_or(Self::None)
    }

    /// The word that machines read: `major`.
    pub fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }
}

/// Lists the changes from one schema to another, in the order of the new one; removals come last.
pub fn diff(old: &Schema, new: &Schema) -> Vec<Change> {
    let sent = Sent::of(old, new);
    let mut changes = diff_methods(old, new);
    changes.extend(diff_types(old, new, &sent));
    changes
}

fn diff_methods(old: &Schema, new: &Schema) -> Vec<Change> {
    let mut changes = Vec::new();
    for method in &new.methods {
        let at = ItemPath::owner(&method.name);
        let Some(was) = old.method(&method.name) else {
            let returns = method.returns.as_ref().map(Type::to_string);
            changes.push(Change::new(ChangeKind::MethodAdded, at, None, returns));
            continue;
        };
        if was.returns != method.returns {
            let [from, to] =
                [&was.returns, &method.returns].map(|ty| ty.as_ref().map(Type::to_string));
            changes.push(Change::new(ChangeKind::ReturnsChanged, at, from, to).breaking());
        }
        changes.extend(fields::diff_params(
            &method.name,
            &was.params,
            &method.params,
        ));
    }
    let gone = old
        .methods
        .iter()
        .filter(|was| new.method(&was.name).is_none());
    changes.extend(gone.map(|was| {
        let at = ItemPath::owner(&was.name);
        let returns = was.returns.as_ref().map(Type::to_string);
        Change::new(ChangeKind::MethodRemoved, at, returns, None).breaking()
    }));
    changes
}

fn diff_types(old: &Schema, new: &Schema, sent: &Sent<'_>) -> Vec<Change> {
    let mut changes = Vec::new();
    for def in &new.types {
        match old.type_def(&def.name) {
            None => {
                let (at, to) = (ItemPath::owner(&def.name), Some(shape_name(def)));
                changes.push(Change::new(ChangeKind::TypeAdded, at, None, to));
            }
            Some(was) => changes.extend(diff_type_def(was, def, sent.contains(&def.name))),
        }
    }
    let gone = old
        .types
        .iter()
        .filter(|was| new.type_def(&was.name).is_none());
    changes.extend(gone.map(|was| {
        let (at, from) = (ItemPath::owner(&was.name), Some(shape_name(was)));
        Change::new(ChangeKind::TypeRemoved, at, from, None).breaking()
    }));
    changes
}

fn shape_name(def: &TypeDef) -> String {
    let text = match &def.shape {
        Shape::Struct(_) => "structure",
        Shape::Union(_) => "union",
    };
    text.to_owned()
}

fn diff_type_def(was: &TypeDef, is: &TypeDef, sent: bool) -> Vec<Change> {
    match (&was.shape, &is.shape) {
        (Shape::Struct(old), Shape::Struct(new)) => fields::diff_fields(&is.name, old, new, sent),
        (Shape::Union(old), Shape::Union(new)) => diff_unions(&is.name, old, new),
        _ => {
            let (from, to) = (Some(shape_name(was)), Some(shape_name(is)));
            let at = ItemPath::owner(&is.name);
            vec![Change::new(ChangeKind::TypeChanged, at, from, to).breaking()]
        }
    }
}

fn diff_unions(name: &str, old: &Union, new: &Union) -> Vec<Change> {
    let [was, is] = [old, new].map(member_names);
    let known: BTreeSet<&String> = was.iter().collect();
    let kept: BTreeSet<&String> = is.iter().collect();
    let added = is
        .iter()
        .filter(|member| !known.contains(member))
        .map(|member| {
            let at = ItemPath::member(name, member);
            Change::new(ChangeKind::VariantAdded, at, None, Some(member.clone()))
        });
    let gone = was
        .iter()
        .filter(|member| !kept.contains(member))
        .map(|member| {
            let at = ItemPath::member(name, member);
            Change::new(ChangeKind::VariantRemoved, at, Some(member.clone()), None).breaking()
        });
    let tag = (old.tag != new.tag).then(|| {
        let [from, to] =
            [&old.tag, &new.tag].map(|tag| tag.as_ref().map(|tag| format!("tag: {tag}")));
        Change::new(ChangeKind::FactChanged, ItemPath::owner(name), from, to)
    });
    added.chain(gone).chain(tag).collect()
}

fn member_names(union: &Union) -> Vec<String> {
    union.one_of.iter().map(Type::to_string).collect()
}

impl Change {
    fn new(kind: ChangeKind, at: ItemPath, from: Option<String>, to: Option<String>) -> Self {
        Self {
            kind,
            at,
            from,
            to,
            breaking: false,
        }
    }

    fn breaking(mut self) -> Self {
        self.breaking = true;
        self
    }

    fn breaking_if(mut self, breaking: bool) -> Self {
        self.breaking |= breaking;
        self
    }
}
