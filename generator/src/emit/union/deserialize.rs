//! The discriminator of a union → the code that reads the union: in place, by the kind of JSON and
//! the tag, or by one test after the other if these are not enough.

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
    pub(crate) fn by_kind(&self, api: &Api<'_>) -> Option<TokenStream> {
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
        let object = match objects.as_slice() {
            [] => None,
            objects => Some(self.objects(objects)?),
        };
        let (name, wire) = (self.name, self.wire);
        Some(quote! {
            impl Union for #name {
                const NAME: &'static str = #wire;
                #(#others)*
                #object
            }
        })
    }

    /// Emits the function that reads the kind of JSON that one member is.
    fn kind(&self, api: &Api<'_>, arm: &Arm) -> Option<TokenStream> {
        let variant = self.variants.get(arm.member)?;
        let name = &variant.name;
        Some(match (arm.kind, variant.member) {
            (Kind::String, ty) if *ty == Type::String || is_words(ty) => quote! {
                fn from_string(text: &str) -> Option<Self> {
                    Some(Self::#name(text.into()))
                }
            },
            (Kind::Number, Type::Integer) => quote! {
                fn from_integer(number: i64) -> Option<Self> {
                    Some(Self::#name(number))
                }
            },
            (Kind::Number, Type::Float) => quote! {
                fn from_float(number: f64) -> Option<Self> {
                    Some(Self::#name(number))
                }
            },
            (Kind::True, Type::True) => quote! {
                fn from_boolean(value: bool) -> Option<Self> {
                    value.then_some(Self::#name)
                }
            },
            (Kind::Boolean, Type::Boolean) => quote! {
                fn from_boolean(value: bool) -> Option<Self> {
                    Some(Self::#name(value))
                }
            },
            (Kind::Array, Type::Array(item)) if !variant.boxed => {
                let item = rust_type::rust(api, item);
                quote! {
                    fn from_list<'de, A: SeqAccess<'de>>(list: A) -> Result<Self, A::Error> {
                        read_items::<#item, A>(list).map(Self::#name)
                    }
                }
            }
            _ => return None,
        })
    }

    /// Emits the function that reads an object: all members by the same tag, but for one at most.
    fn objects(&self, objects: &[&Arm]) -> Option<TokenStream> {
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
            quote!(FromObject::from_object(object).map(Self::#name))
        };
        let reads = tagged.iter().map(read);
        let otherwise = match (plain.first(), self.unknown) {
            (Some(arm), _) => read(arm),
            (None, Some(unknown)) => quote!(object.read_unknown(#tag).map(Self::#unknown)),
            (None, None) => quote!(Err(no_member(Self::NAME, "this object"))),
        };
        let body = match tag {
            None => otherwise,
            Some(tag) => quote! {
                match object.tag(#tag)?.as_ref() {
                    #(#texts => #reads,)*
                    _ => #otherwise,
                }
            },
        };
        Some(quote! {
            fn from_fields<'de, A: MapAccess<'de>>(object: &mut ObjectReader<'de, A>) -> Result<Self, A::Error> {
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
            (None, Some((unknown, tag))) => quote!(value.into_unknown(#tag).map(Self::#unknown)),
            (None, None) => quote!(value.no_member(#wire)),
        };
        let read = quote! {
            impl FromJson for #name {
                fn from_json<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    let value = UntypedJson::read(deserializer)?;
                    #(#tests)*
                    #last
                }
            }
        };
        vec![read, quote!(impl_deserialize! { #name })]
    }

    fn test(&self, arm: &Arm) -> TokenStream {
        let test = condition(arm);
        if arm.attempt {
            let name = self.variants.get(arm.member).map(|variant| &variant.name);
            return quote! {
                if let Some(value) = value.try_parse_if(#test) {
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
    let says = says.map(|(field, text)| quote!(value.field_is(#field, #text)));
    let has = guard
        .has
        .as_ref()
        .map(|field| quote!(value.has_field(#field)));
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
        Kind::Array => quote!(value.is_list()),
        Kind::Object => quote!(value.is_object()),
        Kind::Any => quote!(true),
    }
}
