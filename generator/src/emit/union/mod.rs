//! A union → an enum with a variant per member.

pub(crate) mod accessors;
mod deserialize;
mod from;
mod validate;

use std::collections::BTreeMap;

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use schema::schema::{TypeDef, Union as Def};
use schema::ty::Type;
use schema::union_names::UNKNOWN_VARIANT;

use self::deserialize::UnionReader;
use crate::doc::{self, Doc};
use crate::emit::{Section, emit_macro_call, rust_type};
use crate::resolve::anonymous_union::AnonymousUnion;
use crate::resolve::api::Api;
use crate::resolve::discriminator::{DecisionList, decide_cases};
use crate::resolve::variant_names::variant_names;
use crate::rust::ident::{camel, ident};

/// Emits the items of a union that the page names.
pub(crate) fn emit_named_union(api: &Api, def: &TypeDef, union: &Def) -> Vec<TokenStream> {
    let doc = Doc::new(def.doc.as_deref(), &format!("The `{}` type.", def.name));
    let link = doc::reference_link(&api.model.manifest, def.link.as_deref());
    let union = Union::named(api, def, union);
    let mut items = union.emit_items(&doc.and(union.describe_rule()).and(link), true);
    items.extend(accessors::emit_accessors(api, &union));
    items
}

/// Emits the items of a union without a name on the page.
pub(crate) fn emit_anonymous_union(api: &Api, union: &AnonymousUnion) -> Vec<TokenStream> {
    let members = &union.members;
    let rust_name = api.names.union(members);
    let plan = decide_cases(&api.model.schema, members, None);
    let is_deserialized = api.is_deserialized(&rust_name) || !plan.is_ambiguous;
    let union = Union::new(api, &rust_name, members, None, plan);
    let mut doc = Doc::new(None, &doc::describe_union(api, members));
    if is_deserialized {
        doc = doc.and(union.describe_rule());
    }
    union.emit_items(&doc, is_deserialized)
}

/// A union with its Rust names.
pub(crate) struct Union<'a> {
    api: &'a Api,
    pub(crate) name: Ident,
    wire: String,
    pub(crate) variants: Vec<Variant<'a>>,
    /// The variant for a value whose tag is none of those that are known.
    unknown: Option<Ident>,
    plan: DecisionList,
}

/// A member with its Rust name.
pub(crate) struct Variant<'a> {
    pub(crate) member: &'a Type,
    pub(crate) name: Ident,
    pub(crate) boxed: bool,
}

impl<'a> Union<'a> {
    /// A union that the page names.
    pub(crate) fn named(api: &'a Api, def: &'a TypeDef, union: &'a Def) -> Self {
        let plan = decide_cases(&api.model.schema, &union.one_of, union.tag.as_deref());
        let rust_name = api.names.ty(&def.name);
        Self::new(api, &rust_name, &union.one_of, Some(&def.name), plan)
    }

    fn new(
        api: &'a Api,
        rust_name: &str,
        members: &'a [Type],
        page_name: Option<&str>,
        plan: DecisionList,
    ) -> Self {
        let (name, given) = match page_name {
            Some(name) => (camel(name), BTreeMap::new()),
            None => (rust_name.to_owned(), api.names.given_variants(members)),
        };
        let names = variant_names(&name, members, &given);
        let variants = members.iter().zip(names).map(|(member, name)| Variant {
            member,
            name: ident(&name),
            boxed: api.is_boxed(rust_name, &member.to_string()),
        });
        Self {
            api,
            name: ident(rust_name),
            wire: page_name.unwrap_or(rust_name).to_owned(),
            variants: variants.collect(),
            unknown: plan.tag().map(|_| ident(UNKNOWN_VARIANT)),
            plan,
        }
    }

    fn emit_items(&self, doc: &Doc, is_deserialized: bool) -> Vec<TokenStream> {
        let mut items = vec![self.emit_enum(doc)];
        if is_deserialized {
            items.extend(self.emit_serde());
        } else {
            items.push(self.emit_macro_call("serialize_union"));
        }
        items.extend(from::emit_conversions(self.api, &self.name, &self.variants));
        items.extend(self.emit_visit_files());
        items.extend(validate::emit_validation(self));
        items
    }

