//! An OpenAPI document as data: the parts of it that are written here, in the order in which they
//! are written.

use serde::Serialize;

use super::json_schema::JsonSchema;
use super::ordered_map::OrderedMap;

/// A whole document.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Document {
    pub(crate) openapi: &'static str,
    pub(crate) info: Info,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) external_docs: Option<Link>,
    pub(crate) servers: Vec<Server>,
    pub(crate) security: Vec<OrderedMap<Vec<String>>>,
    pub(crate) paths: OrderedMap<OrderedMap<Operation>>,
    pub(crate) components: Components,
}

#[derive(Debug, Serialize)]
pub(crate) struct Info {
    pub(crate) title: String,
    pub(crate) version: String,
    pub(crate) description: String,
}

#[derive(Debug, Serialize)]
pub(crate) struct Link {
    pub(crate) url: String,
}

#[derive(Debug, Serialize)]
pub(crate) struct Server {
    pub(crate) url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) description: Option<String>,
    #[serde(skip_serializing_if = "OrderedMap::is_empty")]
    pub(crate) variables: OrderedMap<ServerVariable>,
}

#[derive(Debug, Serialize)]
pub(crate) struct ServerVariable {
    pub(crate) default: String,
    pub(crate) description: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Operation {
    pub(crate) operation_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) summary: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) external_docs: Option<Link>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) parameters: Vec<Parameter>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) request_body: Option<RequestBody>,
    pub(crate) responses: OrderedMap<Response>,
}

#[derive(Debug, Serialize)]
pub(crate) struct Parameter {
    pub(crate) name: String,
    #[serde(rename = "in")]
    pub(crate) place: &'static str,
    pub(crate) required: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) description: Option<String>,
    pub(crate) schema: JsonSchema,
}

#[derive(Debug, Serialize)]
pub(crate) struct RequestBody {
    pub(crate) required: bool,
    pub(crate) content: OrderedMap<MediaType>,
}

#[derive(Debug, Serialize)]
pub(crate) struct MediaType {
    pub(crate) schema: JsonSchema,
    #[serde(skip_serializing_if = "OrderedMap::is_empty")]
    pub(crate) encoding: OrderedMap<Encoding>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Encoding {
    pub(crate) content_type: &'static str,
}

/// A response, or a reference to one.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(crate) enum Response {
    Reference {
        #[serde(rename = "$ref")]
        reference: String,
    },
    Stated {
        description: String,
        content: OrderedMap<MediaType>,
    },
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Components {
    pub(crate) schemas: OrderedMap<JsonSchema>,
    pub(crate) responses: OrderedMap<Response>,
    #[serde(skip_serializing_if = "OrderedMap::is_empty")]
    pub(crate) security_schemes: OrderedMap<SecurityScheme>,
}

/// A token in a header.
#[derive(Debug, Serialize)]
pub(crate) struct SecurityScheme {
    #[serde(rename = "type")]
    pub(crate) kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) scheme: Option<String>,
    #[serde(rename = "in", skip_serializing_if = "Option::is_none")]
    pub(crate) place: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) description: Option<String>,
}

impl MediaType {
    /// A body of this schema, without encodings of its parts.
    pub(crate) fn new(schema: JsonSchema) -> Self {
        Self {
            schema,
            encoding: OrderedMap::default(),
        }
    }
}
