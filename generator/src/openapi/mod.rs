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
mod operations;
mod servers;
mod types;

use schema::model::Model;

use self::document::{Components, Document, Info, Link};
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
    let error = |message: String| GenerateError::new(api, "", message);
    let apis = resolve::resolve(models)?;
    let found = apis.iter().find(|one| one.model.api == api);
    let found = found.ok_or_else(|| error("there is no such API".to_owned()))?;
    let mut document = build_document(found, options);
    if options.version == Version::V3_0 {
        downgrade::downgrade(&mut document);
    }
    let text = serde_json::to_string_pretty(&document);
    let text = text.map_err(|failed| error(failed.to_string()))?;
    Ok(text + "\n")
}

fn build_document(api: &Api, options: Options) -> Document {
    let manifest = &api.model.manifest;
    let mut schemas = components::type_components(api);
    schemas
        .0
        .extend(operations::request_components(api, options.bodies).0);
    schemas.0.extend(answers::refusal_component(api).0);
    Document {
        openapi: "3.1.0",
        info: info(api),
        external_docs: manifest.page.url.clone().map(|url| Link { url }),
        servers: servers::servers(manifest),
        security: servers::security(&manifest.call),
        paths: operations::operations(api, options.bodies),
        components: Components {
            schemas,
            responses: answers::refusal_response(),
            security_schemes: servers::security_schemes(&manifest.call),
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
