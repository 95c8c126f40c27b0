//! A method → the struct that is its request, with a constructor, setters, and what ties it to
//! its name and its response.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use schema::schema::Method;

use crate::doc::{self, Doc};
use crate::emit::compat_constructor::{self, Without};
use crate::emit::field::{Member, params};
use crate::emit::rust_type;
use crate::emit::structure::group;
use crate::emit::{long_poll, many, title, validate};
use crate::error::GenerateError;
use crate::resolve::api::Api;
use crate::rust::ident::ident;

/// What a reader of the requests should know of all of them.
const ABOUT: &str = "A request that a bot made holds that bot as `B` and is sent by awaiting it. \
    One that `new` made holds none and is sent by [`Bot::send`](crate::Bot::send).";

/// The file of an API's requests; `None` where it has no methods.
pub(crate) fn file(api: &Api<'_>) -> Result<Option<String>, GenerateError> {
    let methods = &api.model.schema.methods;
    if methods.is_empty() {
        return Ok(None);
    }
    let items = methods
        .iter()
        .flat_map(|method| Request::new(api, method).items());
    let what = format!("The methods of the {}, a request each.", title(api));
    let what = Doc::new(None, &what).and(ABOUT.to_owned());
    super::file(api, &what, items.collect()).map(Some)
}

struct Request<'a> {
    api: &'a Api<'a>,
    method: &'a Method,
    name: Ident,
    members: Vec<Member<'a>>,
    /// The field that holds the bot, where there is one.
    bot: Ident,
    /// The constructor that `new` and the bot's method call.
    on: Ident,
    /// The constructors that ask for less.
    without: Vec<Without>,
}

impl<'a> Request<'a> {
    fn new(api: &'a Api<'a>, method: &'a Method) -> Self {
        let mut members = params(api, method);
        let on = on(&mut members.functions);
        let without =
            compat_constructor::all(api, &method.name, &members.all, &mut members.functions);
        Self {
            api,
            method,
            name: ident(&api.names.request(&method.name)),
            bot: ident(&members.fields.take("bot".to_owned())),
            on,
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
            self.call(),
        ];
        let poll = long_poll::item(self.api, self.method, &self.members);
        items.into_iter().chain(poll).collect()
    }

    fn structure(&self) -> TokenStream {
        let (name, bot) = (&self.name, &self.bot);
        let fields = self.fields().map(Member::definition);
        let doc = doc(self.api, self.method).tokens(0);
        let default = self.fields().all(|member| !member.field.required);
        let default = default.then(|| quote!(Default,));
        quote! {
            #doc
            #[derive(Clone, Debug, #default PartialEq)]
            #[must_use = "it does nothing until it is sent"]
            pub struct #name<B = ()> {
                #bot: B,
                #(#fields)*
            }
        }
    }

    fn constructor(&self) -> TokenStream {
        let (name, on) = (&self.name, &self.on);
        let arguments = self.asked().map(Member::argument);
        let values = self.asked().map(|member| &member.ident);
        let many = many(self.asked().count());
        let doc = Doc::new(None, "The request with what it requires.");
        let doc = doc
            .and(compat_constructor::note(&self.without, "Self"))
            .tokens(4);
        let (members, before) = (&self.members, &self.bot);
        let without = self.without.iter();
        let without = without
            .map(|one| one.function("The request", members, &quote!(#before: (),), &quote!()));
        quote! {
            impl #name {
                #doc
                #many
                pub fn new(#(#arguments),*) -> Self {
                    Self::#on((), #(#values),*)
                }
                #(#without)*
            }
        }
    }

    fn setters(&self) -> TokenStream {
        let (name, bot, on) = (&self.name, &self.bot, &self.on);
        let arguments = self.asked().map(Member::argument);
        let initial = self.fields().map(Member::initial);
        let setters = self.members.iter().filter_map(Member::setter);
        let many = many(self.asked().count() + 1);
        quote! {
            impl<B> #name<B> {
                #many
                pub(super) fn #on(#bot: B, #(#arguments),*) -> Self {
                    Self { #bot, #(#initial),* }
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

    fn call(&self) -> TokenStream {
        let (name, bot) = (&self.name, &self.bot);
        let api = ident(&self.api.names.marker);
        let tags = self.members.iter().filter_map(Member::tag);
        let required = self.fields().filter(|m| m.field.required);
        let required = required.map(Member::entry);
        let maybe = group(quote!(?), self.fields().filter(|m| !m.field.required));
        quote! {
            call! { #name of #api by #bot #(#tags)* { #(#required),* } #maybe }
        }
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

/// The name of the inner constructor.
fn on(functions: &mut crate::rust::ident::Scope) -> Ident {
    ident(&functions.take("with_bot".to_owned()))
}

/// The name of the inner constructor of a method's request, and what is to be said of it where it
/// asks for more than is required.
pub(crate) fn inner_constructor(api: &Api<'_>, method: &Method) -> (Ident, Option<String>) {
    let mut members = params(api, method);
    let on = on(&mut members.functions);
    let without = compat_constructor::all(api, &method.name, &members.all, &mut members.functions);
    let note = compat_constructor::note(&without, &api.names.request(&method.name));
    let sent = "Such a request is sent by [`Bot::send`](crate::Bot::send).";
    (on, note.map(|note| format!("{note} {sent}")))
}

/// The comment of a method: what it does, what it returns, where to read more.
pub(crate) fn doc(api: &Api<'_>, method: &Method) -> Doc {
    let fallback = format!("The `{}` method.", method.name);
    Doc::new(method.doc.as_deref(), &fallback)
        .and(doc::returns(api, method.returns.as_ref()))
        .and(doc::link(&api.model.manifest, method.link.as_deref()))
}
