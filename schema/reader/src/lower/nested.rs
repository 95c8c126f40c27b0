//! Nested rows: the tree of a table's rows in, the types of those that have rows below them out.

use super::Lowering;
use super::fields::TableReader;
use super::row_tree::RowTree;
use crate::account::Meaning;
use crate::dialect::Column;
use crate::lint::rules::nested_row;
use crate::tables::type_cell;
use schema::{Field, ItemPath, Type, TypeDef, case};

impl<'a> TableReader<'_, 'a, '_> {
    /// Reads the type of a row with rows below it, and defines it by these.
    ///
    /// | type | becomes |
    /// | --- | --- |
    /// | `object` | a type that is named after its owner and itself: `SendNoteNote` |
    /// | `Note`, and nothing defines it | the type `Note` |
    /// | `Note`, and a section defines it | nothing: the rows are reported |
    /// | `String` | nothing: the rows are reported |
    pub(super) fn read_nested_type(&mut self, tree: &RowTree<'a>, at: &ItemPath) -> Option<Type> {
        let cell = self.table.cell(tree.row, Column::Type)?;
        let own_name = || format!("{}{}", case::camel(self.owner), case::camel(&tree.name));
        let object = type_cell::read_object(&cell.text.line(), self.table.header.dialect);
        let (name, ty) = match (object, tree.ty?) {
            (Some(arrays), _) => {
                let name = own_name();
                let ty = Type::named(&name);
                (name, (0..arrays).fold(ty, |item, _| Type::array(item)))
            }
            (None, Ok(ty)) => match ty.names().as_slice() {
                [name] => ((*name).to_owned(), ty.clone()),
                _ => (String::new(), ty.clone()),
            },
            (None, Err(_)) => return None,
        };
        self.lowering
            .account
            .enter(at.clone(), Meaning::Type, cell.span);
        if name.is_empty() || self.lowering.is_defined(&name) {
            let first = tree.below.first()?;
            let cell = self.table.cell(first.row, Column::Name)?;
            let nested = nested_row::diagnostic(self.lowering.source, at.clone(), cell);
            self.lowering.found.push(nested);
        } else {
            self.define_nested(&name, tree);
        }
        Some(ty)
    }

    fn define_nested(&mut self, name: &str, tree: &RowTree<'a>) {
        let Lowering { seen, account, .. } = self.lowering;
        seen.insert(name.to_owned());
        if let Some(cell) = self.table.cell(tree.row, Column::Name) {
            account.enter(ItemPath::owner(name), Meaning::Name, cell.span);
        }
        let index = self.lowering.nested.len();
        let mut reader = TableReader {
            owner: name,
            table: self.table,
            lowering: self.lowering,
        };
        let fields: Vec<Field> = reader.read_trees(&tree.below);
        // Before those that its own fields have.
        let def = TypeDef::structure(name, fields);
        self.lowering.nested.insert(index, def);
    }
}
