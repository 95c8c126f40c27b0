//! When a value is required: the words of `required_if` in, whether they hold out.

use serde_json::{Map, Value};

/// A predicate on a parameter: absent, present, true or false.
type State<'a> = &'a dyn Fn(&str) -> bool;

/// Evaluates a condition on the parameters: `chat_id and message_id are not specified`.
/// Words that say anything else are no condition, and never hold.
pub(crate) fn condition_holds(words: &str, members: &Map<String, Value>) -> bool {
    let words = words.trim().trim_end_matches('.').replace('`', "");
    let absent = |name: &str| !members.contains_key(name);
    let is = |flag| move |name: &str| members.get(name) == Some(&Value::Bool(flag));
    let ends: [(&str, State<'_>); 6] = [
        (" is not specified", &absent),
        (" are not specified", &absent),
        (" is specified", &|name| !absent(name)),
        (" are specified", &|name| !absent(name)),
        (" is True", &is(true)),
        (" is False", &is(false)),
    ];
    let found = ends
        .iter()
        .find_map(|(end, so)| Some((words.strip_suffix(end)?, so)));
    found.is_some_and(|(names, so)| names.replace(" and ", ", ").split(", ").all(so))
}
