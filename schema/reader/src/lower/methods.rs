//! Methods: the section of each in, its parameters and the type of its result out.

use std::collections::HashSet;

use super::Lowering;
use super::calls::Call;
use super::returns::{self, Returned};
use super::section::Section;
use crate::account::Meaning;
use crate::block::Text;
use crate::dialect::DialectRef;
use schema::schema::Http;
use schema::{Field, ItemPath, Method, Type, is_identifier};

impl<'a> Lowering<'a> {
    pub(super) fn lower_method(&mut self, section: &Section<'a>, at: &ItemPath) {
        let (mut params, dialect) = self.lower_fields(section);
        let call = section.call.as_ref();
        let http = call.and_then(Call::http);
        self.add_path_params(section, http.as_ref(), &mut params);
        let stated = self.read_returns(section, dialect);
        let returns = self.lower_response(section, at, stated);
        self.record_evidence(section, at, &dialect);
        self.methods.push(Method {
            name: section.name.clone(),
            doc: section.doc(),
            link: section.link(),
            http,
            returns,
            params,
        });
    }

    /// Adds the parameters that only the address of a method names, `id` of `/notes/{id}`: texts, and
    /// required.
    fn add_path_params(
        &mut self,
        section: &Section<'_>,
        http: Option<&Http>,
        params: &mut Vec<Field>,
    ) {
        let span = section.call.as_ref().and_then(|call| call.span);
        let (Some(http), Some(span)) = (http, span) else {
            return;
        };
        let names = http.path_params().filter(|name| is_identifier(name));
        let known: HashSet<String> = params.iter().map(|param| param.name.clone()).collect();
        let lacking = names.filter(|name| !known.contains(*name));
        let mut lacking: Vec<Field> = lacking
            .map(|name| Field::new(name, Type::String, true))
            .collect();
        lacking.dedup_by(|one, other| one.name == other.name);
        for param in &lacking {
            let at = ItemPath::member(&section.name, &param.name);
            self.account.enter(at, Meaning::Name, span);
        }
        params.splice(0..0, lacking);
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
