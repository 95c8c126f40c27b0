//! The discriminator of a union → the code that reads the union: in place, by the kind of JSON and
//! the tag, or by one test after the other if these are not enough.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use schema::ty::Type;

use crate::emit::rust_type;
use crate::emit::union::Variant;
use crate::resolve::api::Api;
use crate::resolve::discriminator::{Case, DecisionList, Kind};
use crate::resolve::string_enum::is_string_enum;

/// A union, and how to read it. Its errors call it `wire`.
pub(crate) struct Reading<'a> {
    pub(crate) name: &'a Ident,
    pub(crate) wire: &'a str,
    pub(crate) variants: &'a [Variant<'a>],
    pub(crate) unknown: Option<&'a Ident>,
    pub(crate) plan: &'a DecisionList,
}

impl Reading<'_> {
    /// Reads it in place; `None` where a test needs more than the kind and the tag.
    pub(crate) fn by_kind(&self, api: &Api) -> Option<TokenStream> {
        let cases = &self.plan.cases;
        let (objects, others): (Vec<&Case>, Vec<&Case>) =
            cases.iter().partition(|case| case.kind == Kind::Object);
        let is_number = |case: &Case| case.kind == Kind::Number;
        let simple =
            |case: &&Case| case.test.unique_field.is_none() && (!case.attempt || is_number(case));
        if !cases.iter().all(|case| simple(&case)) {
            return None;
        }
        let others = others.into_iter().map(|case| self.kind(api, case));
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
    fn kind(&self, api: &Api, case: &Case) -> Option<TokenStream> {
        let variant = self.variants.get(case.member)?;
        let name = &variant.name;
        Some(match (case.kind, variant.member) {
            (Kind::String, ty) if *ty == Type::String || is_string_enum(ty) => quote! {
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
    fn objects(&self, objects: &[&Case]) -> Option<TokenStream> {
        let (tagged, plain): (Vec<&&Case>, Vec<&&Case>) = objects
            .iter()
            .partition(|case| case.test.tag_value.is_some());
        let fields: Vec<_> = tagged
            .iter()
            .flat_map(|case| &case.test.tag_value)
            .collect();
        let tag = fields.first().map(|(field, _)| field);
        if plain.len() > 1 || fields.iter().any(|(field, _)| Some(field) != tag) {
            return None;
        }
        let texts = fields.iter().map(|(_, text)| text);
        let read = |case: &&&Case| {
            let name = self.variants.get(case.member).map(|variant| &variant.name);
            quote!(FromObject::from_object(object).map(Self::#name))
        };
        let reads = tagged.iter().map(read);
        let otherwise = match (plain.first(), self.unknown) {
            (Some(case), _) => read(case),
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
        let cases = &self.plan.cases;
        let (any, tests): (Vec<&Case>, Vec<&Case>) =
            cases.iter().partition(|case| case.kind == Kind::Any);
        let tests = tests.into_iter().map(|case| self.test(case));
        let wire = self.wire;
        let last = match (any.first(), self.unknown.zip(self.plan.tag())) {
            (Some(case), _) => self.parse(case),
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

    fn test(&self, case: &Case) -> TokenStream {
        let test = condition(case);
        if case.attempt {
            let name = self.variants.get(case.member).map(|variant| &variant.name);
            return quote! {
                if let Some(value) = value.try_parse_if(#test) {
                    return Ok(Self::#name(value));
                }
            };
        }
        let parse = self.parse(case);
        quote!(if #test { return #parse; })
    }

    fn parse(&self, case: &Case) -> TokenStream {
        let name = self.variants.get(case.member).map(|variant| &variant.name);
        match case.kind {
            Kind::True => quote!(Ok(Self::#name)),
            _ => quote!(value.parse().map(Self::#name)),
        }
    }
}

fn condition(case: &Case) -> TokenStream {
    let test = &case.test;
    let tag = test.tag_value.as_ref();
    let tag = tag.map(|(field, text)| quote!(value.field_is(#field, #text)));
    let unique = test.unique_field.as_ref();
    let unique = unique.map(|field| quote!(value.has_field(#field)));
    match (tag, unique) {
        (Some(tag), Some(unique)) => quote!(#tag && #unique),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => kind(case.kind),
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
