//! The limits of texts, lists and numbers: in comes a value with its limits, out comes the one
//! that it breaks.
//!
//! A check never refuses what a server accepts. So the characters of a text are counted such that
//! they are fewest for the upper bound: in Unicode code points (the unit of Telegram's limits; it
//! is the offsets of entities that are in UTF-16) and without white space at the ends, which
//! servers cut off. Where a parse mode is set, the text holds markup that does not count, and
//! only its lower bound is checked.

use std::ops::{Bound, RangeBounds};

use crate::request::validate::{Limit, Number, Problem, Unit, ValidationError};
use crate::support::check::At;
use crate::support::present::Present;

/// A number that has limits.
pub(crate) trait Limited: Copy {
    /// Whether it is less than `limit`.
    fn is_below(self, limit: i64) -> bool;
    /// Whether it is more than `limit`.
    fn is_above(self, limit: i64) -> bool;
    /// The number in an error.
    fn number(self) -> Number;
}

impl At<'_> {
    /// Checks the characters of a text.
    pub(crate) fn characters(
        &self,
        name: &'static str,
        text: &impl Present<Value = str>,
        limits: impl RangeBounds<i64>,
    ) -> Result<(), ValidationError> {
        text.present().map_or(Ok(()), |text| {
            let (all, fewest) = (text.chars().count(), text.trim().chars().count());
            self.size(
                name,
                Unit::Characters,
                all,
                (limits.start_bound(), Bound::Unbounded),
            )?;
            self.size(
                name,
                Unit::Characters,
                fewest,
                (Bound::Unbounded, limits.end_bound()),
            )
        })
    }

    /// Checks the characters of a text that may be marked up, in a parse mode.
    pub(crate) fn marked_up<M>(
        &self,
        name: &'static str,
        text: &impl Present<Value = str>,
        parse_mode: &Option<M>,
        limits: impl RangeBounds<i64>,
    ) -> Result<(), ValidationError> {
        let end = match parse_mode {
            None => limits.end_bound(),
            Some(_) => Bound::Unbounded,
        };
        self.characters(name, text, (limits.start_bound(), end))
    }

    /// Checks the bytes of a text.
    pub(crate) fn bytes(
        &self,
        name: &'static str,
        text: &impl Present<Value = str>,
        limits: impl RangeBounds<i64>,
    ) -> Result<(), ValidationError> {
        text.present().map_or(Ok(()), |text| {
            self.size(name, Unit::Bytes, text.len(), limits)
        })
    }

    /// Checks how many items a list has.
    pub(crate) fn items<T>(
        &self,
        name: &'static str,
        list: &impl Present<Value = [T]>,
        limits: impl RangeBounds<i64>,
    ) -> Result<(), ValidationError> {
        list.present().map_or(Ok(()), |list| {
            self.size(name, Unit::Items, list.len(), limits)
        })
    }

    /// Checks a number.
    pub(crate) fn number<N: Limited>(
        &self,
        name: &'static str,
        number: &impl Present<Value = N>,
        limits: impl RangeBounds<i64>,
    ) -> Result<(), ValidationError> {
        let Some(number) = number.present() else {
            return Ok(());
        };
        broken(*number, limits).map_or(Ok(()), |limit| {
            let found = number.number();
            self.refuse(name, Problem::Number { found, limit })
        })
    }

    fn size(
        &self,
        name: &'static str,
        unit: Unit,
        found: usize,
        limits: impl RangeBounds<i64>,
    ) -> Result<(), ValidationError> {
        let size = i64::try_from(found).unwrap_or(i64::MAX);
        broken(size, limits).map_or(Ok(()), |limit| {
            self.refuse(name, Problem::Size { found, unit, limit })
        })
    }
}

/// The bound that a number lies beyond. All bounds are inclusive.
fn broken(number: impl Limited, limits: impl RangeBounds<i64>) -> Option<Limit> {
    match (limits.start_bound(), limits.end_bound()) {
        (Bound::Included(&min), _) if number.is_below(min) => Some(Limit::AtLeast(min)),
        (_, Bound::Included(&max)) if number.is_above(max) => Some(Limit::AtMost(max)),
        _ => None,
    }
}

impl Limited for i64 {
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

impl Limited for f64 {
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
