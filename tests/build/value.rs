//! A type and its facts → a Rust expression for a value of it, as a user would write it.

use generator::compat::constructor::{Constructor, has_one_value};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use schema::model::Model;
use schema::path::ItemPath;
use schema::schema::{Field, Limits, Scalar, Shape};
use schema::ty::Type;

use crate::call::ident;

/// The depth to which optional fields are set.
const DEPTH: usize = 2;

/// Builds values of a model's types.
pub(crate) struct Values<'a>(&'a Model);

impl<'a> Values<'a> {
    pub(crate) fn new(model: &'a Model) -> Self {
        Self(model)
    }

    /// Checks whether a parameter or a field is an argument of its owner's constructor.
    pub(crate) fn is_asked(&self, owner: &str, field: &Field, constructor: Constructor) -> bool {
        let path = ItemPath::member(owner, &field.name);
        constructor.asks_for(field) || self.0.was_required(&path)
    }

    /// A value of a parameter or a field.
    pub(crate) fn of(&self, field: &Field, depth: usize) -> TokenStream {
        let facts = &field.facts;
        match (&field.ty, facts.values.first()) {
            (_, Some(Scalar::String(word))) => quote!(#word),
            (_, Some(Scalar::Integer(number))) => quote!(#number),
            (Type::String, _) if field.name == "url" => quote!("https://bots.example/hook"),
            (Type::String, _) => text(facts.length.or(facts.bytes)),
            (Type::Integer, _) => number(facts.range),
            (Type::Array(item), _) => {
                let item = self.value(item, depth);
                let items = facts.items.and_then(|items| items.min).unwrap_or(1);
                let items = (0..items.max(1)).map(|_| &item);
                quote!([#(#items),*])
            }
            (ty, _) => self.value(ty, depth),
        }
    }

    fn value(&self, ty: &Type, depth: usize) -> TokenStream {
        match ty {
            Type::Integer => quote!(1),
            Type::Float => quote!(0.5),
            Type::String => quote!("text"),
            Type::Boolean | Type::True => quote!(true),
            Type::InputFile => quote!(InputFile::bytes("file.bin", "contents")),
            Type::Array(item) => {
                let item = self.value(item, depth);
                quote!(vec![#item])
            }
            Type::Union(members) => self.first(members, depth),
            Type::Named(name) => self.named(name, depth),
        }
    }

    /// A value of a union: that of its first member.
    fn first(&self, members: &[Type], depth: usize) -> TokenStream {
        let first = members.first();
        first.map_or_else(TokenStream::new, |ty| self.value(ty, depth))
    }

    fn named(&self, name: &str, depth: usize) -> TokenStream {
        let ty = Ident::new(name, Span::call_site());
        match self.0.schema.type_def(name).map(|def| &def.shape) {
            None => quote!(generated::Raw::new("opaque")?),
            Some(Shape::Union(union)) => self.first(&union.one_of, depth),
            Some(Shape::Struct(fields)) => {
                let constructor = Constructor::of_type(fields);
                let asked = |field: &&Field| self.is_asked(name, field, constructor);
                let arguments = fields.iter().filter(asked);
                let arguments = arguments.map(|field| self.of(field, depth + 1));
                let setters = fields.iter().filter(|field| !asked(field));
                let setters = setters.filter(|field| is_set(name, field, depth));
                let setters = setters.map(|field| {
                    let (setter, value) = (ident(&field.name), self.of(field, depth + 1));
                    quote!(.#setter(#value))
                });
                quote!(#ty::new(#(#arguments),*)#(#setters)*)
            }
        }
    }
}

/// Returns if an optional field is set. A button has a field for each action, and does one: `url`.
fn is_set(owner: &str, field: &Field, depth: usize) -> bool {
    let is_wanted = depth < DEPTH && !has_one_value(field);
    match (owner, field.name.as_str()) {
        ("InlineKeyboardButton", "url") => true,
        ("InlineKeyboardButton", "icon_custom_emoji_id" | "style") => is_wanted,
        ("InlineKeyboardButton", _) => false,
        _ => is_wanted,
    }
}

/// A text of a length that is allowed.
fn text(limits: Option<Limits>) -> TokenStream {
    let Limits { min, max } = limits.unwrap_or_default();
    let length = 4.max(min.unwrap_or(0)).min(max.unwrap_or(4));
    let text = "text".chars().cycle().take(length as usize);
    let text: String = text.collect();
    quote!(#text)
}

/// A number that is allowed.
fn number(limits: Option<Limits>) -> TokenStream {
    let Limits { min, max } = limits.unwrap_or_default();
    let number = 1.max(min.unwrap_or(1)).min(max.unwrap_or(i64::MAX));
    quote!(#number)
}
