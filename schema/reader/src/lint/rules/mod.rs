//! The rules: one file each, with its documentation and its example beside its check. A new rule is
//! its file, its `mod` line and its line in [`LINTS`].

pub(crate) mod bad_name;
pub(crate) mod base_conflict;
pub(crate) mod broken_table;
pub(crate) mod dangling_member;
pub(crate) mod duplicate;
pub(crate) mod empty_page;
pub(crate) mod empty_range;
pub(crate) mod impossible_value;
pub(crate) mod missing_return;
pub(crate) mod missing_table;
pub(crate) mod missing_words;
pub(crate) mod nested_row;
pub(crate) mod orphan_table;
pub(crate) mod overrides;
pub(crate) mod required_conflict;
pub(crate) mod row_cells;
pub(crate) mod shrunken_page;
pub(crate) mod stale_name;
pub(crate) mod swapped_columns;
pub(crate) mod truncated_page;
pub(crate) mod type_conflict;
pub(crate) mod unbalanced_block;
pub(crate) mod union_tag;
pub(crate) mod unknown_call;
pub(crate) mod unknown_header;
pub(crate) mod unknown_required;
pub(crate) mod unknown_type;
pub(crate) mod unnamed_method;
pub(crate) mod unnamed_union;
pub(crate) mod unread_data;
pub(crate) mod unread_fact;
pub(crate) mod unread_return;
pub(crate) mod unread_type;
pub(crate) mod unstated_required;
pub(crate) mod unused_level;
pub(crate) mod unused_type;
pub(crate) mod unused_words;

use super::Lint;

/// Every lint, in alphabetical order.
pub static LINTS: &[&Lint] = &[
    &bad_name::LINT,
    &base_conflict::LINT,
    &broken_table::LINT,
    &dangling_member::LINT,
    &duplicate::LINT,
    &empty_page::LINT,
    &empty_range::LINT,
    &impossible_value::LINT,
    &overrides::INVALID,
    &overrides::MATCHLESS,
    &missing_return::LINT,
    &missing_table::LINT,
    &missing_words::LINT,
    &nested_row::LINT,
    &orphan_table::LINT,
    &overrides::REDUNDANT,
    &required_conflict::LINT,
    &row_cells::LINT,
    &shrunken_page::LINT,
    &stale_name::LINT,
    &overrides::STALE,
    &swapped_columns::LINT,
    &truncated_page::LINT,
    &type_conflict::LINT,
    &unbalanced_block::LINT,
    &union_tag::LINT,
    &unknown_call::LINT,
    &unknown_header::LINT,
    &unknown_required::LINT,
    &unknown_type::LINT,
    &unnamed_method::LINT,
    &unnamed_union::LINT,
    &unread_data::LINT,
    &unread_fact::LINT,
    &unread_return::LINT,
    &unread_type::LINT,
    &unstated_required::LINT,
    &unused_level::LINT,
    &unused_type::LINT,
    &unused_words::LINT,
];

/// Finds the lint with this code.
pub fn find(code: &str) -> Option<&'static Lint> {
    LINTS.iter().copied().find(|lint| lint.code == code)
}
