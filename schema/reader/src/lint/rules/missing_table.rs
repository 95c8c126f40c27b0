//! `missing-table`: a method or a type without a table that is not said to have none.

use crate::account::Meaning;
use crate::lint::{Context, Example, Lint};
use crate::page::{EvidenceKind, Page};
use schema::diagnostic::{Diagnostic, Level};
use schema::path::ItemPath;
use schema::schema::{Schema, Shape};

pub(crate) static LINT: Lint = Lint {
    code: "missing-table",
    level: Level::Warn,
    summary: "a method or a type without a table",
    what_it_does: "\
Reports a method or a type without a table, unless the page says that it takes no parameters or
has no fields. For a method it is a warning where the prose speaks of passing or specifying
something, or where the page usually says which of its methods take no parameters; otherwise it is
a note. It is a note as well for the last method of an excerpt, a page that uses types of which it
defines none: it may end before the table.",
    why_it_matters: "\
The table is probably missing, and with it all parameters or fields.",
    how_to_fix: "\
Add the table, or a sentence that there are no parameters or no fields.",
    example: Example {
        page: "\
## ▸sendNote

Specify a text to send it. Returns True on success.",
        others: &[],
        message: "`sendNote` has no table, but its description speaks of input",
        fix: ("Specify a text to send it.", "Takes no parameters."),
    },
    deny_lowering: false,
    superseded_by: &["unread-data"],
    check: Some(check),
};

/// A page is careful if it says of so many times more methods that they take no parameters than it
/// leaves unexplained: with 10 explained methods, the first 5 without explanation are suspicious.
const CAREFUL: usize = 2;

fn check(context: &Context<'_>) -> Vec<Diagnostic> {
    let Some(page) = context.page else {
        return Vec::new();
    };
    let has = |at: &ItemPath, kind| page.evidence.find(at, kind).is_some();
    let Schema { methods, types, .. } = &page.schema;
    let (explained, unexplained): (Vec<ItemPath>, Vec<ItemPath>) = methods
        .iter()
        .filter(|method| method.params.is_empty())
        .map(|method| ItemPath::owner(&method.name))
        .filter(|at| !has(at, EvidenceKind::Table))
        .partition(|at| has(at, EvidenceKind::Nothing));
    let is_careful = explained.len() >= CAREFUL * unexplained.len();
    let methods = unexplained.into_iter().map(|at| {
        let takes_input = has(&at, EvidenceKind::Input);
        report_method(page, is_careful, takes_input, at)
    });
    let types = types
        .iter()
        .filter(|def| is_empty(&def.shape) && def.name != "InputFile")
        .map(|def| ItemPath::owner(&def.name))
        .filter(|at| !has(at, EvidenceKind::Table) && !has(at, EvidenceKind::Nothing))
        .map(|at| report_type(page, at));
    methods.chain(types).collect()
}

fn is_empty(shape: &Shape) -> bool {
    matches!(shape, Shape::Struct(fields) if fields.is_empty())
}

fn report_method(page: &Page, is_careful: bool, takes_input: bool, at: ItemPath) -> Diagnostic {
    let (level, message) = if ends_excerpt(page, &at) {
        (Level::Info, format!("`{at}` has no table of parameters"))
    } else if takes_input {
        let message = format!("`{at}` has no table, but its description speaks of input");
        (Level::Warn, message)
    } else if is_careful {
        let message = format!("`{at}` has no table, and is not said to take no parameters");
        (Level::Warn, message)
    } else {
        (Level::Info, format!("`{at}` has no table of parameters"))
    };
    let help = "add the table, or a sentence that the method takes no parameters";
    report(page, level, message, at).help(help)
}

/// Checks whether a method is the last of several on a page that lacks some of the types that it
/// uses.
fn ends_excerpt(page: &Page, at: &ItemPath) -> bool {
    let place = |name: &str| page.account.place(&ItemPath::owner(name), Meaning::Name);
    let Schema { methods, types, .. } = &page.schema;
    let methods = methods.iter().map(|method| method.name.as_str());
    let types = types.iter().map(|def| def.name.as_str());
    let mut others = methods.chain(types).filter(|name| *name != at.owner);
    let own = place(&at.owner).map(|span| span.start());
    let is_before = |name: &str| place(name).map(|span| span.start()) < own;
    let has_other = others.next().is_some_and(is_before);
    let is_last = has_other && others.all(is_before);
    let used = page.schema.used_names();
    is_last && used.iter().any(|name| page.schema.type_def(name).is_none())
}

fn report_type(page: &Page, at: ItemPath) -> Diagnostic {
    let message = format!("`{at}` has no table, and is not said to have no fields");
    let help = "add the table, or a sentence that the type has no fields";
    report(page, Level::Warn, message, at).help(help)
}

fn report(page: &Page, level: Level, message: String, at: ItemPath) -> Diagnostic {
    let span = page.account.place(&at, Meaning::Name);
    LINT.diagnostic_at(level, message)
        .label_at(span.map(|span| (&page.source, span)), "no table follows")
        .about(at)
}
