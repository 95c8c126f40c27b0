//! Responses: the tables of a method's result and the sentence about it in, the result's type out.

use super::Lowering;
use super::returns::Returned;
use super::section::Section;
use crate::account::Meaning;
use crate::dialect::DialectRef;
use crate::lint::rules::{duplicate, unread_return};
use crate::page::{Evidence, EvidenceKind};
use crate::tables::TableView;
use schema::{ItemPath, Span, Type, TypeDef, case};

impl<'a> Lowering<'a> {
    /// Finds the type of a method's result: the one that a sentence names, or else the one that
    /// the tables of its response define.
    pub(super) fn lower_response(
        &mut self,
        section: &Section<'a>,
        at: &ItemPath,
        stated: Returned,
    ) -> Option<Type> {
        let defined = self.define_response(section, &stated);
        match stated {
            Returned::Type(ty, span) if defined.is_none() || !self.names_a_part(&ty) => {
                self.account.enter(at.clone(), Meaning::Returns, span);
                Some(ty)
            }
            Returned::Unread(span) if defined.is_none() => {
                self.account.enter(at.clone(), Meaning::Returns, span);
                self.report_unread_return(at, span);
                None
            }
            stated => {
                let (name, place) = defined?;
                self.account.enter(at.clone(), Meaning::Returns, place);
                let ty = Type::named(&name);
                let is_list = matches!(stated, Returned::Unread(span) if self.names_a_list(span));
                Some(if is_list { Type::array(ty) } else { ty })
            }
        }
    }

    /// Defines the type that the tables of a response list the fields of; returns its name, and
    /// the place that states it.
    fn define_response(
        &mut self,
        section: &Section<'a>,
        stated: &Returned,
    ) -> Option<(String, Span)> {
        let tables: &[&'a TableView<'a>] = &section.responses;
        let table = tables.iter().find(|table| table.role.resembles_api())?;
        let place = table.table.header.span;
        let name = self.name_response(&section.name, stated);
        let at = ItemPath::owner(&name);
        if !self.seen.insert(name.clone()) {
            let first = self.account.place(&at, Meaning::Name);
            let again = duplicate::diagnostic(self.source, at, place, first);
            self.found.push(again);
            return Some((name, place));
        }
        self.account.enter(at.clone(), Meaning::Name, place);
        let (kind, span) = (EvidenceKind::Table, place);
        self.evidence.put(Evidence { at, kind, span });
        let fields = self.lower_tables(&name, tables);
        self.types.push(TypeDef::structure(&name, fields));
        Some((name, place))
    }

    /// Names the type of a response: as the sentence does, where nothing else has that name.
    ///
    /// For example, “Returns an Array of Loft” above the table of a response makes it the table of
    /// `Loft`, unless there is a section `Loft`. “Returns the Response” names no type: of
    /// `get_loft` it is `GetLoftResponse`.
    fn name_response(&self, method: &str, stated: &Returned) -> String {
        let named = match stated {
            Returned::Type(ty, _) if !self.names_a_part(ty) => ty.names(),
            _ => Vec::new(),
        };
        match named.as_slice() {
            [name] if !self.is_defined(name) => (*name).to_owned(),
            _ => format!("{}Response", case::camel(method)),
        }
    }

    /// Checks whether something has this name already, or will have.
    pub(super) fn is_defined(&self, name: &str) -> bool {
        self.seen.contains(name) || self.known_types.evidence(name).is_defined
    }

    /// Checks whether a type is a word for a part of a section, “Response”, and not a defined one.
    fn names_a_part(&self, ty: &Type) -> bool {
        let mut names = ty.names().into_iter();
        names.any(|name| {
            self.known_types.dialects.find_part(name).is_some()
                && !self.known_types.evidence(name).is_certain()
        })
    }

    fn report_unread_return(&mut self, at: &ItemPath, span: Span) {
        let sentence = self.source.slice(span);
        let dialect = self.sentence_dialect(sentence);
        let phrases = &dialect.returns.advice;
        let near = self.known_types.find_in_lower_case(sentence);
        let near = near.as_deref();
        let unread = unread_return::diagnostic(self.source, at.clone(), span, phrases, near);
        self.found.push(unread);
    }

    /// The dialect of a return sentence: the first with a verb that it has.
    fn sentence_dialect(&self, sentence: &str) -> DialectRef<'a> {
        let mut dialects = self.dialect.and_others();
        dialects
            .find(|dialect| dialect.returns.verb.is_match(sentence))
            .unwrap_or(self.dialect)
    }

    /// Checks whether a sentence speaks of a list.
    fn names_a_list(&self, sentence: Span) -> bool {
        let text = self.source.slice(sentence);
        let mut dialects = self.dialect.and_others();
        dialects.any(|dialect| dialect.returns.array.is_match(text))
    }
}
