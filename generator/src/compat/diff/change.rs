//! A change between two schemas, its kind, and the step of the version number that it asks for.

use schema::path::ItemPath;

/// One difference.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The kind of difference.
    pub kind: ChangeKind,
    /// The place of the difference: `owner`, `owner.name`, or `union.Variant`.
    pub at: ItemPath,
    /// The text of the old schema; `None` where it has nothing.
    pub from: Option<String>,
    /// The text of the new schema; `None` where it has nothing.
    pub to: Option<String>,
    /// Rust code that compiled against the old may not compile against the new.
    pub breaking: bool,
}

/// The kinds of difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeKind {
    /// A method is new.
    MethodAdded,
    /// A method is gone.
    MethodRemoved,
    /// A type is new.
    TypeAdded,
    /// A type is gone.
    TypeRemoved,
    /// A method takes a new parameter.
    ParamAdded,
    /// A method lost a parameter.
    ParamRemoved,
    /// A type has a new field.
    FieldAdded,
    /// A type lost a field.
    FieldRemoved,
    /// A parameter or field has another type.
    TypeChanged,
    /// A parameter or field became required, or optional.
    RequiredChanged,
    /// The required parameters or fields come in another order.
    OrderChanged,
    /// A method returns something else.
    ReturnsChanged,
    /// A union has a new member.
    VariantAdded,
    /// A union lost a member.
    VariantRemoved,
    /// A fact is new, is gone, or has another value.
    FactChanged,
}

impl ChangeKind {
    /// The word that machines read: `method-added`.
    pub fn name(self) -> &'static str {
        match self {
            Self::MethodAdded => "method-added",
            Self::MethodRemoved => "method-removed",
            Self::TypeAdded => "type-added",
            Self::TypeRemoved => "type-removed",
            Self::ParamAdded => "param-added",
            Self::ParamRemoved => "param-removed",
            Self::FieldAdded => "field-added",
            Self::FieldRemoved => "field-removed",
            Self::TypeChanged => "type-changed",
            Self::RequiredChanged => "required-changed",
            Self::OrderChanged => "order-changed",
            Self::ReturnsChanged => "returns-changed",
            Self::VariantAdded => "variant-added",
            Self::VariantRemoved => "variant-removed",
            Self::FactChanged => "fact-changed",
        }
    }
}

/// The step of the version number that changes ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bump {
    /// Nothing changed.
    None,
    /// Only what is said of values changed.
    Patch,
    /// Something is new, and old code still compiles.
    Minor,
    /// Old code may not compile.
    Major,
}

impl Bump {
    /// The step that these changes ask for.
    pub fn of<'a>(changes: impl IntoIterator<Item = &'a Change>) -> Self {
        let steps = changes.into_iter().map(|change| match change.kind {
            _ if change.breaking => Self::Major,
            ChangeKind::FactChanged => Self::Patch,
            _ => Self::Minor,
        });
        steps.max().unwrap_or(Self::None)
    }

    /// The word that machines read: `major`.
    pub fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }
}

impl Change {
    pub(super) fn new(
        kind: ChangeKind,
        at: ItemPath,
        from: Option<String>,
        to: Option<String>,
    ) -> Self {
        Self {
            kind,
            at,
            from,
            to,
            breaking: false,
        }
    }

    pub(super) fn breaking(mut self) -> Self {
        self.breaking = true;
        self
    }

    pub(super) fn breaking_if(mut self, breaking: bool) -> Self {
        self.breaking |= breaking;
        self
    }
}
