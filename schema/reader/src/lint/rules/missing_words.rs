//! `missing-words`: something that has no doc text of ours yet.

use std::collections::BTreeMap;

use crate::lint::{Context, Example, Lint};
use schema::diagnostic::{Diagnostic, Level};
use schema::model::undefined;
use schema::path::ItemPath;

pub(crate) static LINT: Lint = Lint {
    code: "missing-words",
    level: Level::Info,
    summary: "a method, type, parameter or field without a text in words.yaml",
    explanation: "\
Doc comments come from words.yaml. What has no text there gets a neutral line in Rust. Names that
occur in several places are listed once: a shared text, `\"*.text\"`, serves them all.",
    bad: Example::page(
        "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | String | Yes | What to say |",
    )
    .words(
        "\
sendNote: Sends a note.",
    ),
    good: Example::page(
        "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | String | Yes | What to say |",
    )
    .words(
        "\
sendNote: Sends a note.
\"*.text\": What it says.",
    ),
    deny_lowering: false,
    superseded_by: &[],
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Diagnostic> {
    let Some((_, words)) = context.words else {
        return Vec::new();
    };
    let schema = context.schema;
    let methods = schema
        .methods
        .iter()
        .map(|method| ItemPath::owner(&method.name));
    let types = schema.types.iter().map(|def| ItemPath::owner(&def.name));
    let opaque = undefined(schema)
        .into_iter()
        .map(|name| ItemPath::owner(&name));
    let owners = methods
        .chain(types)
        .chain(opaque)
        .filter(|at| words.get(at).is_none());
    let owners = owners.map(|at| {
        let message = format!("`{at}` has no words yet");
        Diagnostic::new(LINT.code, LINT.level, message).about(at)
    });
    let mut names: BTreeMap<String, Vec<ItemPath>> = BTreeMap::new();
    for (at, field) in schema.fields().filter(|(at, _)| words.get(at).is_none()) {
        names.entry(field.name.clone()).or_default().push(at);
    }
    let fields = names.into_iter().filter_map(|(name, places)| {
        let count = places.len();
        let message = format!("`*.{name}` has no words yet; it would serve {count}");
        Some(Diagnostic::new(LINT.code, LINT.level, message).about(places.into_iter().next()?))
    });
    owners.chain(fields).collect()
}
