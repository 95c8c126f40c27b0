//! The lints of overrides.yaml: overrides that can't be applied to the page, and why.

use crate::account::Meaning;
use crate::lint::{Context, Corrections, Example, File, Lint};
use schema::diagnostic::{Diagnostic, Level};
use schema::overrides::{Override, OverrideError, inline};
use schema::suggest::nearest;

pub(crate) static INVALID: Lint = Lint {
    code: "invalid-override",
    level: Level::Error,
    summary: "an override that sets a key or a value that can't be set",
    what_it_does: "\
Reports an override of a key that can't be set, or with a value that the key can't have. Names
can't be overridden: the server knows them.",
    why_it_matters: "\
The override can't be applied, so that the page stays uncorrected.",
    how_to_fix: "\
Set a key of schema.yaml, such as `type`, `required`, `returns` or `default`, to a value that it
can have.",
    example: Example {
        page: LOUD_IS_STRING,
        others: &[(
            File::Overrides,
            "\
▸- at: sendNote.loud
  set: type
  docs: String
  use: Bolean | 
  reason: A flag in every other method.",
        )],
        message: "the override of `sendNote.loud` can't be applied: `Bolean |`: expected a type name at byte 8 of the type",
        fix: ("Bolean | ", "Boolean"),
    },
    deny_lowering: true,
    superseded_by: &[],
    check: Some(check_invalid),
};

pub(crate) static MATCHLESS: Lint = Lint {
    code: "matchless-override",
    level: Level::Error,
    summary: "an override whose address is nowhere on the page",
    what_it_does: "\
Reports an override whose address is not on the page.",
    why_it_matters: "\
It corrects nothing: the address is misspelt, or the item is gone from the page.",
    how_to_fix: "\
Correct the address, or remove the override.",
    example: Example {
        page: LOUD_IS_STRING,
        others: &[(
            File::Overrides,
            "\
▸- at: sendNote.lound
  set: type
  docs: String
  use: Boolean
  reason: A flag in every other method.",
        )],
        message: "nothing to correct: the page has no `sendNote.lound`",
        fix: ("lound", "loud"),
    },
    deny_lowering: true,
    superseded_by: &[],
    check: Some(check_matchless),
};

pub(crate) static REDUNDANT: Lint = Lint {
    code: "redundant-override",
    level: Level::Error,
    summary: "an override that sets what the page already says",
    what_it_does: "\
Reports an override that sets what the page already says.",
    why_it_matters: "\
It corrects nothing: the page was fixed, or the override never changed anything. Superfluous
overrides hide those that matter.",
    how_to_fix: "\
Remove the override.",
    example: Example {
        page: "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| loud | Boolean | Optional | How loud it is |",
        others: &[(
            File::Overrides,
            "\
▸- at: sendNote.loud
  set: type
  docs: String
  use: Boolean
  reason: A flag in every other method.",
        )],
        message: "the page already says that the type of `sendNote.loud` is `Boolean`",
        fix: (
            "\
- at: sendNote.loud
  set: type
  docs: String
  use: Boolean
  reason: A flag in every other method.",
            "",
        ),
    },
    deny_lowering: true,
    superseded_by: &[],
    check: Some(check_redundant),
};

pub(crate) static STALE: Lint = Lint {
    code: "stale-override",
    level: Level::Error,
    summary: "an override of what the page no longer says",
    what_it_does: "\
Reports an override whose item on the page is neither what it expects (`docs`) nor what it sets
(`use`).",
    why_it_matters: "\
The page has changed since the override was written. It is not applied to a value that it was not
written for.",
    how_to_fix: "\
Read the page again, then update `docs` or remove the override.",
    example: Example {
        page: "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| loud | Integer | Optional | How loud it is |",
        others: &[(
            File::Overrides,
            "\
▸- at: sendNote.loud
  set: type
  docs: String
  use: Boolean
  reason: A flag in every other method.",
        )],
        message: "the page no longer says what the override of `sendNote.loud` expects",
        fix: ("docs: String", "docs: Integer"),
    },
    deny_lowering: true,
    superseded_by: &[],
    check: Some(check_stale),
};

