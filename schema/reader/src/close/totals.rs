//! Totals: the numbers of what was read, of what looks like data.

use crate::account::Totals;
use schema::{Field, Schema};

/// Counts what a schema holds, beside the rows and the lists of values that were not read.
pub(super) fn count_totals(schema: &Schema, unread_rows: usize, unread_enums: usize) -> Totals {
    let params = schema.methods.iter().flat_map(|method| &method.params);
    let fields = schema.types.iter().flat_map(|def| def.fields());
    let (mut rows, mut enums) = (0, 0);
    for field in params.chain(fields) {
        rows += 1;
        enums += usize::from(is_enum(field));
    }
    Totals {
        methods: schema.methods.len(),
        rows,
        unread_rows,
        enums,
        unread_enums,
    }
}

fn is_enum(field: &Field) -> bool {
    !field.facts.values.is_empty()
}
