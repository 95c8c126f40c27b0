//! How the members of a union are told apart: in come the members, out goes a list of tests to
//! try in turn, each with the member that a value then is.
//!
//! The kind of JSON comes first. Where several members are objects, they are told apart by a
//! field that is constant, or by one that only one of them must have. What is left is tried in
//! page order.

use std::collections::BTreeSet;

use schema::schema::Shape;
use schema::ty::Type;

use crate::resolve::api::Api;
use crate::resolve::guard::{Guard, guard};
use crate::resolve::inherited::is_words;

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

/// One test, and the member that it speaks for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Arm {
    /// The member, by its index.
    pub(crate) member: usize,
    /// The kind that the value must be of.
    pub(crate) kind: Kind,
    /// What an object must hold.
    pub(crate) guard: Guard,
    /// Whether a value that does not fit after all may still be another member.
    pub(crate) attempt: bool,
}

/// The tests of a union, in the order in which to try them.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Plan {
    pub(crate) arms: Vec<Arm>,
    /// Whether some members are told apart by nothing but their order.
    pub(crate) guesses: bool,
}

impl Plan {
    /// The field whose constants tell objects apart; `None` where an object without it is a member
    /// as well, or no constant does.
    pub(crate) fn tag(&self) -> Option<&str> {
        let objects = || self.arms.iter().filter(|arm| arm.kind == Kind::Object);
        let mut names = objects().map(|arm| arm.guard.says.as_ref().map(|(name, _)| name.as_str()));
        let tag = names.next().flatten()?;
        let is_closed = self.arms.iter().all(|arm| arm.kind != Kind::Any);
        (is_closed && names.all(|name| name == Some(tag))).then_some(tag)
    }
}

/// Plans how to read a union of these members.
pub(crate) fn plan(api: &Api<'_>, members: &[Type], tag: Option<&str>) -> Plan {
    let mut arms = Vec::new();
    for (member, ty) in members.iter().enumerate() {
        arms.extend(kinds(api, ty).into_iter().map(|kind| Arm {
            member,
            kind,
            guard: match kind {
                Kind::Object => guard(api, members, member, tag),
                _ => Guard::default(),
            },
            attempt: false,
        }));
    }
    let is_float = |arm: &Arm| members.get(arm.member) == Some(&Type::Float);
    arms.sort_by_key(|arm| (arm.kind, arm.guard.rank(), is_float(arm)));
    mark_attempts(&mut arms);
    let guesses = guesses(&arms);
    if let Some(any) = arms.iter().position(|arm| arm.kind == Kind::Any) {
        arms.truncate(any + 1);
    }
    Plan { arms, guesses }
}

/// The kinds of JSON that values of a type are. A file to upload never comes from a server.
fn kinds(api: &Api<'_>, ty: &Type) -> BTreeSet<Kind> {
    let kind = match ty {
        Type::InputFile => return BTreeSet::new(),
        Type::True => Kind::True,
        Type::Boolean => Kind::Boolean,
        Type::Integer | Type::Float => Kind::Number,
        Type::String => Kind::String,
        Type::Array(_) => Kind::Array,
        Type::Union(members) => return members.iter().flat_map(|m| kinds(api, m)).collect(),
        words if is_words(words) => Kind::String,
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

/// Marks each arm after which another one could still fit.
fn mark_attempts(arms: &mut [Arm]) {
    for at in 0..arms.len() {
        let (tried, later) = arms.split_at_mut(at + 1);
        if let Some(arm) = tried.last_mut() {
            arm.attempt = later.iter().any(|other| may_be(arm, other));
        }
    }
}

/// Whether a value that passes the test of `arm` could be what `other` speaks for.
fn may_be(arm: &Arm, other: &Arm) -> bool {
    match (arm.kind, other.kind) {
        (Kind::True | Kind::Any, _) => false,
        (Kind::Object, Kind::Any) => arm.guard == Guard::default(),
        (kind, theirs) => kind == theirs && arm.guard.overlaps(&other.guard),
    }
}

/// Whether the order decides anywhere but between whole numbers and others.
fn guesses(arms: &[Arm]) -> bool {
    let open = |arm: &&Arm| arm.kind == Kind::Any;
    let tried = |arm: &Arm| arm.attempt && arm.kind != Kind::Number;
    arms.iter().any(tried) || arms.iter().filter(open).count() > 1
}
