//! The arguments of a constructor: the one rule, by which code is generated, by which a change
//! breaks code, and by which the record of what was required is renewed.

use schema::index::Index;
use schema::schema::{Field, Scalar};
use schema::ty::Type;

/// The most flags that a constructor asks for. `ChatAdministratorRights::new(true, false, true, …)`
/// with a dozen of them cannot be read: there all start as `false` and have setters.
const MAX_FLAGS: usize = 3;

/// The constructor of a request or of a type.
#[derive(Clone, Copy, Debug)]
pub struct Constructor {
    flags_start_false: bool,
}

impl Constructor {
    /// The constructor of the request of a method, which asks for all that is required.
    pub fn of_method() -> Self {
        Self {
            flags_start_false: false,
        }
    }

    /// The constructor of a type with these fields.
    pub fn of_type(fields: &[Field]) -> Self {
        let flags = fields.iter().filter(|field| is_flag(field)).count();
        Self {
            flags_start_false: flags > MAX_FLAGS,
        }
    }

    /// The constructor of the method or the type of this name.
    pub fn of_owner(schema: &Index<'_>, owner: &str) -> Self {
        match schema.method(owner) {
            Some(_) => Self::of_method(),
            None => Self::of_type(schema.members(owner)),
        }
    }

    /// Checks whether a field is an argument: it is required and could be more than one value.
    pub fn asks_for(self, field: &Field) -> bool {
        field.required && !has_one_value(field) && !self.starts_false(field)
    }

    /// Checks whether a field is `false` until it is set, though it is required.
    pub fn starts_false(self, field: &Field) -> bool {
        self.flags_start_false && is_flag(field)
    }
}

/// Checks whether a field has one value that Rust knows: `True`, or a constant such as
/// `type: String, const: photo`.
pub fn has_one_value(field: &Field) -> bool {
    match (&field.ty, &field.facts.constant) {
        (Type::True, _) => true,
        (Type::Boolean, Some(Scalar::Boolean(_))) => true,
        (Type::Integer, Some(Scalar::Integer(_))) => true,
        // A text that may be `attach://…` may as well be a file.
        (Type::String, Some(Scalar::String(_))) => !field.facts.attach,
        _ => false,
    }
}

/// Checks whether a field is required, and may be `true` or `false`.
fn is_flag(field: &Field) -> bool {
    field.required && field.ty == Type::Boolean && field.facts.constant.is_none()
}
