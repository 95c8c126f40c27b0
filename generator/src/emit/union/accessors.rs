//! The fields that all members of a union have → functions of the union that return them.
//!
//! Whoever reads a `Post`, which is a `Letter` or a `Card`, asks for `post.sender()` without a match,
//! since both have a `sender: Person`. It is an `Option` where a member may lack it: where the field
//! is optional, or a newer server may send a member that is unknown.

use proc_macro2::TokenStream;
use quote::quote;
use schema::schema::{Field, Shape, TypeDef};
use schema::ty::Type;

use crate::doc::Doc;
use crate::emit::field::{Member, name_fields};
use crate::emit::rust_type;
use crate::emit::union::{Union, Variant};
use crate::resolve::anonymous_union::field_type;
use crate::resolve::api::Api;
use crate::rust::ident::{Scope, ident, snake};

/// A field of all members, as each of them has it.
type SharedField<'a> = Vec<(&'a Variant<'a>, Member<'a>)>;

/// Emits the functions of a union that a server sends; `None` where its members share nothing.
pub(crate) fn emit_accessors(api: &Api, union: &Union<'_>) -> Option<TokenStream> {
    let name = &union.name;
    if !api.is_received(&name.to_string()) {
        return None;
    }
    let shared = find_shared_fields(api, union)?;
    let mut scope = Scope::default();
    let accessors: Vec<TokenStream> = shared
        .iter()
        .filter_map(|field| emit_accessor(api, union, field, &mut scope))
        .collect();
    (!accessors.is_empty()).then(|| quote!(impl #name { #(#accessors)* }))
}

/// Lists the Rust names of the generated types that these functions return.
pub(crate) fn list_returned_types(api: &Api, def: &TypeDef) -> Vec<String> {
    let Some(union) = def.union().map(|union| Union::named(api, def, union)) else {
        return Vec::new();
    };
    if !api.is_received(&union.name.to_string()) {
        return Vec::new();
    }
    let shared = find_shared_fields(api, &union).unwrap_or_default();
    let firsts = shared.iter().filter_map(|field| field.first());
    firsts
        .filter_map(|(_, member)| api.names.rust_name_in(&field_type(member.field)))
        .collect()
}

/// Finds the fields that all members have, by one name and of one type; `None` where a member is
/// no structure.
fn find_shared_fields<'a>(api: &'a Api, union: &'a Union<'a>) -> Option<Vec<SharedField<'a>>> {
    let members: Vec<(&Variant<'_>, Vec<Member<'_>>)> = union
        .variants
        .iter()
        .map(|variant| Some((variant, members_of(api, variant)?)))
        .collect::<Option<_>>()?;
    let (_, first) = members.first()?;
    let names: Vec<(String, Type)> = first.iter().map(|one| key(one.field)).collect();
    let mut fields: Vec<SharedField<'_>> = names.iter().map(|_| Vec::new()).collect();
    for (variant, members) in members {
        for member in members {
            let position = names.iter().position(|name| *name == key(member.field));
            if let Some(field) = position.and_then(|position| fields.get_mut(position)) {
                field.push((variant, member));
            }
        }
    }
    fields.retain(|field| field.len() == union.variants.len());
    Some(fields)
}

fn members_of<'a>(api: &'a Api, variant: &Variant<'a>) -> Option<Vec<Member<'a>>> {
    let Type::Named(name) = variant.member else {
        return None;
    };
    let def = api.model.schema.type_def(name)?;
    let Shape::Struct(fields) = &def.shape else {
        return None;
    };
    let members = name_fields(api, name, fields).all;
    Some(
        members
            .into_iter()
            .filter(|one| !one.is_constant())
            .collect(),
    )
}

fn key(field: &Field) -> (String, Type) {
    (field.name.clone(), field_type(field))
}

fn emit_accessor(
    api: &Api,
    union: &Union<'_>,
    field: &SharedField<'_>,
    scope: &mut Scope,
) -> Option<TokenStream> {
    let (_, first) = field.first()?;
    let ty = field_type(first.field);
    let name = ident(&scope.take(snake(&first.field.name)));
    let is_optional =
        union.unknown.is_some() || field.iter().any(|(_, member)| !member.field.required);
    let arms = field.iter().map(|(variant, member)| {
        let (variant, value) = (&variant.name, emit_reference(&ty, member));
        if is_optional && member.field.required {
            quote!(Self::#variant(value) => Some(#value),)
        } else {
            quote!(Self::#variant(value) => #value,)
        }
    });
    let unknown = union
        .unknown
        .as_ref()
        .map(|unknown| quote!(Self::#unknown(_) => None,));
    let mut returned = emit_reference_type(api, &ty);
    if is_optional {
        returned = quote!(Option<#returned>);
    }
    let text = format!(
        "Returns the field `{}`, which all members have.",
        first.field.name
    );
    let doc = Doc::new(None, &text).tokens(4);
    Some(quote! {
        #doc
        pub fn #name(&self) -> #returned {
            match self { #(#arms)* #unknown }
        }
    })
}

/// Emits the type in which a value is returned: a number or a flag itself, all else by reference.
fn emit_reference_type(api: &Api, ty: &Type) -> TokenStream {
    let own = rust_type::emit_type(api, ty);
    match ty {
        Type::String => quote!(&str),
        Type::Array(item) => {
            let item = rust_type::emit_type(api, item);
            quote!(&[#item])
        }
        _ if is_copied(ty) => own,
        _ => quote!(&#own),
    }
}

/// Emits the expression that refers to the field of `value`.
fn emit_reference(ty: &Type, member: &Member<'_>) -> TokenStream {
    let name = &member.ident;
    match (member.field.required, ty) {
        _ if is_copied(ty) => quote!(value.#name),
        (true, _) => quote!(&value.#name),
        (false, Type::String | Type::Array(_)) => quote!(value.#name.as_deref()),
        (false, _) if member.is_boxed() => quote!(value.#name.as_deref()),
        (false, _) => quote!(value.#name.as_ref()),
    }
}

fn is_copied(ty: &Type) -> bool {
    matches!(ty, Type::Integer | Type::Float | Type::Boolean | Type::True)
}
