//! Methods: the section of each in, its parameters and the type of its result out.

use super::Lowering;
use super::returns::{self, Returned};
use super::section::Section;
use crate::account::Meaning;
use crate::dialect::Dialect;
use crate::lint::rules::unread_return;
use schema::{ItemPath, Method, Type};

impl Lowering<'_> {
    pub(super) fn lower_method(&mut self, section: &Section<'_>, at: &ItemPath) {
        let (params, dialect) = self.lower_fields(section);
        let returns = self.lower_returns(section, at, dialect);
        self.record_evidence(section, at, dialect);
        self.methods.push(Method {
            name: section.name.clone(),
            doc: section.doc(),
            link: section.link(),
            returns,
            params,
        });
    }

    /// Reads the type of a method's result, in its paragraphs or else in its lists: a sentence right
    /// below a list is part of its last item.
    fn lower_returns(
        &mut self,
        section: &Section<'_>,
        at: &ItemPath,
        dialect: &'static Dialect,
    ) -> Option<Type> {
        let mut returned = returns::read_returns(&section.paragraphs, dialect, self.known_types);
        if returned == Returned::Absent {
            returned = returns::read_returns(&section.items, dialect, self.known_types);
        }
        match returned {
            Returned::Type(ty, span) => {
                self.account.enter(at.clone(), Meaning::Returns, span);
                Some(ty)
            }
            Returned::Unread(span) => {
                self.account.enter(at.clone(), Meaning::Returns, span);
                let unread = unread_return::diagnostic(self.source, at.clone(), span);
                self.found.push(unread);
                None
            }
            Returned::Absent => None,
        }
    }
}
