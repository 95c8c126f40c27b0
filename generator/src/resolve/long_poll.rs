//! The methods that ask for updates, and the parameters that a loop of calls has to set.
//!
//! **A method polls** where it returns a list of numbered values, takes an `offset`, and requires
//! nothing, so that a loop can start with no arguments: `getUpdates`.

use schema::schema::{Field, Method};
use schema::ty::Type;

use crate::resolve::api::Api;
use crate::resolve::update::{OFFSET, type_name};

const LIMIT: &str = "limit";
const TIMEOUT: &str = "timeout";

/// A method that asks for updates.
pub(crate) struct LongPoll<'a> {
    pub(crate) method: &'a Method,
    /// The update, by its name on the page.
    pub(crate) update: &'a str,
    /// The parameter for the first update that is wanted.
    pub(crate) offset: &'a Field,
    /// The parameter for the greatest number of updates.
    pub(crate) limit: Option<&'a Field>,
    /// The parameter for the seconds that the server may wait for an update.
    pub(crate) timeout: Option<&'a Field>,
}

/// Finds the method that asks for the updates of an API: the first that polls.
pub(crate) fn find_long_poll(api: &Api) -> Option<LongPoll<'_>> {
    let methods = api.model.schema.methods.iter();
    let mut polls = methods.filter_map(|method| {
        Some(LongPoll {
            method,
            update: listed_update(api, method)?,
            offset: find_number(method, OFFSET)?,
            limit: find_number(method, LIMIT),
            timeout: find_number(method, TIMEOUT),
        })
    });
    polls.find(|poll| poll.method.params.iter().all(|param| !param.required))
}

/// The parameter for the seconds that a call waits for the first of a list of numbered values.
pub(crate) fn find_timeout<'a>(api: &'a Api, method: &'a Method) -> Option<&'a Field> {
    listed_update(api, method).and_then(|_| find_number(method, TIMEOUT))
}

/// The type that a method returns a list of, if its values are numbered.
fn listed_update<'a>(api: &Api, method: &'a Method) -> Option<&'a str> {
    let Some(Type::Array(item)) = &method.returns else {
        return None;
    };
    type_name(item).filter(|name| api.sequence_field(name).is_some())
}

/// Finds a parameter that a loop can set: a whole number, and not always the same one, as in
/// `limit: Integer, const: 100`, for which the request has no field.
fn find_number<'a>(method: &'a Method, name: &str) -> Option<&'a Field> {
    method
        .params
        .iter()
        .filter(|param| param.name == name && param.ty == Type::Integer)
        .find(|param| !param.required || param.facts.constant.is_none())
}
