//! Several objects → the fields that tell one of them from the others: one that is constant, or one
//! that only one of them must have.

use schema::schema::{Field, Scalar, Schema, Shape};
use schema::ty::Type;

/// The fields that an object must hold to be a certain member of a union.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct ObjectTest {
    /// A field with a constant value, and that value: `type` is `photo`.
    pub(crate) tag_value: Option<(String, String)>,
    /// True if an object without the tag passes too: see [`is_default_of_other`].
    pub(crate) allows_no_tag: bool,
    /// A required field that no other object with this tag has.
    pub(crate) unique_field: Option<String>,
}

impl ObjectTest {
    /// The name of the field with a constant value.
    pub(super) fn tag(&self) -> Option<&str> {
        let (name, _) = self.tag_value.as_ref()?;
        Some(name)
    }

    /// Tests are sorted by this: those that ask for most come first.
    pub(super) fn rank(&self) -> (bool, bool) {
        (self.tag_value.is_none(), self.unique_field.is_none())
    }

    /// Checks whether an object that passes this test may pass the other as well.
    pub(super) fn overlaps(&self, other: &Self) -> bool {
        let is_unique = self.unique_field.is_some() || other.unique_field.is_some();
        !is_unique && self.tag_value == other.tag_value
    }
}

/// Finds the test for one member, by its index. It is empty for a member that is the only object,
/// or that no field sets apart.
pub(super) fn find_test(
    schema: &Schema,
    members: &[Type],
    member: usize,
    tag: Option<&str>,
) -> ObjectTest {
    let others: Vec<&[Field]> = members
        .iter()
        .enumerate()
        .filter(|(index, _)| *index != member)
        .filter_map(|(_, ty)| object_fields(schema, ty))
        .collect();
    match members.get(member).and_then(|ty| object_fields(schema, ty)) {
        Some(fields) if !others.is_empty() => compare_fields(fields, &others, tag),
        _ => ObjectTest::default(),
    }
}

/// The fields of a type that is a structure.
fn object_fields<'a>(schema: &'a Schema, ty: &Type) -> Option<&'a [Field]> {
    let Type::Named(name) = ty else {
        return None;
    };
    match &schema.type_def(name)?.shape {
        Shape::Struct(fields) => Some(fields),
        Shape::Union(_) => None,
    }
}

/// Compares the fields of one member with those of the others.
///
/// `InputMediaPhoto` and `InputMediaVideo` have `type: photo` and `type: video`: the tag is enough.
/// Of `InlineQueryResultPhoto` and `InlineQueryResultCachedPhoto`, which both have `type: photo`,
/// only the first requires `photo_url`, and only the second `photo_file_id`.
fn compare_fields(fields: &[Field], others: &[&[Field]], tag: Option<&str>) -> ObjectTest {
    let tag_value = find_tag_value(fields, others, tag);
    let mut rivals = others.to_vec();
    if let Some((name, text)) = &tag_value {
        rivals.retain(|other| has_constant(other, name, text));
    }
    let unique_field = fields
        .iter()
        .filter(|field| field.required && !rivals.is_empty())
        .map(Field::wire_name)
        .find(|name| rivals.iter().all(|rival| !has_field(rival, name)))
        .map(str::to_owned);
    ObjectTest {
        allows_no_tag: tag_value
            .as_ref()
            .is_some_and(|(name, _)| is_default_of_other(name, fields, others)),
        tag_value,
        unique_field,
    }
}

/// Checks whether the constant of a tag is the default of the same field in another member, which
/// has no constant there.
///
/// A gone letter has `sent: 0`, and any other letter the time at which it was sent. If a letter
/// without `sent` were read as one that is not gone, its `sent` would be zero by default, and it would
/// be read as one that is gone once it was written.
fn is_default_of_other(name: &str, fields: &[Field], others: &[&[Field]]) -> bool {
    let is_default = find_field(fields, name).is_some_and(|field| {
        matches!(
            field.facts.constant,
            Some(Scalar::Integer(0) | Scalar::Boolean(false))
        )
    });
    let mut theirs = others.iter().filter_map(|other| find_field(other, name));
    is_default && theirs.any(|field| field.required && field.facts.constant.is_none())
}

fn find_field<'a>(fields: &'a [Field], name: &str) -> Option<&'a Field> {
    fields.iter().find(|field| field.wire_name() == name)
}

fn has_field(fields: &[Field], name: &str) -> bool {
    find_field(fields, name).is_some()
}

/// Finds a field that is constant, and not the same in all others: the tag where there is one, then
/// the first on the page.
fn find_tag_value(
    fields: &[Field],
    others: &[&[Field]],
    tag: Option<&str>,
) -> Option<(String, String)> {
    let tag_field = fields.iter().find(|field| Some(field.name.as_str()) == tag);
    tag_field
        .into_iter()
        .chain(fields)
        .filter_map(|field| Some((field.wire_name().to_owned(), constant_text(field)?)))
        .find(|(name, text)| !others.iter().all(|other| has_constant(other, name, text)))
}

/// Checks whether a field of this name has this constant, by the text of it.
fn has_constant(fields: &[Field], name: &str, text: &str) -> bool {
    find_field(fields, name)
        .and_then(constant_text)
        .is_some_and(|constant| constant == text)
}

fn constant_text(field: &Field) -> Option<String> {
    let constant = field.facts.constant.as_ref()?;
    (!matches!(constant, Scalar::Float(_))).then(|| constant.to_string())
}
