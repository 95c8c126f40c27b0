//! The discriminator of a union: a list of tests to try in turn, each with the member that a value
//! is which passes it.
//!
//! The kind of JSON comes first. Where several members are objects, they are told apart by a
//! field that is constant, or by one that only one of them must have. What is left is tried in
//! page order.

use std::collections::BTreeSet;

use schema::schema::{Field, Scalar, Shape};
use schema::ty::Type;

use crate::resolve::api::Api;
use crate::resolve::string_enum::is_string_enum;

/// The kinds of JSON that a test asks for, in the order in which it is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    True,
    Boolean,
    Number,
    String,
    Array,
    Object,
    /// Whatever there is: the JSON of a type that nobody defines.
    Any,
}

/// One test, and the member whose values pass it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Case {
    /// The member, by its index.
    pub(crate) member: usize,
    /// The kind that the value must be of.
    pub(crate) kind: Kind,
    /// What an object must hold.
    pub(crate) test: ObjectTest,
    /// Whether a value that does not fit after all may still be another member.
    pub(crate) attempt: bool,
}

/// The tests of a union, in the order in which to try them.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct DecisionList {
    pub(crate) cases: Vec<Case>,
    /// Whether some members are told apart by nothing but their order.
    pub(crate) guesses: bool,
}

impl DecisionList {
    /// The field whose constants tell objects apart; `None` where an object without it is a member
    /// as well, or no constant does.
    pub(crate) fn tag(&self) -> Option<&str> {
        let objects = || self.cases.iter().filter(|case| case.kind == Kind::Object);
        let mut names =
            objects().map(|case| case.test.tag_value.as_ref().map(|(name, _)| name.as_str()));
        let tag = names.next().flatten()?;
        let is_closed = self.cases.iter().all(|case| case.kind != Kind::Any);
        (is_closed && names.all(|name| name == Some(tag))).then_some(tag)
    }
}

/// Decides how to read a union of these members.
pub(crate) fn decide(api: &Api, members: &[Type], tag: Option<&str>) -> DecisionList {
    let mut cases = Vec::new();
    for (member, ty) in members.iter().enumerate() {
        cases.extend(kinds(api, ty).into_iter().map(|kind| Case {
            member,
            kind,
            test: match kind {
                Kind::Object => find_test(api, members, member, tag),
                _ => ObjectTest::default(),
            },
            attempt: false,
        }));
    }
    let is_float = |case: &Case| members.get(case.member) == Some(&Type::Float);
    cases.sort_by_key(|case| (case.kind, case.test.rank(), is_float(case)));
    mark_attempts(&mut cases);
    let guesses = guesses(&cases);
    if let Some(any) = cases.iter().position(|case| case.kind == Kind::Any) {
        cases.truncate(any + 1);
    }
    DecisionList { cases, guesses }
}

/// The kinds of JSON that values of a type are. A file to upload never comes from a server.
fn kinds(api: &Api, ty: &Type) -> BTreeSet<Kind> {
    let kind = match ty {
        Type::InputFile => return BTreeSet::new(),
        Type::True => Kind::True,
        Type::Boolean => Kind::Boolean,
        Type::Integer | Type::Float => Kind::Number,
        Type::String => Kind::String,
        Type::Array(_) => Kind::Array,
        Type::Union(members) => return members.iter().flat_map(|m| kinds(api, m)).collect(),
        _ if is_string_enum(ty) => Kind::String,
        Type::Named(name) => match api.model.schema.type_def(name).map(|def| &def.shape) {
            Some(Shape::Struct(_)) => Kind::Object,
            Some(Shape::Union(union)) => {
                return union.one_of.iter().flat_map(|m| kinds(api, m)).collect();
            }
            None => Kind::Any,
        },
    };
    BTreeSet::from([kind])
}

/// Marks each case whose values could still be those of a later one. Of `Integer | Float`, the
/// number `1.5` passes the test of both, so that it is attempted to read it as an integer first.
fn mark_attempts(cases: &mut [Case]) {
    for at in 0..cases.len() {
        let (tried, later) = cases.split_at_mut(at + 1);
        if let Some(case) = tried.last_mut() {
            case.attempt = later.iter().any(|other| may_be(case, other));
        }
    }
}

/// Whether a value that passes the test of `case` could be what `other` speaks for.
fn may_be(case: &Case, other: &Case) -> bool {
    match (case.kind, other.kind) {
        (Kind::True | Kind::Any, _) => false,
        (Kind::Object, Kind::Any) => case.test == ObjectTest::default(),
        (kind, theirs) => kind == theirs && case.test.overlaps(&other.test),
    }
}

