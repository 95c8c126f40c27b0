//! The schema: what a page states, and nothing else. `schema.yaml` is its text form.

mod http;
mod raw;

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::path::ItemPath;
use crate::ty::Type;
pub use http::{Http, Place, Verb};
use raw::RawTypeDef;

/// Everything that one page states about an API.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Schema {
    /// The API's short name, which is also its folder's and its Rust module's.
    pub api: String,
    /// The platform's own version, where the page states one.
    pub version: Option<String>,
    /// The methods, in page order.
    pub methods: Vec<Method>,
    /// The types, in page order.
    pub types: Vec<TypeDef>,
}

/// A method: something a bot can ask the server to do.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Method {
    /// The name as the page writes it, `sendPhoto`.
    pub name: String,
    /// The page's prose; absent unless the manifest keeps it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doc: Option<String>,
    /// The place of the method on its page, `#sendphoto`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// The verb and the path of its HTTP request, where it has its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub http: Option<Http>,
    /// The type of a successful call's result; `None` where the page does not say.
    pub returns: Option<Type>,
    /// The parameters, in page order.
    pub params: Vec<Field>,
}

/// A type that the page defines: a structure with fields, or a union of other types.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "RawTypeDef", into = "RawTypeDef")]
pub struct TypeDef {
    /// The name as the page writes it, `WebhookInfo`.
    pub name: String,
    /// The page's prose; absent unless the manifest keeps it.
    pub doc: Option<String>,
    /// The place of the type on its page, `#webhookinfo`.
    pub link: Option<String>,
    /// The type whose values can stand in the place of this one's, where bots send them: “A String can
    /// be used instead of this object”.
    pub or: Option<Type>,
    /// The shape of its values.
    pub shape: Shape,
}

/// The shape of a type's values.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// An object with these fields, in page order; possibly none.
    Struct(Vec<Field>),
    /// One of several types.
    Union(Union),
}

/// The members of a union type.
#[derive(Clone, Debug, PartialEq)]
pub struct Union {
    /// The members, in page order: mostly names, sometimes `String` or an array.
    pub one_of: Vec<Type>,
    /// The field whose constant tells the members apart.
    pub tag: Option<String>,
}

/// A parameter of a method or a field of a type, with the facts that its description states.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// The name as the page writes it; in JSON too, unless there is a `wire_name`.
    pub name: String,
    /// The name in JSON, where an override says that the server has another than the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wire_name: Option<String>,
    /// The place of a parameter in the HTTP request, where it does not follow from the method's
    /// path and verb.
    #[serde(default, rename = "in", skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// The type.
    #[serde(rename = "type")]
    pub ty: Type,
    /// True if it must be present.
    pub required: bool,
    /// The facts of its description.
    #[serde(flatten)]
    pub facts: Facts,
    /// The page's prose; absent unless the manifest keeps it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doc: Option<String>,
}

impl Field {
    /// A field without facts.
    pub fn new(name: &str, ty: Type, required: bool) -> Self {
        Self {
            name: name.to_owned(),
            wire_name: None,
            place: None,
            ty,
            required,
            facts: Facts::default(),
            doc: None,
        }
    }

    /// The name in JSON.
    pub fn wire_name(&self) -> &str {
        self.wire_name.as_deref().unwrap_or(&self.name)
    }
}

/// The statements of a description about a value, beyond its type. Absent where there are none.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Facts {
    /// The one value it always has.
    #[serde(default, rename = "const", skip_serializing_if = "Option::is_none")]
    pub constant: Option<Scalar>,
    /// The values it can have.
    #[serde(default, rename = "enum", skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<Scalar>,
    /// The value that its absence stands for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<Scalar>,
    /// The bounds of a number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub range: Option<Limits>,
    /// The bounds of a text's length, in characters after entities were parsed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub length: Option<Limits>,
    /// The bounds of a text's length, in bytes of UTF-8.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bytes: Option<Limits>,
    /// The bounds of a list's length.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub items: Option<Limits>,
    /// The bounds of the same on a server that users run themselves, where they differ. No page is
    /// read for them: only an override sets them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub local_limits: Option<Limits>,
    /// The meaning of a number or a text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub format: Option<Format>,
    /// True if it may be `attach://<name>`, the name of a file uploaded with the request.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub attach: bool,
    /// When an optional value becomes required, in our own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub required_if: Option<String>,
}

/// A lower and an upper bound, both inclusive. At least one of them is there.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// The least allowed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<i64>,
    /// The most allowed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<i64>,
}

/// A constant: a flag, a whole number, a number with a fraction, or a text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(untagged)]
pub enum Scalar {
    /// `true` or `false`.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// A number with a fraction.
    Float(f64),
    /// A text.
    String(String),
}

impl fmt::Display for Scalar {
    /// Writes the value as it is, a text without quotes.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Boolean(value) => value.fmt(f),
            Self::Integer(value) => value.fmt(f),
            Self::Float(value) => value.fmt(f),
            Self::String(text) => text.fmt(f),
        }
    }
}

/// The meaning of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// Seconds since 1970-01-01 00:00 UTC.
    UnixTime,
}

impl Schema {
    /// The method of this name.
    pub fn method(&self, name: &str) -> Option<&Method> {
        self.methods.iter().find(|method| method.name == name)
    }

    /// The type of this name.
    pub fn type_def(&self, name: &str) -> Option<&TypeDef> {
        self.types.iter().find(|def| def.name == name)
    }

    /// The parameter or field at this address.
    pub fn field(&self, at: &ItemPath) -> Option<&Field> {
        let name = at.name.as_deref()?;
        let mut members = self.members(&at.owner).iter();
        members.find(|field| field.name == name)
    }

    /// The parameters of a method, or the fields of a type; none of what is neither.
    pub fn members(&self, owner: &str) -> &[Field] {
        let params = self.method(owner).map(|method| method.params.as_slice());
        let fields = || self.type_def(owner).map(TypeDef::fields);
        params.or_else(fields).unwrap_or_default()
    }

    /// Every parameter and field with its address, in page order.
    pub fn fields(&self) -> impl Iterator<Item = (ItemPath, &Field)> {
        let params = self.methods.iter().map(|m| (&m.name, m.params.as_slice()));
        let fields = self.types.iter().map(|t| (&t.name, t.fields()));
        params.chain(fields).flat_map(|(owner, fields)| {
            fields
                .iter()
                .map(|field| (ItemPath::member(owner, &field.name), field))
        })
    }

    /// The same schema without any of the page's prose.
    #[must_use]
    pub fn without_prose(mut self) -> Self {
        for method in &mut self.methods {
            method.doc = None;
            method.params.iter_mut().for_each(|param| param.doc = None);
        }
        for def in &mut self.types {
            def.doc = None;
            if let Shape::Struct(fields) = &mut def.shape {
                fields.iter_mut().for_each(|field| field.doc = None);
            }
        }
        self
    }
}

impl TypeDef {
    /// A structure with these fields.
    pub fn structure(name: &str, fields: Vec<Field>) -> Self {
        Self {
            name: name.to_owned(),
            doc: None,
            link: None,
            or: None,
            shape: Shape::Struct(fields),
        }
    }

    /// The fields; none for a union.
    pub fn fields(&self) -> &[Field] {
        match &self.shape {
            Shape::Struct(fields) => fields,
            Shape::Union(_) => &[],
        }
    }

    /// The members, where it is a union.
    pub fn union(&self) -> Option<&Union> {
        match &self.shape {
            Shape::Struct(_) => None,
            Shape::Union(union) => Some(union),
        }
    }
}
