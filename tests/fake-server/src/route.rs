//! Routes: the verb, URL and headers of a request in; the method, the token and the parameters in the
//! path out, as the API's manifest and schema have them.

use std::borrow::Cow;
use std::collections::HashMap;

use axum::http::HeaderMap;
use schema::call::{Call, Template};
use schema::schema::{Method, Place, Verb};

use crate::api::Api;
use crate::request::{ParamValue, ParsedRequest};
use crate::response::Refusal;

/// The head of a request.
pub(crate) struct Head<'a> {
    pub(crate) verb: &'a str,
    pub(crate) path: &'a str,
    pub(crate) query: &'a str,
    pub(crate) headers: &'a HeaderMap,
}

/// The meaning of a request's URL.
#[derive(Debug)]
pub(crate) enum Route {
    /// A call of the method of this name, known or not.
    Call {
        method: String,
        path_params: Vec<(String, String)>,
    },
    /// A download of the file at this path.
    File(String),
}

/// Values by the names of their placeholders.
type Values = HashMap<String, String>;

/// Finds what a request is for, and the token that it came with.
pub(crate) fn find_route(api: &Api, head: &Head<'_>) -> Result<(Route, String), Refusal> {
    let call = api.call();
    let (route, mut values) = find_file(call, head)
        .or_else(|| find_call(api, head))
        .ok_or_else(Refusal::not_found)?;
    values.extend(match_headers(call, head.headers)?);
    let token = values.remove("token").ok_or_else(Refusal::unauthorized)?;
    Ok((route, token))
}

fn find_file(call: &Call, head: &Head<'_>) -> Option<(Route, Values)> {
    if head.verb != "GET" {
        return None;
    }
    let others = call.environments.values();
    let others = others.filter_map(|other| other.files.clone());
    let mut files = others.chain(call.file_url());
    files.find_map(|files| {
        let mut values = match_url(&local_part(&files), head)?;
        Some((Route::File(values.remove("path")?), values))
    })
}

fn find_call(api: &Api, head: &Head<'_>) -> Option<(Route, Values)> {
    let call = api.call();
    let others = call.environments.values().map(|other| &other.url);
    let mut urls = others.chain([&call.url]);
    // A name such as `notes/create` is found as a path is.
    let has_paths = api.methods().any(|method| method.name.contains('/'));
    urls.find_map(|url| match url.has("method") && !has_paths {
        true => find_by_name(api, url, head),
        false => find_by_path(api, url, head),
    })
}

/// Finds the method in a URL that has its name.
fn find_by_name(api: &Api, url: &Template, head: &Head<'_>) -> Option<(Route, Values)> {
    let mut values = match_url(&local_part(url), head)?;
    let name = values.remove("method")?;
    let is_plain = api.method(&name).is_none_or(|found| found.path().is_none());
    is_plain.then_some((
        Route::Call {
            method: name,
            path_params: Vec::new(),
        },
        values,
    ))
}

/// Finds the method in a URL that has its path: that of its verb, and of those the one whose path has
/// the fewest open places. `GET /notes/new` is no `GET /notes/{id}`.
fn find_by_path(api: &Api, url: &Template, head: &Head<'_>) -> Option<(Route, Values)> {
    let fits = api.methods().filter_map(|method| {
        let path = method.path().unwrap_or(&method.name);
        let pattern = put_path(&local_part(url), path);
        let values = match_url(&pattern, head)?;
        let is_verb = method.verb(api.call().verb).as_str() == head.verb;
        Some(((!is_verb, pattern.matches('{').count()), method, values))
    });
    let (_, method, mut values) = fits.min_by_key(|(rank, ..)| *rank)?;
    let http = method.http.iter();
    let names = http.flat_map(|http| http.path_params());
    let path_params = names.filter_map(|name| values.remove_entry(name)).collect();
    let method = method.name.clone();
    Some((
        Route::Call {
            method,
            path_params,
        },
        values,
    ))
}

/// The part of a template below the server.
fn local_part(url: &Template) -> String {
    let text = url.as_str();
    let local = text.strip_prefix("{base}").unwrap_or(text);
    format!("/{}", local.trim_start_matches('/'))
}

/// Puts a method's path into a pattern, joined by one slash.
fn put_path(pattern: &str, path: &str) -> String {
    let open = pattern
        .split_once("{path}")
        .or(pattern.split_once("{method}"));
    match open {
        Some((before, after)) => {
            let (before, path) = (before.trim_end_matches('/'), path.trim_start_matches('/'));
            format!("{before}/{path}{after}")
        }
        None => pattern.to_owned(),
    }
}

/// Matches a URL with a pattern, whose query, if it has one, is a part of the request's.
fn match_url(pattern: &str, head: &Head<'_>) -> Option<Values> {
    let (path, query) = pattern.split_once('?').unwrap_or((pattern, ""));
    let mut values = match_text(path, head.path)?;
    let given = parse_query(head.query);
    for (name, pattern) in parse_query(query) {
        let (_, value) = given.iter().find(|(other, _)| *other == name)?;
        values.extend(match_text(&pattern, value)?);
    }
    Some(values)
}

fn parse_query(query: &str) -> Vec<(Cow<'_, str>, Cow<'_, str>)> {
    form_urlencoded::parse(query.as_bytes()).collect()
}

