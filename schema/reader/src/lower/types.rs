//! Types: the section of each in, its fields or the members of its union out.

use super::section::Section;
use super::{Lowering, language, union_intro};
use crate::account::Meaning;
use crate::lint::rules::orphan_table::MisplacedTable;
use schema::{ItemPath, Shape, TypeDef, Union};

impl<'a> Lowering<'a> {
    pub(super) fn lower_type(&mut self, section: &Section<'a>, at: &ItemPath) {
        let shape = match self.lower_union(section, at) {
            Some(union) => Shape::Union(union),
            None if self.lower_enum(section, at) => return,
            // It is reported, and is no type without fields.
            None if section.lacks_types() => {
                self.lower_fields(section);
                return;
            }
            None => {
                let (fields, dialect) = self.lower_fields(section);
                self.record_evidence(section, at, &dialect);
                Shape::Struct(fields)
            }
        };
        let or = self.lower_alternative(&section.paragraphs, at);
        self.types.push(TypeDef {
            name: section.name.clone(),
            doc: section.doc(),
            link: section.link(),
            or,
            shape,
        });
    }

    /// Reads the union that a section lists the members of. Where it has a table too, the list may
    /// be of examples or of users: its prose has to say that it is one of these.
    fn lower_union(&mut self, section: &Section<'_>, at: &ItemPath) -> Option<Union> {
        let listed = section.members(self.known_types.dialects)?;
        let prose = section.prose();
        let dialect = language::section_dialect(&prose, self.dialect);
        if !section.tables.is_empty() && !dialect.unions.is_match(&prose) {
            return None;
        }
        self.report_misplaced(section, at, MisplacedTable::Union);
        let mut members = union_intro::announced_members(&section.paragraphs, &dialect);
        members.extend(listed);
        for (member, span) in &members {
            let at = ItemPath::member(&section.name, &member.to_string());
            self.account.enter(at, Meaning::Type, *span);
        }
        Some(Union {
            one_of: members.into_iter().map(|(member, _)| member).collect(),
            tag: None,
        })
    }
}
