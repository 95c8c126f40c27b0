//! The type that a server sends a bot's news in, and what its helpers find there: in comes an
//! API, out go the payloads and, for each role (a message, a chat, a sender), the way to it.
//!
//! **The update** is the structure that a method with a parameter `offset` returns a list of,
//! where one field of it is required, a whole number, and all others are optional objects.
//! **Its payloads** are those others.
//! **A role** has the type that a field of its name has: the message in the update, the chat and
//! the sender in the message.

use schema::schema::{Field, Shape};
use schema::ty::Type;

use crate::resolve::api::Api;
use crate::rust::ident::snake;

/// The parameter that asks for the next part of a list.
pub(crate) const OFFSET: &str = "offset";

/// What the fields are called that hold a message, a chat, a sender. All but the first are there
/// for platforms with other words than Telegram's.
const MESSAGE: &[&str] = &["message"];
const CHAT: &[&str] = &["chat", "room", "channel"];
const SENDER: &[&str] = &["from", "sender", "author"];

/// The update of an API.
pub(crate) struct Update<'a> {
    /// Its name on the page.
    pub(crate) name: &'a str,
    /// The fields of which one is present.
    pub(crate) payloads: Vec<&'a Field>,
    /// What its helpers find.
    pub(crate) roles: Vec<Role<'a>>,
}

/// What a helper finds.
pub(crate) struct Role<'a> {
    /// The helper's name.
    pub(crate) helper: &'static str,
    /// The type, by its name on the page.
    pub(crate) ty: &'a str,
    words: &'static [&'static str],
}

/// The update of an API, where it has one.
pub(crate) fn find_update<'a>(api: &'a Api) -> Option<Update<'a>> {
    let schema = &api.model.schema;
    let listed = schema.methods.iter().filter_map(|method| {
        let mut params = method.params.iter();
        match &method.returns {
            Some(Type::Array(item)) if params.any(|param| param.name == OFFSET) => named(item),
            _ => None,
        }
    });
    let mut found = listed.filter_map(|name| {
        let payloads = payloads(api, name)?;
        let roles = roles(api, &payloads);
        let is_sent = api.is_sent(&api.names.ty(name));
        (!is_sent).then_some(Update {
            name,
            payloads,
            roles,
        })
    });
    found.next()
}

/// The optional fields, where a structure is an update.
fn payloads<'a>(api: &'a Api, name: &str) -> Option<Vec<&'a Field>> {
    api.sequence_field(name)?;
    let optional = fields(api, name)?.iter().filter(|field| !field.required);
    Some(optional.collect())
}

/// The roles that the platform has a type for; none where two of them share one.
fn roles<'a>(api: &'a Api, payloads: &[&'a Field]) -> Vec<Role<'a>> {
    let first = |fields: &mut dyn Iterator<Item = &'a Field>, words: &[&str]| {
        let mut fields = fields.filter(|field| words.contains(&field.name.as_str()));
        fields.find_map(|field| named(&field.ty))
    };
    let message = first(&mut payloads.iter().copied(), MESSAGE);
    let inside = message
        .and_then(|name| fields(api, name))
        .unwrap_or_default();
    let types = [
        ("message", message, MESSAGE),
        ("chat", first(&mut inside.iter(), CHAT), CHAT),
        ("sender", first(&mut inside.iter(), SENDER), SENDER),
    ];
    let mut roles: Vec<Role<'a>> = Vec::new();
    for (helper, ty, words) in types {
        let ty = ty.filter(|ty| roles.iter().all(|role| role.ty != *ty));
        roles.extend(ty.map(|ty| Role { helper, ty, words }));
    }
    roles
}

impl Role<'_> {
    /// Whether this is what the fields of such a value are called: by one of the role's words, or
    /// like their type.
    pub(crate) fn names(&self, field: &Field) -> bool {
        self.words.contains(&field.name.as_str()) || field.name == snake(self.ty)
    }
}

/// The name of a type that has one on the page.
pub(crate) fn named(ty: &Type) -> Option<&str> {
    match ty {
        Type::Named(name) => Some(name),
        _ => None,
    }
}

/// The fields of a structure.
pub(crate) fn fields<'a>(api: &'a Api, name: &str) -> Option<&'a [Field]> {
    match &api.model.schema.type_def(name)?.shape {
        Shape::Struct(fields) => Some(fields),
        Shape::Union(_) => None,
    }
}
