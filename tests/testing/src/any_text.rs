//! Checks that hold for any text at all, for the tests and the fuzz targets: nothing panics, and
//! every place that a finding names lies in its file.

use std::sync::LazyLock;

use reader::lint::{self, Context, Corrections};
use reader::read;
use schema::diagnostic::Diagnostic;
use schema::doc_texts::DocTexts;
use schema::manifest::Manifest;
use schema::overrides::{self, Override};
use schema::schema::Schema;
use schema::source::Source;
use schema::ty::Type;
use schema::yaml;

use crate::{fixtures, report};

/// A schema to correct.
pub static SCHEMA: LazyLock<Schema> = LazyLock::new(|| report::read_schema(fixtures::HARBOUR));

/// Reads and lints a text as a page; the name's ending says which format it has.
pub fn check_page(name: &str, text: &str) -> Vec<Diagnostic> {
    let source = Source::new(name, text);
    let found = match read("demo", &source) {
        Ok(page) => lint::run(&Context::of_page(&page, &page.schema)),
        Err(found) => found,
    };
    check_places(&found);
    found
}

/// Reads a text as a type.
///
/// # Panics
///
/// If the type that is read differs from the type that is printed and read again.
pub fn check_type(text: &str) {
    if let Ok(ty) = text.parse::<Type>() {
        assert_eq!(ty.to_string().parse::<Type>(), Ok(ty));
    }
}

/// Reads a text as each of the YAML files.
///
/// # Panics
///
/// If a schema that is read differs from the schema that is printed and read again.
pub fn check_yaml(text: &str) {
    let _ = yaml::load::<Option<Manifest>>(text);
    let _ = yaml::load::<Option<DocTexts>>(text);
    let _ = yaml::load::<Option<Vec<Override>>>(text);
    if let Ok(schema) = yaml::load::<Schema>(text) {
        let printed = yaml::print(&schema).unwrap_or_else(|error| error.to_string());
        assert_eq!(
            yaml::load::<Schema>(&printed).as_ref(),
            Ok(&schema),
            "{printed}"
        );
    }
}

/// Applies a text as overrides to a schema, and lints what comes of it.
pub fn check_overrides(schema: &Schema, text: &str) -> Vec<Diagnostic> {
    let Ok(all) = yaml::load::<Vec<Override>>(text) else {
        return Vec::new();
    };
    let mut schema = schema.clone();
    let errors = overrides::apply(&mut schema, &all);
    let source = Source::new("overrides.yaml", text);
    let corrections = Corrections {
        source: &source,
        overrides: &all,
        errors: &errors,
    };
    let found = lint::run(&Context {
        corrections: Some(corrections),
        ..Context::of_schema(&schema)
    });
    check_places(&found);
    found
}

/// Checks that every place lies in its file.
fn check_places(found: &[Diagnostic]) {
    let labels = found
        .iter()
        .flat_map(|one| one.primary.iter().chain(&one.related));
    for label in labels {
        let text = label.source.text();
        let slice = text.get(label.span.range());
        assert!(slice.is_some(), "{:?} is no slice", label.span);
        let at = label.position();
        let line = label.source.slice(label.source.line_span(at.line));
        assert!(at.column <= line.chars().count() + 2, "{at:?} is nowhere");
    }
}
