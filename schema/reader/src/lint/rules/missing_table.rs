//! `missing-table`: a method or a type without a table that is not said to have none.

use crate::lint::{Context, Example, Lint};
use crate::page::{EvidenceKind, Page, Part};
use schema::diagnostic::{Diagnostic, Level};
use schema::path::ItemPath;
use schema::schema::Shape;

pub(crate) static LINT: Lint = Lint {
    code: "missing-table",
    level: Level::Warn,
    summary: "a method or a type without a table",
    explanation: "\
A method without a table takes no parameters, or its table is missing; a type without one has no
fields, or its table is missing. Where the page says which, all is well. Where the prose speaks of
passing or specifying something, or where the page takes care to say so of its other methods, a
table is probably missing (a warning); else that is worth knowing (a note).",
    bad: Example::page(
        "\
## sendNote

Specify a text to send it. Returns True on success.",
    ),
    good: Example::page(
        "\
## countNotes

Takes no parameters. Returns Integer on success.",
    ),
    deny_lowering: false,
    superseded_by: &["hidden-table"],
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Diagnostic> {
    let Some(page) = context.page else {
        return Vec::new();
    };
    let claims = |at: &ItemPath, kind| page.evidence.find(at, kind).is_some();
    let methods = page
        .schema
        .methods
        .iter()
        .filter(|method| method.params.is_empty());
    let bare = methods.map(|method| ItemPath::owner(&method.name));
    let bare: Vec<ItemPath> = bare.filter(|at| !claims(at, EvidenceKind::Table)).collect();
    let (said, silent): (Vec<ItemPath>, Vec<ItemPath>) = bare
        .into_iter()
        .partition(|at| claims(at, EvidenceKind::Nothing));
    let careful = said.len() >= 2 * silent.len();
    let methods = silent
        .into_iter()
        .map(|at| method(page, careful, claims(&at, EvidenceKind::Input), at));
    let empty = |shape: &Shape| matches!(shape, Shape::Struct(fields) if fields.is_empty());
    let types = page
        .schema
        .types
        .iter()
        .filter(|def| empty(&def.shape) && def.name != "InputFile");
    let types = types
        .map(|def| ItemPath::owner(&def.name))
        .filter(|at| !claims(at, EvidenceKind::Table) && !claims(at, EvidenceKind::Nothing));
    methods.chain(types.map(|at| type_def(page, at))).collect()
}

fn method(page: &Page, careful: bool, given: bool, at: ItemPath) -> Diagnostic {
    let (level, message) = match (given, careful) {
        (true, _) => (
            Level::Warn,
            format!("`{at}` has no table, but is told to be given something"),
        ),
        (_, true) => (
            Level::Warn,
            format!("`{at}` has no table, and is not said to take no parameters"),
        ),
        _ => (Level::Info, format!("`{at}` has no table of parameters")),
    };
    let help = "add the table, or a sentence that the method takes no parameters";
    placed(
        page,
        Diagnostic::new(LINT.code, level, message).help(help),
        at,
    )
}

fn type_def(page: &Page, at: ItemPath) -> Diagnostic {
    let message = format!("`{at}` has no table, and is not said to have no fields");
    let help = "add the table, or a sentence that the type has no fields";
    placed(
        page,
        Diagnostic::new(LINT.code, Level::Warn, message).help(help),
        at,
    )
}

fn placed(page: &Page, found: Diagnostic, at: ItemPath) -> Diagnostic {
    let found = match page.places.get(&at, Part::Name) {
        Some(span) => found.label(&page.source, span, "no table follows"),
        None => found,
    };
    found.about(at)
}
