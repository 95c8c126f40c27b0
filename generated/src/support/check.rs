//! Walking over the values of a request to check them: in comes a value and where it lies, out
//! comes the first that is wrong. Only then is anything allocated.

use crate::request::validate::{Problem, ValidationError};

/// A value that may hold others with limits.
pub(crate) trait Check {
    /// Checks all of it, which lies at `at`.
    fn check(&self, at: &At<'_>) -> Result<(), ValidationError>;
}

/// A place in a request: the request itself, or one step from another place.
#[derive(Clone, Copy)]
pub(crate) struct At<'a> {
    before: Option<&'a At<'a>>,
    step: Step,
}

#[derive(Clone, Copy)]
enum Step {
    Method(&'static str),
    Field(&'static str),
    Item(usize),
}

impl At<'_> {
    /// The request of a method.
    pub(crate) fn method(name: &'static str) -> Self {
        At {
            before: None,
            step: Step::Method(name),
        }
    }

    /// Checks what lies inside the field `name`.
    pub(crate) fn inside(
        &self,
        name: &'static str,
        value: &impl Check,
    ) -> Result<(), ValidationError> {
        value.check(&self.then(Step::Field(name)))
    }

    /// Refuses the absence of the field `name` under the condition `when`, which reads `why`.
    pub(crate) fn required<T>(
        &self,
        name: &'static str,
        value: &Option<T>,
        when: bool,
        why: &'static str,
    ) -> Result<(), ValidationError> {
        match value {
            None if when => self.refuse(name, Problem::Missing { required_if: why }),
            _ => Ok(()),
        }
    }

    /// The error for the field `name`.
    pub(crate) fn refuse(
        &self,
        name: &'static str,
        problem: Problem,
    ) -> Result<(), ValidationError> {
        let mut path = String::new();
        let method = self.then(Step::Field(name)).write(&mut path);
        Err(ValidationError {
            method,
            path,
            problem,
        })
    }

    fn then(&self, step: Step) -> At<'_> {
        At {
            before: Some(self),
            step,
        }
    }

    /// Writes the way to here, and returns the method.
    fn write(&self, path: &mut String) -> &'static str {
        let method = self.before.map(|at| at.write(path)).unwrap_or_default();
        match self.step {
            Step::Method(name) => return name,
            Step::Field(name) if path.is_empty() => path.push_str(name),
            Step::Field(name) => *path += &format!(".{name}"),
            Step::Item(index) => *path += &format!("[{index}]"),
        }
        method
    }
}

impl<T: Check> Check for Option<T> {
    fn check(&self, at: &At<'_>) -> Result<(), ValidationError> {
        self.iter().try_for_each(|value| value.check(at))
    }
}

impl<T: Check> Check for Vec<T> {
    fn check(&self, at: &At<'_>) -> Result<(), ValidationError> {
        let mut items = self.iter().enumerate();
        items.try_for_each(|(index, value)| value.check(&at.then(Step::Item(index))))
    }
}

impl<T: Check> Check for Box<T> {
    fn check(&self, at: &At<'_>) -> Result<(), ValidationError> {
        (**self).check(at)
    }
}
