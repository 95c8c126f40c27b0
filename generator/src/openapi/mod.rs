//! Models → an OpenAPI document, whose components are JSON Schemas.
//!
//! ```text
//! Model → resolve → Api → servers, operations, components → Document → JSON
//! ```
//!
//! Tools that generate clients differ in what they take. What is written here is what those in
//! `tests/interop` have in common: one operation for each method, one body for each operation,
//! `oneOf` only with a discriminator that OpenAPI knows.

mod answers;
mod components;
mod document;
mod downgrade;
mod json_schema;
mod json_schema_file;
mod operations;
mod ordered_map;
mod servers;
mod types;

use schema::model::Model;
use schema::suggest::did_you_mean;
use serde::Serialize;

use self::document::{Components, Document, Info, Link};
use self::json_schema_file::schema_file;
use crate::error::GenerateError;
use crate::resolve::{self, api::Api};

/// The form of the bodies of calls.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bodies {
    /// JSON or, if the platform takes none, a form without files. A method that needs a file has
    /// parts all the same.
    #[default]
    Json,
    /// A form of several parts, which may be files.
    Form,
}

/// The version of OpenAPI.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Version {
    /// 3.1, whose schemas are those of JSON Schema 2020-12.
    #[default]
    V3_1,
    /// 3.0, for tools that know no other.
    V3_0,
}

/// The choices that a document leaves open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The form of the bodies.
    pub bodies: Bodies,
    /// The version.
    pub version: Version,
}

/// Prints the OpenAPI document of one API, a JSON object, with a line break at its end. `models`
/// holds those that it extends as well.
///
/// # Errors
///
/// Fails where [`generate`](crate::generate) does, and if no model is of `api`.
pub fn print_openapi(
    models: &[Model],
    api: &str,
    options: Options,
) -> Result<String, GenerateError> {
    let apis = resolve::resolve(models)?;
    let mut document = build_document(find_api(&apis, api)?, options);
    if options.version == Version::V3_0 {
        downgrade::downgrade(&mut document);
    }
    print_json(api, &document)
}

/// Prints the JSON Schema of one type, by its Rust name, with the types that it needs.
///
/// # Errors
///
/// Fails where [`print_openapi`] does, and if the API has no such type.
pub fn print_json_schema(models: &[Model], api: &str, name: &str) -> Result<String, GenerateError> {
    let apis = resolve::resolve(models)?;
    let found = find_api(&apis, api)?;
    let file = schema_file(found, name).ok_or_else(|| {
        let names: Vec<String> = components::type_components(found).into_keys().collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let hint = did_you_mean(name, &names);
        GenerateError::new(api, name, format!("there is no such type; {hint}"))
    })?;
    print_json(api, &file)
}

fn find_api<'a>(apis: &'a [Api], name: &str) -> Result<&'a Api, GenerateError> {
    let found = apis.iter().find(|one| one.model.api == name);
    found.ok_or_else(|| GenerateError::new(name, "", "there is no such API"))
}

fn print_json(api: &str, value: &impl Serialize) -> Result<String, GenerateError> {
    let text = serde_json::to_string_pretty(value);
    let text = text.map_err(|error| GenerateError::new(api, "", error.to_string()))?;
    Ok(text + "\n")
}

fn build_document(api: &Api, options: Options) -> Document {
    let manifest = &api.model.manifest;
    let mut schemas = components::type_components(api);
    schemas
        .0
        .extend(operations::request_components(api, options.bodies).0);
    schemas.0.extend(answers::refusal_component(api).0);
    let security_schemes = servers::security_schemes(&manifest.call);
    Document {
        openapi: "3.1.0",
        info: info(api),
        external_docs: manifest.page.url.clone().map(|url| Link { url }),
        servers: servers::servers(manifest),
        security: servers::security(&security_schemes),
        paths: operations::operations(api, options.bodies),
        components: Components {
            schemas,
            responses: answers::refusal_response(),
            security_schemes,
        },
    }
}

fn info(api: &Api) -> Info {
    let model = &api.model;
    let title = &model.manifest.title;
    let version = model.schema.version.clone();
    Info {
        title: title.clone(),
        version: version.unwrap_or_else(|| "unversioned".to_owned()),
        description: format!(
            "An unofficial description of the {title}, read from its reference page."
        ),
    }
}
