//! The answers to a call, in the envelope that the manifest describes.

use schema::call::{Envelope, Success};
use schema::schema::{Method, Scalar, TypeDef};
use schema::ty::Type;

use super::document::{MediaType, Response};
use super::json_schema::{JsonSchema, to_json};
use super::ordered_map::OrderedMap;
use super::types::{Side, result_schema, type_schema};
use crate::resolve::api::Api;

/// The name of the one answer that refuses a call, whichever it is.
const REFUSAL: &str = "Refusal";
/// The member of a refusal that says what to do, and a field of its type: see
/// `generated/src/response`.
const PARAMETERS: (&str, &str) = ("parameters", "retry_after");

/// The answers to a method: its result, or a refusal.
pub(super) fn responses(api: &Api, method: &Method) -> OrderedMap<Response> {
    let envelope = &api.model.manifest.call.response;
    let result = Response::Stated {
        description: "The call succeeded.".to_owned(),
        content: json(success_schema(envelope, result_schema(api, method))),
    };
    let refusal = || Response::Reference {
        reference: format!("#/components/responses/{REFUSAL}"),
    };
    let all = [("200", result), ("4XX", refusal()), ("5XX", refusal())];
    all.map(|(status, response)| (status.to_owned(), response))
        .into_iter()
        .collect()
}

/// The answer that all methods share.
pub(super) fn refusal_response() -> OrderedMap<Response> {
    let response = Response::Stated {
        description: "The server refused the call.".to_owned(),
        content: json(JsonSchema::reference(REFUSAL)),
    };
    [(REFUSAL.to_owned(), response)].into_iter().collect()
}

/// The schema of a refusal.
pub(super) fn refusal_component(api: &Api) -> OrderedMap<JsonSchema> {
    let envelope = &api.model.manifest.call.response;
    let mut properties = OrderedMap::default();
    let success = envelope.success.iter();
    properties.0.extend(success.map(success_property));
    let members = [(&envelope.code, "integer"), (&envelope.message, "string")];
    for (name, kind) in members {
        let property = name.clone().map(|name| (name, JsonSchema::of_kind(kind)));
        properties.0.extend(property);
    }
    let required = properties.0.iter().map(|(name, _)| name.clone()).collect();
    let (name, _) = PARAMETERS;
    properties.0.extend(parameters_type(api).map(|def| {
        let ty = Type::Named(def.name.clone());
        (name.to_owned(), type_schema(api, &ty, Side::Server))
    }));
    let refusal = JsonSchema {
        description: Some("The reason that a call was refused.".to_owned()),
        properties: Some(properties),
        required,
        ..JsonSchema::of_kind("object")
    };
    [(REFUSAL.to_owned(), refusal)].into_iter().collect()
}

/// The type that says what to do about a refusal, where the page defines it: no method returns it.
fn parameters_type(api: &Api) -> Option<&TypeDef> {
    let (_, field) = PARAMETERS;
    let mut types = api.model.schema.types.iter();
    types.find(|def| {
        let has_field = def.fields().iter().any(|one| one.name == field);
        has_field && !api.is_received(&api.names.ty(&def.name))
    })
}

/// The schema of an answer with a result.
fn success_schema(envelope: &Envelope, result: JsonSchema) -> JsonSchema {
    let Some(name) = &envelope.result else {
        return result;
    };
    let mut properties: OrderedMap<JsonSchema> =
        envelope.success.iter().map(success_property).collect();
    let mut required: Vec<String> = properties.0.iter().map(|(name, _)| name.clone()).collect();
    required.extend(envelope.without_result.is_none().then(|| name.clone()));
    properties.insert(name, result);
    JsonSchema {
        properties: Some(properties),
        required,
        ..JsonSchema::of_kind("object")
    }
}

/// The member that says whether a call succeeded: a plain flag, number or text. A constant `true`
/// would be exact, and is what generators of clients fail on.
fn success_property(success: &Success) -> (String, JsonSchema) {
    let kind = match success.values.first() {
        Some(Scalar::String(_)) => "string",
        Some(Scalar::Integer(_) | Scalar::Float(_)) => "integer",
        Some(Scalar::Boolean(_)) | None => "boolean",
    };
    let mut schema = JsonSchema::of_kind(kind);
    if kind != "boolean" {
        let values = success.values.iter().map(to_json).collect::<Vec<_>>();
        schema.extensions.insert("x-success", values.into());
    }
    (success.member.clone(), schema)
}

fn json(schema: JsonSchema) -> OrderedMap<MediaType> {
    let json = "application/json".to_owned();
    [(json, MediaType::new(schema))].into_iter().collect()
}
