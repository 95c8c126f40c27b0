//! A method → the struct that is its request, with a constructor, setters, and what ties it to
//! its name and its response.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use schema::schema::Method;

use crate::doc::{self, Doc};
use crate::emit::compat_constructor::{self, CompatConstructor};
use crate::emit::field::{Member, Members, name_params, name_removed};
use crate::emit::rust_type;
use crate::emit::{
    Section, call, emit_macro_call, expect_many_arguments, file_request, long_poll, targets,
    validate,
};
use crate::resolve::alternatives::find_alternatives;
use crate::resolve::api::Api;
use crate::rust::ident::{ident, snake};

/// The introduction to the module of the requests.
pub(crate) const ABOUT: &str = "A request that was created by a method of [`Bot`](super::Bot) \
    holds a reference to that bot, its type parameter `B`, and is sent by awaiting it. A request \
    that was created by `new` holds no bot and is sent by [`Bot::send`](crate::Bot::send).";

/// Emits the request of a method.
pub(crate) fn emit_request(api: &Api, method: &Method) -> Vec<TokenStream> {
    Request::new(api, method).emit_items()
}

struct Request<'a> {
    api: &'a Api,
    method: &'a Method,
    name: Ident,
    members: Vec<Member<'a>>,
    /// What only the version before had.
    removed: Vec<Member<'a>>,
    /// The setters that take what holds an id, and those with another name.
    other_setters: Vec<TokenStream>,
    /// The constructors that ask for less.
    compat_constructors: Vec<CompatConstructor>,
}

impl<'a> Request<'a> {
    fn new(api: &'a Api, method: &'a Method) -> Self {
        let mut members = name_params(api, method);
        Self {
            api,
            method,
            name: ident(&api.names.request(&method.name)),
            compat_constructors: compat_constructor::name_constructors(
                api,
                &method.name,
                &members.all,
                &mut members.functions,
            ),
            removed: name_removed(api, &method.name, &mut members.functions),
            other_setters: emit_other_setters(api, method, &mut members),
            members: members.all,
        }
    }

    fn emit_items(&self) -> Vec<TokenStream> {
        let mut items = vec![
            self.emit_struct(),
            self.emit_constructors(),
            self.emit_setters(),
            self.emit_request_impl(),
            self.emit_request_call(),
        ];
        items.extend(long_poll::emit_update_request(
            self.api,
            self.method,
            &self.members,
        ));
        items.extend(file_request::emit_file_request(
            self.api,
            self.method,
            &self.members,
        ));
        items
    }

