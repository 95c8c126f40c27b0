//! The type that marks parts of a text → what lets the runtime read and write such texts: a
//! description of its fields, a function that appends a text for each word, and the tables of its
//! markup languages.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use schema::markup::Escapes;
use schema::schema::Field;

use crate::doc::Doc;
use crate::emit::field::{Member, field_ident};
use crate::resolve::api::Api;
use crate::resolve::text_entity::{
    MarkedWord, MarkupLanguage, TextEntity, find_path, find_text_entity,
};
use crate::rust::ident::{Scope, camel, ident, snake};
use crate::rust::reserved::TEXT_METHODS;

/// Emits what makes a type, by its name on the page, an entity of texts, if it is one.
pub(super) fn emit_text_entity(api: &Api, name: &str, members: &[Member<'_>]) -> Vec<TokenStream> {
    let Some(entity) = find_text_entity(api, name) else {
        return Vec::new();
    };
    let emitter = Emitter {
        api,
        entity: &entity,
        name: ident(&api.names.ty(name)),
        members,
    };
    let mut items = vec![emitter.emit_trait()];
    items.extend(emitter.emit_slice());
    items.extend(emitter.emit_functions());
    items.extend(entity.languages.iter().map(emit_table));
    items
}

struct Emitter<'a> {
    api: &'a Api,
    entity: &'a TextEntity<'a>,
    /// The Rust name of the type.
    name: Ident,
    members: &'a [Member<'a>],
}

