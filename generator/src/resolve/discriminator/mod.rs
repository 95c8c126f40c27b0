//! The discriminator of a union: a list of tests to try in turn, each with the member that a value
//! is which passes it.
//!
//! The kind of JSON comes first. Where several members are objects, they are told apart by a
//! field that is constant, or by one that only one of them must have. What is left is tried in
//! page order.

mod object_test;

use std::collections::BTreeSet;

use schema::schema::{Schema, Shape, TypeDef};
use schema::ty::Type;

use self::object_test::find_test;
use crate::resolve::anonymous_union::AnonymousUnion;
use crate::resolve::string_enum::is_string_enum;

pub(crate) use self::object_test::ObjectTest;

/// The kinds of JSON that a test asks for, in the order in which it is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    True,
    Boolean,
    Number,
    String,
    Array,
    Object,
    /// Any JSON: that of a type which the page does not define.
    Any,
}

/// One test, and the member whose values pass it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Case {
    /// The member, by its index.
    pub(crate) member: usize,
    /// The kind that the value must be of.
    pub(crate) kind: Kind,
    /// The fields that an object must hold.
    pub(crate) test: ObjectTest,
    /// A value that does not fit after all may still be another member.
    pub(crate) attempt: bool,
}

/// The tests of a union, in the order in which to try them.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct DecisionList {
    pub(crate) cases: Vec<Case>,
    /// Some members are told apart by nothing but their order.
    pub(crate) is_ambiguous: bool,
}

impl DecisionList {
    /// The field whose constants tell objects apart; `None` where an object without it is a member
    /// as well, or no constant does.
    pub(crate) fn tag(&self) -> Option<&str> {
        if self.cases.iter().any(|case| case.kind == Kind::Any) {
            return None;
        }
        let mut tags = self
            .cases
            .iter()
            .filter(|case| case.kind == Kind::Object)
            .map(|case| case.test.tag());
        let tag = tags.next()??;
        tags.all(|other| other == Some(tag)).then_some(tag)
    }
}

/// Finds the fields whose constants tell the members of any union apart, with the member that each
/// belongs to.
pub(crate) fn find_tags(
    schema: &Schema,
    anonymous_unions: &[AnonymousUnion],
) -> BTreeSet<(String, String)> {
    let named = schema.types.iter().filter_map(TypeDef::union);
    let named = named.map(|union| (&union.one_of, union.tag.as_deref()));
    let anonymous = anonymous_unions.iter().map(|union| (&union.members, None));
    let mut tags = BTreeSet::new();
    for (members, tag) in named.chain(anonymous) {
        for case in decide_cases(schema, members, tag).cases {
            if let (Some(Type::Named(member)), Some(tag)) =
                (members.get(case.member), case.test.tag())
            {
                tags.insert((member.clone(), tag.to_owned()));
            }
        }
    }
    tags
}

/// Decides in which order, and by which tests, to read a union of these members. Of
/// `Photo { type: photo } | Video { type: video } | String`, a string is read by its kind, and an
/// object by its `type`.
pub(crate) fn decide_cases(schema: &Schema, members: &[Type], tag: Option<&str>) -> DecisionList {
    let mut cases = Vec::new();
    for (member, ty) in members.iter().enumerate() {
        cases.extend(json_kinds(schema, ty).into_iter().map(|kind| Case {
            member,
            kind,
            test: match kind {
                Kind::Object => find_test(schema, members, member, tag),
                _ => ObjectTest::default(),
            },
            attempt: false,
        }));
    }
    // `1` is an integer and a float: of `Float | Integer`, the integer is attempted first.
    cases.sort_by_key(|case| {
        let is_float = members.get(case.member) == Some(&Type::Float);
        (case.kind, case.test.rank(), is_float)
    });
    mark_attempts(&mut cases);
    let is_ambiguous = is_ambiguous(&cases);
    if let Some(any) = cases.iter().position(|case| case.kind == Kind::Any) {
        cases.truncate(any + 1);
    }
    DecisionList {
        cases,
        is_ambiguous,
    }
}

/// The kinds of JSON that values of a type are. A file to upload never comes from a server.
fn json_kinds(schema: &Schema, ty: &Type) -> BTreeSet<Kind> {
    let kind = match ty {
        Type::InputFile => return BTreeSet::new(),
        Type::True => Kind::True,
        Type::Boolean => Kind::Boolean,
        Type::Integer | Type::Float => Kind::Number,
        Type::String => Kind::String,
        Type::Array(_) => Kind::Array,
        Type::Union(members) => {
            return members.iter().flat_map(|m| json_kinds(schema, m)).collect();
        }
        _ if is_string_enum(ty) => Kind::String,
        Type::Named(name) => match schema.type_def(name).map(|def| &def.shape) {
            Some(Shape::Struct(_)) => Kind::Object,
            Some(Shape::Union(union)) => {
                return union
                    .one_of
                    .iter()
                    .flat_map(|m| json_kinds(schema, m))
                    .collect();
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

/// Checks whether a value that passes the test of `case` could be the member of `other`.
fn may_be(case: &Case, other: &Case) -> bool {
    match (case.kind, other.kind) {
        (Kind::True | Kind::Any, _) => false,
        (Kind::Object, Kind::Any) => case.test == ObjectTest::default(),
        (kind, theirs) => kind == theirs && case.test.overlaps(&other.test),
    }
}

/// Checks whether the order decides anywhere but between whole numbers and others: between
/// `Point { x, y }` and `Size { x, y }`, or between two types that the page does not define.
fn is_ambiguous(cases: &[Case]) -> bool {
    let any = cases.iter().filter(|case| case.kind == Kind::Any);
    let mut attempts = cases.iter().filter(|case| case.attempt);
    attempts.any(|case| case.kind != Kind::Number) || any.count() > 1
}
