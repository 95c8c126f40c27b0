//! Values: a table that lists what a value can be, known by its header and its cells.
//!
//! | table | lists |
//! | --- | --- |
//! | `Value`, `Meaning` | values |
//! | `Name`, `Value`, `Description` | values, each with a name that is not sent |
//! | `Field`, `Description`: `User`, `Group` | values: no field of the page begins so |
//! | `Field`, `Description`: `wood`, `size` | perhaps fields without types: ask |
//! | `Field`, `Type`, …: `Simple` `str`, `Link` `str` | values, where all other fields begin small |
//! | `Field`, `Type`, …: `0` `int`, `1` `int` | values |

use std::collections::HashSet;

use super::{ClassifiedBlock, Header, Role, TableView};
use crate::block::BlockKind;
use crate::dialect::Column;
use schema::{Scalar, Span, Type};

/// The values that a table or a list has.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Values {
    /// The values, all of the same kind, each with its place.
    list: Vec<(Scalar, Span)>,
}

/// The longest value, in bytes.
const LONGEST: usize = 64;

impl Values {
    /// Reads some texts as values: each a word or a number, and no two alike. Where all are numbers
    /// so are the values.
    pub(crate) fn read(texts: Vec<(String, Span)>) -> Option<Self> {
        let texts: Vec<(&str, Span)> = texts
            .iter()
            .map(|(text, span)| (text.trim_matches(['“', '”', '"', '\'']), *span))
            .collect();
        let mut seen = HashSet::new();
        let are_values = texts.iter().all(|(text, _)| {
            let is_word = !text.is_empty() && !text.contains(char::is_whitespace);
            is_word && text.len() <= LONGEST && seen.insert(*text)
        });
        if texts.is_empty() || !are_values {
            return None;
        }
        let numbers: Option<Vec<_>> = texts
            .iter()
            .map(|(text, span)| Some((Scalar::Integer(text.parse().ok()?), *span)))
            .collect();
        let words = || {
            texts
                .iter()
                .map(|(text, span)| (Scalar::String((*text).to_owned()), *span))
        };
        let list = numbers.unwrap_or_else(|| words().collect());
        Some(Self { list })
    }

    /// The type of the values.
    pub(crate) fn ty(&self) -> Type {
        match self.list.first() {
            Some((Scalar::Integer(_), _)) => Type::Integer,
            _ => Type::String,
        }
    }

    /// The values.
    pub(crate) fn scalars(&self) -> Vec<Scalar> {
        self.list.iter().map(|(value, _)| value.clone()).collect()
    }

    /// Their places.
    pub(crate) fn spans(&self) -> impl Iterator<Item = Span> {
        self.list.iter().map(|(_, span)| *span)
    }

    /// Checks whether no field of any page is called so: `User`, `0`.
    fn are_unlike_fields(&self) -> bool {
        let mut values = self.list.iter();
        values.any(|(value, _)| match value {
            Scalar::String(text) => !text.starts_with(|c: char| c.is_ascii_lowercase()),
            _ => true,
        })
    }
}

/// Checks whether a header without types may stand over values.
pub(super) fn may_list_values(header: &Header<'_>) -> bool {
    let has = |column| header.has(column);
    let all_known = header.columns.iter().all(Option::is_some);
    !has(Column::Required)
        && (has(Column::Value) || (all_known && has(Column::Name) && has(Column::Description)))
}

impl TableView<'_> {
    /// The values that a table lists for a type of this name; `None` where it may list fields.
    pub(crate) fn values_of(&self, name: &str) -> Option<Values> {
        let values = self.values()?;
        let is_evident = match self.role {
            Role::Values => {
                self.header.has(Column::Value)
                    || values.are_unlike_fields()
                    || self.dialects.names_values(name)
            }
            Role::Fields => self.resembles_values(&values) && self.dialects.names_values(name),
            _ => false,
        };
        is_evident.then_some(values)
    }

    /// Checks whether its header says that it lists values, and its cells are some.
    pub(crate) fn has_values(&self) -> bool {
        self.header.has(Column::Value) && self.values().is_some()
    }

    /// Checks whether the header or the name of a type tells that the table lists values.
    pub(crate) fn says_values(&self, name: &str) -> bool {
        self.header.has(Column::Value) || self.dialects.names_values(name)
    }

    fn values(&self) -> Option<Values> {
        let column = [Column::Value, Column::Name]
            .into_iter()
            .find(|&column| self.header.has(column))?;
        let texts = self.table.rows.iter().map(|row| {
            let cell = self.cell(row, column).filter(|_| self.is_whole(row))?;
            Some((cell.text.line(), cell.span))
        });
        Values::read(texts.collect::<Option<_>>()?)
    }

    /// Checks whether names with types are like values: `Simple` and `Link`, both a `String`.
    fn resembles_values(&self, values: &Values) -> bool {
        let is_alike = |ty: &Type| *ty == values.ty();
        self.swap.is_none() && values.are_unlike_fields() && {
            let whole = self.table.rows.len();
            self.types().filter(|ty| is_alike(ty)).count() == whole
        }
    }
}

/// Finds the tables of names and types that list values.
///
/// For example, where all other fields of a page begin small, `loft_id`, a table of `Simple` and
/// `Link`, both a `String`, lists values. Where some other begins with a capital, `LoftId`, it may
/// list fields.
pub(super) fn find_typed_values(blocks: &mut [ClassifiedBlock<'_>]) {
    let mut candidates: Vec<&mut TableView<'_>> = Vec::new();
    let (mut small, mut large) = (0_usize, 0_usize);
    for block in blocks {
        let BlockKind::Table(table) = &mut block.kind else {
            continue;
        };
        if !table.role.is_api() {
            continue;
        }
        let values = table.values().filter(|_| table.role == Role::Fields);
        match values.filter(|values| table.resembles_values(values)) {
            Some(values) if values.ty() == Type::Integer => table.role = Role::Values,
            Some(_) => candidates.push(table),
            None => {
                let names = table.table.rows.iter();
                let names =
                    names.filter_map(|row| Some(table.cell(row, Column::Name)?.text.line()));
                for name in names {
                    let is_large = name.starts_with(|c: char| c.is_ascii_uppercase());
                    *(if is_large { &mut large } else { &mut small }) += 1;
                }
            }
        }
    }
    if large == 0 && small > 0 {
        candidates
            .into_iter()
            .for_each(|table| table.role = Role::Values);
    }
}