/// The page of the examples in which the type of `loud` is wrong.
const LOUD_IS_STRING: &str = "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| loud | String | Optional | How loud it is |";

fn check_invalid(context: &Context<'_>) -> Vec<Diagnostic> {
    report(context, |failed| {
        let OverrideError::Invalid { reason } = failed.error else {
            return None;
        };
        let message = format!(
            "the override of `{}` can't be applied: {reason}",
            failed.entry.at
        );
        let help = "schema.yaml shows the keys of an item, and which values they have";
        Some(failed.diagnostic(&INVALID, message).help(help))
    })
}

fn check_matchless(context: &Context<'_>) -> Vec<Diagnostic> {
    report(context, |failed| {
        let OverrideError::Matchless = failed.error else {
            return None;
        };
        let address = failed.entry.at.to_string();
        let message = format!("nothing to correct: the page has no `{address}`");
        let diagnostic = failed.diagnostic(&MATCHLESS, message).found(&address);
        let addresses = addresses(context);
        let near = nearest(&address, addresses.iter().map(String::as_str));
        Some(match near {
            Some(near) => diagnostic
                .expected(near)
                .help(format!("did you mean `{near}`?")),
            None => diagnostic.help("correct the address, or remove the override"),
        })
    })
}

fn check_redundant(context: &Context<'_>) -> Vec<Diagnostic> {
    report(context, |failed| {
        let OverrideError::Redundant = failed.error else {
            return None;
        };
        let Override { at, set, value, .. } = failed.entry;
        let message = format!(
            "the page already says that the {set} of `{at}` is `{}`",
            inline(value)
        );
        Some(
            failed
                .diagnostic(&REDUNDANT, message)
                .help("remove the override"),
        )
    })
}

fn check_stale(context: &Context<'_>) -> Vec<Diagnostic> {
    report(context, |failed| {
        let OverrideError::Stale { now } = failed.error else {
            return None;
        };
        let Override { at, set, docs, .. } = failed.entry;
        let now = inline(now);
        let message = format!("the page no longer says what the override of `{at}` expects");
        let part = match set.as_str() {
            "type" => Meaning::Type,
            "required" => Meaning::Required,
            "returns" => Meaning::Returns,
            _ => Meaning::Description,
        };
        let diagnostic = failed
            .diagnostic(&STALE, message)
            .evidence_at(context.place(at, part), format!("now `{now}`"))
            .found(now)
            .expected(inline(docs))
            .help("read the page again, then update `docs` or remove the override");
        Some(diagnostic)
    })
}

/// An override that could not be applied.
struct Failed<'a> {
    corrections: &'a Corrections<'a>,
    index: usize,
    entry: &'a Override,
    error: &'a OverrideError,
}

impl Failed<'_> {
    /// Starts a finding at the override's line.
    fn diagnostic(&self, lint: &Lint, message: String) -> Diagnostic {
        let Corrections {
            source, overrides, ..
        } = self.corrections;
        let at = &self.entry.at;
        let earlier = overrides.iter().take(self.index);
        let count = earlier.filter(|other| other.at == *at).count();
        let place = source.entry_span("at", &at.to_string(), count);
        lint.diagnostic(message)
            .about(at.clone())
            .label(source, place, "this override")
    }
}

/// Reports the overrides that could not be applied, those for which `judge` has a finding.
fn report(
    context: &Context<'_>,
    judge: impl Fn(&Failed<'_>) -> Option<Diagnostic>,
) -> Vec<Diagnostic> {
    let Some(corrections) = &context.corrections else {
        return Vec::new();
    };
    let failed = corrections.errors.iter().filter_map(|(index, error)| {
        judge(&Failed {
            corrections,
            index: *index,
            entry: corrections.overrides.get(*index)?,
            error,
        })
    });
    failed.collect()
}

/// Every address that an override can have.
fn addresses(context: &Context<'_>) -> Vec<String> {
    let schema = context.schema;
    let methods = schema.methods.iter().map(|method| method.name.clone());
    let types = schema.types.iter().map(|def| def.name.clone());
    let fields = schema.fields().map(|(at, _)| at.to_string());
    methods.chain(types).chain(fields).collect()
}
