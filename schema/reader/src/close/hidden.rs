//! Hidden text: the parts of it that look like data, and the one finding of those that stand together.

use super::Closing;
use crate::account::Meaning;
use crate::block::{Cover, Part, Row, Text};
use crate::lint::rules::unread_data::{self, Lost};
use crate::lower::read_title;
use crate::tables::{is_field_item, is_field_row, is_header};
use schema::{ItemPath, Span};

/// A stretch of lost text, which what follows right below it joins.
///
/// For example, a header in a comment leaves a row of dashes and rows below it that are no table.
pub(super) struct OpenLoss {
    owner: Option<ItemPath>,
    span: Span,
    cover: Cover,
    lost: Lost,
}

impl Closing<'_> {
    pub(super) fn close_hidden(&mut self, span: Span, cover: Cover, parts: &[Part]) {
        self.enter(Meaning::Prose, span);
        // Four spaces before a line make code of it.
        let is_indented = cover == Cover::Code && !self.source.slice(span).starts_with(['`', '~']);
        let is_single = cover == Cover::Comment || is_indented;
        if let [Part::Heading(text)] = parts
            && is_single
        {
            return self.close_hidden_heading(text);
        }
        let mut lost = Lost::default();
        let mut place: Option<Span> = None;
        for part in parts {
            let is_lost = match part {
                Part::Item(text) if is_single && self.is_member(text) => {
                    lost.items += 1;
                    self.enter_text(text);
                    true
                }
                part => self.count_part(part, cover, &mut lost),
            };
            if is_lost {
                let at = part.span();
                place = place.map_or(at, |place| at.map(|at| place.to(at)));
            }
        }
        if let Some(place) = place {
            // A block hides from its first mark on.
            let is_block = matches!(
                cover,
                Cover::Code | Cover::Comment | Cover::RawHtml | Cover::Element
            );
            let place = if is_block { span } else { place };
            self.lose(place, cover, lost);
        }
    }

    /// Counts a part that looks like data, and enters it.
    fn count_part(&mut self, part: &Part, cover: Cover, lost: &mut Lost) -> bool {
        match part {
            Part::Row(row) if is_header(row, self.dialects) => {
                lost.tables += 1;
                self.enter(Meaning::Unread, row.span);
                true
            }
            Part::Row(row) if self.is_lost_row(row, cover) => {
                lost.rows += 1;
                self.lose_row(row);
                true
            }
            Part::Heading(text) if self.is_lost_heading(text) => {
                lost.headings += 1;
                self.enter_text(text);
                true
            }
            Part::Item(text) if is_field_item(text, self.dialects) => {
                lost.items += 1;
                self.enter_text(text);
                true
            }
            _ => false,
        }
    }

    /// A heading that is hidden by itself leaves what it headed to the one above.
    fn close_hidden_heading(&mut self, text: &Text) {
        if let Some(title) = read_title(text, self.dialects) {
            self.lose_heading(&title.name, title.span, false);
        }
    }

    fn enter_text(&mut self, text: &Text) {
        if let Some(span) = text.span() {
            self.enter(Meaning::Unread, span);
        }
    }

    /// Checks whether a row is one of the API's: in the page's own text a line that begins with a
    /// pipe can be nothing else, and elsewhere it has to be a row of the table that it stands in, or have a
    /// name and a type.
    fn is_lost_row(&self, row: &Row, cover: Cover) -> bool {
        let is_own = matches!(cover, Cover::Paragraph | Cover::Item | Cover::Heading);
        let is_written = is_own && self.source.slice(row.span).starts_with('|');
        is_written
            || is_field_row(row, self.dialects)
            || (!row.is_blank() && self.is_row_of_table(row))
    }

    fn is_lost_heading(&mut self, text: &Text) -> bool {
        let name = read_title(text, self.dialects).map(|title| title.name);
        let name = name.filter(|name| self.is_unknown_method(name));
        self.unread.others.extend(name.clone());
        name.is_some()
    }

    /// Checks whether an item is the name of a type, as the members of a union are.
    fn is_member(&self, text: &Text) -> bool {
        self.types.contains_key(text.line().as_str())
    }

    /// Adds a loss: to the one right above it, where there is nothing in between.
    pub(super) fn lose(&mut self, span: Span, cover: Cover, lost: Lost) {
        if let Some(open) = &mut self.loss
            && is_adjacent(self.source.text(), open.span, span)
        {
            open.span = open.span.to(span);
            open.lost.add(lost);
            return;
        }
        self.end_loss();
        let owner = self.owner_path();
        self.loss = Some(OpenLoss {
            owner,
            span,
            cover,
            lost,
        });
    }

    /// Reports the open loss.
    pub(super) fn end_loss(&mut self) {
        if let Some(loss) = self.loss.take() {
            let OpenLoss {
                owner,
                span,
                cover,
                lost,
            } = loss;
            let finding = unread_data::diagnostic(self.source, owner, span, cover, lost);
            self.found.push(finding);
        }
    }

    /// Checks whether the open loss is in a stretch of the page.
    pub(super) fn is_lost(&self, span: Span) -> bool {
        let lost = self.loss.as_ref().map(|loss| loss.span);
        lost.is_some_and(|lost| lost.start() < span.end() && span.start() < lost.end())
    }
}

/// Checks whether nothing stands between two stretches but marks, as of a comment or of a table.
fn is_adjacent(text: &str, above: Span, below: Span) -> bool {
    let between = text.get(above.end()..below.start()).unwrap_or_default();
    above.start() <= below.start() && !between.contains(char::is_alphanumeric)
}
