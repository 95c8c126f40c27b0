//! The limits of strings, lists and numbers: each check returns the limit that a value breaks.
//!
//! A check never refuses what a server accepts. Characters are therefore counted so that they are
//! fewest for the upper limit: in Unicode code points (the unit of Telegram's limits; only the
//! offsets of entities are in UTF-16), and without white space at the ends, which servers remove.
//! With a parse mode the text contains markup, which does not count, so only the lower limit is
//! checked.

use std::ops::{Bound, RangeBounds};

use crate::request::validate::{Limit, Number, Problem, Unit, ValidationError};
use crate::support::optional_value::OptionalValue;
use crate::support::validate::FieldPath;

/// A number that can be compared with a limit.
pub(crate) trait CompareToLimit: Copy {
    /// Returns true if it is less than `limit`.
    fn is_below(self, limit: i64) -> bool;
    /// Returns true if it is greater than `limit`.
    fn is_above(self, limit: i64) -> bool;
    /// Converts it to the number in an error.
    fn number(self) -> Number;
}

impl FieldPath<'_> {
    /// Checks the number of characters in a text.
    pub(crate) fn check_characters(
        &self,
        name: &'static str,
        text: &impl OptionalValue<Value = str>,
        limits: impl RangeBounds<i64>,
    ) -> Result<(), ValidationError> {
        let Some(text) = text.value() else {
            return Ok(());
        };
        // "  hi  " has six characters for a lower limit and two for an upper one.
        let (all, fewest) = (text.chars().count(), text.trim().chars().count());
        let lower = (limits.start_bound(), Bound::Unbounded);
        let upper = (Bound::Unbounded, limits.end_bound());
        self.check_size(name, Unit::Characters, all, lower)?;
        self.check_size(name, Unit::Characters, fewest, upper)
    }

    /// Checks the number of characters in a text that contains markup if there is a parse mode.
    pub(crate) fn check_markup_characters<M>(
        &self,
        name: &'static str,
        text: &impl OptionalValue<Value = str>,
        parse_mode: &Option<M>,
        limits: impl RangeBounds<i64>,
    ) -> Result<(), ValidationError> {
        let upper = match parse_mode {
            None => limits.end_bound(),
            Some(_) => Bound::Unbounded,
        };
        self.check_characters(name, text, (limits.start_bound(), upper))
    }

    /// Checks the number of bytes in a text.
    pub(crate) fn check_bytes(
        &self,
        name: &'static str,
        text: &impl OptionalValue<Value = str>,
        limits: impl RangeBounds<i64>,
    ) -> Result<(), ValidationError> {
        text.value().map_or(Ok(()), |text| {
            self.check_size(name, Unit::Bytes, text.len(), limits)
        })
    }

    /// Checks the number of items in a list.
    pub(crate) fn check_items<T>(
        &self,
        name: &'static str,
        list: &impl OptionalValue<Value = [T]>,
        limits: impl RangeBounds<i64>,
    ) -> Result<(), ValidationError> {
        list.value().map_or(Ok(()), |list| {
            self.check_size(name, Unit::Items, list.len(), limits)
        })
    }

    /// Checks a number.
    pub(crate) fn check_number<N: CompareToLimit>(
        &self,
        name: &'static str,
        number: &impl OptionalValue<Value = N>,
        limits: impl RangeBounds<i64>,
    ) -> Result<(), ValidationError> {
        let Some(number) = number.value() else {
            return Ok(());
        };
        broken_limit(*number, limits).map_or(Ok(()), |limit| {
            let found = number.number();
            Err(self.error(name, Problem::Number { found, limit }))
        })
    }

    fn check_size(
        &self,
        name: &'static str,
        unit: Unit,
        found: usize,
        limits: impl RangeBounds<i64>,
    ) -> Result<(), ValidationError> {
        let size = i64::try_from(found).unwrap_or(i64::MAX);
        broken_limit(size, limits).map_or(Ok(()), |limit| {
            Err(self.error(name, Problem::Size { found, unit, limit }))
        })
    }
}

/// Finds the limit that a number breaks. Limits are inclusive.
fn broken_limit(number: impl CompareToLimit, limits: impl RangeBounds<i64>) -> Option<Limit> {
    match (limits.start_bound(), limits.end_bound()) {
        (Bound::Included(&min), _) if number.is_below(min) => Some(Limit::AtLeast(min)),
        (_, Bound::Included(&max)) if number.is_above(max) => Some(Limit::AtMost(max)),
        _ => None,
    }
}

impl CompareToLimit for i64 {
    fn is_below(self, limit: i64) -> bool {
        self < limit
    }

    fn is_above(self, limit: i64) -> bool {
        self > limit
    }

    fn number(self) -> Number {
        Number::Integer(self)
    }
}

impl CompareToLimit for f64 {
    fn is_below(self, limit: i64) -> bool {
        self < limit as f64
    }

    fn is_above(self, limit: i64) -> bool {
        self > limit as f64
    }

    fn number(self) -> Number {
        Number::Float(self)
    }
}
