//! Lowering: blocks in, a [`Page`] out. The same for every format and every language.

mod facts;
mod fields;
mod heading;
mod known_types;
mod language;
mod returns;
mod sections;
mod text;
mod type_mentions;
mod union_intro;
mod union_tags;
mod values;

use std::collections::HashSet;
use std::sync::Arc;

use crate::block::{Block, BlockKind, Table, Text};
use crate::dialect::Dialect;
use crate::lint::rules::orphan_table::MisplacedTable;
use crate::lint::rules::{
    duplicate, hidden_table, orphan_table, truncated_page, unbalanced_block, unread_return,
};
use crate::page::{Evidence, EvidenceKind, EvidenceMap, Page, Part, Places};
use crate::tables::header::{self, Header};
use heading::Kind;
use known_types::KnownTypes;
use returns::Returned;
use schema::diagnostic::Diagnostic;
use schema::path::ItemPath;
use schema::schema::{Field, Method, Schema, Shape, TypeDef, Union};
use schema::source::Source;
use schema::ty::Type;
use sections::{Outline, Section};

/// Lowers the blocks of a page.
pub(crate) fn lower(api: &str, source: &Arc<Source>, blocks: &[Block]) -> Page {
    let mut names = KnownTypes::collect(blocks);
    let outline = sections::outline(blocks, &names);
    names.define(outline.sections.iter().map(|section| section.name.as_str()));
    let dialect = language::main(blocks);
    let mut lowering = Lowering::new(source, dialect, &names);
    for section in &outline.sections {
        lowering.section(section);
    }
    lowering.found.extend(misplaced(source, &outline));
    lowering.found.extend(cut_off(source, blocks));
    lowering.found.extend(unbalanced(source, blocks));
    lowering.page(api, blocks)
}

/// Says so of tables under no name, and of those that something hides.
fn misplaced(source: &Arc<Source>, outline: &Outline<'_>) -> Vec<Diagnostic> {
    let orphans = outline.orphans.iter();
    let orphans = orphans.filter(|table| header::read(&table.header).is_api());
    let orphans = orphans.map(|table| orphan_table::diagnostic(source, table.header.span));
    let hidden = outline.hidden.iter().map(|hidden| {
        let owner = hidden.owner.as_deref().map(ItemPath::owner);
        let is_api = |table: &&Table| header::read(&table.header).is_api();
        let count = hidden.tables.iter().filter(is_api).count();
        hidden_table::diagnostic(source, owner, hidden.span, hidden.reason, count)
    });
    let strays = outline.strays.iter();
    let strays = strays.map(|(owner, header, why)| {
        orphan_table::misplaced(source, ItemPath::owner(owner), *header, *why)
    });
    orphans.chain(strays).chain(hidden).collect()
}

/// Says so where the page was cut off.
fn cut_off(source: &Arc<Source>, blocks: &[Block]) -> Option<Diagnostic> {
    let cut = blocks.iter().find_map(|block| match block.kind {
        BlockKind::CutOff(within) => Some(within),
        _ => None,
    });
    cut.map(|within| truncated_page::diagnostic(source, within))
}

/// Says so of what is opened and never closed, or the other way round.
fn unbalanced(source: &Arc<Source>, blocks: &[Block]) -> Vec<Diagnostic> {
    let found = blocks.iter().filter_map(|block| match block.kind {
        BlockKind::Unclosed(span) => Some(unbalanced_block::unclosed(source, span)),
        BlockKind::Unopened(span) => Some(unbalanced_block::unopened(source, span)),
        _ => None,
    });
    found.collect()
}

struct Lowering<'a> {
    source: &'a Arc<Source>,
    dialect: &'static Dialect,
    names: &'a KnownTypes,
    methods: Vec<Method>,
    types: Vec<TypeDef>,
    places: Places,
    evidence: EvidenceMap,
    found: Vec<Diagnostic>,
    seen: HashSet<String>,
}

impl<'a> Lowering<'a> {
    fn new(source: &'a Arc<Source>, dialect: &'static Dialect, names: &'a KnownTypes) -> Self {
        Self {
            source,
            dialect,
            names,
            methods: Vec::new(),
            types: Vec::new(),
            places: Places::default(),
            evidence: EvidenceMap::default(),
            found: Vec::new(),
            seen: HashSet::new(),
        }
    }

    /// The page, once all its sections are lowered.
    fn page(mut self, api: &str, blocks: &[Block]) -> Page {
        let schema = Schema {
            api: api.to_owned(),
            version: language::version(blocks),
            methods: self.methods,
            types: self.types,
        };
        for name in type_mentions::mentioned(&schema, blocks) {
            let at = ItemPath::owner(&name);
            if let Some(span) = self.places.get(&at, Part::Name) {
                let kind = EvidenceKind::Mentioned;
                self.evidence.put(Evidence { at, kind, span });
            }
        }
        Page {
            source: Arc::clone(self.source),
            schema: union_tags::tagged(schema),
            places: self.places,
            evidence: self.evidence,
            diagnostics: self.found,
        }
    }

