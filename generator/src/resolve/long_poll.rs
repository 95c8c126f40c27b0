//! A method → whether it asks for updates, and by which of its parameters: in comes a method, out
//! go the members that a loop of calls has to set.
//!
//! **It polls** where it returns a list of numbered values, takes an `offset`, and requires
//! nothing, so that a loop can start without being told anything.

use schema::schema::Method;
use schema::ty::Type;

use crate::emit::field::Member;
use crate::resolve::api::Api;
use crate::resolve::update::{OFFSET, named};

const LIMIT: &str = "limit";
const TIMEOUT: &str = "timeout";

/// How a method asks for updates.
pub(crate) struct Poll<'a, 'b> {
    /// The update, by its name on the page.
    pub(crate) update: &'a str,
    /// The first update that is wanted.
    pub(crate) offset: &'b Member<'a>,
    /// How many are wanted at most.
    pub(crate) limit: Option<&'b Member<'a>>,
    /// For how many seconds the server may wait for one.
    pub(crate) timeout: Option<&'b Member<'a>>,
}

impl<'a, 'b> Poll<'a, 'b> {
    /// How this method asks for updates, where it does. The first one that does speaks for its API.
    pub(crate) fn of(api: &Api<'a>, method: &'a Method, members: &'b [Member<'a>]) -> Option<Self> {
        let update = numbered(api, method)?;
        let number = |name| number(members, name).filter(|member| !member.field.required);
        let poll = Self {
            update,
            offset: number(OFFSET)?,
            limit: number(LIMIT),
            timeout: number(TIMEOUT),
        };
        members.iter().all(|m| !m.field.required).then_some(poll)
    }
}

/// The seconds for which a call that returns a list of numbered values waits for the first.
pub(crate) fn hold<'a, 'b>(
    api: &Api<'a>,
    method: &'a Method,
    members: &'b [Member<'a>],
) -> Option<&'b Member<'a>> {
    numbered(api, method).and_then(|_| number(members, TIMEOUT))
}

/// What a method returns a list of, where each of it has a number.
fn numbered<'a>(api: &Api<'a>, method: &'a Method) -> Option<&'a str> {
    let Some(Type::Array(item)) = &method.returns else {
        return None;
    };
    named(item).filter(|name| api.number(name).is_some())
}

fn number<'a, 'b>(members: &'b [Member<'a>], name: &str) -> Option<&'b Member<'a>> {
    let is_it = |member: &&Member<'_>| {
        member.field.name == name && member.field.ty == Type::Integer && !member.is_constant()
    };
    members.iter().find(is_it)
}
