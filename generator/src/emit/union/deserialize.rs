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
pub(crate) struct UnionReader<'a> {
    pub(crate) name: &'a Ident,
    pub(crate) wire: &'a str,
    pub(crate) variants: &'a [Variant<'a>],
    pub(crate) unknown: Option<&'a Ident>,
    pub(crate) plan: &'a DecisionList,
}

impl UnionReader<'_> {
    /// Emits a reader that reads in place; `None` where a test needs more than the kind and the
    /// tag.
    pub(crate) fn emit_by_kind(&self, api: &Api) -> Option<TokenStream> {
        let cases = &self.plan.cases;
        if !cases.iter().all(is_decided_by_kind_and_tag) {
            return None;
        }
        let (objects, others): (Vec<&Case>, Vec<&Case>) =
            cases.iter().partition(|case| case.kind == Kind::Object);
        let mut functions: Vec<TokenStream> = others
            .into_iter()
            .map(|case| self.emit_kind_reader(api, case))
            .collect::<Option<_>>()?;
        if !objects.is_empty() {
            functions.push(self.emit_object_reader(&objects)?);
        }
        let (name, wire) = (self.name, self.wire);
        Some(quote! {
            impl Union for #name {
                const NAME: &'static str = #wire;
                #(#functions)*
            }
        })
    }

    /// Emits the function that reads the kind of JSON that one member is.
    fn emit_kind_reader(&self, api: &Api, case: &Case) -> Option<TokenStream> {
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
                let item = rust_type::emit_type(api, item);
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
    fn emit_object_reader(&self, objects: &[&Case]) -> Option<TokenStream> {
        let (mut tag, mut untagged) = (None, None);
        let (mut texts, mut reads) = (Vec::new(), Vec::new());
        for case in objects {
            let name = self.variant_name(case);
            let read = quote!(FromObject::from_object(object).map(Self::#name));
            let Some((field, text)) = &case.test.tag_value else {
                if untagged.replace(read).is_some() {
                    return None;
                }
                continue;
            };
            if *tag.get_or_insert(field) != field {
                return None;
            }
            // No tag, or `null`, is the empty text.
            let no_tag = case.test.allows_no_tag.then_some("").into_iter();
            texts.push(quote!(#text #(| #no_tag)*));
            reads.push(read);
        }
        let otherwise = match (untagged, self.unknown) {
            (Some(read), _) => read,
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

    /// Emits a reader that makes one test after the other.
    pub(crate) fn emit_by_tests(&self) -> Vec<TokenStream> {
        let (name, wire) = (self.name, self.wire);
        let (any, tested): (Vec<&Case>, Vec<&Case>) = self
            .plan
            .cases
            .iter()
            .partition(|case| case.kind == Kind::Any);
        let tests = tested.into_iter().map(|case| self.emit_test(case));
        let last = match (any.first(), self.unknown.zip(self.plan.tag())) {
            (Some(case), _) => self.emit_parse(case),
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

    fn emit_test(&self, case: &Case) -> TokenStream {
        let test = emit_condition(case);
        if case.attempt {
            let name = self.variant_name(case);
            return quote! {
                if let Some(value) = value.try_parse_if(#test) {
                    return Ok(Self::#name(value));
                }
            };
        }
        let parse = self.emit_parse(case);
        quote!(if #test { return #parse; })
    }

    fn emit_parse(&self, case: &Case) -> TokenStream {
        let name = self.variant_name(case);
        match case.kind {
            Kind::True => quote!(Ok(Self::#name)),
            _ => quote!(value.parse().map(Self::#name)),
        }
    }

    fn variant_name(&self, case: &Case) -> Option<&Ident> {
        let variant = self.variants.get(case.member)?;
        Some(&variant.name)
    }
}

/// Checks whether the kind and the tag of a value decide whether it is the member. Numbers may be
/// attempted: `1` is an integer and `1.5` a float, so the text of the number decides.
fn is_decided_by_kind_and_tag(case: &Case) -> bool {
    case.test.unique_field.is_none() && (!case.attempt || case.kind == Kind::Number)
}

fn emit_condition(case: &Case) -> TokenStream {
    let has_tag = case.test.tag_value.as_ref().map(|(tag, text)| {
        if case.test.allows_no_tag {
            quote!(value.field_is_or_is_missing(#tag, #text))
        } else {
            quote!(value.field_is(#tag, #text))
        }
    });
    match (has_tag, &case.test.unique_field) {
        (Some(has_tag), Some(field)) => quote!(#has_tag && value.has_field(#field)),
        (Some(has_tag), None) => has_tag,
        (None, Some(field)) => quote!(value.has_field(#field)),
        (None, None) => emit_kind_test(case.kind),
    }
}

fn emit_kind_test(kind: Kind) -> TokenStream {
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