    fn emit_struct(&self) -> TokenStream {
        let name = &self.name;
        let fields = self.fields().map(Member::emit_field);
        let doc = request_doc(self.api, self.method).tokens(0);
        let is_optional = self.fields().all(|member| !member.field.required);
        let default = is_optional.then(|| quote!(Default,));
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

    fn emit_constructors(&self) -> TokenStream {
        let name = &self.name;
        let arguments = self.asked_params().map(Member::emit_argument);
        let values = self.asked_params().map(|member| &member.ident);
        let expect = expect_many_arguments(self.asked_params().count());
        let note = compat_constructor::explain_arguments(&self.compat_constructors, "Self");
        let doc = Doc::new(None, "Creates a request with its required parameters.")
            .and(note)
            .tokens(4);
        let compat = self.compat_constructors.iter().map(|constructor| {
            constructor.emit_function("a request", &self.members, &quote!(bot: (),), &quote!())
        });
        quote! {
            impl #name {
                #doc
                #expect
                pub fn new(#(#arguments),*) -> Self {
                    Self::with_bot((), #(#values),*)
                }
                #(#compat)*
            }
        }
    }

    fn emit_setters(&self) -> TokenStream {
        let name = &self.name;
        let arguments = self.asked_params().map(Member::emit_argument);
        let initial = self.fields().map(Member::emit_initial);
        let setters = self.members.iter().filter_map(Member::emit_setter);
        let other_setters = &self.other_setters;
        let removed = self.removed.iter().map(Member::emit_removed_setter);
        let expect = expect_many_arguments(self.asked_params().count() + 1);
        quote! {
            impl<B> #name<B> {
                #expect
                pub(crate) fn with_bot(bot: B, #(#arguments),*) -> Self {
                    Self { bot, #(#initial),* }
                }
                #(#setters)*
                #(#other_setters)*
                #(#removed)*
            }
        }
    }

    fn emit_request_impl(&self) -> TokenStream {
        let (name, wire) = (&self.name, &self.method.name);
        let api = ident(&self.api.names.marker);
        let response = rust_type::emit_response(self.api, self.method.returns.as_ref());
        let endpoint = call::emit_endpoint(self.api, self.method);
        let files = self.emit_files();
        let timeout = long_poll::emit_timeout(self.api, self.method, &self.members);
        let validate =
            validate::emit_request_validation(self.api, &self.members, &self.method.params);
        let depends_on_server = validate::depends_on_server(self.api, &self.members);
        let bound = depends_on_server.then(|| quote!(: RequestBot));
        let server = depends_on_server.then(|| {
            quote! {
                fn server(&self) -> ServerKind {
                    self.bot.server_kind()
                }
            }
        });
        let alternatives = self.emit_alternatives();
        quote! {
            impl<B #bound> Request for #name<B> {
                type Api = #api;
                type Response = #response;
                const METHOD: &'static str = #wire;
                const PARAMS: &'static [&'static str] = Self::PARAM_NAMES;
                #endpoint
                #alternatives
                #files
                #timeout
                #server
                #validate
            }
        }
    }

    /// Emits the parameters of which a request sets one; `None` where there are none.
    fn emit_alternatives(&self) -> Option<TokenStream> {
        let pairs: Vec<TokenStream> = find_alternatives(self.api, &self.method.params)
            .map(|(mode, ranges)| {
                let (mode, ranges) = (mode.wire_name(), ranges.wire_name());
                quote!((#mode, #ranges))
            })
            .collect();
        (!pairs.is_empty()).then(|| {
            quote!(const ALTERNATIVES: &'static [(&'static str, &'static str)] = &[#(#pairs),*];)
        })
    }

    /// Emits the function that collects the files to upload; `None` if there can be none.
    fn emit_files(&self) -> Option<TokenStream> {
        let statements: Vec<TokenStream> = self
            .members
            .iter()
            .filter_map(Member::emit_add_files)
            .collect();
        (!statements.is_empty()).then(|| {
            quote! {
                fn files<'a>(&'a self, files: &mut Files<'a>) {
                    #(#statements)*
                }
            }
        })
    }

    /// Emits the call of the runtime's macro `request`, which writes the parameters.
    fn emit_request_call(&self) -> TokenStream {
        let (name, api) = (&self.name, ident(&self.api.names.marker));
        let constants = self.members.iter().filter_map(Member::emit_constant);
        let (required, optional): (Vec<_>, Vec<_>) =
            self.fields().partition(|member| member.field.required);
        let sections = [
            Section::new("constants", constants),
            Section::new("required", required.into_iter().map(Member::emit_entry)),
            Section::new("optional", optional.into_iter().map(Member::emit_entry)),
        ];
        emit_macro_call("request", &quote!(#name of #api), &sections)
    }

    /// The parameters that the constructor asks for.
    fn asked_params(&self) -> impl Iterator<Item = &Member<'a>> {
        self.members.iter().filter(|member| member.is_asked())
    }

    /// The members that have a field.
    fn fields(&self) -> impl Iterator<Item = &Member<'a>> {
        self.members.iter().filter(|member| !member.is_constant())
    }
}

/// Emits the setters that do with the others' help what several of them do, or one by another name.
fn emit_other_setters(api: &Api, method: &Method, members: &mut Members<'_>) -> Vec<TokenStream> {
    let Members { all, functions } = members;
    let mut setters = targets::emit_setters(api, method, all, functions);
    setters.extend(all.iter().filter_map(|member| {
        let other = api.model.manifest.setters.get(&member.field.name)?;
        member.emit_setter_as(&functions.take(snake(other)))
    }));
    setters
}

/// Explains, for the bot's method, the parameters that are no longer required.
pub(crate) fn compat_note(api: &Api, method: &Method) -> Option<String> {
    let request = Request::new(api, method);
    let name = request.name.to_string();
    let note = compat_constructor::explain_arguments(&request.compat_constructors, &name)?;
    Some(format!(
        "{note} That request is sent by [`Bot::send`](crate::Bot::send)."
    ))
}

/// The comment of a request: what its method does, what it returns, where to read more.
pub(crate) fn request_doc(api: &Api, method: &Method) -> Doc {
    let fallback = format!("The `{}` method.", method.name);
    Doc::new(method.doc.as_deref(), &fallback)
        .and(doc::describe_response(api, method.returns.as_ref()))
        .and(doc::reference_link(
            &api.model.manifest,
            method.link.as_deref(),
        ))
}
