//! A version of an API, and what code sees of it: the Rust types of fields, and calls.

use quote::ToTokens;
use schema::index::Index;
use schema::model::Model;
use schema::path::ItemPath;
use schema::schema::{Field, Schema};
use schema::ty::Type;

use crate::emit::compat_constructor::{CompatConstructor, name_constructors};
use crate::emit::field::{Member, Members, name_fields, name_params};
use crate::emit::rust_type;
use crate::resolve::api::Api;
use crate::resolve::long_poll::find_long_poll;
use crate::resolve::resolve;

/// A version of an API.
pub struct Version {
    /// The statements of its page, with the alternatives of types where these are used.
    pub stated: Schema,
    /// The Rust that is made of it; `None` where the page has a mistake that none can be made of.
    rust: Option<Api>,
}

impl Version {
    /// The version that a page states. `models` has the model of it, and those of the APIs that it
    /// extends.
    pub fn new(stated: Schema, models: &[Model]) -> Self {
        let apis = resolve(models).unwrap_or_default().into_iter();
        let rust = apis.into_iter().find(|api| api.model.api == stated.api);
        let stated = stated.with_alternatives().into_owned();
        Self { stated, rust }
    }
}

/// A version, with its items by name.
pub(super) struct View<'a> {
    pub(super) stated: Index<'a>,
    /// The Rust, and the items that it is made of.
    rust: Option<(&'a Api, Index<'a>)>,
}

impl<'a> View<'a> {
    pub(super) fn new(version: &'a Version) -> Self {
        let rust = version.rust.as_ref();
        Self {
            stated: Index::new(&version.stated),
            rust: rust.map(|api| (api, Index::new(&api.model.schema))),
        }
    }

    /// The type of a parameter or a field as its page states it.
    pub(super) fn stated_type(&self, at: &ItemPath) -> Option<&'a Type> {
        self.stated.field(at).map(|field| &field.ty)
    }

    /// The type that a method returns as its page states it.
    pub(super) fn stated_returns(&self, at: &ItemPath) -> Option<&'a Type> {
        self.stated.method(&at.owner)?.returns.as_ref()
    }

    /// The Rust type of the field that a parameter or a field becomes: `Option<i64>`. Constants are
    /// not fields.
    pub(super) fn field_type(&self, at: &ItemPath) -> Option<String> {
        let members = self.members(&at.owner)?;
        let member = find(&members, at)?;
        (!member.is_constant()).then(|| print_type(member.emit_field_type()))
    }

    /// The Rust type that a call of a method gives.
    pub(super) fn response_type(&self, at: &ItemPath) -> Option<String> {
        let (api, model) = self.rust.as_ref()?;
        let method = model.method(&at.owner)?;
        let response = rust_type::emit_response(api, method.returns.as_ref());
        Some(print_type(response))
    }

    /// The Rust name of a request or a type.
    pub(super) fn rust_name(&self, owner: &str) -> Option<String> {
        let (api, model) = self.rust.as_ref()?;
        Some(match model.method(owner) {
            Some(_) => api.names.request(owner),
            None => api.names.ty(owner),
        })
    }

    /// The function of a bot that calls a method.
    pub(super) fn call_name(&self, method: &str) -> Option<String> {
        Some(self.rust.as_ref()?.0.names.call(method))
    }

    /// The call of the constructor of a type, or of the bot's function that creates a request:
    /// `Picture::new(media)`, `bot.send_note(text)`. `None` for a type that bots don't make.
    pub(super) fn constructor(&self, owner: &str) -> Option<String> {
        let members = self.members(owner)?;
        let asked = members.all.iter().filter(|member| member.is_asked());
        let arguments: Vec<String> = asked.map(|member| member.ident.to_string()).collect();
        let arguments = arguments.join(", ");
        if self.is_method(owner) {
            return Some(format!("bot.{}({arguments})", self.call_name(owner)?));
        }
        Some(format!("{}::new({arguments})", self.rust_name(owner)?))
    }

    /// Checks whether a constructor asks for a parameter or a field.
    pub(super) fn is_asked(&self, at: &ItemPath) -> bool {
        let members = self.members(&at.owner);
        let members = members.filter(|_| self.is_made(&at.owner));
        members.is_some_and(|members| find(&members, at).is_some_and(Member::is_asked))
    }

    /// Checks whether a parameter or a field has a setter.
    pub(super) fn has_setter(&self, at: &ItemPath) -> bool {
        let members = self.members(&at.owner);
        let members = members.filter(|_| self.is_made(&at.owner));
        members.is_some_and(|members| {
            find(&members, at).is_some_and(|member| member.emit_setter().is_some())
        })
    }

    /// Checks whether a setter stays for a member that is gone.
    pub(super) fn keeps_setter(&self, at: &ItemPath) -> bool {
        let rust = self.rust.as_ref();
        let removed = rust.map(|(api, _)| api.removed_members(&at.owner));
        let mut removed = removed.into_iter().flatten();
        removed.any(|field| Some(&field.name) == at.name.as_ref())
    }

    /// The constructor that leaves out a member which `new` takes because an earlier version
    /// required it: `without_text`, with its call `EditMessageText::without_text()`.
    pub(super) fn constructor_without(&self, at: &ItemPath) -> Option<(String, String)> {
        let (api, _) = self.rust.as_ref()?;
        let mut members = self.members(&at.owner)?;
        let constructors = name_constructors(api, &at.owner, &members.all, &mut members.functions);
        let name = at.name.as_deref()?;
        let leaves_out = |one: &&CompatConstructor| one.leaves_out(name);
        let constructor = constructors.iter().find(leaves_out)?;
        let asked = members.all.iter().filter(|one| constructor.asks_for(one));
        let arguments: Vec<String> = asked.map(|one| one.ident.to_string()).collect();
        let rust = self.rust_name(&at.owner)?;
        let function = constructor.name.to_string();
        let call = format!("{rust}::{function}({})", arguments.join(", "));
        Some((function, call))
    }

    /// The update, and the parameter that names the kinds of it that a bot wants: a list of texts
    /// of the method that asks for updates.
    pub(super) fn update_filter(&self) -> Option<(&'a str, &'a str)> {
        let (api, _) = self.rust.as_ref()?;
        let poll = find_long_poll(api)?;
        let is_texts = |field: &&Field| field.ty == Type::array(Type::String);
        let mut texts = self.stated.method(&poll.method.name)?.params.iter();
        let filter = texts.find(is_texts)?;
        Some((poll.update, &filter.name))
    }

    fn is_method(&self, owner: &str) -> bool {
        self.stated.method(owner).is_some()
    }

    /// Checks whether bots make values of a type, or requests of a method.
    pub(super) fn is_made(&self, owner: &str) -> bool {
        let Some((api, _)) = &self.rust else {
            return false;
        };
        self.is_method(owner) || api.is_sent(&api.names.ty(owner))
    }

    /// The members of a method or a structure.
    fn members(&self, owner: &str) -> Option<Members<'a>> {
        let (api, model) = self.rust.as_ref()?;
        if let Some(method) = model.method(owner) {
            return Some(name_params(api, method));
        }
        let fields = model.type_def(owner)?.fields();
        Some(name_fields(api, owner, fields))
    }
}

fn find<'a, 'b>(members: &'b Members<'a>, at: &ItemPath) -> Option<&'b Member<'a>> {
    let mut all = members.all.iter();
    all.find(|member| Some(&member.field.name) == at.name.as_ref())
}

/// Prints a type without the spaces between its tokens.
fn print_type(ty: impl ToTokens) -> String {
    ty.to_token_stream().to_string().replace(' ', "")
}
