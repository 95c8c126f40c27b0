//! A union → an enum with a variant per member.

mod deserialize;
mod from;

use std::collections::BTreeMap;

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use schema::schema::{TypeDef, Union as Def};
use schema::ty::Type;
use schema::union_names::UNKNOWN_VARIANT;

use self::deserialize::Reading;
use crate::doc::rule;
use crate::doc::{self, Doc};
use crate::emit::{Section, macro_call, rust_type, validate};
use crate::resolve::anonymous_union::AnonymousUnion;
use crate::resolve::api::Api;
use crate::resolve::discriminator::{DecisionList, decide};
use crate::resolve::variant_names::variant_names;
use crate::rust::ident::{camel, ident};

/// The items of a union that the page names.
pub(crate) fn named(api: &Api, def: &TypeDef, union: &Def) -> Vec<TokenStream> {
    let doc = Doc::new(def.doc.as_deref(), &format!("The `{}` type.", def.name));
    let link = doc::link(&api.model.manifest, def.link.as_deref());
    let union = of(api, def, union);
    union.items(&doc.and(union.note()).and(link), true)
}

/// A union that the page names, with its Rust names.
pub(crate) fn of<'a>(api: &'a Api, def: &'a TypeDef, union: &'a Def) -> Union<'a> {
    let plan = decide(api, &union.one_of, union.tag.as_deref());
    let rust_name = api.names.ty(&def.name);
    Union::new(api, &rust_name, &union.one_of, Some(&def.name), plan)
}

/// The items of a union without a name on the page.
pub(crate) fn nameless(api: &Api, inline: &AnonymousUnion) -> Vec<TokenStream> {
    let rust_name = api.names.union(&inline.members);
    let plan = decide(api, &inline.members, None);
    let reads = api.is_deserialized(&rust_name) || !plan.guesses;
    let union = Union::new(api, &rust_name, &inline.members, None, plan);
    let doc = Doc::new(None, &doc::one_of(api, &inline.members));
    let note = if reads { union.note() } else { None };
    union.items(&doc.and(note), reads)
}

/// A union with its Rust names.
pub(crate) struct Union<'a> {
    api: &'a Api,
    pub(crate) name: Ident,
    wire: String,
    pub(crate) variants: Vec<Variant<'a>>,
    /// The variant for a value whose tag is none of those that are known.
    pub(crate) unknown: Option<Ident>,
    plan: DecisionList,
}

/// A member with its Rust name.
pub(crate) struct Variant<'a> {
    pub(crate) member: &'a Type,
    pub(crate) name: Ident,
    pub(crate) boxed: bool,
}

impl<'a> Union<'a> {
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

    fn items(&self, doc: &Doc, reads: bool) -> Vec<TokenStream> {
        let reading = Reading {
            name: &self.name,
            wire: &self.wire,
            variants: &self.variants,
            unknown: self.unknown.as_ref(),
            plan: &self.plan,
        };
        let mut items = vec![self.definition(doc)];
        match reads.then(|| reading.by_kind(self.api)).flatten() {
            Some(read) => items.extend([self.macro_call("union"), read]),
            None => {
                items.push(self.macro_call("serialize_union"));
                items.extend(reads.then(|| reading.by_tests()).into_iter().flatten());
            }
        }
        items.extend(from::item(self.api, &self.name, &self.variants));
        items.extend(self.visit_files());
        items.extend(validate::union(self.api, self));
        items
    }

    /// A match of `self`: the value of each of these variants becomes `found`, all else `other`.
    pub(crate) fn arms(
        &self,
        wanted: impl Fn(&&Variant<'_>) -> bool,
        found: &TokenStream,
        other: &TokenStream,
    ) -> TokenStream {
        let names: Vec<&Ident> = self
            .variants
            .iter()
            .filter(wanted)
            .map(|v| &v.name)
            .collect();
        let is_all = names.len() == self.variants.len() && self.unknown.is_none();
        let other = (!is_all).then(|| quote!(_ => #other,));
        quote!(match self { #(Self::#names(value) => #found,)* #other })
    }

    /// Says how members are told apart.
    fn note(&self) -> Option<String> {
        let names: Vec<String> = self.variants.iter().map(|v| v.name.to_string()).collect();
        rule(&self.plan, &names)
    }

    fn definition(&self, doc: &Doc) -> TokenStream {
        let (doc, name) = (doc.tokens(0), &self.name);
        let variants = self.variants.iter().map(|variant| self.variant(variant));
        let unknown = self.unknown.iter().map(|name| {
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
                #(#unknown)*
            }
        }
    }

    fn variant(&self, variant: &Variant<'_>) -> TokenStream {
        let (name, doc) = (
            &variant.name,
            doc::of_member(self.api, variant.member).tokens(4),
        );
        if *variant.member == Type::True {
            return quote!(#doc #name,);
        }
        let ty = rust_type::rust(self.api, variant.member);
        let ty = if variant.boxed { quote!(Box<#ty>) } else { ty };
        quote!(#doc #name(#ty),)
    }

    /// Emits the call of the runtime's macro `union`, which reads and writes the union, or
    /// `serialize_union`, which only writes it.
    fn macro_call(&self, name: &str) -> TokenStream {
        let (constants, values): (Vec<_>, Vec<_>) = self
            .variants
            .iter()
            .partition(|variant| *variant.member == Type::True);
        let constants = constants.iter().map(|variant| {
            let name = &variant.name;
            quote!(#name = true)
        });
        let values = values.iter().map(|variant| &variant.name);
        let values = values.chain(&self.unknown).map(|name| quote!(#name));
        let sections = [
            Section::new("variants", values),
            Section::new("constants", constants),
        ];
        let union = &self.name;
        macro_call(name, &quote!(#union), &sections)
    }

    fn visit_files(&self) -> Option<TokenStream> {
        let has_files = |variant: &&Variant<'_>| self.api.holds_files(variant.member);
        let visit = quote!(value.visit_files(visit));
        let names: Vec<&Ident> = self
            .variants
            .iter()
            .filter(has_files)
            .map(|variant| &variant.name)
            .collect();
        let body = match names.as_slice() {
            [] => return None,
            // Clippy asks for `if let` where a `match` has a single case.
            [name] => quote!(if let Self::#name(value) = self { #visit; }),
            _ => self.arms(has_files, &visit, &quote!({})),
        };
        Some(visit_files(&self.name, &body))
    }
}

/// Emits the function that visits the files in a union or a structure.
pub(crate) fn visit_files(name: &Ident, body: &TokenStream) -> TokenStream {
    quote! {
        impl VisitFiles for #name {
            fn visit_files<'a>(&'a self, visit: &mut dyn FnMut(&'a InputFile)) {
                #body
            }
        }
    }
}
