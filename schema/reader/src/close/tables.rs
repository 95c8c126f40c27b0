//! Tables: the rows that were read, and those that were not.

use super::{Closing, Owner};
use crate::account::Meaning;
use crate::block::Row;
use crate::lint::rules::{broken_table, orphan_table, unread_data};
use crate::tables::{TableView, is_field_row};
use schema::{ItemPath, Shape, Span};

/// Longer than what stands between a row and the line below it.
const LINE: usize = 100;

/// A table that was read.
pub(super) struct ReadTable {
    span: Span,
    columns: usize,
}

impl Closing<'_> {
    /// Checks whether a row that is hidden stands in the last table, or right below it, and has as
    /// many cells: it is one of its rows, whatever it lists.
    pub(super) fn is_row_of_table(&self, row: &Row) -> bool {
        let is_in = |table: &ReadTable| row.span.start() < table.span.end();
        let fits = |table: &ReadTable| row.cells.len() == table.columns;
        let table = self.table.as_ref().filter(|table| fits(table));
        table.is_some_and(|table| is_in(table) || self.is_below_table(row.span))
    }

    /// Checks whether a text stands in the line below the last table.
    pub(super) fn is_below_table(&self, span: Span) -> bool {
        let Some(table) = &self.table else {
            return false;
        };
        let between = self.source.text().get(table.span.end()..span.start());
        between.is_some_and(|between| {
            // Nothing but marks and white space, and not much of it.
            between.len() < LINE
                && between.matches('\n').count() <= 1
                && !between.contains(char::is_alphanumeric)
        })
    }

    pub(super) fn close_table(&mut self, view: &TableView<'_>, aside: bool) {
        if let Some(heading) = self
            .name_above
            .and_then(|index| self.lost_headings.get_mut(index))
        {
            heading.is_sure = true;
        }
        let (header, rows) = (&view.table.header, &view.table.rows);
        let is_read = rows.iter().any(|row| self.slots.any_in(row.span));
        let meaning = if is_read {
            Meaning::Header
        } else {
            Meaning::Prose
        };
        self.enter_cells(header, meaning);
        if is_read {
            let last = rows.last().unwrap_or(header);
            let (span, columns) = (header.span.to(last.span), header.cells.len());
            self.table = Some(ReadTable { span, columns });
        }
        if is_read && aside {
            let owner = self.owner_path();
            let wrapped = broken_table::wrapped(self.source, owner, header.span);
            self.found.push(wrapped);
        }
        let is_data = is_read || self.is_data(view);
        // Where the header is lost, the first row stands in its place.
        if !is_read && is_field_row(header, self.dialects) {
            self.lose_row(header);
        }
        for row in rows {
            let is_lost = is_data && !row.is_blank() && !self.slots.any_in(row.span);
            self.enter_cells(row, Meaning::Prose);
            if is_lost {
                self.lose_row(row);
            }
        }
        let has_rows = is_field_row(header, self.dialects) || !rows.iter().all(Row::is_blank);
        if !is_read && is_data && has_rows {
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
    fn is_data(&self, view: &TableView<'_>) -> bool {
        let has_other = self.owner.as_ref().is_some_and(|owner| {
            let method = self.methods.get(owner.path.owner.as_str());
            method.is_some_and(|method| !method.params.is_empty())
        });
        let is_header = view.role.is_api() || (view.role.resembles_api() && !has_other);
        is_header
            || is_field_row(&view.table.header, self.dialects)
            || view.has_field_rows()
            || self.is_whole_type()
    }

    /// Checks whether the next block belongs to a type without fields.
    fn is_whole_type(&self) -> bool {
        let def = self.owner.as_ref();
        let def = def.and_then(|owner| self.types.get(owner.path.owner.as_str()));
        def.is_some_and(|def| matches!(&def.shape, Shape::Struct(fields) if fields.is_empty()))
    }

    /// Reports a table of which nothing was read, unless a finding says why.
    fn report_table(&mut self, view: &TableView<'_>) {
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
            orphan_table::diagnostic(self.source, header.span, self.heading)
        } else {
            unread_data::table(self.source, owner, header.span)
        });
    }
}
