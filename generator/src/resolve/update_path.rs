//! From a payload of an update to what plays a role in it: in come the types, out goes for each
//! type on the way the field, or the members, to go on with.
//!
//! From a structure, the way goes on with the first of these fields, a required one before an
//! optional one:
//!
//! 1. one that is called like the role and leads to its type;
//! 2. one that is required and is of its type;
//! 3. to a chat: the one with the message;
//! 4. to a sender or a chat: a required one that leads on, but not through what plays another
//!    role: the owner of a chat has sent nothing.
//!
//! From a union, the way goes on with each member that leads on.

use std::collections::BTreeMap;

use schema::schema::{Field, Shape};
use schema::ty::Type;

use crate::resolve::api::Api;
use crate::resolve::update::{Role, Update, named};

/// How many types a way may lead through.
const LONGEST: usize = 5;

/// One step of a way.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Step<'a> {
    /// There already.
    Here,
    /// By this field of a structure.
    Field(&'a Field),
    /// By these members of a union.
    Members(Vec<&'a Type>),
}

/// The steps to what plays a role, by the names of the types that they start from.
pub(crate) struct UpdatePaths<'a, 'b> {
    api: &'a Api,
    update: &'b Update<'a>,
    role: &'b Role<'a>,
    pub(crate) steps: BTreeMap<&'a str, Step<'a>>,
}

impl<'a, 'b> UpdatePaths<'a, 'b> {
    /// The steps from every payload that leads there.
    pub(crate) fn new(api: &'a Api, update: &'b Update<'a>, role: &'b Role<'a>) -> Self {
        let steps = BTreeMap::new();
        let mut paths = Self {
            api,
            update,
            role,
            steps,
        };
        for payload in &update.payloads {
            paths.reaches(&payload.ty, LONGEST);
        }
        paths
    }

    /// Whether a type leads there, and how.
    fn reaches(&mut self, ty: &'a Type, longest: usize) -> bool {
        let Some(name) = named(ty).filter(|_| longest > 0) else {
            return false;
        };
        if self.steps.contains_key(name) {
            return true;
        }
        let step = match self.api.model.schema.type_def(name).map(|def| &def.shape) {
            _ if name == self.role.ty => Some(Step::Here),
            Some(Shape::Struct(fields)) => self.field(fields, longest - 1).map(Step::Field),
            Some(Shape::Union(union)) => self.members(&union.one_of, longest - 1),
            None => None,
        };
        step.map(|step| self.steps.insert(name, step)).is_some()
    }

    fn members(&mut self, members: &'a [Type], longest: usize) -> Option<Step<'a>> {
        let leading = members
            .iter()
            .filter(|member| self.reaches(member, longest));
        let leading: Vec<&Type> = leading.collect();
        (!leading.is_empty()).then_some(Step::Members(leading))
    }

    fn field(&mut self, fields: &'a [Field], longest: usize) -> Option<&'a Field> {
        let (required, optional): (Vec<_>, Vec<_>) = fields.iter().partition(|f| f.required);
        let sorted: Vec<&Field> = required.iter().chain(&optional).copied().collect();
        let rules: [(&[&Field], Rule<'a, 'b>); 4] = [
            (&sorted, Self::is_called),
            (&required, Self::is_it),
            (&sorted, Self::is_message),
            (&required, Self::is_open),
        ];
        for (fields, rule) in rules {
            let leads = |field: &&&'a Field| rule(self, field) && self.reaches(&field.ty, longest);
            if let Some(field) = fields.iter().find(leads) {
                return Some(field);
            }
        }
        None
    }

    fn is_called(&self, field: &Field) -> bool {
        self.role.names(field)
    }

    fn is_it(&self, field: &Field) -> bool {
        named(&field.ty) == Some(self.role.ty)
    }

    fn is_message(&self, field: &Field) -> bool {
        let is_named = |role: &Role<'_>| role.helper == "message" && role.names(field);
        self.role.helper == "chat" && self.update.roles.iter().any(is_named)
    }

    fn is_open(&self, field: &Field) -> bool {
        let is_other = |role: &Role<'_>| named(&field.ty) == Some(role.ty);
        self.role.helper != "message" && !self.update.roles.iter().any(is_other)
    }
}

/// Whether a way may go on with a field, if that leads anywhere.
type Rule<'a, 'b> = fn(&UpdatePaths<'a, 'b>, &Field) -> bool;
