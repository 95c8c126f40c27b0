//! Model → everything that the emitters need to know of an API, worked out once.

use std::collections::BTreeSet;

use schema::model::Model;
use schema::schema::Shape;
use schema::ty::Type;

use crate::check;
use crate::checks;
use crate::error::GenerateError;
use crate::graph::{self, Place};
use crate::inline::{self, Inline};
use crate::names::Names;

/// An API with its names, its nameless unions, and what follows from its types.
pub(crate) struct Api<'a> {
    pub(crate) model: &'a Model,
    pub(crate) names: Names,
    pub(crate) inline: Vec<Inline>,
    boxed: BTreeSet<Place>,
    uploads: BTreeSet<String>,
    sent: BTreeSet<String>,
    checked: BTreeSet<String>,
}

impl<'a> Api<'a> {
    /// Works it out.
    pub(crate) fn new(model: &'a Model) -> Result<Self, GenerateError> {
        check::check(model)?;
        let inline = inline::collect(&model.schema);
        let names = Names::new(model, &inline)?;
        let mut api = Self {
            model,
            names,
            inline,
            boxed: BTreeSet::new(),
            uploads: BTreeSet::new(),
            sent: BTreeSet::new(),
            checked: BTreeSet::new(),
        };
        api.boxed = graph::boxed(&api);
        api.uploads = graph::uploads(&api);
        api.sent = graph::sent(&api);
        api.checked = checks::checked(&api);
        Ok(api)
    }

    /// Whether a field or a variant needs a `Box`, for its type contains its owner.
    pub(crate) fn is_boxed(&self, owner: &str, member: &str) -> bool {
        self.boxed.contains(&Place::new(owner, member))
    }

    /// Whether values of a type may hold files to upload.
    pub(crate) fn uploads(&self, ty: &Type) -> bool {
        match ty {
            Type::InputFile => true,
            Type::Array(item) => self.uploads(item),
            other => self
                .rust_name(other)
                .is_some_and(|name| self.uploads.contains(&name)),
        }
    }

    /// Whether users make values of a type, by its Rust name, to send them with a request.
    pub(crate) fn is_sent(&self, rust_name: &str) -> bool {
        self.sent.contains(rust_name)
    }

    /// Whether values of a type hold anything that is checked before they are sent.
    pub(crate) fn is_checked(&self, ty: &Type) -> bool {
        checks::holds(self, ty, &self.checked)
    }

    /// The same of a generated type, by its Rust name.
    pub(crate) fn checks(&self, rust_name: &str) -> bool {
        self.checked.contains(rust_name)
    }

    /// The Rust name of a type that is generated.
    pub(crate) fn rust_name(&self, ty: &Type) -> Option<String> {
        match ty {
            Type::Named(name) => Some(self.names.ty(name)),
            Type::Union(members) => Some(self.names.union(members)),
            _ => None,
        }
    }

    /// Whether a type is one of several others, with or without a name on the page.
    pub(crate) fn is_union(&self, ty: &Type) -> bool {
        match ty {
            Type::Union(_) => true,
            Type::Named(name) => {
                let def = self.model.schema.type_def(name);
                def.is_some_and(|def| matches!(def.shape, Shape::Union(_)))
            }
            _ => false,
        }
    }
}