    fn section(&mut self, section: &Section<'_>) {
        let at = ItemPath::owner(&section.name);
        if !self.seen.insert(section.name.clone()) {
            let first = self.places.get(&at, Part::Name);
            let again = duplicate::diagnostic(self.source, at, section.name_span, first);
            return self.found.push(again);
        }
        self.places.put(at.clone(), Part::Name, section.name_span);
        match section.kind {
            Kind::Method => self.method(section, at),
            Kind::Type => self.type_def(section, &at),
        }
    }

    fn method(&mut self, section: &Section<'_>, at: ItemPath) {
        let (params, dialect) = self.fields(section);
        let returns = self.returns(section, &at, dialect);
        self.claim(section, &at, dialect);
        self.methods.push(Method {
            name: section.name.clone(),
            doc: section.doc(),
            link: section.link(),
            returns,
            params,
        });
    }

    /// What the prose of a section says of its table.
    fn claim(&mut self, section: &Section<'_>, at: &ItemPath, dialect: &Dialect) {
        let prose = section.prose();
        let span = section.name_span;
        let patterns = [
            (&dialect.takes_nothing, EvidenceKind::Nothing),
            (&dialect.takes_input, EvidenceKind::Input),
        ];
        let made = patterns
            .into_iter()
            .filter(|(pattern, _)| pattern.is_match(&prose));
        let table = (!section.tables.is_empty()).then_some(EvidenceKind::Table);
        let claims = made
            .map(|(_, kind)| kind)
            .chain(table)
            .map(|kind| Evidence {
                at: at.clone(),
                kind,
                span,
            });
        claims.for_each(|claim| self.evidence.put(claim));
        if self.evidence.find(at, EvidenceKind::Nothing).is_some() {
            self.stray(section, at, MisplacedTable::Nothing);
        }
    }

    /// Says of the table of a section that can't have one what is wrong with it.
    fn stray(&mut self, section: &Section<'_>, at: &ItemPath, why: MisplacedTable) {
        let headers = section.tables.iter().map(|table| &table.header);
        let mut headers = headers.filter(|row| header::read(row).is_api());
        if let Some(row) = headers.next() {
            let stray = orphan_table::misplaced(self.source, at.clone(), row.span, why);
            self.found.push(stray);
        }
    }

    fn returns(
        &mut self,
        section: &Section<'_>,
        at: &ItemPath,
        dialect: &'static Dialect,
    ) -> Option<Type> {
        let read = |texts: &[&Text]| returns::read(texts, dialect, self.names);
        // A sentence right below a list is part of its last item.
        let said = match read(&section.paragraphs) {
            Returned::Absent => read(&section.items),
            said => said,
        };
        match said {
            Returned::Type(ty, span) => {
                self.places.put(at.clone(), Part::Returns, span);
                Some(ty)
            }
            Returned::Unread(span) => {
                self.places.put(at.clone(), Part::Returns, span);
                self.found
                    .push(unread_return::diagnostic(self.source, at.clone(), span));
                None
            }
            Returned::Absent => None,
        }
    }

    fn type_def(&mut self, section: &Section<'_>, at: &ItemPath) {
        let shape = match self.union(section, at) {
            Some(union) => Shape::Union(union),
            None => {
                let (fields, dialect) = self.fields(section);
                self.claim(section, at, dialect);
                Shape::Struct(fields)
            }
        };
        self.types.push(TypeDef {
            name: section.name.clone(),
            doc: section.doc(),
            link: section.link(),
            shape,
        });
    }

    /// The union that a section lists the members of. Where it has a table too, its prose has to say
    /// that it is one.
    fn union(&mut self, section: &Section<'_>, at: &ItemPath) -> Option<Union> {
        let listed = section.members()?;
        let prose = section.prose();
        let dialect = language::of(&prose, self.dialect);
        if !section.tables.is_empty() && !dialect.unions.is_match(&prose) {
            return None;
        }
        self.stray(section, at, MisplacedTable::Union);
        let mut one_of = union_intro::announced(&section.paragraphs, dialect);
        one_of.extend(listed);
        for (member, span) in &one_of {
            let at = ItemPath::member(&section.name, &member.to_string());
            self.places.put(at, Part::Type, *span);
        }
        let one_of = one_of.into_iter().map(|(member, _)| member).collect();
        Some(Union { one_of, tag: None })
    }

    /// The fields of a section's tables, and the dialect that the section is in.
    fn fields(&mut self, section: &Section<'_>) -> (Vec<Field>, &'static Dialect) {
        let headers: Vec<Header> = section
            .tables
            .iter()
            .map(|table| header::read(&table.header))
            .collect();
        let any_api = headers.iter().any(Header::is_api);
        let mut fields = Vec::new();
        let mut dialect = language::of(&section.prose(), self.dialect);
        for (table, header) in section.tables.iter().zip(headers) {
            if any_api && !header.is_api() {
                continue;
            }
            if header.is_api() {
                dialect = header.dialect;
            }
            let owner = &section.name;
            let mut reader = fields::TableReader {
                source: self.source,
                owner,
                header,
                fields: &mut fields,
                places: &mut self.places,
                evidence: &mut self.evidence,
                found: &mut self.found,
            };
            reader.read(table);
        }
        (fields, dialect)
    }
}
