//! A type with fields → a struct and, where users make values of it, a constructor and setters.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use schema::schema::{Field, TypeDef};

use crate::doc::{self, Doc};
use crate::emit::compat_constructor::{self, Without};
use crate::emit::field::{Member, of_type};
use crate::emit::union::visit_files;
use crate::emit::{Section, macro_call, many, validate};
use crate::resolve::api::Api;
use crate::rust::ident::ident;

/// A type with its Rust names.
struct Structure<'a> {
    def: &'a TypeDef,
    name: Ident,
    members: Vec<Member<'a>>,
    /// The constructors that ask for less than `new`.
    without: Vec<Without>,
}

/// The items of one type.
pub(crate) fn items(api: &Api, def: &TypeDef, fields: &[Field]) -> Vec<TokenStream> {
    let rust_name = api.names.ty(&def.name);
    let mut members = of_type(api, &def.name, &rust_name, fields);
    let without = compat_constructor::all(api, &def.name, &members.all, &mut members.functions);
    let structure = Structure {
        def,
        without,
        name: ident(&rust_name),
        members: members.all,
    };
    let is_sent = api.is_sent(&rust_name);
    let files = api.holds_files(&schema::ty::Type::Named(def.name.clone()));
    let all = [
        Some(structure.definition(api)),
        Some(structure.object()),
        is_sent.then(|| structure.functions()),
        structure.default(),
        files.then(|| structure.visit_files()),
        structure.numbered(api),
        validate::structure(api, &structure.name, &structure.members, fields),
    ];
    all.into_iter().flatten().collect()
}

impl<'a> Structure<'a> {
    fn definition(&self, api: &Api) -> TokenStream {
        let (def, name) = (self.def, &self.name);
        let doc = Doc::new(def.doc.as_deref(), &format!("The `{}` type.", def.name))
            .and(doc::link(&api.model.manifest, def.link.as_deref()))
            .tokens(0);
        let fields = self.fields().map(Member::definition);
        let default = self.is_optional().then(|| quote!(Default,));
        quote! {
            #doc
            #[derive(Clone, Debug, #default PartialEq)]
            #[non_exhaustive]
            pub struct #name {
                #(#fields)*
                /// Fields this version of the crate does not know.
                pub extra: Extra,
            }
        }
    }

    fn object(&self) -> TokenStream {
        let name = &self.name;
        let constants = self.members.iter().filter_map(Member::constant_entry);
        let (required, optional): (Vec<_>, Vec<_>) =
            self.fields().partition(|member| member.field.required);
        let (defaults, required): (Vec<_>, Vec<_>) = required
            .into_iter()
            .partition(|member| member.has_default_if_missing());
        let sections = [
            Section::new("constants", constants),
            Section::new(
                "required_or_default",
                defaults.iter().map(|member| member.entry()),
            ),
            Section::new("required", required.iter().map(|member| member.entry())),
            Section::new("optional", optional.iter().map(|member| member.entry())),
        ];
        macro_call("object", &quote!(#name), &sections)
    }

    /// The constructor and the setters.
    fn functions(&self) -> TokenStream {
        let name = &self.name;
        let asked = || self.members.iter().filter(|member| member.is_asked());
        let arguments = asked().map(Member::argument);
        let initial = self.fields().map(Member::initial);
        let setters = self.members.iter().filter_map(Member::setter);
        let many = many(asked().count());
        let about = match self.members.iter().any(Member::starts_false) {
            true => "Creates the value from its required fields; required flags start as `false`.",
            false => "Creates the value from its required fields.",
        };
        let doc = Doc::new(None, about);
        let doc = doc
            .and(compat_constructor::note(&self.without, "Self"))
            .tokens(4);
        let (members, after) = (&self.members, quote!(extra: Extra::default()));
        let without = self.without.iter();
        let without = without.map(|one| one.function("the value", members, &quote!(), &after));
        quote! {
            impl #name {
                #doc
                #many
                pub fn new(#(#arguments),*) -> Self {
                    Self { #(#initial,)* #after }
                }
                #(#without)*
                #(#setters)*
            }
        }
    }

    /// The default value, where there is one that can't be derived: all that is required has a
    /// value to start with.
    fn default(&self) -> Option<TokenStream> {
        if self.is_optional() || self.members.iter().any(Member::is_needed) {
            return None;
        }
        let name = &self.name;
        let initial = self.fields().map(|member| member.initial_where(false));
        Some(quote! {
            impl Default for #name {
                fn default() -> Self {
                    Self { #(#initial,)* extra: Extra::default() }
                }
            }
        })
    }

    fn visit_files(&self) -> TokenStream {
        let visits: Vec<_> = self
            .members
            .iter()
            .filter_map(Member::visit_files)
            .collect();
        visit_files(&self.name, &quote!(#(#visits)*))
    }

    /// Where values come in lists of things to handle one by one: the number of each.
    fn numbered(&self, api: &Api) -> Option<TokenStream> {
        let number = api.sequence_field(&self.def.name)?;
        let member = self.members.iter().find(|one| one.field.name == number)?;
        let (name, field) = (&self.name, &member.ident);
        Some(quote! {
            impl Sequenced for #name {
                const ID_FIELD: &'static str = #number;
                fn sequence_id(&self) -> i64 {
                    self.#field
                }
            }
        })
    }

    /// The members that have a field.
    fn fields(&self) -> impl Iterator<Item = &Member<'a>> {
        self.members.iter().filter(|member| !member.is_constant())
    }

    /// Whether nothing is asked for, so that the default value can be derived.
    fn is_optional(&self) -> bool {
        self.fields()
            .all(|member| !member.field.required || member.starts_false())
    }
}
