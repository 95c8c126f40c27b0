//! Facts of fields: the description of a row and its default in, what they state of the field out.

use super::description::{Description, Stated};
use super::facts::{self, StatedFacts};
use super::fields::TableReader;
use super::lookalikes;
use crate::account::Meaning;
use crate::block::{Cell, QuotedText, Row, Run, Style};
use crate::dialect::{Column, Lookalike, Statement};
use crate::page::{Evidence, EvidenceKind};
use schema::schema::Place;
use schema::{Field, ItemPath};

impl<'a> TableReader<'_, 'a, '_> {
    pub(super) fn read_description(
        &mut self,
        cell: &Cell,
        description: &Description<'a>,
        stated: &[Stated<'_>],
        at: &ItemPath,
        field: &mut Field,
    ) {
        let account = &mut self.lowering.account;
        account.enter(at.clone(), Meaning::Description, cell.span);
        self.record_evidence(description, stated, at);
        let read = StatedFacts::read(description, stated, &field.ty);
        // “Optional.” stands at the front only where no column says so.
        let has_column = self.table.header.index(Column::Required).is_some();
        let unread = lookalikes::find_unread(description, stated, &read, &field.ty);
        let unread = unread.filter(|words| !has_column || words.kind != Lookalike::Opening);
        if let Some(words) = unread {
            self.lowering.unread.push((at.clone(), words));
        }
        let places = read.places.into_iter();
        for span in places.filter_map(|range| description.span_of(range)) {
            let account = &mut self.lowering.account;
            account.enter(at.clone(), Meaning::Fact, span);
        }
        field.facts = read.facts;
        let untyped = read.untyped.and_then(|range| description.span_of(range));
        if let Some(span) = untyped {
            let (at, kind) = (at.clone(), EvidenceKind::UntypedDefault);
            self.lowering.evidence.put(Evidence { at, kind, span });
        }
        let plain = cell.text.plain();
        let prose = plain.trim();
        field.doc = (!prose.is_empty()).then(|| prose.to_owned());
    }

    /// Reads a cell of the column of defaults. What has one may be left out; a dash is none.
    pub(super) fn read_default(&mut self, row: &Row, at: &ItemPath, field: &mut Field) {
        let Some(cell) = self.table.cell(row, Column::Default) else {
            return;
        };
        let account = &mut self.lowering.account;
        account.enter(at.clone(), Meaning::Fact, cell.span);
        let text = QuotedText::of(&cell.text);
        if !text.as_str().contains(char::is_alphanumeric) {
            return;
        }
        let default = facts::scalar(text.as_str().trim(), &field.ty);
        field.facts.default = field.facts.default.take().or(default);
        if !self.table.header.has(Column::Required) {
            field.required = false;
            let (at, kind) = (at.clone(), EvidenceKind::Optional);
            let span = cell.span;
            self.lowering.evidence.put(Evidence { at, kind, span });
        }
    }

    /// Reads a cell of the column of values: those that it sets in code, one after another.
    pub(super) fn read_values(&mut self, row: &Row, at: &ItemPath, field: &mut Field) {
        let Some(cell) = self.table.cell(row, Column::Value) else {
            return;
        };
        let account = &mut self.lowering.account;
        account.enter(at.clone(), Meaning::Fact, cell.span);
        let is_mark = |text: &str| !text.contains(char::is_alphanumeric);
        let runs = cell.text.runs().iter();
        let (codes, others): (Vec<&Run>, Vec<&Run>) =
            runs.partition(|run| run.style == Style::Code);
        // Words between the values say more of them.
        if !others.iter().all(|run| is_mark(&run.text)) || !field.facts.values.is_empty() {
            return;
        }
        let quoted = codes.iter().map(|run| format!("“{}”", run.text));
        let values = quoted.map(|text| facts::scalar(&text, &field.ty));
        field.facts.values = values.collect::<Option<_>>().unwrap_or_default();
    }

    /// Reads a cell of the column of places, by HTTP's names for them.
    pub(super) fn read_place(&self, row: &Row) -> Option<Place> {
        let cell = self.table.cell(row, Column::In)?;
        match cell.text.line().to_lowercase().as_str() {
            "path" => Some(Place::Path),
            "query" => Some(Place::Query),
            "body" => Some(Place::Body),
            _ => None,
        }
    }

    /// Records the phrases of a description that only fit some types, or one required flag.
    fn record_evidence(
        &mut self,
        description: &Description<'_>,
        stated: &[Stated<'_>],
        at: &ItemPath,
    ) {
        for one in stated {
            let kind = match one.statement {
                Statement::Value(kind) => EvidenceKind::Value(kind),
                Statement::Optional => EvidenceKind::Optional,
                Statement::Required => EvidenceKind::Required,
                _ => continue,
            };
            let is_new = self.lowering.evidence.find(at, kind).is_none();
            let span = description.span_of(one.range()).filter(|_| is_new);
            if let Some(span) = span {
                let at = at.clone();
                self.lowering.evidence.put(Evidence { at, kind, span });
            }
        }
    }
}
