//! A method → the struct that is its request, with a constructor, setters, and what ties it to
//! its name and its response.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use schema::schema::Method;

use crate::doc::{self, Doc};
use crate::emit::compat_constructor::{self, Without};
use crate::emit::field::{Member, params};
use crate::emit::rust_type;
use crate::emit::{Section, long_poll, macro_call, many, validate};
use crate::resolve::api::Api;
use crate::rust::ident::ident;

/// The introduction to the module of the requests.
pub(crate) const ABOUT: &str = "A request that was created by a method of [`Bot`](super::Bot) \
    holds a reference to that bot, its type parameter `B`, and is sent by awaiting it. A request \
    that was created by `new` holds no bot and is sent by [`Bot::send`](crate::Bot::send).";

/// Emits the request of a method.
pub(crate) fn items(api: &Api, method: &Method) -> Vec<TokenStream> {
    Request::new(api, method).items()
}

struct Request<'a> {
    api: &'a Api,
    method: &'a Method,
    name: Ident,
    members: Vec<Member<'a>>,
    /// The constructors that ask for less.
    without: Vec<Without>,
}

impl<'a> Request<'a> {
    fn new(api: &'a Api, method: &'a Method) -> Self {
        let mut members = params(api, method);
        let without =
            compat_constructor::all(api, &method.name, &members.all, &mut members.functions);
        Self {
            api,
            method,
            name: ident(&api.names.request(&method.name)),
            without,
            members: members.all,
        }
    }

    fn items(&self) -> Vec<TokenStream> {
        let items = [
            self.structure(),
            self.constructor(),
            self.setters(),
            self.request(),
            self.macro_call(),
        ];
        let poll = long_poll::item(self.api, self.method, &self.members);
        items.into_iter().chain(poll).collect()
    }

    fn structure(&self) -> TokenStream {
        let name = &self.name;
        let fields = self.fields().map(Member::definition);
        let doc = doc(self.api, self.method).tokens(0);
        let default = self.fields().all(|member| !member.field.required);
        let default = default.then(|| quote!(Default,));
        quote! {
            #doc
            #[derive(Clone, Debug, #default PartialEq)]
            #[must_use = "a request does nothing until it is sent"]
            pub struct #name<B = ()> {
                bot: B,
                #(#fields)*
            }
        }
    }

    fn constructor(&self) -> TokenStream {
        let name = &self.name;
        let arguments = self.asked().map(Member::argument);
        let values = self.asked().map(|member| &member.ident);
        let many = many(self.asked().count());
        let doc = Doc::new(None, "Creates a request with its required parameters.");
        let doc = doc
            .and(compat_constructor::note(&self.without, "Self"))
            .tokens(4);
        let without = self.without.iter().map(|constructor| {
            constructor.function("a request", &self.members, &quote!(bot: (),), &quote!())
        });
        quote! {
            impl #name {
                #doc
                #many
                pub fn new(#(#arguments),*) -> Self {
                    Self::with_bot((), #(#values),*)
                }
                #(#without)*
            }
        }
    }

    fn setters(&self) -> TokenStream {
        let name = &self.name;
        let arguments = self.asked().map(Member::argument);
        let initial = self.fields().map(Member::initial);
        let setters = self.members.iter().filter_map(Member::setter);
        let many = many(self.asked().count() + 1);
        quote! {
            impl<B> #name<B> {
                #many
                pub(crate) fn with_bot(bot: B, #(#arguments),*) -> Self {
                    Self { bot, #(#initial),* }
                }
                #(#setters)*
            }
        }
    }

    fn request(&self) -> TokenStream {
        let (name, wire) = (&self.name, &self.method.name);
        let api = ident(&self.api.names.marker);
        let response = self.response();
        let files: Vec<_> = self.members.iter().filter_map(Member::files).collect();
        let files = (!files.is_empty()).then(|| {
            quote! {
                fn files<'a>(&'a self, files: &mut Files<'a>) {
                    #(#files)*
                }
            }
        });
        let hold = long_poll::hold(self.api, self.method, &self.members);
        let validate = validate::validate(self.api, &self.members, &self.method.params);
        quote! {
            impl<B> Request for #name<B> {
                type Api = #api;
                type Response = #response;
                const METHOD: &'static str = #wire;
                #files
                #hold
                #validate
            }
        }
    }

    fn macro_call(&self) -> TokenStream {
        let (name, api) = (&self.name, ident(&self.api.names.marker));
        let (required, optional): (Vec<_>, Vec<_>) =
            self.fields().partition(|member| member.field.required);
        let sections = [
            Section::new(
                "constants",
                self.members.iter().filter_map(Member::constant_entry),
            ),
            Section::new("required", required.iter().map(|member| member.entry())),
            Section::new("optional", optional.iter().map(|member| member.entry())),
        ];
        macro_call("request", &quote!(#name of #api), &sections)
    }

    fn response(&self) -> TokenStream {
        rust_type::response(self.api, self.method.returns.as_ref())
    }

    fn asked(&self) -> impl Iterator<Item = &Member<'a>> {
        self.members.iter().filter(|member| member.is_asked())
    }

    /// The members that have a field.
    fn fields(&self) -> impl Iterator<Item = &Member<'a>> {
        self.members.iter().filter(|member| !member.is_constant())
    }
}

/// Explains, for the bot's method, the parameters that are no longer required.
pub(crate) fn compat_note(api: &Api, method: &Method) -> Option<String> {
    let mut members = params(api, method);
    let without = compat_constructor::all(api, &method.name, &members.all, &mut members.functions);
    let note = compat_constructor::note(&without, &api.names.request(&method.name))?;
    Some(format!(
        "{note} That request is sent by [`Bot::send`](crate::Bot::send)."
    ))
}

/// The comment of a method: what it does, what it returns, where to read more.
pub(crate) fn doc(api: &Api, method: &Method) -> Doc {
    let fallback = format!("The `{}` method.", method.name);
    Doc::new(method.doc.as_deref(), &fallback)
        .and(doc::returns(api, method.returns.as_ref()))
        .and(doc::link(&api.model.manifest, method.link.as_deref()))
}
