//! The places at which an API is called, and the token that it asks for.

use schema::call::{Call, Piece, Template};
use schema::manifest::Manifest;

use super::document::{SecurityScheme, Server, ServerVariable};
use super::ordered_map::OrderedMap;

/// The name of the scheme of a token in a header.
const SCHEME: &str = "token";
const TOKEN_DOC: &str = "The token of the bot.";

/// The servers: the usual one, then the other environments of the manifest.
pub(super) fn servers(manifest: &Manifest) -> Vec<Server> {
    let call = &manifest.call;
    let usual = server(manifest, &call.url, None);
    let others = call
        .environments
        .iter()
        .map(|(name, environment)| server(manifest, &environment.url, Some(name.clone())));
    std::iter::once(usual).chain(others).collect()
}

/// The part of a URL in front of the method, in which the token is a variable.
fn server(manifest: &Manifest, url: &Template, description: Option<String>) -> Server {
    let mut text = String::new();
    let mut variables = OrderedMap::default();
    for piece in url.pieces() {
        match piece {
            Piece::Text(part) => text.push_str(part),
            Piece::Placeholder("base") => text.push_str(manifest.base_url.trim_end_matches('/')),
            Piece::Placeholder("token") => {
                text.push_str("{token}");
                variables = token_variable();
            }
            Piece::Placeholder(_) => break,
        }
    }
    Server {
        url: text.trim_end_matches('/').to_owned(),
        description,
        variables,
    }
}

fn token_variable() -> OrderedMap<ServerVariable> {
    let variable = ServerVariable {
        default: "TOKEN".to_owned(),
        description: TOKEN_DOC.to_owned(),
    };
    [("token".to_owned(), variable)].into_iter().collect()
}

/// The token in a header, where it is in one: `Authorization: Bearer {token}` is the scheme `bearer`,
/// any other header a key.
pub(super) fn security_schemes(call: &Call) -> OrderedMap<SecurityScheme> {
    let header = call.headers.iter().find(|(_, value)| value.0.has("token"));
    let schemes = header.map(|(name, value)| {
        let is_bearer = name.eq_ignore_ascii_case("authorization")
            && value.0.as_str().eq_ignore_ascii_case("bearer {token}");
        let scheme = match is_bearer {
            true => SecurityScheme {
                kind: "http",
                scheme: Some("bearer".to_owned()),
                place: None,
                name: None,
                description: Some(TOKEN_DOC.to_owned()),
            },
            false => SecurityScheme {
                kind: "apiKey",
                scheme: None,
                place: Some("header"),
                name: Some(name.clone()),
                description: Some(format!("`{}`", value.0.as_str())),
            },
        };
        (SCHEME.to_owned(), scheme)
    });
    schemes.into_iter().collect()
}

/// The demand of all methods for these schemes.
pub(super) fn security(schemes: &OrderedMap<SecurityScheme>) -> Vec<OrderedMap<Vec<String>>> {
    let demands = schemes.0.iter().map(|(name, _)| {
        let scopes = Vec::new();
        [(name.clone(), scopes)].into_iter().collect()
    });
    demands.collect()
}