/// Matches a text with a pattern. A placeholder stands for anything but a slash; `{path}` for anything.
fn match_text(pattern: &str, text: &str) -> Option<Values> {
    let mut parts = pattern.split('{');
    let mut rest = text.strip_prefix(parts.next()?)?;
    let mut values = Values::new();
    for part in parts {
        let (name, literal) = part.split_once('}')?;
        let end = match literal {
            "" => rest.len(),
            literal if name == "path" => rest.rfind(literal)?,
            literal => rest.find(literal)?,
        };
        let (value, after) = rest.split_at(end);
        if value.is_empty() || (name != "path" && value.contains('/')) {
            return None;
        }
        values.insert(name.to_owned(), decode(value));
        rest = after.strip_prefix(literal)?;
    }
    rest.is_empty().then_some(values)
}

/// Decodes a part of a path, in which a `+` is one.
fn decode(text: &str) -> String {
    let text = format!("={}", text.replace('+', "%2B").replace('&', "%26"));
    let mut pairs = form_urlencoded::parse(text.as_bytes());
    pairs
        .next()
        .map_or_else(String::new, |(_, value)| value.into_owned())
}

/// Matches the headers that every call has.
fn match_headers(call: &Call, headers: &HeaderMap) -> Result<Values, Refusal> {
    let mut values = Values::new();
    for (name, expected) in &call.headers {
        let given = headers.get(name).and_then(|value| value.to_str().ok());
        let found = given.and_then(|given| match_header(&expected.0, given));
        match found {
            Some(found) => values.extend(found),
            None if expected.0.has("token") => return Err(Refusal::unauthorized()),
            None => {
                let text = format!("the header `{name}` must be `{}`", expected.0);
                return Err(Refusal::bad_request(text));
            }
        }
    }
    Ok(values)
}

/// Matches the value of a header. A token may contain anything.
fn match_header(expected: &Template, given: &str) -> Option<Values> {
    let expected = expected.as_str();
    let Some((before, after)) = expected.split_once("{token}") else {
        return (expected == given).then(Values::new);
    };
    let token = given.strip_prefix(before)?.strip_suffix(after)?;
    let is_token = !token.is_empty();
    is_token.then(|| Values::from([("token".to_owned(), token.to_owned())]))
}

/// Checks the verb of a call. A method without one of its own takes `GET` and `POST`, where its API is
/// called by `POST`.
pub(crate) fn check_verb(api: &Api, method: &Method, verb: &str) -> Result<(), Refusal> {
    let usual = api.call().verb;
    let stated = method.http.as_ref().and_then(|http| http.verb);
    let is_allowed = match stated {
        None if usual == Verb::Post => matches!(verb, "GET" | "POST"),
        _ => method.verb(usual).as_str() == verb,
    };
    match is_allowed {
        true => Ok(()),
        false => Err(Refusal::new(405, "Method Not Allowed")),
    }
}

/// Adds the parameters in the path, drops the token from the query, and checks that each parameter is in
/// its place, if the method has parameters in several.
pub(crate) fn place_params(
    api: &Api,
    method: &Method,
    incoming: &mut ParsedRequest,
    path_params: Vec<(String, String)>,
    query: &str,
) -> Result<(), Refusal> {
    let in_query = parse_query(query).len();
    let usual = api.call().verb;
    let has_places = method.http.is_some() || method.params.iter().any(|one| one.place.is_some());
    let body = incoming.params.split_off(in_query);
    let own = url_params(&api.call().url);
    incoming.params.retain(|(name, _)| !own.contains(name));
    let place_of = |name: &str| {
        let param = method.params.iter().find(|param| param.name == name)?;
        Some(method.place(param, usual))
    };
    let wrong = |given: &[(String, ParamValue)], place| {
        let mut given = given.iter().map(|(name, _)| name.as_str());
        given
            .find(|name| place_of(name).is_some_and(|right| right != place))
            .map(str::to_owned)
    };
    let misplaced = wrong(&incoming.params, Place::Query).or_else(|| wrong(&body, Place::Body));
    incoming.params.extend(body);
    let path_params = path_params.into_iter();
    let path_params = path_params.map(|(name, value)| (name, ParamValue::Text(value)));
    incoming.params.extend(path_params);
    match misplaced.filter(|_| has_places) {
        Some(name) => {
            let text = format!(
                "{}: `{name}` is not in its place in the request",
                method.name
            );
            Err(Refusal::bad_request(text))
        }
        None => Ok(()),
    }
}

/// The parameters in the query of a template: the token, mostly.
fn url_params(url: &Template) -> Vec<String> {
    let query = url.as_str().split_once('?').map_or("", |(_, query)| query);
    let names = parse_query(query).into_iter();
    names.map(|(name, _)| name.into_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::match_text;

    #[test]
    fn a_placeholder_is_a_part_of_a_path() {
        let values = match_text("/bot{token}/{method}", "/bot7:a%2Fb/send").unwrap();
        assert_eq!((&*values["token"], &*values["method"]), ("7:a/b", "send"));
        let values = match_text("/file/{path}", "/file/a/b.txt").unwrap();
        assert_eq!(values["path"], "a/b.txt");
        for other in ["/bot/send", "/bot7/", "/bot7/a/b", "/cot7/a"] {
            assert!(
                match_text("/bot{token}/{method}", other).is_none(),
                "{other}"
            );
        }
    }
}
