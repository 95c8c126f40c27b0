//! Tables: the rows that were read, and those that were not.

use super::{Closing, Owner};
use crate::account::Meaning;
use crate::block::Row;
use crate::lint::rules::{broken_table, orphan_table, unread_data};
use crate::tables::TableView;
use schema::{ItemPath, Shape, Span};

impl Closing<'_> {
    pub(super) fn close_table(&mut self, view: &TableView, aside: bool) {
        let (header, rows) = (&view.table.header, &view.table.rows);
        let is_read = rows.iter().any(|row| self.slots.any_in(row.span));
        let meaning = if is_read {
            Meaning::Header
        } else {
            Meaning::Prose
        };
        self.enter_cells(header, meaning);
        if is_read && aside {
            let owner = self.owner_path();
            let wrapped = broken_table::wrapped(self.source, owner, header.span);
            self.found.push(wrapped);
        }
        let is_data = is_read || self.is_data(view);
        for row in rows {
            let is_lost = is_data && !row.is_blank() && !self.slots.any_in(row.span);
            self.enter_cells(row, Meaning::Prose);
            if is_lost {
                self.lose_row(row);
            }
        }
        if !is_read && is_data && !rows.iter().all(Row::is_blank) {
            self.report_table(view);
        }
    }

    /// Enters the cells of a row that are in no entry yet.
    fn enter_cells(&mut self, row: &Row, meaning: Meaning) {
        for cell in &row.cells {
            if !cell.span.is_empty() && !self.slots.any_in(cell.span) {
                self.enter(meaning, cell.span);
            }
        }
    }

    pub(super) fn lose_row(&mut self, row: &Row) {
        self.unread_rows += 1;
        self.enter(Meaning::Unread, row.span);
        // A name is in the first cell or, behind a number, in the second.
        let names = row.cells.iter().take(2).map(|cell| cell.text.line());
        match &self.owner {
            Some(Owner { path, .. }) => {
                let members = names.map(|name| ItemPath::member(&path.owner, &name));
                self.unread.members.extend(members);
            }
            None => self.unread.others.extend(names),
        }
    }

    /// Checks whether a table of which nothing was read looks like data: by its header, by its rows,
    /// or because the type that it belongs to has nothing else.
    ///
    /// A table of limits below that of a method's parameters has some words of a header, too, and
    /// has to have rows like theirs.
    fn is_data(&self, view: &TableView) -> bool {
        let has_other = self.owner.as_ref().is_some_and(|owner| {
            let method = self.schema.method(&owner.path.owner);
            method.is_some_and(|method| !method.params.is_empty())
        });
        let is_header = view.role.is_api() || (view.role.resembles_api() && !has_other);
        is_header || view.has_field_rows() || self.is_whole_type()
    }

    /// Checks whether the next block belongs to a type without fields.
    fn is_whole_type(&self) -> bool {
        let def = self.owner.as_ref();
        let def = def.and_then(|owner| self.schema.type_def(&owner.path.owner));
        def.is_some_and(|def| matches!(&def.shape, Shape::Struct(fields) if fields.is_empty()))
    }

    /// Reports a table of which nothing was read, unless a finding says why.
    fn report_table(&mut self, view: &TableView) {
        let (header, rows) = (&view.table.header, &view.table.rows);
        let is_reported = |span: Span| self.reported.any_in(span);
        let is_explained = is_reported(header.span)
            || self.heading.is_some_and(is_reported)
            || rows.iter().any(|row| is_reported(row.span));
        if is_explained {
            return;
        }
        let owner = self.owner_path();
        let is_orphan = owner.is_none() && view.role.resembles_api();
        self.found.push(if is_orphan {
            orphan_table::diagnostic(self.source, header.span)
        } else {
            unread_data::table(self.source, owner, header.span)
        });
    }
}
