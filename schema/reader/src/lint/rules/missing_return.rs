//! `missing-return`: a method that never says what it returns.

use crate::account::Meaning;
use crate::lint::{Context, Example, Lint};
use schema::diagnostic::{Diagnostic, Level};
use schema::path::ItemPath;

pub(crate) static LINT: Lint = Lint {
    code: "missing-return",
    level: Level::Warn,
    summary: "a method whose result is not stated",
    what_it_does: "\
Reports a method without a sentence about its result.",
    why_it_matters: "\
The result has no type; in Rust it stays raw JSON.",
    how_to_fix: "\
Add a return sentence to the page. If the page can't be changed, add an override:

    - at: countNotes
      set: returns
      docs: null
      use: Integer
      reason: Seen in every response.",
    example: Example {
        page: "\
## ▸countNotes

Use this method to count notes. Takes no parameters.",
        others: &[],
        message: "nothing says what `countNotes` returns",
        fix: (
            "Takes no parameters.",
            "Takes no parameters. Returns Integer on success.",
        ),
    },
    deny_lowering: false,
    superseded_by: &[],
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Diagnostic> {
    let untyped = context
        .schema
        .methods
        .iter()
        .filter(|method| method.returns.is_none());
    let paths = untyped.map(|method| ItemPath::owner(&method.name));
    // A return sentence that names no type is `unread-return`.
    paths
        .filter(|at| context.place(at, Meaning::Returns).is_none())
        .map(|at| diagnostic(context, at))
        .collect()
}

fn diagnostic(context: &Context<'_>, at: ItemPath) -> Diagnostic {
    LINT.diagnostic(format!("nothing says what `{at}` returns"))
        .label_at(
            context.place(&at, Meaning::Name),
            "no return sentence follows",
        )
        .help("add a return sentence, or set `returns` in overrides.yaml")
        .about(at)
}
