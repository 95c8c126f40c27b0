//! A type with fields → a struct and, where users make values of it, a constructor and setters.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use schema::schema::{Field, TypeDef};
use schema::ty::Type;

use crate::doc::{self, Doc};
use crate::emit::compat_constructor::{self, CompatConstructor};
use crate::emit::field::{Member, name_fields, name_removed};
use crate::emit::union::emit_visit_files;
use crate::emit::{
    Section, conversion, emit_macro_call, expect_many_arguments, targets, text_entity, validate,
};
use crate::resolve::api::Api;
use crate::rust::ident::ident;

/// A type with its Rust names.
struct Structure<'a> {
    api: &'a Api,
    def: &'a TypeDef,
    name: Ident,
    members: Vec<Member<'a>>,
    /// What only the version before had.
    removed: Vec<Member<'a>>,
    /// The constructors that ask for less than `new`.
    compat_constructors: Vec<CompatConstructor>,
}

/// Emits the items of one type.
pub(crate) fn emit_structure(api: &Api, def: &TypeDef, fields: &[Field]) -> Vec<TokenStream> {
    Structure::new(api, def, fields).emit_items(fields)
}

impl<'a> Structure<'a> {
    fn new(api: &'a Api, def: &'a TypeDef, fields: &'a [Field]) -> Self {
        let rust_name = api.names.ty(&def.name);
        let mut members = name_fields(api, &def.name, fields);
        Self {
            api,
            def,
            name: ident(&rust_name),
            compat_constructors: compat_constructor::name_constructors(
                api,
                &def.name,
                &members.all,
                &mut members.functions,
            ),
            removed: name_removed(api, &def.name, &mut members.functions),
            members: members.all,
        }
    }

    fn emit_items(&self, fields: &[Field]) -> Vec<TokenStream> {
        let is_sent = self.api.is_sent(&self.name.to_string());
        let holds_files = self.api.holds_files(&Type::Named(self.def.name.clone()));
        let mut items = vec![self.emit_struct(), self.emit_object_call()];
        items.extend(is_sent.then(|| self.emit_functions()));
        items.extend(self.emit_moments());
        items.extend(conversion::emit_from_argument(self.api, &self.name));
        items.extend(targets::emit_from_items(self.api, &self.name));
        items.extend(self.emit_default());
        items.extend(self.emit_default_if_missing());
        items.extend(holds_files.then(|| self.emit_visit_files()));
        items.extend(self.emit_sequenced());
        items.extend(text_entity::emit_text_entity(
            self.api,
            &self.def.name,
            &self.members,
        ));
        items.extend(validate::emit_struct_validation(
            self.api,
            &self.name,
            &self.members,
            fields,
        ));
        items
    }

