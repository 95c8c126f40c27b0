//! Optional members that earlier versions required → the explanation of `new`, and constructors
//! that leave them out.
//!
//! There is one such constructor for each version in which more of them ceased to be required, so
//! that those which code calls already stay as they are.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::doc::Doc;
use crate::emit::expect_many_arguments;
use crate::emit::field::Member;
use crate::resolve::api::Api;
use crate::rust::ident::{Scope, ident, snake};

/// A constructor that leaves out some of what `new` asks for.
pub(crate) struct CompatConstructor {
    pub(crate) name: Ident,
    left_out: Vec<String>,
}

/// Names the constructors of an owner, by its name on the page, with these members: each leaves out
/// more than the one before.
pub(crate) fn name_constructors(
    api: &Api,
    owner: &str,
    members: &[Member<'_>],
    functions: &mut Scope,
) -> Vec<CompatConstructor> {
    let mut constructors = Vec::new();
    let mut left_out: Vec<String> = Vec::new();
    for names in api.was_required(owner) {
        let is_left_out = |name: &&String| {
            let mut members = members.iter();
            members.any(|one| one.field.name == **name && one.was_required())
        };
        let before = left_out.len();
        left_out.extend(names.iter().filter(is_left_out).cloned());
        if left_out.len() == before {
            continue;
        }
        let words: Vec<String> = left_out.iter().map(|name| snake(name)).collect();
        let name = functions.take(format!("without_{}", words.join("_and_")));
        constructors.push(CompatConstructor {
            name: ident(&name),
            left_out: left_out.clone(),
        });
    }
    constructors
}

/// Explains, for a constructor that asks for all of them, why it does.
pub(crate) fn explain_arguments(all: &[CompatConstructor], owner: &str) -> Option<String> {
    let last = all.last()?;
    let (names, name) = (last.list_left_out(), &last.name);
    Some(format!(
        "Takes {names} because earlier versions required it; use [`{owner}::{name}`] to leave it out."
    ))
}

impl CompatConstructor {
    /// Emits the constructor, of a structure with these members and with these fields before and
    /// after.
    pub(crate) fn emit_function(
        &self,
        noun: &str,
        members: &[Member<'_>],
        before: &TokenStream,
        after: &TokenStream,
    ) -> TokenStream {
        let (name, left_out) = (&self.name, self.list_left_out());
        let doc = Doc::new(None, &format!("Creates {noun} without {left_out}.")).tokens(4);
        let arguments: Vec<TokenStream> = members
            .iter()
            .filter(|member| self.asks_for(member))
            .map(Member::emit_argument)
            .collect();
        let initial = members
            .iter()
            .filter(|member| !member.is_constant())
            .map(|member| member.emit_initial_if(self.asks_for(member)));
        let expect = expect_many_arguments(arguments.len());
        quote! {
            #doc
            #expect
            pub fn #name(#(#arguments),*) -> Self {
                Self { #before #(#initial,)* #after }
            }
        }
    }

    /// Checks whether it asks for a member.
    pub(crate) fn asks_for(&self, member: &Member<'_>) -> bool {
        member.is_asked() && !self.leaves_out(&member.field.name)
    }

    /// Checks whether it leaves out the member of this name on the page.
    pub(crate) fn leaves_out(&self, name: &str) -> bool {
        self.left_out.iter().any(|one| one == name)
    }

    /// Lists the names of what it leaves out, in prose.
    fn list_left_out(&self) -> String {
        let names: Vec<String> = self
            .left_out
            .iter()
            .map(|name| format!("`{name}`"))
            .collect();
        names.join(" and ")
    }
}
