//! Lowering: classified blocks in, a [`Page`] out. The same for every format and every language.

mod alternatives;
mod calls;
mod description;
mod enums;
mod facts;
mod field_facts;
mod fields;
mod findings;
mod heading;
mod known_types;
mod language;
mod lookalikes;
mod method_levels;
mod methods;
mod nested;
mod parts;
mod response;
mod returns;
mod row_tree;
mod section;
mod sections;
mod text;
mod title;
mod type_mentions;
mod type_words;
mod types;
mod union_intro;
mod union_tags;
mod values;
mod version;

use std::collections::HashSet;
use std::sync::Arc;

use crate::account::{Account, Meaning};
use crate::dialect::{Dialect, DialectRef, Dialects};
use crate::lint::rules::orphan_table::{self, MisplacedTable};
use crate::lint::rules::{duplicate, unused_type};
use crate::page::{Evidence, EvidenceKind, EvidenceMap, Page};
use crate::tables::{ClassifiedBlock, resembles_field_item};
use enums::Enums;
use known_types::KnownTypes;
use lookalikes::UnreadWords;
use schema::{Diagnostic, ItemPath, Method, Schema, Source, TypeDef};
use section::Section;
use title::ItemKind;
pub(crate) use title::{has_hump, read_title};

/// Lowers the blocks of a page.
pub(crate) fn lower_page(
    api: &str,
    source: &Arc<Source>,
    blocks: &[ClassifiedBlock<'_>],
    dialects: &Dialects,
) -> Page {
    let mut types = KnownTypes::collect(blocks, dialects);
    let outline = sections::divide(blocks, &types, source);
    types.define(outline.sections.iter().map(|section| section.name.as_str()));
    let mut lowering = Lowering::new(source, language::main_dialect(blocks, dialects), &types);
    for section in &outline.sections {
        lowering.lower_section(section);
    }
    lowering.report_unread();
    lowering
        .found
        .extend(findings::of_outline(source, &outline));
    lowering.found.extend(findings::of_blocks(source, blocks));
    lowering.into_page(api, blocks)
}

/// The page as far as it is lowered.
struct Lowering<'a> {
    source: &'a Arc<Source>,
    /// The dialect that most of the page is in.
    dialect: DialectRef<'a>,
    known_types: &'a KnownTypes<'a>,
    methods: Vec<Method>,
    types: Vec<TypeDef>,
    /// The types that rows below rows define, until their owner's section is read.
    nested: Vec<TypeDef>,
    enums: Enums,
    account: Account,
    evidence: EvidenceMap,
    found: Vec<Diagnostic>,
    /// The words of descriptions that look like statements.
    unread: Vec<(ItemPath, UnreadWords<'a>)>,
    /// True if some description says that its field is optional, for want of a column.
    states_optional: bool,
    /// The names of the methods and types so far.
    seen: HashSet<String>,
}

impl<'a> Lowering<'a> {
    fn new(
        source: &'a Arc<Source>,
        dialect: DialectRef<'a>,
        known_types: &'a KnownTypes<'a>,
    ) -> Self {
        Self {
            source,
            dialect,
            known_types,
            methods: Vec::new(),
            types: Vec::new(),
            nested: Vec::new(),
            enums: Enums::default(),
            account: Account::default(),
            evidence: EvidenceMap::default(),
            found: Vec::new(),
            unread: Vec::new(),
            states_optional: false,
            seen: HashSet::new(),
        }
    }

    fn lower_section(&mut self, section: &Section<'a>) {
        let at = ItemPath::owner(&section.name);
        if !self.seen.insert(section.name.clone()) {
            let first = self.account.place(&at, Meaning::Name);
            let again = duplicate::diagnostic(self.source, at, section.name_span, first);
            return self.found.push(again);
        }
        self.account
            .enter(at.clone(), Meaning::Name, section.name_span);
        match section.kind {
            ItemKind::Method => self.lower_method(section, &at),
            ItemKind::Type => self.lower_type(section, &at),
        }
        self.types.append(&mut self.nested);
    }

    /// Records the statements of a section's prose about its table, and that it has one.
    fn record_evidence(&mut self, section: &Section<'_>, at: &ItemPath, dialect: &Dialect) {
        let prose = section.prose();
        let lists_input = section.items.iter().any(|item| resembles_field_item(item));
        let takes_input = lists_input || dialect.takes_input.is_match(&prose);
        let statements = [
            (
                dialect.takes_nothing.is_match(&prose),
                EvidenceKind::Nothing,
            ),
            (takes_input, EvidenceKind::Input),
            (!section.tables.is_empty(), EvidenceKind::Table),
        ];
        for (_, kind) in statements.into_iter().filter(|(is_made, _)| *is_made) {
            self.evidence.put(Evidence {
                at: at.clone(),
                kind,
                span: section.name_span,
            });
        }
        if self.evidence.find(at, EvidenceKind::Nothing).is_some() {
            self.report_misplaced(section, at, MisplacedTable::Nothing);
        }
    }

    /// Reports the table of a section that can't have one.
    fn report_misplaced(&mut self, section: &Section<'_>, at: &ItemPath, why: MisplacedTable) {
        let mut tables = section.tables.iter().filter(|table| table.role.is_api());
        if let Some(table) = tables.next() {
            let header = table.table.header.span;
            let misplaced = orphan_table::misplaced(self.source, at.clone(), header, why);
            self.found.push(misplaced);
        }
    }

    /// The page, once all its sections are lowered.
    fn into_page(mut self, api: &str, blocks: &[ClassifiedBlock<'_>]) -> Page {
        let version = self.read_version(blocks);
        let mut schema = Schema {
            api: api.to_owned(),
            version,
            methods: self.methods,
            types: self.types,
        };
        for unused in self.enums.apply(&mut schema) {
            let at = ItemPath::owner(&unused.name);
            let finding = unused_type::values(self.source, at, unused.span, unused.is_named);
            self.found.push(finding);
            self.account.count_unread_enum();
        }
        for name in type_mentions::find_mentioned(&schema, blocks) {
            let at = ItemPath::owner(&name);
            if let Some(span) = self.account.place(&at, Meaning::Name) {
                let kind = EvidenceKind::Mentioned;
                self.evidence.put(Evidence { at, kind, span });
            }
        }
        Page {
            source: Arc::clone(self.source),
            schema: union_tags::with_tags(schema),
            account: self.account,
            evidence: self.evidence,
            diagnostics: self.found,
        }
    }
}
