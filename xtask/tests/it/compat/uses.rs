//! The source of a generated crate in, code that uses everything in it out: every constructor,
//! setter and call with its old arguments, every field with its old type, every variant.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};
use syn::{
    Fields, FnArg, GenericArgument, ImplItem, Item, PathArguments, ReturnType, Type, Visibility,
};

/// Code that uses an API, and what of it it left out.
#[derive(Default)]
pub(crate) struct Uses {
    functions: Vec<TokenStream>,
    /// Fields whose types may change: `EditMessageText.text`.
    pub(crate) left_out: BTreeSet<String>,
}

impl Uses {
    /// Everything that the files below a folder offer, but for the types of these fields.
    pub(crate) fn of(folder: &Path, may_change: &BTreeSet<String>) -> Self {
        let mut uses = Self::default();
        uses.add_folder(folder, may_change);
        uses
    }

    fn add_folder(&mut self, folder: &Path, may_change: &BTreeSet<String>) {
        let entries = fs::read_dir(folder).unwrap();
        let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        for path in paths {
            if path.is_dir() {
                self.add_folder(&path, may_change);
                continue;
            }
            let file = syn::parse_file(&fs::read_to_string(path).unwrap()).unwrap();
            for item in &file.items {
                self.add_item(item, may_change);
            }
        }
    }

    /// The number of functions, each of which uses one item.
    pub(crate) fn len(&self) -> usize {
        self.functions.len()
    }

    /// The text of a test file.
    pub(crate) fn text(&self, api: &str) -> String {
        let (api, functions) = (format_ident!("{api}"), &self.functions);
        let mut text = String::from("#![allow(warnings)]\n");
        text += &format!("use generated::{api}::*;\nuse generated::*;\n");
        text += "use std::time::SystemTime;\n";
        for function in functions {
            let function = function.to_string();
            text += &function.replace("crate :: apis ::", "generated ::");
            text.push('\n');
        }
        text
    }

