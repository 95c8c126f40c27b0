//! Model → everything that the emitters need to know of an API, worked out once.

use std::collections::BTreeSet;

use schema::model::Model;
use schema::schema::{Field, Shape};
use schema::ty::Type;
use schema::union_names::sorted;

use crate::error::GenerateError;
use crate::resolve::anonymous_union::{self, Inline};
use crate::resolve::boxing;
use crate::resolve::inherited::{Borrowers, Lent, is_words};
use crate::resolve::limits;
use crate::resolve::names::Names;
use crate::resolve::prepare::Prepared;
use crate::resolve::string_enum::{Words, is_key};
use crate::resolve::type_graph::{self, Place};

/// An API with its names, its nameless unions, and what follows from its types.
pub(crate) struct Api<'a> {
    pub(crate) model: &'a Model,
    pub(crate) words: &'a [Words],
    pub(crate) names: Names,
    pub(crate) inline: Vec<Inline>,
    /// What it takes from its base.
    pub(crate) lent: Lent,
    borrowers: Borrowers,
    boxed: BTreeSet<Place>,
    uploads: BTreeSet<String>,
    sent: BTreeSet<String>,
    checked: BTreeSet<String>,
    received: BTreeSet<String>,
}

/// What the values of a type are for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Uses {
    sent: bool,
    received: bool,
    read: bool,
}

impl<'a> Api<'a> {
    /// Works it out, but for the sizes.
    pub(crate) fn new(
        prepared: &'a Prepared,
        base: Option<&Api<'_>>,
    ) -> Result<Self, GenerateError> {
        let Prepared { model, words } = prepared;
        let inline = anonymous_union::collect(&model.schema);
        let lent = base.map(|base| Lent::new(model, words, &inline, base));
        let lent = lent.unwrap_or_default();
        let mut api = Self {
            names: Names::new(prepared, &inline, &lent)?,
            model,
            words,
            inline,
            lent,
            borrowers: Borrowers::new(),
            boxed: BTreeSet::new(),
            uploads: BTreeSet::new(),
            sent: BTreeSet::new(),
            received: BTreeSet::new(),
            checked: BTreeSet::new(),
        };
        api.uploads = type_graph::uploads(&api);
        api.sent = type_graph::sent(&api);
        api.received = type_graph::received(&api);
        Ok(api)
    }

    /// Decides what is boxed, once every use of its types is known. `bases` have decided already.
    pub(crate) fn decide_boxes(&mut self, bases: &[Api<'_>]) {
        self.boxed = type_graph::boxed(self);
        for base in bases {
            let theirs = |place: &&Place| self.lent.home(place.owner()) == Some(&base.model.api);
            let boxed: Vec<Place> = base.boxed.iter().filter(theirs).cloned().collect();
            self.boxed.extend(boxed);
        }
        let large = boxing::boxed(self);
        self.boxed.extend(large);
    }

    /// Decides what is checked before it is sent, once every use of its types is known.
    pub(crate) fn decide_checks(&mut self) {
        self.checked = limits::checked(self);
    }

    /// What the values of a type are for, by its Rust name.
    pub(crate) fn uses(&self, rust: &str) -> Uses {
        let union = |union: &&Inline| self.names.union(&union.members) == rust;
        Uses {
            sent: self.sent.contains(rust),
            received: self.received.contains(rust),
            read: self.inline.iter().find(union).is_some_and(|u| u.read),
        }
    }

    /// Lends a thing to another API, which uses it for this.
    pub(crate) fn lend(&mut self, rust: &str, to: &str, uses: Uses) {
        let borrowers = self.borrowers.entry(rust.to_owned()).or_default();
        borrowers.insert(to.to_owned());
        if uses.sent {
            self.sent.insert(rust.to_owned());
        }
        if uses.received {
            self.received.insert(rust.to_owned());
        }
        for union in &mut self.inline {
            union.read |= uses.read && self.names.union(&union.members) == rust;
        }
    }

    /// The APIs that share a thing of this API's.
    pub(crate) fn borrowers(&self, rust: &str) -> BTreeSet<String> {
        self.borrowers.get(rust).cloned().unwrap_or_default()
    }

    /// Each group of APIs that share something of this API's.
    pub(crate) fn groups(&self) -> BTreeSet<BTreeSet<String>> {
        self.borrowers.values().cloned().collect()
    }

    /// Whether it has a union of these members that has no name on the page.
    pub(crate) fn has_inline(&self, wanted: &[Type]) -> bool {
        let mut unions = self.inline.iter();
        unions.any(|union| sorted(&union.members) == wanted)
    }

    /// Whether a field or a variant needs a `Box`: its type contains its owner, or is large.
    pub(crate) fn is_boxed(&self, owner: &str, member: &str) -> bool {
        self.boxed.contains(&Place::new(owner, member))
    }

    /// Whether values of a type may hold files to upload.
    pub(crate) fn uploads(&self, ty: &Type) -> bool {
        type_graph::holds_file(self, ty, &self.uploads)
    }

    /// Whether users make values of a type, by its Rust name, to send them with a request.
    pub(crate) fn is_sent(&self, rust_name: &str) -> bool {
        self.sent.contains(rust_name)
    }

    /// Whether values of a type, by its Rust name, come from a server.
    pub(crate) fn is_received(&self, rust_name: &str) -> bool {
        self.received.contains(rust_name)
    }

    /// Whether values of a type hold anything that is checked before they are sent.
    pub(crate) fn is_checked(&self, ty: &Type) -> bool {
        limits::holds(self, ty, &self.checked)
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

    /// Whether a value of a type is made of whatever turns into it: one of several types, with or
    /// without a name on the page, or one of several words.
    pub(crate) fn is_made_into(&self, ty: &Type) -> bool {
        match ty {
            Type::Union(_) => true,
            Type::Named(name) => {
                let def = self.model.schema.type_def(name);
                is_key(name) || def.is_some_and(|def| matches!(def.shape, Shape::Union(_)))
            }
            _ => false,
        }
    }

    /// The field that numbers the values of a type which come in lists to be handled one by one:
    /// all else of it is optional, and is an object.
    pub(crate) fn number(&self, name: &str) -> Option<&'a str> {
        let listed = Type::array(Type::Named(name.to_owned()));
        let mut methods = self.model.schema.methods.iter();
        let fields = self.model.schema.type_def(name)?.fields();
        let (required, rest): (Vec<_>, Vec<_>) = fields.iter().partition(|field| field.required);
        let number = required.first().filter(|field| field.ty == Type::Integer)?;
        let is_object = |field: &&Field| matches!(field.ty, Type::Named(_)) && !is_words(&field.ty);
        let is_envelope = required.len() == 1 && rest.len() > 1 && rest.iter().all(is_object);
        let is_listed = methods.any(|method| method.returns.as_ref() == Some(&listed));
        (is_envelope && is_listed).then_some(number.name.as_str())
    }
}
