//! Fields that hold one of a few strings: the lists of values that become a Rust enum, and its
//! name. `type: String, enum: [private, group]` of `Chat.type` becomes `ChatType`.

use schema::schema::{Field, Scalar, Schema, Shape};
use schema::ty::Type;

use crate::rust::ident::{Scope, camel};

/// A character that no name on a page has, so that the key of a string enum is never a type's name.
const MARK: char = '"';

/// A list of values, and the fields that have it. Fields with the same values share an enum.
#[derive(Clone, Debug)]
pub(crate) struct StringEnum {
    /// The values, in the order in which the page first has them.
    pub(crate) values: Vec<String>,
    uses: Vec<Use>,
}

#[derive(Clone, Debug)]
struct Use {
    owner: String,
    is_method: bool,
    /// It holds a list of such values.
    is_list: bool,
    field: String,
    doc: Option<String>,
}

/// Takes the string enums out of a schema: fields that have a list of values get the enum of these
/// values as their type, by its key.
pub(crate) fn extract_string_enums(schema: &mut Schema) -> Vec<StringEnum> {
    let mut found = Vec::new();
    for method in &mut schema.methods {
        extract_from(&method.name, true, &mut method.params, &mut found);
    }
    for def in &mut schema.types {
        if let Shape::Struct(fields) = &mut def.shape {
            extract_from(&def.name, false, fields, &mut found);
        }
    }
    found
}

fn extract_from(owner: &str, is_method: bool, fields: &mut [Field], found: &mut Vec<StringEnum>) {
    for field in fields {
        let Some(mut new) = StringEnum::from_values(&field.facts.values) else {
            continue;
        };
        if !new.become_type_of(field) {
            continue;
        }
        match found.iter_mut().find(|known| known.key() == new.key()) {
            Some(known) => known.add_use(owner, is_method, field),
            None => {
                new.add_use(owner, is_method, field);
                found.push(new);
            }
        }
    }
}

/// Gives a field the enum of its values as its type, where there is that enum.
pub(crate) fn use_string_enum(field: &mut Field, known: &[StringEnum]) {
    let Some(own) = StringEnum::from_values(&field.facts.values) else {
        return;
    };
    if known.iter().any(|one| one.key() == own.key()) {
        own.become_type_of(field);
    }
}

impl StringEnum {
    /// Becomes the type of a field that holds a text, or a list of them.
    fn become_type_of(&self, field: &mut Field) -> bool {
        let named = Type::Named(self.key());
        field.ty = match &field.ty {
            Type::String => named,
            Type::Array(item) if **item == Type::String => Type::array(named),
            _ => return false,
        };
        field.facts.values.clear();
        true
    }

    /// The enum of a list in which each value can be the name of a variant.
    fn from_values(values: &[Scalar]) -> Option<Self> {
        let values: Vec<String> = values.iter().map(variant_text).collect::<Option<_>>()?;
        let mut scope = Scope::default();
        let distinct = values.iter().all(|value| {
            let name = camel(value);
            scope.take(name.clone()) == name
        });
        let uses = Vec::new();
        (values.len() > 1 && distinct).then_some(Self { values, uses })
    }

    fn add_use(&mut self, owner: &str, is_method: bool, field: &Field) {
        self.uses.push(Use {
            owner: owner.to_owned(),
            is_method,
            is_list: matches!(field.ty, Type::Array(_)),
            field: field.name.clone(),
            doc: field.doc.clone(),
        });
    }

    /// The key, which lists of the same values have in common, in whatever order they are. It
    /// stands for the enum in type expressions.
    pub(crate) fn key(&self) -> String {
        let mut values = self.values.clone();
        values.sort();
        format!("{MARK}{}{MARK}", values.join("|"))
    }

    /// The names of its variants, in the order of its values, no two of which are the same.
    pub(crate) fn variant_names(&self) -> Vec<String> {
        self.values.iter().map(|value| camel(value)).collect()
    }

    /// The words that the names of all its fields end with, where these are several: `ParseMode`
    /// for `parse_mode` and `caption_parse_mode`.
    pub(crate) fn common_name(&self) -> Option<String> {
        let (first, rest) = self.uses.split_first()?;
        let mut common: Vec<&str> = first.field.split('_').collect();
        for other in rest {
            let other: Vec<&str> = other.field.split('_').collect();
            while !other.ends_with(&common) {
                common.remove(0);
            }
        }
        (common.len() > 1).then(|| self.name_of_one(camel(&common.join("_"))))
    }

    /// The name without the `s` of several, where it is that of lists alone: `WantedEvent` of
    /// `wanted_events`.
    fn name_of_one(&self, name: String) -> String {
        match name.strip_suffix('s') {
            Some(one) if !one.is_empty() && self.uses.iter().all(|one| one.is_list) => {
                one.to_owned()
            }
            _ => name,
        }
    }

    /// The names of the first type that has these values and of its field, or those of the first
    /// method: `ChatType` for `Chat.type`, `ChatAction` for `sendChatAction.action`.
    pub(crate) fn own_name(&self) -> String {
        let of_type = self.uses.iter().find(|one| !one.is_method);
        let Some(one) = of_type.or(self.uses.first()) else {
            return camel(&self.values.join("_"));
        };
        // A method's name starts with a verb: `sendPoll` is about a `Poll`.
        let owner = if one.is_method {
            one.owner
                .trim_start_matches(|c: char| c.is_ascii_lowercase())
        } else {
            &one.owner
        };
        let (owner, field) = (camel(owner), camel(&one.field));
        if owner.ends_with(&field) {
            owner
        } else {
            format!("{owner}{field}")
        }
    }

    /// The text that more than half of its fields have in common.
    pub(crate) fn common_doc(&self) -> Option<&str> {
        let mut docs: Vec<&str> = self.uses.iter().filter_map(|u| u.doc.as_deref()).collect();
        docs.sort_unstable();
        docs.chunk_by(|one, next| one == next)
            .find(|run| run.len() * 2 > self.uses.len())
            .and_then(|run| run.first().copied())
    }

    /// The fields that have it: `Chat.type`.
    pub(crate) fn places(&self) -> impl Iterator<Item = (&str, &str)> {
        self.uses
            .iter()
            .map(|one| (one.owner.as_str(), one.field.as_str()))
    }
}

/// Checks whether a name is the key of a string enum.
pub(crate) fn is_key(name: &str) -> bool {
    name.starts_with(MARK)
}

/// Checks whether a type is a string enum rather than a type of the page.
pub(crate) fn is_string_enum(ty: &Type) -> bool {
    matches!(ty, Type::Named(name) if is_key(name))
}

/// The text of a value that can be the name of a variant: `private`, `channel_post`, not `👍`.
fn variant_text(value: &Scalar) -> Option<String> {
    let Scalar::String(text) = value else {
        return None;
    };
    let is_name = text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "_-/ .".contains(c));
    is_name.then(|| text.clone())
}
