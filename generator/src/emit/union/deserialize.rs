//! A plan → the code that reads a union: in place, by its kind of JSON and its tag, or by one test
//! after the other, where these are not enough.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use schema::ty::Type;

use crate::emit::rust_type;
use crate::emit::union::Variant;
use crate::resolve::api::Api;
use crate::resolve::discriminator::{Arm, Kind, Plan};
use crate::resolve::inherited::is_words;

/// A union, and how to read it. Its errors call it `wire`.
pub(crate) struct Reading<'a> {
    pub(crate) name: &'a Ident,
    pub(crate) wire: &'a str,
    pub(crate) variants: &'a [Variant<'a>],
    pub(crate) unknown: Option<&'a Ident>,
    pub(crate) plan: &'a Plan,
}

impl Reading<'_> {
    /// Reads it in place; `None` where a test needs more than the kind and the tag.
    pub(crate) fn by_kind(&self, api: &Api<'_>) -> Option<[TokenStream; 2]> {
        let arms = &self.plan.arms;
        let (objects, others): (Vec<&Arm>, Vec<&Arm>) =
            arms.iter().partition(|arm| arm.kind == Kind::Object);
        let is_number = |arm: &Arm| arm.kind == Kind::Number;
        let simple = |arm: &&Arm| arm.guard.has.is_none() && (!arm.attempt || is_number(arm));
        if !arms.iter().all(|arm| simple(&arm)) {
            return None;
        }
        let others = others.into_iter().map(|arm| self.kind(api, arm));
        let others: Vec<TokenStream> = others.collect::<Option<_>>()?;
        let members = self.members(&objects)?;
        let (name, wire) = (self.name, self.wire);
        let object = quote! {
            impl Object for #name {
                const NAME: &'static str = #wire;
                #members
            }
        };
        let union = quote! {
            impl Union for #name {
                #(#others)*
            }
        };
        Some([object, union])
    }

    /// What reads the kind of JSON that one member is.
    fn kind(&self, api: &Api<'_>, arm: &Arm) -> Option<TokenStream> {
        let variant = self.variants.get(arm.member)?;
        let name = &variant.name;
        Some(match (arm.kind, variant.member) {
            (Kind::String, ty) if *ty == Type::String || is_words(ty) => quote! {
                fn text(text: &str) -> Option<Self> {
                    Some(Self::#name(text.into()))
                }
            },
            (Kind::Number, Type::Integer) => quote! {
                fn whole(number: i64) -> Option<Self> {
                    Some(Self::#name(number))
                }
            },
            (Kind::Number, Type::Float) => quote! {
                fn number(number: f64) -> Option<Self> {
                    Some(Self::#name(number))
                }
            },
            (Kind::True, Type::True) => quote! {
                fn flag(flag: bool) -> Option<Self> {
                    flag.then_some(Self::#name)
                }
            },
            (Kind::Boolean, Type::Boolean) => quote! {
                fn flag(flag: bool) -> Option<Self> {
                    Some(Self::#name(flag))
                }
            },
            (Kind::Array, Type::Array(item)) if !variant.boxed => {
                let item = rust_type::rust(api, item);
                quote! {
                    fn list<'de, A: SeqAccess<'de>>(list: A) -> Result<Self, A::Error> {
                        items::<#item, A>(list).map(Self::#name)
                    }
                }
            }
            _ => return None,
        })
    }

    /// What reads the members of an object: all of them by the same tag, but for one at most.
    fn members(&self, objects: &[&Arm]) -> Option<TokenStream> {
        let (tagged, plain): (Vec<&&Arm>, Vec<&&Arm>) =
            objects.iter().partition(|arm| arm.guard.says.is_some());
        let fields: Vec<_> = tagged.iter().flat_map(|arm| &arm.guard.says).collect();
        let tag = fields.first().map(|(field, _)| field);
        if plain.len() > 1 || fields.iter().any(|(field, _)| Some(field) != tag) {
            return None;
        }
        let texts = fields.iter().map(|(_, text)| text);
        let read = |arm: &&&Arm| {
            let name = self.variants.get(arm.member).map(|variant| &variant.name);
            quote!(Object::members(fields).map(Self::#name))
        };
        let reads = tagged.iter().map(read);
        let otherwise = match (plain.first(), self.unknown) {
            (Some(arm), _) => read(arm),
            (None, Some(unknown)) => quote!(fields.unknown(#tag).map(Self::#unknown)),
            (None, None) => quote!(Err(none::<Self, _>("an object"))),
        };
        let body = match (tag, plain.is_empty()) {
            (None, true) => quote!(let _ = fields; #otherwise),
            (None, false) => otherwise,
            (Some(tag), _) => quote! {
                match fields.tag(#tag)?.as_ref() {
                    #(#texts => #reads,)*
                    _ => #otherwise,
                }
            },
        };
        Some(quote! {
            fn members<'de, A: MapAccess<'de>>(fields: &mut Fields<'de, A>) -> Result<Self, A::Error> {
                #body
            }
        })
    }

    /// Reads it by one test after the other.
    pub(crate) fn by_tests(&self) -> Vec<TokenStream> {
        let name = self.name;
        let arms = &self.plan.arms;
        let (any, tests): (Vec<&Arm>, Vec<&Arm>) =
            arms.iter().partition(|arm| arm.kind == Kind::Any);
        let tests = tests.into_iter().map(|arm| self.test(arm));
        let wire = self.wire;
        let last = match (any.first(), self.unknown.zip(self.plan.tag())) {
            (Some(arm), _) => self.parse(arm),
            (None, Some((unknown, tag))) => quote!(value.unknown(#tag).map(Self::#unknown)),
            (None, None) => quote!(value.mismatch(#wire)),
        };
        let read = quote! {
            impl Read for #name {
                fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    let value = Untyped::read(deserializer)?;
                    #(#tests)*
                    #last
                }
            }
        };
        vec![read, quote!(deserialize! { #name })]
    }

    fn test(&self, arm: &Arm) -> TokenStream {
        let test = condition(arm);
        if arm.attempt {
            let name = self.variants.get(arm.member).map(|variant| &variant.name);
            return quote! {
                if let Some(value) = value.attempt(#test) {
                    return Ok(Self::#name(value));
                }
            };
        }
        let parse = self.parse(arm);
        quote!(if #test { return #parse; })
    }

    fn parse(&self, arm: &Arm) -> TokenStream {
        let name = self.variants.get(arm.member).map(|variant| &variant.name);
        match arm.kind {
            Kind::True => quote!(Ok(Self::#name)),
            _ => quote!(value.parse().map(Self::#name)),
        }
    }
}

fn condition(arm: &Arm) -> TokenStream {
    let guard = &arm.guard;
    let says = guard.says.as_ref();
    let says = says.map(|(field, text)| quote!(value.says(#field, #text)));
    let has = guard.has.as_ref().map(|field| quote!(value.has(#field)));
    match (says, has) {
        (Some(says), Some(has)) => quote!(#says && #has),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => kind(arm.kind),
    }
}

fn kind(kind: Kind) -> TokenStream {
    match kind {
        Kind::True => quote!(value.is_true()),
        Kind::Boolean => quote!(value.is_boolean()),
        Kind::Number => quote!(value.is_number()),
        Kind::String => quote!(value.is_string()),
        Kind::Array => quote!(value.is_array()),
        Kind::Object => quote!(value.is_object()),
        Kind::Any => quote!(true),
    }
}