impl Emitter<'_> {
    fn emit_trait(&self) -> TokenStream {
        let (name, entity) = (&self.name, self.entity);
        let [word, offset, length] =
            [entity.word, entity.offset, entity.length].map(|field| self.member_ident(field));
        let command = match &entity.markup.command {
            Some(command) => quote!(Some(#command)),
            None => quote!(None),
        };
        let plain = entity.plain_words();
        let value = self.emit_value();
        quote! {
            impl crate::TextEntity for #name {
                const COMMAND: Option<&'static str> = #command;
                const PLAIN: &'static [&'static str] = &[#(#plain),*];
                fn word(&self) -> &str {
                    self.#word.as_str()
                }
                fn offset(&self) -> i64 {
                    self.#offset
                }
                fn length(&self) -> i64 {
                    self.#length
                }
                fn set_range(&mut self, offset: i64, length: i64) {
                    self.#offset = offset;
                    self.#length = length;
                }
                #value
            }
        }
    }

    /// Emits the function that returns a value for marks.
    fn emit_value(&self) -> TokenStream {
        let words = self.entity.words();
        let marks = words.flat_map(|word| word.marks.iter().flat_map(|marks| marks.fields()));
        let paths: BTreeSet<&str> = marks.collect();
        if paths.is_empty() {
            return quote! {
                fn value(&self, _path: &str) -> Option<String> {
                    None
                }
            };
        }
        let arms = paths.iter().map(|path| {
            let value = self.emit_path(path);
            quote!(#path => Some(#value.to_string()),)
        });
        quote! {
            fn value(&self, path: &str) -> Option<String> {
                match path {
                    #(#arms)*
                    _ => None,
                }
            }
        }
    }

    /// Emits the way to a value: `self.user.as_ref()?.id`.
    fn emit_path(&self, path: &str) -> TokenStream {
        let steps = find_path(self.api, &self.entity.markup.entity, path).unwrap_or_default();
        steps.into_iter().fold(quote!(self), |way, (owner, field)| {
            let name = field_ident(self.api, &owner, field);
            if field.required {
                quote!(#way.#name)
            } else {
                quote!(#way.#name.as_ref()?)
            }
        })
    }

    /// Emits the function that returns the part of a text, unless a setter has its name.
    fn emit_slice(&self) -> Option<TokenStream> {
        let name = &self.name;
        let is_free = self
            .members
            .iter()
            .all(|member| member.setter() != "text_of");
        is_free.then(|| {
            quote! {
                impl #name {
                    /// Returns the part of `text` that the entity marks. `None` if that lies outside
                    /// of the text, or begins or ends within a character.
                    pub fn text_of<'a>(&self, text: &'a str) -> Option<&'a str> {
                        crate::text::entity::find_part(self, text)
                    }
                }
            }
        })
    }

    /// Emits the functions of texts that have these entities.
    fn emit_functions(&self) -> Option<TokenStream> {
        let mut scope = Scope::with(TEXT_METHODS.iter().copied());
        let languages = &self.entity.languages;
        let writers: Vec<_> = languages
            .iter()
            .map(|language| emit_writers(language, &mut scope))
            .collect();
        let builders = self.emit_builders(&mut scope);
        let name = &self.name;
        (!languages.is_empty()).then(|| {
            quote! {
                impl crate::Text<#name> {
                    #(#builders)*
                    #(#writers)*
                }
            }
        })
    }

    /// Emits a function for each word, where values can be made of their place and their word.
    fn emit_builders(&self, scope: &mut Scope) -> Vec<TokenStream> {
        let TextEntity {
            word,
            offset,
            length,
            ..
        } = self.entity;
        let asked = self.members.iter().filter(|member| member.is_asked());
        let asked: Vec<&Field> = asked.map(|member| member.field).collect();
        let mut needed = [word, offset, length].into_iter();
        let is_whole = asked.len() == 3 && needed.all(|field| asked.contains(field));
        if !is_whole || !self.api.is_sent(&self.name.to_string()) {
            return Vec::new();
        }
        // The page's order of words is that of the enum; here it is that of the alphabet.
        let words: BTreeMap<&str, &MarkedWord<'_>> =
            self.entity.words().map(|word| (word.name, word)).collect();
        let builders = words.values();
        builders
            .filter_map(|word| self.emit_builder(word, &asked, scope))
            .collect()
    }

    fn emit_builder(
        &self,
        word: &MarkedWord<'_>,
        asked: &[&Field],
        scope: &mut Scope,
    ) -> Option<TokenStream> {
        let mut values: Vec<&Member<'_>> = Vec::new();
        for path in word.needed_fields() {
            let field = path.split('.').next();
            let member = self
                .members
                .iter()
                .find(|one| field == Some(&one.field.name))?;
            if values.iter().all(|known| known.ident != member.ident) {
                values.push(member);
            }
        }
        if values.iter().any(|member| member.ident == "text") {
            return None;
        }
        let entity = self.emit_new(word.name, asked);
        let function = ident(&scope.take(snake(word.name)));
        let doc = Doc::new(None, &format!("Appends a text as `{}`.", word.name)).tokens(4);
        let arguments = values.iter().map(|member| member.emit_argument());
        let setters = values.iter().map(|member| {
            let (setter, value) = (member.setter(), &member.ident);
            quote!(.#setter(#value))
        });
        Some(quote! {
            #doc
            #[must_use]
            pub fn #function(self, text: impl Into<Self>, #(#arguments),*) -> Self {
                self.mark(#entity #(#setters)*, text)
            }
        })
    }

    /// Emits a new entity whose place is not known yet.
    fn emit_new(&self, word: &str, asked: &[&Field]) -> TokenStream {
        let (name, variant) = (&self.name, ident(&camel(word)));
        let words = self.api.rust_name(&self.entity.word.ty).unwrap_or_default();
        let words = ident(&words);
        let arguments = asked.iter().map(|field| {
            if field.name == self.entity.word.name {
                quote!(#words::#variant)
            } else {
                quote!(0)
            }
        });
        quote!(#name::new(#(#arguments),*))
    }

    fn member_ident(&self, field: &Field) -> Ident {
        field_ident(self.api, &self.entity.markup.entity, field)
    }
}

/// Emits the functions that write a text in a markup language.
fn emit_writers(language: &MarkupLanguage<'_>, scope: &mut Scope) -> TokenStream {
    let (name, table) = (language.name, table_name(language));
    let write = ident(&scope.take(format!("to_{name}")));
    let escape = ident(&scope.take(format!("escape_{name}")));
    let write_doc = format!("Writes the text with its entities as `{name}`.");
    let escape_doc = format!("Escapes a text for use within `{name}`.");
    let [write_doc, escape_doc] = [write_doc, escape_doc].map(|doc| Doc::new(None, &doc).tokens(4));
    quote! {
        #write_doc
        pub fn #write(&self) -> String {
            self.render(&#table)
        }
        #escape_doc
        pub fn #escape(text: &str) -> String {
            #table.escape(text)
        }
    }
}

fn table_name(language: &MarkupLanguage<'_>) -> Ident {
    ident(&language.name.to_ascii_uppercase())
}

/// Emits the table of a markup language.
fn emit_table(one: &MarkupLanguage<'_>) -> TokenStream {
    let (name, language) = (table_name(one), one.language);
    let text = emit_escapes(&language.escape.text);
    let value = emit_escapes(&language.escape.value);
    let verbatim = language.escape.verbatim.as_ref();
    let verbatim = emit_escapes(verbatim.unwrap_or(&language.escape.text));
    let (separator, words) = (&language.separator, one.words.iter().map(emit_word));
    quote! {
        static #name: crate::text::markup::Markup = crate::text::markup::Markup {
            text: #text,
            value: #value,
            verbatim: #verbatim,
            separator: #separator,
            words: &[#(#words),*],
        };
    }
}

fn emit_escapes(escapes: &Escapes) -> TokenStream {
    let pairs = escapes
        .pairs()
        .into_iter()
        .map(|(c, text)| quote!((#c, #text)));
    quote!(crate::text::markup::Escapes(&[#(#pairs),*]))
}

fn emit_word(word: &MarkedWord<'_>) -> TokenStream {
    let (name, each_line) = (word.name, word.word.each_line());
    let verbatim = word.word.is_verbatim();
    let marks = word.marks.iter().map(|marks| {
        let (before, behind) = (marks.before(), marks.behind());
        quote!((#before, #behind))
    });
    quote! {
        crate::text::markup::Word {
            name: #name,
            marks: &[#(#marks),*],
            each_line: #each_line,
            verbatim: #verbatim,
        }
    }
}