    fn add_item(&mut self, item: &Item, may_change: &BTreeSet<String>) {
        match item {
            Item::Struct(item) => {
                let name = &item.ident;
                if item
                    .attrs
                    .iter()
                    .any(|a| a.to_token_stream().to_string().contains("Default"))
                {
                    self.add_use(&[], quote!(#name), quote!(Default::default()));
                }
                for field in item
                    .fields
                    .iter()
                    .filter(|f| matches!(f.vis, Visibility::Public(_)))
                {
                    let (ident, ty) = (field.ident.as_ref().unwrap(), &field.ty);
                    match may_change.contains(&format!("{name}.{ident}")) {
                        true => {
                            self.left_out.insert(format!("{name}.{ident}"));
                        }
                        false => self.add_use(
                            &[quote!(mut v: #name), quote!(f: #ty)],
                            quote!(#ty),
                            quote!({ v.#ident = f; v.#ident }),
                        ),
                    }
                }
            }
            Item::Enum(item) => {
                let (name, (_, generics, _)) = (&item.ident, item.generics.split_for_impl());
                let owner = quote!(#name #generics);
                let variants = item.variants.iter();
                variants.for_each(|variant| self.add_variant(name, &owner, variant));
            }
            Item::Impl(item) if item.trait_.is_none() => {
                for function in &item.items {
                    if let ImplItem::Fn(function) = function {
                        self.add_function(&item.self_ty, &function.vis, &function.sig);
                    }
                }
            }
            Item::Macro(item) if item.mac.path.is_ident("from") => {
                self.add_conversions(item.mac.tokens.clone())
            }
            _ => {}
        }
    }

    /// A match on one variant, with its content as the type that it has.
    fn add_variant(&mut self, owner: &Ident, ty: &TokenStream, variant: &syn::Variant) {
        let name = &variant.ident;
        let (pattern, content, value) = match &variant.fields {
            Fields::Unit => (quote!(), quote!(()), quote!(())),
            Fields::Unnamed(fields) => {
                let ty = &fields.unnamed[0].ty;
                (quote!((v)), quote!(#ty), quote!(v))
            }
            Fields::Named(_) => panic!("a variant with names"),
        };
        self.add_use(
            &[quote!(v: #ty)],
            content,
            quote!(match v { #owner::#name #pattern => #value, _ => panic!() }),
        );
    }

    fn add_function(&mut self, owner: &Type, visibility: &Visibility, signature: &syn::Signature) {
        if !matches!(visibility, Visibility::Public(_)) {
            return;
        }
        let name = &signature.ident;
        let owner = owner_without_generics(owner);
        let is_bot = owner.to_string() == "Bot";
        let mut arguments = Vec::new();
        let mut values = Vec::new();
        let mut receiver = None;
        for argument in &signature.inputs {
            match argument {
                FnArg::Receiver(own) => {
                    let is_borrowed = quote!(#own).to_string().starts_with('&');
                    let by = is_borrowed.then(|| quote!(&'a));
                    let ty = if is_bot {
                        quote!(Bot<T>)
                    } else {
                        quote!(#owner)
                    };
                    arguments.push(quote!(this: #by #ty));
                    receiver = Some(quote!(this.));
                }
                FnArg::Typed(typed) => {
                    let value = format_ident!("a{}", values.len());
                    let ty = argument_type(&typed.ty);
                    arguments.push(quote!(#value: #ty));
                    values.push(quote!(#value));
                }
            }
        }
        let callee = receiver.unwrap_or_else(|| quote!(#owner::));
        let returned = match &signature.output {
            ReturnType::Default => quote!(()),
            ReturnType::Type(_, ty) if is_bot => bound_type(ty),
            ReturnType::Type(_, ty) if quote!(#ty).to_string() == "Self" => quote!(#owner),
            ReturnType::Type(_, ty) => with_lifetime(ty),
        };
        self.add_use(&arguments, returned, quote!(#callee #name(#(#values),*)));
    }

    /// The conversions in `Union { Source => Variant, … }`.
    fn add_conversions(&mut self, tokens: TokenStream) {
        let mut tokens = tokens.into_iter();
        let union = tokens.next().unwrap();
        let Some(TokenTree::Group(group)) = tokens.next() else {
            panic!("no braces")
        };
        for entry in group
            .stream()
            .to_string()
            .split(',')
            .filter(|entry| !entry.trim().is_empty())
        {
            let (source, _) = entry.split_once("=>").unwrap();
            let source: TokenStream = source.parse().unwrap();
            self.add_use(&[quote!(v: #source)], quote!(#union), quote!(v.into()));
        }
    }

    fn add_use(&mut self, arguments: &[TokenStream], returned: TokenStream, body: TokenStream) {
        let name = format_ident!("use_{}", self.functions.len());
        self.functions.push(quote! {
            fn #name<'a, T: Transport>(#(#arguments),*) -> #returned { #body }
        });
    }
}

fn owner_without_generics(owner: &Type) -> TokenStream {
    let Type::Path(path) = owner else {
        panic!("an impl for no path")
    };
    let name = &path.path.segments.last().unwrap().ident;
    quote!(#name)
}

/// The type that code passes for an argument: of an `impl Into<T>` a `T`, of a list a `Vec`.
fn argument_type(ty: &Type) -> TokenStream {
    let Type::ImplTrait(implied) = ty else {
        return quote!(#ty);
    };
    let syn::TypeParamBound::Trait(bound) = &implied.bounds[0] else {
        panic!("no trait")
    };
    let segment = bound.path.segments.last().unwrap();
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else {
        panic!("no type")
    };
    match &arguments.args[0] {
        GenericArgument::Type(ty) if quote!(#ty).to_string() == "String" => quote!(&'a str),
        GenericArgument::Type(ty) => quote!(#ty),
        GenericArgument::AssocType(item) => {
            let item = argument_type(&item.ty);
            quote!(Vec<#item>)
        }
        _ => panic!("{}", quote!(#ty)),
    }
}

/// `SendNote<&Self>` of a bot's method.
fn bound_type(ty: &Type) -> TokenStream {
    let owner = owner_without_generics(ty);
    quote!(#owner<&'a Bot<T>>)
}

/// The type with its references of the one lifetime that there is.
fn with_lifetime(ty: &Type) -> TokenStream {
    let text = quote!(#ty).to_string().replace('&', "&'a ");
    text.parse().unwrap()
}
