//! Methods: the section of each in, its parameters and the type of its result out.

use super::Lowering;
use super::returns::{self, Returned};
use super::section::Section;
use crate::block::Text;
use crate::dialect::DialectRef;
use schema::{ItemPath, Method};

impl<'a> Lowering<'a> {
    pub(super) fn lower_method(&mut self, section: &Section<'a>, at: &ItemPath) {
        let (params, dialect) = self.lower_fields(section);
        let stated = self.read_returns(section, dialect);
        let returns = self.lower_response(section, at, stated);
        self.record_evidence(section, at, &dialect);
        self.methods.push(Method {
            http: None,
            name: section.name.clone(),
            doc: section.doc(),
            link: section.link(),
            returns,
            params,
        });
    }

    /// Reads the type of a method's result, in its paragraphs or else in its lists: a sentence right
    /// below a list is part of its last item. Last come the paragraphs below “Response”.
    fn read_returns(&self, section: &Section<'_>, dialect: DialectRef<'_>) -> Returned {
        let prose = [
            &section.paragraphs,
            &section.items,
            &section.response_paragraphs,
        ];
        let read = |texts: &Vec<&Text>| returns::read_returns(texts, dialect, self.known_types);
        let mut found = prose.into_iter().map(read);
        found
            .find(|returned| *returned != Returned::Absent)
            .unwrap_or(Returned::Absent)
    }
}