/// Whether the order decides anywhere but between whole numbers and others.
fn guesses(cases: &[Case]) -> bool {
    let open = |case: &&Case| case.kind == Kind::Any;
    let tried = |case: &Case| case.attempt && case.kind != Kind::Number;
    cases.iter().any(tried) || cases.iter().filter(open).count() > 1
}

/// What an object must hold to be a certain member of a union.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct ObjectTest {
    /// A field with a constant value, and that value: `type` is `photo`.
    pub(crate) tag_value: Option<(String, String)>,
    /// A required field that no other object with this tag has.
    pub(crate) unique_field: Option<String>,
}

impl ObjectTest {
    /// Tests are sorted by this: those that ask for most come first.
    fn rank(&self) -> (bool, bool) {
        (self.tag_value.is_none(), self.unique_field.is_none())
    }

    /// Whether an object that passes this test may pass the other as well.
    fn overlaps(&self, other: &Self) -> bool {
        let is_unique = self.unique_field.is_some() || other.unique_field.is_some();
        !is_unique && self.tag_value == other.tag_value
    }
}

/// Finds the test for one member, by its index. It is empty for a member that is the only object,
/// or that no field sets apart.
fn find_test(api: &Api, members: &[Type], member: usize, tag: Option<&str>) -> ObjectTest {
    let others = members.iter().enumerate().filter(|(at, _)| *at != member);
    let others: Vec<&[Field]> = others.filter_map(|(_, ty)| fields(api, ty)).collect();
    match members.get(member).and_then(|ty| fields(api, ty)) {
        Some(fields) if !others.is_empty() => compare_fields(fields, &others, tag),
        _ => ObjectTest::default(),
    }
}

/// The fields of a type that is a structure.
fn fields<'a>(api: &'a Api, ty: &Type) -> Option<&'a [Field]> {
    match ty {
        Type::Named(name) => {
            let def = api.model.schema.type_def(name)?;
            def.union().is_none().then(|| def.fields())
        }
        _ => None,
    }
}

/// Compares the fields of one member with those of the others.
///
/// `InputMediaPhoto` and `InputMediaVideo` have `type: photo` and `type: video`: the tag is enough.
/// Of `InlineQueryResultPhoto` and `InlineQueryResultCachedPhoto`, which both have `type: photo`,
/// only the first requires `photo_url`, and only the second `photo_file_id`.
fn compare_fields(fields: &[Field], others: &[&[Field]], tag: Option<&str>) -> ObjectTest {
    let tag_value = find_tag_value(fields, others, tag);
    let has_same_tag = |other: &&&[Field]| match &tag_value {
        Some((name, text)) => constant_of(other, name).as_ref() == Some(text),
        None => true,
    };
    let rivals: Vec<&&[Field]> = others.iter().filter(has_same_tag).collect();
    let lacks = |rival: &[Field], name: &str| !rival.iter().any(|field| field.name == name);
    let mut required = fields.iter().filter(|field| field.required);
    let unique = required.find(|field| rivals.iter().all(|rival| lacks(rival, &field.name)));
    let unique = unique.filter(|_| !rivals.is_empty());
    ObjectTest {
        tag_value,
        unique_field: unique.map(|field| field.name.clone()),
    }
}

/// Finds a field that is constant, and not the same in all others: the tag where there is one, then
/// the first on the page.
fn find_tag_value(
    fields: &[Field],
    others: &[&[Field]],
    tag: Option<&str>,
) -> Option<(String, String)> {
    let is_tag = |field: &&Field| Some(field.name.as_str()) == tag;
    let candidates = fields.iter().filter(is_tag).chain(fields);
    let mut constants = candidates.filter_map(|field| {
        let text = constant_text(field.facts.constant.as_ref()?)?;
        Some((field.name.clone(), text))
    });
    constants.find(|(name, text)| {
        let is_same = |other: &&[Field]| constant_of(other, name).as_ref() == Some(text);
        !others.iter().all(is_same)
    })
}

/// The text of a field's constant.
fn constant_of(fields: &[Field], name: &str) -> Option<String> {
    let field = fields.iter().find(|field| field.name == name)?;
    constant_text(field.facts.constant.as_ref()?)
}

fn constant_text(constant: &Scalar) -> Option<String> {
    match constant {
        Scalar::Boolean(value) => Some(value.to_string()),
        Scalar::Integer(value) => Some(value.to_string()),
        Scalar::Float(_) => None,
        Scalar::String(text) => Some(text.clone()),
    }
}
