//! Optional members that earlier versions required → what `new` says of them, and constructors
//! that leave them out.
//!
//! There is one such constructor for each time that one more of them ceased to be required, so
//! that those which code calls already stay as they are.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::doc::Doc;
use crate::emit::field::Member;
use crate::emit::many;
use crate::resolve::api::Api;
use crate::rust::ident::{Scope, ident, snake};

/// A constructor that leaves out some of what `new` asks for.
pub(crate) struct Without {
    pub(crate) name: Ident,
    left_out: Vec<String>,
}

/// The constructors of an owner, by its name on the page, with these members: each leaves out one
/// more than the one before.
pub(crate) fn all(
    api: &Api,
    owner: &str,
    members: &[Member<'_>],
    functions: &mut Scope,
) -> Vec<Without> {
    let history = api.model.was_required.iter().filter(|at| at.owner == owner);
    let names = history.filter_map(|at| at.name.clone());
    let is_member = |name: &String| {
        let mut asked = members.iter().filter(|member| member.was_required());
        asked.any(|member| member.field.name == *name)
    };
    let names: Vec<String> = names.filter(is_member).collect();
    let steps = (1..=names.len()).map(|count| {
        let left_out = names[..count].to_vec();
        let words: Vec<String> = left_out.iter().map(|name| snake(name)).collect();
        let name = functions.take(format!("without_{}", words.join("_and_")));
        let name = ident(&name);
        Without { name, left_out }
    });
    steps.collect()
}

/// What is said of a constructor that asks for all of them.
pub(crate) fn note(all: &[Without], owner: &str) -> Option<String> {
    let last = all.last()?;
    let (what, name) = (last.what(), &last.name);
    Some(format!(
        "Takes {what} because earlier versions required it; use [`{owner}::{name}`] to leave it out."
    ))
}

impl Without {
    /// The constructor, of a structure with these members and with these fields before and after.
    pub(crate) fn function(
        &self,
        noun: &str,
        members: &[Member<'_>],
        before: &TokenStream,
        after: &TokenStream,
    ) -> TokenStream {
        let what = self.what();
        let doc = Doc::new(None, &format!("Creates {noun} without {what}.")).tokens(4);
        let is_asked = |member: &Member<'_>| member.is_asked() && !self.leaves_out(member);
        let asked = || members.iter().filter(|member| is_asked(member));
        let fields = members.iter().filter(|member| !member.is_constant());
        let initial = fields.map(|member| member.initial_where(is_asked(member)));
        let (name, arguments, many) = (
            &self.name,
            asked().map(Member::argument),
            many(asked().count()),
        );
        quote! {
            #doc
            #many
            pub fn #name(#(#arguments),*) -> Self {
                Self { #before #(#initial,)* #after }
            }
        }
    }

    fn leaves_out(&self, member: &Member<'_>) -> bool {
        self.left_out.contains(&member.field.name)
    }

    /// The names of what it leaves out, in prose.
    fn what(&self) -> String {
        let names: Vec<String> = self
            .left_out
            .iter()
            .map(|name| format!("`{name}`"))
            .collect();
        names.join(" and ")
    }
}
