//! The type that a server sends a bot's news in, and what its helpers find there: in comes an
//! API, out go the payloads and the roles: a message, a chat, a sender.
//!
//! **The update** is the structure that a method which asks for updates returns a list of, where one
//! field of it is required, a whole number, and all others are optional objects.
//! **Its payloads** are those others.
//! **A role** has the type that a field of its name has: the message in the update, the chat and
//! the sender in the message.

use schema::schema::{Field, Method};
use schema::ty::Type;

use crate::resolve::api::Api;
use crate::resolve::sequence::confirming_param;
use crate::rust::ident::snake;

/// The names of fields that hold a message, a chat, a sender. All but the first of each are there
/// for platforms with other words than Telegram's: `room: Room` is a chat as well.
const MESSAGE: &[&str] = &["message"];
const CHAT: &[&str] = &["chat", "room", "channel"];
const SENDER: &[&str] = &["from", "sender", "author"];

/// The update of an API.
pub(crate) struct Update<'a> {
    /// Its name on the page.
    pub(crate) name: &'a str,
    /// The fields of which one is present.
    pub(crate) payloads: Vec<&'a Field>,
    /// The roles that its helpers find.
    pub(crate) roles: Vec<Role<'a>>,
}

/// A role, such as the chat, which a helper finds.
pub(crate) struct Role<'a> {
    /// The helper's name.
    pub(crate) helper: &'static str,
    /// The type, by its name on the page.
    pub(crate) ty: &'a str,
    field_names: &'static [&'static str],
}

/// Finds the update of an API: the first type that a method lists and that is one.
pub(crate) fn find_update(api: &Api) -> Option<Update<'_>> {
    let mut methods = api.model.schema.methods.iter();
    methods.find_map(|method| {
        let name = listed_type(api, method)?;
        let payloads = find_payloads(api, name)?;
        Some(Update {
            name,
            roles: find_roles(api, &payloads),
            payloads,
        })
    })
}

/// The type that a method returns a list of, a part at a time: `Update` of
/// `getUpdates(offset) → Array of Update`.
fn listed_type<'a>(api: &'a Api, method: &'a Method) -> Option<&'a str> {
    let Some(Type::Array(item)) = &method.returns else {
        return None;
    };
    let confirming = confirming_param(api.updates(), method)?;
    let confirms = method.params.iter().any(|param| param.name == confirming);
    type_name(item).filter(|_| confirms)
}

/// Finds the optional fields of a structure that is an update; a type that bots send is none.
fn find_payloads<'a>(api: &'a Api, name: &str) -> Option<Vec<&'a Field>> {
    api.sequence_field(name)?;
    api.envelope_field(name)?;
    if api.is_sent(&api.names.ty(name)) {
        return None;
    }
    let fields = api.struct_fields(name)?.iter();
    Some(fields.filter(|field| !field.required).collect())
}

/// Finds the roles that the platform has a type for. Of two that share one, the first has it:
/// where `Message.chat` and `Message.from` are both a `Peer`, a `Peer` is the chat, and there is no
/// sender.
fn find_roles<'a>(api: &'a Api, payloads: &[&'a Field]) -> Vec<Role<'a>> {
    let message = find_type(payloads.iter().copied(), MESSAGE);
    let fields = message
        .and_then(|name| api.struct_fields(name))
        .unwrap_or_default();
    let types = [
        ("message", message, MESSAGE),
        ("chat", find_type(fields, CHAT), CHAT),
        ("sender", find_type(fields, SENDER), SENDER),
    ];
    let mut roles: Vec<Role<'a>> = Vec::new();
    for (helper, ty, field_names) in types {
        let Some(ty) = ty else { continue };
        if roles.iter().all(|role| role.ty != ty) {
            roles.push(Role {
                helper,
                ty,
                field_names,
            });
        }
    }
    roles
}

/// Finds the type of the first field that has one of these names.
fn find_type<'a>(
    fields: impl IntoIterator<Item = &'a Field>,
    field_names: &[&str],
) -> Option<&'a str> {
    fields
        .into_iter()
        .filter(|field| field_names.contains(&field.name.as_str()))
        .find_map(|field| type_name(&field.ty))
}

impl Role<'_> {
    /// Checks whether a field is called like the fields of such a value: by one of the role's
    /// names, or like their type. A chat is in a field `chat`, or `forum_topic: ForumTopic`.
    pub(crate) fn names_field(&self, field: &Field) -> bool {
        self.field_names.contains(&field.name.as_str()) || field.name == snake(self.ty)
    }
}

/// The name of a type that has one on the page.
pub(crate) fn type_name(ty: &Type) -> Option<&str> {
    match ty {
        Type::Named(name) => Some(name),
        _ => None,
    }
}
