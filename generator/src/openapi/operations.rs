//! The methods of an API → the operations of its document, called as the manifest says.

use schema::call::{BodyFormat, Piece, Template};
use schema::schema::{Field, Method, Place};
use schema::ty::Type;

use super::Bodies;
use super::answers::responses;
use super::components::object;
use super::document::{Encoding, Link, MediaType, Operation, Parameter, RequestBody};
use super::json_schema::JsonSchema;
use super::ordered_map::OrderedMap;
use super::types::{Side, field_schema};
use crate::doc::reference_url;
use crate::resolve::anonymous_union::list_item;
use crate::resolve::api::Api;
use crate::resolve::string_enum::is_string_enum;

const JSON: &str = "application/json";
const FORM: &str = "application/x-www-form-urlencoded";
const PARTS: &str = "multipart/form-data";

/// The operations of all methods, by path and verb.
pub(super) fn operations(api: &Api, bodies: Bodies) -> OrderedMap<OrderedMap<Operation>> {
    let mut paths: OrderedMap<OrderedMap<Operation>> = OrderedMap::default();
    let call = &api.model.manifest.call;
    for method in &api.model.schema.methods {
        let path = method_path(&call.url, method);
        let verb = method.verb(call.verb).as_str().to_ascii_lowercase();
        let one = operation(api, method, bodies);
        match paths.0.iter_mut().find(|(known, _)| *known == path) {
            Some((_, verbs)) => verbs.insert(&verb, one),
            None => paths.insert(&path, [(verb, one)].into_iter().collect()),
        }
    }
    paths
}

/// The part of a method's URL behind the server: `/sendNote` of `{base}/bot{token}/{method}`.
fn method_path(url: &Template, method: &Method) -> String {
    let path = method.path().unwrap_or(&method.name);
    let path = path.trim_start_matches('/');
    let pieces = url.pieces();
    let from = pieces
        .iter()
        .position(|piece| matches!(piece, Piece::Placeholder("method" | "path")));
    let rest = pieces
        .iter()
        .skip(from.unwrap_or(0))
        .map(|piece| match piece {
            Piece::Placeholder("path") => path,
            Piece::Placeholder("method") => &method.name,
            Piece::Placeholder(other) => other,
            Piece::Text(text) => text,
        });
    format!("/{}", rest.collect::<String>())
}

fn operation(api: &Api, method: &Method, bodies: Bodies) -> Operation {
    let usual = api.model.manifest.call.verb;
    let parameters = method.params.iter().filter_map(|param| {
        let place = name_place(method.place(param, usual))?;
        Some(parameter(api, param, &method.params, place))
    });
    let (summary, description) = split_text(method.doc.as_deref());
    Operation {
        operation_id: method.name.clone(),
        summary,
        description,
        external_docs: reference_url(&api.model.manifest, method.link.as_deref())
            .map(|url| Link { url }),
        parameters: parameters.collect(),
        request_body: request_body(api, method, bodies),
        responses: responses(api, method),
    }
}

/// Splits a text into its first sentence and, where there is more, the whole.
fn split_text(text: Option<&str>) -> (Option<String>, Option<String>) {
    let Some(text) = text else {
        return (None, None);
    };
    match text.split_once(". ") {
        Some((first, _)) => (Some(format!("{first}.")), Some(text.to_owned())),
        None => (Some(text.to_owned()), None),
    }
}

/// The name of a place outside of the body.
fn name_place(place: Place) -> Option<&'static str> {
    match place {
        Place::Path => Some("path"),
        Place::Query => Some("query"),
        Place::Body => None,
    }
}

fn parameter(api: &Api, param: &Field, all: &[Field], place: &'static str) -> Parameter {
    let mut schema = field_schema(api, param, all, Side::Client);
    Parameter {
        name: param.wire_name().to_owned(),
        place,
        required: param.required || place == "path",
        description: schema.description.take(),
        schema,
    }
}

