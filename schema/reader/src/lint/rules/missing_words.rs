//! `missing-words`: an item without a doc text of ours.

use std::collections::BTreeMap;

use crate::lint::{Context, Example, File, Lint};
use schema::diagnostic::{Diagnostic, Level};
use schema::model::undefined;
use schema::path::ItemPath;

pub(crate) static LINT: Lint = Lint {
    code: "missing-words",
    level: Level::Info,
    summary: "a method, type, parameter or field without a text in words.yaml",
    what_it_does: "\
Lists methods, types, parameters and fields without a text in words.yaml. A name that occurs in
several places is listed once: a shared text, `\"*.text\"`, serves them all.",
    why_it_matters: "\
Doc comments come from words.yaml. An item without a text gets a neutral line in Rust.",
    how_to_fix: "\
Add the text to words.yaml.",
    example: Example {
        page: "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | String | Yes | What to say |",
        others: &[(
            File::DocTexts,
            "\
sendNote: Sends a note.",
        )],
        message: "`*.text` has no text yet; one would serve 1 place",
        fix: (
            "sendNote: Sends a note.",
            "\
sendNote: Sends a note.
\"*.text\": What it says.",
        ),
    },
    deny_lowering: false,
    superseded_by: &[],
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Diagnostic> {
    let Some((_, texts)) = context.words else {
        return Vec::new();
    };
    let schema = context.schema;
    let methods = schema.methods.iter().map(|method| method.name.clone());
    let types = schema.types.iter().map(|def| def.name.clone());
    let owners = methods
        .chain(types)
        .chain(undefined(schema))
        .map(|name| ItemPath::owner(&name))
        .filter(|at| texts.get(at).is_none())
        .map(|at| LINT.diagnostic(format!("`{at}` has no text yet")).about(at));
    let mut members: BTreeMap<&str, Vec<ItemPath>> = BTreeMap::new();
    for (at, field) in schema.fields().filter(|(at, _)| texts.get(at).is_none()) {
        members.entry(&field.name).or_default().push(at);
    }
    let members = members.into_iter().filter_map(|(name, places)| {
        let count = places.len();
        let plural = if count == 1 { "place" } else { "places" };
        let message = format!("`*.{name}` has no text yet; one would serve {count} {plural}");
        Some(LINT.diagnostic(message).about(places.into_iter().next()?))
    });
    owners.chain(members).collect()
}
