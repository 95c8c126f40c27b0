//! The parameters of a call, shared out: those in the path, those in the query, the rest.

use super::endpoint::Endpoint;
use crate::json_object::Members;
use crate::upload::file_uri::percent_encode;

/// Puts parameters into a URL in which their places are open: `/notes/{id}` and `{"id": 7, "page": 2}`
/// give `/notes/7?page=2`, if `page` is in the query.
pub(crate) fn fill_url(open: &str, json: &str, endpoint: &Endpoint) -> String {
    let mut url = open.to_owned();
    for (name, value) in params_of(json) {
        let place = format!("{{{name}}}");
        if in_path(endpoint, &place) {
            url = url.replace(&place, &encode(&value));
        } else if endpoint.query.contains(&&*name) {
            url.push(if url.contains('?') { '&' } else { '?' });
            url.extend([&*encode(&name), "=", &encode(&value)]);
        }
    }
    url
}

/// Finds a parameter of the path that can't be one: without a value, or with one that means another
/// path, for every client would send `/notes/../users` to `/users`.
pub(crate) fn find_bad_path_param(json: &str, endpoint: &Endpoint) -> Option<&'static str> {
    let mut places = endpoint.path?.split('{').skip(1);
    let params = params_of(json);
    let names = places
        .by_ref()
        .filter_map(|place| Some(place.split_once('}')?.0));
    let is_bad = |name: &&str| {
        let value = params.iter().find(|(other, _)| other == name);
        value.is_none_or(|(_, value)| matches!(value.as_str(), "" | "." | ".."))
    };
    names.into_iter().find(is_bad)
}

/// Removes the parameters that are in the URL.
pub(crate) fn take_body(json: &str, endpoint: &Endpoint) -> String {
    let Ok(Members(members)) = serde_json::from_str(json) else {
        return json.to_owned(); // A request that is no object has no parameters.
    };
    let is_left =
        |name: &str| !endpoint.query.contains(&name) && !in_path(endpoint, &format!("{{{name}}}"));
    let left = members.iter().filter(|(name, _)| is_left(name));
    let left = left.map(|(name, value)| format!("{}:{value}", serde_json::Value::from(&**name)));
    format!("{{{}}}", left.collect::<Vec<_>>().join(","))
}

/// Writes the parameters of a body as `application/x-www-form-urlencoded`.
pub(crate) fn encode_form(json: &str) -> String {
    let pairs = params_of(json).into_iter();
    let pairs = pairs.map(|(name, value)| format!("{}={}", encode(&name), encode(&value)));
    pairs.collect::<Vec<_>>().join("&")
}

/// Returns the parameters as text: a string is its own, and any other value stays JSON.
pub(crate) fn params_of(json: &str) -> Vec<(String, String)> {
    let Ok(Members(members)) = serde_json::from_str(json) else {
        return Vec::new();
    };
    let text = |json: &str| serde_json::from_str(json).unwrap_or_else(|_| json.to_owned());
    let members = members.into_iter();
    members
        .map(|(name, value)| (name, text(value.get())))
        .collect()
}

fn in_path(endpoint: &Endpoint, place: &str) -> bool {
    endpoint.path.is_some_and(|path| path.contains(place))
}

/// Escapes a value for a part of a path or of a query.
fn encode(value: &str) -> String {
    percent_encode(value)
        .replace('/', "%2F")
        .replace(':', "%3A")
}

#[cfg(test)]
mod tests {
    use super::{Endpoint, encode_form, fill_url, take_body};

    const ENDPOINT: Endpoint = Endpoint::new("PUT")
        .with_path("/notes/{id}")
        .with_query(&["page"]);
    const JSON: &str = r#"{"id":"a/b","page":2,"text":"x & y","tags":["a"]}"#;

    #[test]
    fn each_parameter_is_in_its_place() {
        let url = fill_url("http://h/notes/{id}", JSON, &ENDPOINT);
        assert_eq!(url, "http://h/notes/a%2Fb?page=2");
        let body = take_body(JSON, &ENDPOINT);
        assert_eq!(body, r#"{"text":"x & y","tags":["a"]}"#);
        let form = encode_form(&body);
        assert_eq!(form, "text=x%20%26%20y&tags=%5B%22a%22%5D");
    }

    #[test]
    fn a_query_goes_on_where_the_url_has_one() {
        let url = fill_url("http://h/?token=t", r#"{"page":2}"#, &ENDPOINT);
        assert_eq!(url, "http://h/?token=t&page=2");
    }
}