    fn emit_serde(&self) -> Vec<TokenStream> {
        let reader = UnionReader {
            name: &self.name,
            wire: &self.wire,
            variants: &self.variants,
            unknown: self.unknown.as_ref(),
            plan: &self.plan,
        };
        if let Some(by_kind) = reader.emit_by_kind(self.api) {
            return vec![self.emit_macro_call("union"), by_kind];
        }
        let serialize = self.emit_macro_call("serialize_union");
        [serialize]
            .into_iter()
            .chain(reader.emit_by_tests())
            .collect()
    }

    /// Emits a match of `self`: the value of each of these variants becomes `found`, all else
    /// `other`.
    pub(crate) fn emit_match(
        &self,
        variants: &[&Variant<'_>],
        found: &TokenStream,
        other: &TokenStream,
    ) -> TokenStream {
        let names = variants.iter().map(|variant| &variant.name);
        let is_exhaustive = variants.len() == self.variants.len() && self.unknown.is_none();
        let rest = (!is_exhaustive).then(|| quote!(_ => #other,));
        quote!(match self { #(Self::#names(value) => #found,)* #rest })
    }

    /// Checks whether a value may be none of its members.
    pub(crate) fn has_unknown(&self) -> bool {
        self.unknown.is_some()
    }

    /// Describes the rule that tells members apart.
    fn describe_rule(&self) -> Option<String> {
        let names: Vec<String> = self.variants.iter().map(|v| v.name.to_string()).collect();
        doc::describe_rule(&self.plan, &names)
    }

    fn emit_enum(&self, doc: &Doc) -> TokenStream {
        let (doc, name) = (doc.tokens(0), &self.name);
        let variants = self
            .variants
            .iter()
            .map(|variant| self.emit_variant(variant));
        let unknown = self.unknown.as_ref().map(|name| {
            quote! {
                /// An unknown variant, kept as raw JSON.
                #name(Unknown),
            }
        });
        quote! {
            #doc
            #[derive(Clone, Debug, PartialEq)]
            #[non_exhaustive]
            pub enum #name {
                #(#variants)*
                #unknown
            }
        }
    }

    fn emit_variant(&self, variant: &Variant<'_>) -> TokenStream {
        let name = &variant.name;
        let doc = doc::member_doc(self.api, variant.member).tokens(4);
        if *variant.member == Type::True {
            return quote!(#doc #name,);
        }
        let ty = rust_type::emit_type(self.api, variant.member);
        if variant.boxed {
            quote!(#doc #name(Box<#ty>),)
        } else {
            quote!(#doc #name(#ty),)
        }
    }

    /// Emits the call of the runtime's macro `union`, which reads and writes the union, or
    /// `serialize_union`, which only writes it.
    fn emit_macro_call(&self, name: &str) -> TokenStream {
        let (mut constants, mut values) = (Vec::new(), Vec::new());
        for Variant { member, name, .. } in &self.variants {
            if **member == Type::True {
                constants.push(quote!(#name = true));
            } else {
                values.push(quote!(#name));
            }
        }
        values.extend(self.unknown.as_ref().map(|name| quote!(#name)));
        let sections = [
            Section::new("variants", values),
            Section::new("constants", constants),
        ];
        let union = &self.name;
        emit_macro_call(name, &quote!(#union), &sections)
    }

    fn emit_visit_files(&self) -> Option<TokenStream> {
        let visit = quote!(value.visit_files(visit));
        let variants: Vec<&Variant<'_>> = self
            .variants
            .iter()
            .filter(|variant| self.api.holds_files(variant.member))
            .collect();
        let body = match variants.as_slice() {
            [] => return None,
            // Clippy asks for `if let` where a `match` has a single case.
            [Variant { name, .. }] => quote!(if let Self::#name(value) = self { #visit; }),
            variants => self.emit_match(variants, &visit, &quote!({})),
        };
        Some(emit_visit_files(&self.name, &body))
    }
}

/// Emits the function that visits the files in a union or a structure.
pub(crate) fn emit_visit_files(name: &Ident, body: &TokenStream) -> TokenStream {
    quote! {
        impl VisitFiles for #name {
            fn visit_files<'a>(&'a self, visit: &mut dyn FnMut(&'a InputFile)) {
                #body
            }
        }
    }
}