    fn emit_struct(&self) -> TokenStream {
        let (def, name) = (self.def, &self.name);
        let doc = Doc::new(def.doc.as_deref(), &format!("The `{}` type.", def.name))
            .and(doc::reference_link(
                &self.api.model.manifest,
                def.link.as_deref(),
            ))
            .tokens(0);
        let fields = self.fields().map(Member::emit_field);
        let default = self.can_derive_default().then(|| quote!(Default,));
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

    /// Emits the call of the runtime's macro `object`, which reads and writes the fields.
    fn emit_object_call(&self) -> TokenStream {
        let name = &self.name;
        let constants = self.members.iter().filter_map(Member::emit_constant);
        let (mut defaults, mut required, mut optional) = (Vec::new(), Vec::new(), Vec::new());
        for member in self.fields() {
            if !member.field.required {
                optional.push(member.emit_entry());
            } else if member.has_default_if_missing() {
                defaults.push(member.emit_entry());
            } else {
                required.push(member.emit_entry());
            }
        }
        let sections = [
            Section::new("constants", constants),
            Section::new("required_or_default", defaults),
            Section::new("required", required),
            Section::new("optional", optional),
            Section::new("aliases", self.emit_aliases()),
        ];
        emit_macro_call("object", &quote!(#name), &sections)
    }

    /// Emits the names on the page of fields that have another in JSON: a server that follows its
    /// page one day is read as well.
    fn emit_aliases(&self) -> impl Iterator<Item = TokenStream> {
        let fields = self.fields().filter(|one| one.field.wire_name.is_some());
        let free = fields.filter(|one| {
            let mut others = self.members.iter();
            others.all(|other| other.field.wire_name() != one.field.name)
        });
        free.map(|one| {
            let (name, alias) = (&one.ident, &one.field.name);
            quote!(#name: #alias)
        })
    }

    /// Emits the constructors and the setters.
    fn emit_functions(&self) -> TokenStream {
        let (name, doc) = (&self.name, self.constructor_doc());
        let arguments: Vec<TokenStream> = self
            .members
            .iter()
            .filter(|member| member.is_asked())
            .map(Member::emit_argument)
            .collect();
        let expect = expect_many_arguments(arguments.len());
        let initial = self.fields().map(Member::emit_initial);
        let setters = self.members.iter().filter_map(Member::emit_setter);
        let removed = self.removed.iter().map(Member::emit_removed_setter);
        let after = quote!(extra: Extra::default());
        let compat = self.compat_constructors.iter().map(|constructor| {
            constructor.emit_function("the value", &self.members, &quote!(), &after)
        });
        quote! {
            impl #name {
                #doc
                #expect
                pub fn new(#(#arguments),*) -> Self {
                    Self { #(#initial,)* #after }
                }
                #(#compat)*
                #(#setters)*
                #(#removed)*
            }
        }
    }

    /// Emits the functions that return the moments which its fields count, where a server sends it.
    fn emit_moments(&self) -> Option<TokenStream> {
        let name = &self.name;
        let moments: Vec<TokenStream> = self.fields().filter_map(Member::emit_moment).collect();
        let is_used = self.api.is_received(&name.to_string()) && !moments.is_empty();
        is_used.then(|| quote!(impl #name { #(#moments)* }))
    }

    fn constructor_doc(&self) -> TokenStream {
        let text = if self.members.iter().any(Member::starts_false) {
            "Creates the value from its required fields; required flags start as `false`."
        } else {
            "Creates the value from its required fields."
        };
        let note = compat_constructor::explain_arguments(&self.compat_constructors, "Self");
        Doc::new(None, text).and(note).tokens(4)
    }

    /// Emits the default value, where there is one that can't be derived: all that is required has
    /// a value to start with.
    fn emit_default(&self) -> Option<TokenStream> {
        if self.can_derive_default() || self.members.iter().any(Member::is_needed) {
            return None;
        }
        let name = &self.name;
        let initial = self.fields().map(|member| member.emit_initial_if(false));
        Some(quote! {
            impl Default for #name {
                fn default() -> Self {
                    Self { #(#initial,)* extra: Extra::default() }
                }
            }
        })
    }

    /// Emits the value that stands in for an object of flags that a server leaves out.
    fn emit_default_if_missing(&self) -> Option<TokenStream> {
        let name = &self.name;
        self.api.is_flags(&self.def.name).then(|| {
            quote! {
                impl DefaultIfMissing for #name {
                    fn default_if_missing() -> Self {
                        Self::default()
                    }
                }
            }
        })
    }

    fn emit_visit_files(&self) -> TokenStream {
        let visits = self.members.iter().filter_map(Member::emit_visit_files);
        emit_visit_files(&self.name, &quote!(#(#visits)*))
    }

    /// Emits the number of a value, if values come in lists to be handled one by one:
    /// `Update.update_id`.
    fn emit_sequenced(&self) -> Option<TokenStream> {
        let number = self.api.sequence_field(&self.def.name)?;
        let member = self.members.iter().find(|one| one.field.name == number)?;
        let (name, field) = (&self.name, &member.ident);
        let wire = member.field.wire_name();
        Some(quote! {
            impl Sequenced for #name {
                const ID_FIELD: &'static str = #wire;
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

    /// Checks whether the default value can be derived: nothing is asked for, or nothing but flags.
    fn can_derive_default(&self) -> bool {
        let starts_unset = |member: &Member<'_>| !member.field.required || member.starts_false();
        self.api.is_flags(&self.def.name) || self.fields().all(starts_unset)
    }
}
