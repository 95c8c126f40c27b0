//! A page in, what the reader and the lints make of it out.

use reader::lint::{self, Context};
use reader::page::Page;
use reader::read;
use schema::diagnostic::{Diagnostic, Level};
use schema::schema::Schema;
use schema::source::Source;

/// Reads a page; where it defines nothing, what was found instead.
///
/// # Errors
///
/// As [`reader::read`] has them.
pub fn read_page(text: &str) -> Result<Page, Vec<Diagnostic>> {
    // HTML is known by how it begins.
    let name = if text.starts_with('<') {
        "page"
    } else {
        "page.md"
    };
    read("demo", &Source::new(name, text))
}

/// The schema that a page states, without its prose; an empty one where it defines nothing.
pub fn read_schema(text: &str) -> Schema {
    read_page(text).map_or_else(|_| Schema::default(), |page| page.schema.without_prose())
}

/// Everything that is found wrong with a page, as `lint --from` finds it.
pub fn lint_page(text: &str) -> Vec<Diagnostic> {
    match read_page(text) {
        Ok(page) => lint::run(&Context::of_page(&page, &page.schema)),
        Err(found) => found,
    }
}

/// The findings that are no mere notes, a line each: `12:8 type-conflict sendNote.quiet`.
pub fn list_findings(text: &str) -> Vec<String> {
    let found = lint_page(text);
    let grave = found.iter().filter(|one| one.level != Level::Info);
    grave.map(print_line).collect()
}

/// A finding on one line: its place, its code, and what it is about.
pub fn print_line(one: &Diagnostic) -> String {
    let place = one.primary.as_ref().map(|label| label.position());
    let place = place.map_or("-".to_owned(), |at| format!("{}:{}", at.line, at.column));
    let about = one.at.as_ref().map(|at| format!(" {at}"));
    format!("{place} {}{}", one.code, about.unwrap_or_default())
}

/// One method or type of a schema in its YAML form, without the frame around it.
pub fn print_yaml(schema: &Schema, name: &str) -> String {
    let one = Schema {
        methods: schema.method(name).cloned().into_iter().collect(),
        types: schema.type_def(name).cloned().into_iter().collect(),
        ..Schema::default()
    };
    let text = schema::yaml::print(&one).unwrap_or_else(|error| error.to_string());
    let frame = |line: &&str| line.starts_with(['-', ' ']);
    text.lines()
        .filter(frame)
        .map(|line| format!("{line}\n"))
        .collect()
}
