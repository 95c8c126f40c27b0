//! A union → an enum with a variant per member.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use schema::schema::{TypeDef, Union as Def};
use schema::ty::Type;

use crate::api::Api;
use crate::decide::{Plan, plan};
use crate::doc::{self, Doc};
use crate::emit::{check, from, reading, title};
use crate::error::GenerateError;
use crate::ident::{Scope, camel, ident};
use crate::inline::Inline;
use crate::{names, ty};

/// The file of an API's unions without a name; `None` where there are none.
pub(crate) fn file(api: &Api<'_>) -> Result<Option<String>, GenerateError> {
    if api.inline.is_empty() {
        return Ok(None);
    }
    let items = api.inline.iter().flat_map(|union| nameless(api, union));
    let what = format!("The unions that the {} has no name for.", title(api));
    super::file(api, &Doc::new(None, &what), items.collect()).map(Some)
}

/// The items of a union that the page names.
pub(crate) fn named(api: &Api<'_>, def: &TypeDef, union: &Def) -> Vec<TokenStream> {
    let rust_name = api.names.ty(&def.name);
    let doc = Doc::new(def.doc.as_deref(), &format!("The `{}` type.", def.name));
    let link = doc::link(&api.model.manifest, def.link.as_deref());
    let plan = plan(api, &union.one_of, union.tag.as_deref());
    let union = Union::new(api, &rust_name, &union.one_of, Some(&def.name), plan);
    union.items(&doc.and(union.note()).and(link), true)
}

fn nameless(api: &Api<'_>, inline: &Inline) -> Vec<TokenStream> {
    let rust_name = api.names.union(&inline.members);
    let plan = plan(api, &inline.members, None);
    let reads = inline.read || !plan.guesses;
    let union = Union::new(api, &rust_name, &inline.members, None, plan);
    let doc = Doc::new(None, &doc::one_of(api, &inline.members));
    let note = if reads { union.note() } else { None };
    union.items(&doc.and(note), reads)
}

struct Union<'a> {
    api: &'a Api<'a>,
    name: Ident,
    wire: String,
    variants: Vec<Variant<'a>>,
    plan: Plan,
}

/// A member with its Rust name.
pub(crate) struct Variant<'a> {
    pub(crate) member: &'a Type,
    pub(crate) name: Ident,
    pub(crate) boxed: bool,
}

/// The variants of a union that the page names.
pub(crate) fn variants<'a>(api: &Api<'a>, name: &str) -> Vec<Variant<'a>> {
    let union = api.model.schema.type_def(name).and_then(TypeDef::union);
    let members = union.map(|union| union.one_of.as_slice());
    name_variants(
        api,
        &api.names.ty(name),
        members.unwrap_or_default(),
        Some(name),
    )
}

fn name_variants<'a>(
    api: &Api<'_>,
    rust_name: &str,
    members: &'a [Type],
    prefix: Option<&str>,
) -> Vec<Variant<'a>> {
    let mut scope = Scope::default();
    let variants = members.iter().map(|member| Variant {
        member,
        name: ident(&scope.take(variant_name(member, prefix))),
        boxed: api.is_boxed(rust_name, &member.to_string()),
    });
    variants.collect()
}

impl<'a> Union<'a> {
    fn new(
        api: &'a Api<'a>,
        rust_name: &str,
        members: &'a [Type],
        prefix: Option<&str>,
        plan: Plan,
    ) -> Self {
        Self {
            api,
            name: ident(rust_name),
            wire: prefix.unwrap_or(rust_name).to_owned(),
            variants: name_variants(api, rust_name, members, prefix),
            plan,
        }
    }

    fn items(&self, doc: &Doc, reads: bool) -> Vec<TokenStream> {
        let mut items = vec![self.definition(doc), self.serialize()];
        items.extend(
            reads.then(|| reading::item(&self.name, &self.wire, &self.variants, &self.plan)),
        );
        items.extend(from::items(self.api, &self.name, &self.variants));
        items.extend(self.attach());
        items.extend(check::union(self.api, &self.name, &self.variants));
        items
    }

    /// Says how members are told apart that look alike.
    fn note(&self) -> Option<String> {
        let note = "Some of these look alike in JSON: a value is read as the first that fits.";
        self.plan.guesses.then(|| note.to_owned())
    }

    fn definition(&self, doc: &Doc) -> TokenStream {
        let (doc, name) = (doc.tokens(0), &self.name);
        let variants = self.variants.iter().map(|variant| self.variant(variant));
        quote! {
            #doc
            #[derive(Clone, Debug, PartialEq)]
            #[non_exhaustive]
            pub enum #name {
                #(#variants)*
            }
        }
    }

    fn variant(&self, variant: &Variant<'_>) -> TokenStream {
        let name = &variant.name;
        let doc = format!(
            " {}",
            doc::one_of(self.api, std::slice::from_ref(variant.member))
        );
        if *variant.member == Type::True {
            return quote!(#[doc = #doc] #name,);
        }
        let ty = ty::rust(self.api, variant.member);
        let ty = if variant.boxed { quote!(Box<#ty>) } else { ty };
        quote!(#[doc = #doc] #name(#ty),)
    }

    fn serialize(&self) -> TokenStream {
        let name = &self.name;
        let arms = self.variants.iter().map(|variant| {
            let name = &variant.name;
            match variant.member {
                Type::True => quote!(Self::#name => true.serialize(serializer),),
                _ => quote!(Self::#name(value) => value.serialize(serializer),),
            }
        });
        quote! {
            impl Serialize for #name {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    match self {
                        #(#arms)*
                    }
                }
            }
        }
    }

    fn attach(&self) -> Option<TokenStream> {
        let holds = |variant: &&Variant<'_>| self.api.uploads(variant.member);
        let names = self.variants.iter().filter(holds).map(|v| &v.name);
        let visits = names.map(|name| {
            quote! {
                if let Self::#name(value) = self {
                    value.each(found);
                }
            }
        });
        let visits: Vec<TokenStream> = visits.collect();
        (!visits.is_empty()).then(|| attach(&self.name, &visits))
    }
}

/// Finds the files in a union or a structure by these statements.
pub(crate) fn attach(name: &Ident, visits: &[TokenStream]) -> TokenStream {
    quote! {
        impl Attach for #name {
            fn each<'a>(&'a self, found: &mut dyn FnMut(&'a InputFile)) {
                #(#visits)*
            }
        }
    }
}

/// A variant is called after its member, without the name of the union where it starts with it.
fn variant_name(member: &Type, prefix: Option<&str>) -> String {
    let name = names::word(member);
    let short = prefix.and_then(|prefix| name.strip_prefix(&camel(prefix)));
    match short {
        Some(short) if short.starts_with(|c: char| c.is_ascii_uppercase()) => camel(short),
        _ => name,
    }
}
