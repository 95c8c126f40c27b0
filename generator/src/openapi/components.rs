//! The types of an API → the schemas of its document: those of the page, its lists of words, its
//! unions without a name, and the types that the page does not define.

use schema::schema::{Field, Shape, TypeDef};
use schema::ty::Type;

use super::json_schema::{Discriminator, JsonSchema, reference_to};
use super::ordered_map::OrderedMap;
use super::types::{Side, field_schema, type_schema};
use crate::resolve::anonymous_union::AnonymousUnion;
use crate::resolve::api::Api;
use crate::resolve::discriminator::{Case, Kind, decide_cases};
use crate::resolve::string_enum::StringEnum;

/// The schemas of all types, by Rust name, in page order.
pub(super) fn type_components(api: &Api) -> OrderedMap<JsonSchema> {
    let model = &api.model;
    let defined = model.schema.types.iter().map(|def| {
        let name = api.names.ty(&def.name);
        let schema = definition(api, def, &name);
        (name, schema)
    });
    let enums = api
        .string_enums
        .iter()
        .map(|one| (api.names.ty(&one.key()), string_enum(one)));
    let unions = api
        .anonymous_unions
        .iter()
        .filter(|union| !union.members.contains(&Type::InputFile))
        .map(|union| anonymous_union(api, union));
    let opaque = model.opaque.iter().map(|one| {
        let description = one.doc.clone();
        let any = JsonSchema {
            description,
            ..JsonSchema::default()
        };
        (api.names.ty(&one.name), any)
    });
    defined.chain(enums).chain(unions).chain(opaque).collect()
}

fn definition(api: &Api, def: &TypeDef, name: &str) -> JsonSchema {
    let schema = match &def.shape {
        Shape::Struct(fields) => object(api, fields.iter(), fields, Side::of(api, name)),
        Shape::Union(one) => {
            let mut schema = union(api, &one.one_of, one.tag.as_deref(), Side::of(api, name));
            unroll_own_lists(&mut schema.any_of, name);
            schema
        }
    };
    JsonSchema {
        description: def.doc.clone(),
        ..schema
    }
}

/// The schema of an object with these fields, which are some or all of their owner's.
pub(super) fn object<'a>(
    api: &Api,
    fields: impl Iterator<Item = &'a Field> + Clone,
    all: &[Field],
    side: Side,
) -> JsonSchema {
    let properties = fields.clone().map(|field| {
        let schema = field_schema(api, field, all, side);
        (field.wire_name().to_owned(), schema)
    });
    let required = fields.filter(|field| field.required);
    JsonSchema {
        properties: Some(properties.collect()),
        required: required.map(|field| field.wire_name().to_owned()).collect(),
        additional_properties: (side == Side::Client).then_some(false),
        ..JsonSchema::of_kind("object")
    }
}

fn anonymous_union(api: &Api, one: &AnonymousUnion) -> (String, JsonSchema) {
    let name = api.names.union(&one.members);
    let schema = union(api, &one.members, None, Side::of(api, &name));
    (name, schema)
}

/// The schema of a union: `oneOf` with a discriminator where each member is an object with a text
/// of its own in the same field, `anyOf` where it is not. A text that fits several members, or a
/// number, is no discriminator in OpenAPI.
fn union(api: &Api, members: &[Type], tag: Option<&str>, side: Side) -> JsonSchema {
    let schemas = members.iter().map(|ty| type_schema(api, ty, side));
    match discriminator(api, members, tag) {
        Some(discriminator) => JsonSchema {
            one_of: schemas.collect(),
            discriminator: Some(discriminator),
            ..JsonSchema::default()
        },
        None => JsonSchema::any_of(schemas.collect()),
    }
}

/// Unrolls a list of the union's own values, `Text = String | Bold | Array<Text>`, once: the items
/// are the other members, or lists of anything. TypeScript accepts a type that contains itself only
/// behind the property of an object.
fn unroll_own_lists(members: &mut [JsonSchema], name: &str) {
    let own = JsonSchema::list(JsonSchema::reference(name));
    let mut items: Vec<JsonSchema> = members.to_vec();
    items.retain(|member| *member != own);
    items.push(JsonSchema::list(JsonSchema::default()));
    for member in members.iter_mut().filter(|member| **member == own) {
        *member = JsonSchema::list(JsonSchema::any_of(items.clone()));
    }
}

fn discriminator(api: &Api, members: &[Type], tag: Option<&str>) -> Option<Discriminator> {
    let cases = decide_cases(&api.model.schema, members, tag).cases;
    let mut mapping: Vec<(usize, String, String)> = Vec::new();
    let mut property = None;
    for case in &cases {
        let (name, text) = object_tag(case)?;
        let member = members.get(case.member)?;
        let is_text = api.struct_fields(&member.to_string())?.iter().any(|field| {
            field.wire_name() == name && matches!(field.ty, Type::String) && field.required
        });
        let is_same = *property.get_or_insert(name) == name;
        let is_new = mapping
            .iter()
            .all(|(index, _, known)| *index != case.member && known != text);
        if !is_text || !is_same || !is_new {
            return None;
        }
        let target = reference_to(&api.rust_name(member)?);
        mapping.push((case.member, target, text.to_owned()));
    }
    mapping.sort();
    let is_whole = mapping.len() == members.len();
    let mapping = mapping.into_iter().map(|(_, target, text)| (text, target));
    Some(Discriminator {
        property_name: property?.to_owned(),
        mapping: mapping.collect(),
    })
    .filter(|_| is_whole)
}

/// The field and the text that tell an object from the other members, if nothing else is needed.
fn object_tag(case: &Case) -> Option<(&str, &str)> {
    let (name, text) = case.test.tag_value.as_ref()?;
    let is_enough = case.kind == Kind::Object && case.test.unique_field.is_none();
    is_enough.then_some((name.as_str(), text.as_str()))
}

/// The schema of a list of words. Generators make an enum of it, whose variants are named as in Rust:
/// their own names for words such as `👍`, or `a` and `A`, collide.
fn string_enum(one: &StringEnum) -> JsonSchema {
    let mut schema = JsonSchema {
        description: one.common_doc().map(str::to_owned),
        values: one
            .values
            .iter()
            .map(|value| value.as_str().into())
            .collect(),
        ..JsonSchema::of_kind("string")
    };
    let names = one.variant_names();
    schema.extensions.insert("x-enum-varnames", names.into());
    schema
}
