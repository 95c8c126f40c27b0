//! A type definition as YAML has it, flat, ↔ the [`TypeDef`] that it stands for.

use serde::{Deserialize, Serialize};

use super::{Field, Shape, TypeDef, Union};
use crate::ty::Type;

/// A [`TypeDef`] as YAML has it.
#[derive(Serialize, Deserialize, schemars::JsonSchema)]
#[schemars(rename = "TypeDef")]
#[serde(deny_unknown_fields)]
pub(super) struct RawTypeDef {
    /// The name as the page writes it.
    name: String,
    /// The page's prose; absent unless the manifest keeps it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    doc: Option<String>,
    /// The place of the type on its page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    link: Option<String>,
    /// The type whose values can stand in the place of this one's, where bots send them. The types
    /// of parameters and fields do not repeat it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    or: Option<Type>,
    /// The fields of a structure. Either this or `one_of` is there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    fields: Option<Vec<Field>>,
    /// The members of a union.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    one_of: Option<Vec<Type>>,
    /// The field whose constant tells the members apart.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    tag: Option<String>,
}

impl schemars::JsonSchema for TypeDef {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        RawTypeDef::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        RawTypeDef::json_schema(generator)
    }
}

impl From<TypeDef> for RawTypeDef {
    fn from(def: TypeDef) -> Self {
        let (fields, one_of, tag) = match def.shape {
            Shape::Struct(fields) => (Some(fields), None, None),
            Shape::Union(union) => (None, Some(union.one_of), union.tag),
        };
        Self {
            name: def.name,
            doc: def.doc,
            link: def.link,
            or: def.or,
            fields,
            one_of,
            tag,
        }
    }
}

impl TryFrom<RawTypeDef> for TypeDef {
    type Error = String;

    fn try_from(raw: RawTypeDef) -> Result<Self, String> {
        let shape = match (raw.fields, raw.one_of, raw.tag) {
            (Some(fields), None, None) => Shape::Struct(fields),
            (None, Some(one_of), tag) => Shape::Union(Union { one_of, tag }),
            (Some(_), None, Some(_)) => {
                return Err(format!("type `{}`: only a union has a `tag`", raw.name));
            }
            _ => {
                let name = raw.name;
                return Err(format!("type `{name}` needs either `fields` or `one_of`"));
            }
        };
        Ok(Self {
            name: raw.name,
            doc: raw.doc,
            link: raw.link,
            or: raw.or,
            shape,
        })
    }
}
