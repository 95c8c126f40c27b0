//! Row trees: a table in, its rows with the rows below each out.

use crate::block::Row;
use crate::tables::{TableView, TypeCell};

/// A row, the name that it has in the tree, and the rows below it.
pub(super) struct RowTree<'t> {
    pub(super) row: &'t Row,
    pub(super) ty: Option<&'t TypeCell>,
    pub(super) name: String,
    /// True or false where a mark beside the name or the type says whether it is required.
    pub(super) mark: Option<bool>,
    pub(super) below: Vec<Self>,
}

impl<'t> RowTree<'t> {
    /// The rows of a table, each with those below it.
    pub(super) fn grow(table: &'t TableView<'t>) -> Vec<Self> {
        let names = table.row_names();
        let rows: Vec<_> = table.rows().zip(names).collect();
        let mut trees: Vec<Self> = Vec::new();
        let mut below: Vec<Vec<Self>> = rows.iter().map(|_| Vec::new()).collect();
        // From the last one on, so that each has its rows when it goes to its own parent.
        for (index, ((row, ty), name)) in rows.into_iter().enumerate().rev() {
            let mut own = std::mem::take(&mut below[index]);
            own.reverse();
            let parent = name.parent;
            let tree = Self {
                row,
                ty,
                name: name.name,
                mark: table.marks().get(index).copied().flatten(),
                below: own,
            };
            match parent {
                Some(parent) => below[parent].push(tree),
                None => trees.push(tree),
            }
        }
        trees.reverse();
        trees
    }
}
