//! From a payload of an update to what plays a role in it: in come the types, out goes for each
//! type on the path the field, or the members, to go on with.
//!
//! From a structure, the path goes on with the first of these fields, a required one before an
//! optional one:
//!
//! 1. one that is called like the role and leads to its type: from a `CallbackQuery` to the sender
//!    by `from`;
//! 2. one that is required and is of its type: from a `Vote` without a `from` by `voter: User`;
//! 3. to a chat: the one with the message: from a `CallbackQuery` by `message`, then `chat`;
//! 4. to a sender or a chat: a required one that leads on, but not through what plays another
//!    role: from a `Reaction` by `actor: Actor`, but not by `chat: Chat`, for the owner of a chat
//!    has sent nothing.
//!
//! From a union, the path goes on with each member that leads on.

use std::collections::BTreeMap;

use schema::schema::{Field, Shape};
use schema::ty::Type;

use crate::resolve::api::Api;
use crate::resolve::update::{Role, Update, type_name};

/// The most types that a path may lead through. A chat is three types from an update: in
/// `Update.callback_query`, `CallbackQuery.message`, `Message.chat`. Longer paths find values that
/// have little to do with the event.
const MAX_LENGTH: usize = 5;

/// One step of a path.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum PathStep<'a> {
    /// The type is that of the role: the path ends.
    Target,
    /// By this field of a structure.
    Field(&'a Field),
    /// By these members of a union.
    Members(Vec<&'a Type>),
}

/// The steps to what plays a role, by the names of the types that they start from.
pub(crate) struct UpdatePaths<'a> {
    api: &'a Api,
    update: &'a Update<'a>,
    pub(crate) role: &'a Role<'a>,
    pub(crate) steps: BTreeMap<&'a str, PathStep<'a>>,
}

impl<'a> UpdatePaths<'a> {
    /// Finds the steps from every payload that leads there.
    pub(crate) fn new(api: &'a Api, update: &'a Update<'a>, role: &'a Role<'a>) -> Self {
        let mut paths = Self {
            api,
            update,
            role,
            steps: BTreeMap::new(),
        };
        for payload in &update.payloads {
            paths.find_path(&payload.ty, MAX_LENGTH);
        }
        paths
    }

    /// Checks whether a path starts from values of a type.
    pub(crate) fn start_from(&self, ty: &Type) -> bool {
        type_name(ty).is_some_and(|name| self.steps.contains_key(name))
    }

    /// Records the steps from a type through at most `length` types; `false` if it does not lead
    /// there.
    fn find_path(&mut self, ty: &'a Type, length: usize) -> bool {
        if self.start_from(ty) && length > 0 {
            return true;
        }
        let Some(step) = self.find_step(ty, length) else {
            return false;
        };
        self.steps.extend(type_name(ty).map(|name| (name, step)));
        true
    }

    fn find_step(&mut self, ty: &'a Type, length: usize) -> Option<PathStep<'a>> {
        let rest = length.checked_sub(1)?;
        let name = type_name(ty)?;
        if name == self.role.ty {
            return Some(PathStep::Target);
        }
        match &self.api.model.schema.type_def(name)?.shape {
            Shape::Struct(fields) => self.find_field(fields, rest).map(PathStep::Field),
            Shape::Union(union) => self.find_members(&union.one_of, rest),
        }
    }

    fn find_members(&mut self, members: &'a [Type], length: usize) -> Option<PathStep<'a>> {
        let leading: Vec<&Type> = members
            .iter()
            .filter(|member| self.find_path(member, length))
            .collect();
        (!leading.is_empty()).then_some(PathStep::Members(leading))
    }

    /// Finds the field to go on with, by the rules in their order.
    fn find_field(&mut self, fields: &'a [Field], length: usize) -> Option<&'a Field> {
        let (required, optional): (Vec<&Field>, Vec<&Field>) =
            fields.iter().partition(|field| field.required);
        let sorted = [required.clone(), optional].concat();
        let rules: [(&[&Field], Rule<'a>); 4] = [
            (&sorted, Self::is_called_like_role),
            (&required, Self::has_role_type),
            (&sorted, Self::leads_to_chat_of_message),
            (&required, Self::leads_past_other_roles),
        ];
        for (candidates, rule) in rules {
            for field in candidates {
                if rule(self, field) && self.find_path(&field.ty, length) {
                    return Some(field);
                }
            }
        }
        None
    }

    fn is_called_like_role(&self, field: &Field) -> bool {
        self.role.names_field(field)
    }

    fn has_role_type(&self, field: &Field) -> bool {
        type_name(&field.ty) == Some(self.role.ty)
    }

    fn leads_to_chat_of_message(&self, field: &Field) -> bool {
        let mut roles = self.update.roles.iter();
        self.role.helper == "chat"
            && roles.any(|role| role.helper == "message" && role.names_field(field))
    }

    fn leads_past_other_roles(&self, field: &Field) -> bool {
        let mut roles = self.update.roles.iter();
        self.role.helper != "message" && roles.all(|role| type_name(&field.ty) != Some(role.ty))
    }
}

/// A check whether a path may go on with a field, if that leads anywhere.
type Rule<'a> = fn(&UpdatePaths<'a>, &Field) -> bool;
