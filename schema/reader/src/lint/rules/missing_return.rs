//! `missing-return`: a method that never says what it returns.

use crate::lint::{Context, Example, Lint};
use crate::page::Part;
use schema::diagnostic::{Diagnostic, Level};
use schema::path::ItemPath;

pub(crate) static LINT: Lint = Lint {
    code: "missing-return",
    level: Level::Warn,
    summary: "a method whose result nobody states",
    explanation: "\
Without a return sentence a method's result has no type; in Rust it keeps its raw JSON. Where the
page can't be changed, an override says what the result is:

    - at: countNotes
      set: returns
      docs: null
      use: Integer
      reason: Seen in every response.",
    bad: Example::page(
        "\
## countNotes

Use this method to count notes. Takes no parameters.",
    ),
    good: Example::page(
        "\
## countNotes

Use this method to count notes. Takes no parameters. Returns Integer on success.",
    ),
    deny_lowering: false,
    superseded_by: &[],
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Diagnostic> {
    let silent = context
        .schema
        .methods
        .iter()
        .filter(|method| method.returns.is_none());
    let silent = silent.map(|method| ItemPath::owner(&method.name));
    let unread = |at: &ItemPath| {
        context
            .page
            .is_some_and(|page| page.places.get(at, Part::Returns).is_some())
    };
    silent
        .filter(|at| !unread(at))
        .map(|at| diagnostic(context, at))
        .collect()
}

fn diagnostic(context: &Context<'_>, at: ItemPath) -> Diagnostic {
    let found = Diagnostic::new(
        LINT.code,
        LINT.level,
        format!("nothing says what `{at}` returns"),
    )
    .help("add a return sentence, or set `returns` in overrides.yaml");
    let place = context
        .page
        .and_then(|page| Some((&page.source, page.places.get(&at, Part::Name)?)));
    let found = match place {
        Some((source, span)) => found.label(source, span, "no return sentence follows"),
        None => found,
    };
    found.about(at)
}
