//! `unread-fact`: words of a description that look like a fact and are not read.

use crate::dialect::Lookalike;
use crate::lint::{Example, Lint};
use schema::diagnostic::{Diagnostic, Level};

pub(crate) static LINT: Lint = Lint {
    code: "unread-fact",
    level: Level::Warn,
    summary: "words of a description that look like a fact, in a phrase that no dialect knows",
    what_it_does: "\
Reports words that look like bounds, a length, a list of values, a constant or a default, and a first
word where other fields have “Optional.”, that no phrase of any dialect reads. Examples (“such as
“a” or “b””) are none.",
    why_it_matters: "\
What is not read is not checked, and not in the documentation. Without its constant, a member of a
union is not recognised; without “Optional”, a field must be there.",
    how_to_fix: "\
Write it in the words that the finding suggests, or add the phrase to the file of the dialect, in
`schema/reader/src/dialect/`. If the page can't be changed, set the fact in overrides.yaml.",
    example: Example {
        page: "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | String | Yes | What to say, ▸2-40 signs |",
        others: &[],
        message: "`2-40 signs` is not read",
        fix: ("signs", "characters"),
    },
    deny_lowering: false,
    superseded_by: &[
        "type-conflict",
        "unknown-type",
        "impossible-value",
        "union-tag",
    ],
    check: None,
};

/// Reports words of this kind; `phrase` is one of the kind that is read.
pub(crate) fn diagnostic(words: &str, kind: Lookalike, phrase: &str) -> Diagnostic {
    LINT.diagnostic(format!("`{words}` is not read"))
        .found(words)
        .cause(shape(words))
        .help(format!(
            "if it is {}, write it as in “{phrase}”, or set it in overrides.yaml",
            kind.name()
        ))
}

/// The shape of a phrase, which all of one cause share: `2-40 signs` and `1-9 signs` are alike.
fn shape(words: &str) -> String {
    let shape = words.replace(|c: char| c.is_ascii_digit(), "0");
    let mut parts: Vec<&str> = Vec::new();
    for part in shape.split(['0', ' ']) {
        if !part.is_empty() {
            parts.push(part);
        }
    }
    parts.join(" ")
}
