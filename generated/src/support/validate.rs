//! Validation of a request before it is sent: each value is checked with its path inside the
//! request. Nothing is allocated unless a value is invalid.

use crate::request::server::ServerKind;
use crate::request::validate::{Problem, ValidationError};

/// A value that contains fields with limits.
pub(crate) trait Validate {
    /// Checks the fields of the value, which is at `path`.
    fn validate(&self, path: &FieldPath<'_>) -> Result<(), ValidationError>;
}

/// The path of a value inside a request: the method, then one step for each field or list item.
///
/// `reply_markup.inline_keyboard[0]` of `sendMessage` is four steps, the last of which points to
/// the one before it, and so on. They live on the stack of the functions that walk the request.
#[derive(Clone, Copy)]
pub(crate) struct FieldPath<'a> {
    parent: Option<&'a FieldPath<'a>>,
    step: Step,
    server: ServerKind,
}

#[derive(Clone, Copy)]
enum Step {
    Method(&'static str),
    Field(&'static str),
    Item(usize),
}

impl FieldPath<'_> {
    /// The path of the request for a method.
    pub(crate) fn method(name: &'static str, server: ServerKind) -> Self {
        FieldPath {
            parent: None,
            step: Step::Method(name),
            server,
        }
    }

    /// Returns the limits of the server. Those of a local one are the wider ones, and apply if the
    /// server is not known.
    pub(crate) fn by_server<L>(&self, platform: L, local: L) -> L {
        match self.server {
            ServerKind::Platform => platform,
            ServerKind::Local | ServerKind::Unknown => local,
        }
    }

    /// Checks the value of the field `name`.
    pub(crate) fn check_nested(
        &self,
        name: &'static str,
        value: &impl Validate,
    ) -> Result<(), ValidationError> {
        value.validate(&self.child(Step::Field(name)))
    }

    /// Checks that the field `name` is present if `is_required`. The error states the condition
    /// in the words of the reference, `required_if`.
    pub(crate) fn check_required<T>(
        &self,
        name: &'static str,
        value: &Option<T>,
        is_required: bool,
        required_if: &'static str,
    ) -> Result<(), ValidationError> {
        match value {
            None if is_required => Err(self.error(name, Problem::Missing { required_if })),
            _ => Ok(()),
        }
    }

    /// Creates the error for the field `name`.
    pub(crate) fn error(&self, name: &'static str, problem: Problem) -> ValidationError {
        let mut path = String::new();
        let method = self.child(Step::Field(name)).write(&mut path);
        ValidationError {
            method,
            path,
            problem,
        }
    }

    fn child(&self, step: Step) -> FieldPath<'_> {
        FieldPath {
            parent: Some(self),
            step,
            server: self.server,
        }
    }

    /// Appends the path to a text, and returns the method.
    fn write(&self, path: &mut String) -> &'static str {
        let method = self.parent.map(|parent| parent.write(path));
        match self.step {
            Step::Method(name) => return name,
            Step::Field(name) if path.is_empty() => path.push_str(name),
            Step::Field(name) => *path += &format!(".{name}"),
            Step::Item(index) => *path += &format!("[{index}]"),
        }
        method.unwrap_or_default()
    }
}

impl<T: Validate> Validate for Option<T> {
    fn validate(&self, path: &FieldPath<'_>) -> Result<(), ValidationError> {
        self.iter().try_for_each(|value| value.validate(path))
    }
}

impl<T: Validate> Validate for Vec<T> {
    fn validate(&self, path: &FieldPath<'_>) -> Result<(), ValidationError> {
        self.iter()
            .enumerate()
            .try_for_each(|(index, value)| value.validate(&path.child(Step::Item(index))))
    }
}

impl<T: Validate> Validate for Box<T> {
    fn validate(&self, path: &FieldPath<'_>) -> Result<(), ValidationError> {
        (**self).validate(path)
    }
}
