//! A JSON Schema (2020-12) as data: the keywords that are written here.

use schema::schema::{Facts, Scalar};
use serde::Serialize;
use serde_json::{Number, Value};

use super::ordered_map::OrderedMap;

/// The place of the types in an OpenAPI document.
pub(crate) const COMPONENTS: &str = "#/components/schemas/";

/// A schema. Without a keyword, any JSON is valid.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct JsonSchema {
    #[serde(rename = "$ref", skip_serializing_if = "Option::is_none")]
    pub(crate) reference: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) description: Option<String>,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub(crate) kind: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) format: Option<&'static str>,
    #[serde(rename = "const", skip_serializing_if = "Option::is_none")]
    pub(crate) constant: Option<Value>,
    #[serde(rename = "enum", skip_serializing_if = "Vec::is_empty")]
    pub(crate) values: Vec<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) default: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) minimum: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) maximum: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) min_length: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) max_length: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) min_items: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) max_items: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) items: Option<Box<JsonSchema>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) properties: Option<OrderedMap<JsonSchema>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) required: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) additional_properties: Option<bool>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) one_of: Vec<JsonSchema>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) any_of: Vec<JsonSchema>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) all_of: Vec<JsonSchema>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) discriminator: Option<Discriminator>,
    /// Facts for which there is no keyword, as `x-…`.
    #[serde(flatten)]
    pub(crate) extensions: OrderedMap<Value>,
}

/// The property that tells the members of a union apart, and the member for each of its values.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Discriminator {
    pub(crate) property_name: String,
    pub(crate) mapping: OrderedMap<String>,
}

impl JsonSchema {
    /// The schema of values of one kind of JSON: `string`.
    pub(crate) fn of_kind(kind: &'static str) -> Self {
        Self {
            kind: Some(kind),
            ..Self::default()
        }
    }

    /// The same with a `format`.
    pub(crate) fn of_format(kind: &'static str, format: &'static str) -> Self {
        Self {
            format: Some(format),
            ..Self::of_kind(kind)
        }
    }

    /// A reference to a component.
    pub(crate) fn reference(name: &str) -> Self {
        Self {
            reference: Some(reference_to(name)),
            ..Self::default()
        }
    }

    /// A list.
    pub(crate) fn list(items: Self) -> Self {
        Self {
            items: Some(Box::new(items)),
            ..Self::of_kind("array")
        }
    }

    /// Values of any of several schemas; the schema itself where there is one.
    pub(crate) fn any_of(mut members: Vec<Self>) -> Self {
        match (members.pop(), members.is_empty()) {
            (None, _) => Self::default(),
            (Some(only), true) => only,
            (Some(last), false) => {
                members.push(last);
                Self {
                    any_of: members,
                    ..Self::default()
                }
            }
        }
    }

    /// Adds the facts that hold for values of every type: a constant, a default, and what has no
    /// keyword of its own.
    pub(crate) fn add_facts(&mut self, facts: &Facts) {
        self.constant = facts.constant.as_ref().map(to_json);
        self.values = facts.values.iter().map(to_json).collect();
        self.default = facts.default.as_ref().map(to_json);
        if facts.format.is_some() {
            self.extensions.insert("x-format", "unix-time".into());
        }
        if facts.attach {
            self.extensions.insert("x-attach", true.into());
        }
        if let Some(condition) = &facts.required_if {
            let condition = condition.as_str().into();
            self.extensions.insert("x-required-if", condition);
        }
    }

    /// Visits each reference to a component, however deep.
    pub(crate) fn visit_references(&mut self, visit: &mut impl FnMut(&mut String)) {
        let mapping = self.discriminator.iter_mut();
        let targets = mapping.flat_map(|one| one.mapping.values_mut());
        targets.chain(&mut self.reference).for_each(&mut *visit);
        self.children_mut()
            .for_each(|child| child.visit_references(visit));
    }

    /// Every schema directly inside this one.
    pub(crate) fn children_mut(&mut self) -> impl Iterator<Item = &mut Self> {
        let lists = [&mut self.one_of, &mut self.any_of, &mut self.all_of];
        let properties = self.properties.iter_mut();
        self.items
            .as_deref_mut()
            .into_iter()
            .chain(properties.flat_map(OrderedMap::values_mut))
            .chain(lists.into_iter().flatten())
    }
}

/// The address of a component.
pub(crate) fn reference_to(name: &str) -> String {
    format!("{COMPONENTS}{name}")
}

/// A constant of the page as JSON.
pub(crate) fn to_json(value: &Scalar) -> Value {
    match value {
        Scalar::Boolean(value) => (*value).into(),
        Scalar::Integer(value) => (*value).into(),
        Scalar::Float(value) => Number::from_f64(*value).map_or(Value::Null, Value::Number),
        Scalar::String(text) => text.as_str().into(),
    }
}