/// The body of a call; none where no parameter is a part of it. Each operation has one form of body:
/// with several, most generators of clients make a function for each or fail.
fn request_body(api: &Api, method: &Method, bodies: Bodies) -> Option<RequestBody> {
    let params = body_params(api, method);
    let format = choose_format(api, &params, bodies)?;
    let required = params.iter().any(|param| param.required);
    let content = match format {
        PARTS => form(api, method, &params),
        _ => MediaType::new(JsonSchema::reference(&api.names.request(&method.name))),
    };
    Some(RequestBody {
        required,
        content: [(format.to_owned(), content)].into_iter().collect(),
    })
}

/// The parameters that are a part of the body.
fn body_params<'a>(api: &Api, method: &'a Method) -> Vec<&'a Field> {
    let usual = api.model.manifest.call.verb;
    let params = method.params.iter();
    params
        .filter(|param| method.place(param, usual) == Place::Body)
        .collect()
}

/// The format of a body of these parameters; `None` where there are none. A method that can't do
/// without a file has parts, whatever was asked for.
fn choose_format(api: &Api, params: &[&Field], bodies: Bodies) -> Option<&'static str> {
    let needs_file = |param: &&Field| param.required && param.ty == Type::InputFile;
    Some(match (bodies, api.model.manifest.call.body) {
        _ if params.is_empty() => return None,
        _ if params.iter().any(needs_file) => PARTS,
        (Bodies::Form, _) => PARTS,
        (Bodies::Json, BodyFormat::Json) => JSON,
        (Bodies::Json, BodyFormat::Form) => FORM,
    })
}

/// A body of several parts: files as they are, lists and objects as JSON. Files that are mentioned
/// inside of JSON, as `attach://photo`, are further parts.
fn form(api: &Api, method: &Method, params: &[&Field]) -> MediaType {
    let mut schema = request_object(api, params, &method.params);
    if params.iter().any(|param| api.holds_files(&param.ty)) {
        schema.additional_properties = None;
    }
    for (param, part) in params.iter().zip(
        schema
            .properties
            .iter_mut()
            .flat_map(OrderedMap::values_mut),
    ) {
        add_file(part, &param.ty);
    }
    let encoding = params.iter().filter(|param| is_structured(api, &param.ty));
    let encoding = encoding.map(|param| {
        let json = Encoding { content_type: JSON };
        (param.wire_name().to_owned(), json)
    });
    MediaType {
        schema,
        encoding: encoding.collect(),
    }
}

/// Lets a part be the contents of a file, where the parameter may be one.
fn add_file(part: &mut JsonSchema, ty: &Type) {
    let file = JsonSchema::of_format("string", "binary");
    match ty {
        Type::InputFile => part.format = file.format,
        Type::Union(members) if members.contains(&Type::InputFile) => {
            let text = JsonSchema {
                kind: part.kind.take(),
                ..JsonSchema::default()
            };
            part.any_of = vec![file, text];
        }
        _ => {}
    }
}

/// Checks whether values of a type are written as JSON in a part of a form.
fn is_structured(api: &Api, ty: &Type) -> bool {
    match ty {
        Type::Array(_) => true,
        Type::Union(members) => members.iter().any(|member| is_structured(api, member)),
        Type::Named(name) => !is_string_enum(list_item(ty)) && api.names.has(&api.names.ty(name)),
        _ => false,
    }
}

/// The object of the parameters of a body.
fn request_object(api: &Api, params: &[&Field], all: &[Field]) -> JsonSchema {
    object(api, params.iter().copied(), all, Side::Client)
}

/// The schemas of the bodies in JSON, by the name of the request.
pub(super) fn request_components(api: &Api, bodies: Bodies) -> OrderedMap<JsonSchema> {
    let methods = api.model.schema.methods.iter();
    let requests = methods.filter_map(|method| {
        let params = body_params(api, method);
        let format = choose_format(api, &params, bodies)?;
        (format != PARTS).then(|| {
            let description = Some(format!("The parameters of `{}`.", method.name));
            let schema = JsonSchema {
                description,
                ..request_object(api, &params, &method.params)
            };
            (api.names.request(&method.name), schema)
        })
    });
    requests.collect()
}
