//! The methods that ask for updates, and the parameters that a loop of calls has to set.
//!
//! **A method polls** where the manifest says so under `call.updates`. Where it is silent, one does
//! that returns a list of numbered values, takes an `offset`, and requires nothing, so that a loop can
//! start with no arguments: `getUpdates`.

use schema::call::{LongPoll as StatedPoll, Updates};
use schema::schema::{Field, Method};
use schema::ty::Type;

use crate::resolve::api::Api;
use crate::resolve::sequence::confirming_param;
use crate::resolve::update::type_name;

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
            offset: find_number(method, confirming_param(api.updates(), method)?)?,
            limit: find_number(method, LIMIT),
            timeout: find_number(method, TIMEOUT),
        })
    });
    polls.find(|poll| poll.method.params.iter().all(|param| !param.required))
}

/// Says why an API has no updates by long polling; `None` if it has.
pub(crate) fn explain_no_updates(api: &Api) -> Option<String> {
    if find_long_poll(api).is_some() {
        return None;
    }
    Some(match api.updates() {
        Some(Updates::None(_)) => "its manifest says so".to_owned(),
        Some(Updates::LongPoll(poll)) => explain_stated(api, poll),
        None => {
            "no method takes an `offset`, requires nothing and returns a list of objects with a \
             number; `call.updates` in its manifest can name one"
                .to_owned()
        }
    })
}

/// Says why the method that a manifest names can't be called again and again.
fn explain_stated(api: &Api, poll: &StatedPoll) -> String {
    let StatedPoll {
        method: name,
        confirm,
        number,
    } = poll;
    let Some(method) = api.model.schema.method(name) else {
        return format!("there is no method `{name}`");
    };
    if listed_update(api, method).is_none() {
        return format!("`{name}` returns no list of objects with a required number `{number}`");
    }
    match find_number(method, confirm) {
        None => format!("`{name}` takes no whole number `{confirm}`"),
        Some(_) => format!("`{name}` requires a parameter that a loop does not know"),
    }
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
