//! A document of OpenAPI 3.1 → the same in 3.0, whose schemas are an older dialect of JSON Schema.

use super::document::{Document, MediaType, Response};
use super::json_schema::JsonSchema;
use super::ordered_map::OrderedMap;

/// Rewrites all schemas: a constant is a list of one value, and nothing stands beside a reference.
pub(super) fn downgrade(document: &mut Document) {
    document.openapi = "3.0.3";
    let operations = document.paths.values_mut().flat_map(OrderedMap::values_mut);
    for operation in operations {
        let parameters = operation.parameters.iter_mut();
        parameters.for_each(|parameter| downgrade_schema(&mut parameter.schema));
        let bodies = operation.request_body.iter_mut();
        bodies.for_each(|body| downgrade_content(&mut body.content));
        downgrade_responses(&mut operation.responses);
    }
    let components = &mut document.components;
    components.schemas.values_mut().for_each(downgrade_schema);
    downgrade_responses(&mut components.responses);
}

fn downgrade_responses(responses: &mut OrderedMap<Response>) {
    for response in responses.values_mut() {
        if let Response::Stated { content, .. } = response {
            downgrade_content(content);
        }
    }
}

fn downgrade_content(content: &mut OrderedMap<MediaType>) {
    let bodies = content.values_mut();
    bodies.for_each(|body| downgrade_schema(&mut body.schema));
}

fn downgrade_schema(schema: &mut JsonSchema) {
    if let Some(constant) = schema.constant.take() {
        schema.values = vec![constant];
    }
    let is_bare = JsonSchema {
        reference: schema.reference.clone(),
        ..JsonSchema::default()
    } == *schema;
    if let (Some(reference), false) = (&schema.reference, is_bare) {
        let target = JsonSchema {
            reference: Some(reference.clone()),
            ..JsonSchema::default()
        };
        schema.reference = None;
        schema.all_of.push(target);
    }
    schema.children_mut().for_each(downgrade_schema);
}
