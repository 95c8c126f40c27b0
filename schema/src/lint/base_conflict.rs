//! `base-conflict`: a method that differs from the same method of the API that is extended.

use super::{Context, Example, Lint};
use crate::at::At;
use crate::diagnostic::{Diagnostic, Level};
use crate::page::Part;
use crate::schema::{Field, Method};

pub(super) static LINT: Lint = Lint {
    code: "base-conflict",
    level: Level::Warn,
    summary: "a parameter that differs from the same one of the API that is extended",
    explanation: "\
A platform that extends another's API has many of its methods and types. Where both have a
parameter or a field, its type is the same, or a part of the other's union, and so is its required
flag: a difference is a slip on one of the pages, or something that users of both must know (a
warning). What only one of them has is worth knowing (a note).

A difference that is real is allowed in api.yaml, with the reason.",
    bad: Example::page(
        "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| length | String | Optional | How long it is |",
    )
    .base(
        "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| length | Integer | Optional | How long it is |",
    ),
    good: Example::page(
        "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| length | Integer | Optional | How long it is |",
    )
    .base(
        "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| length | Integer | Optional | How long it is |",
    ),
    is_firm: false,
    yields_to: &["type-conflict", "required-conflict", "unknown-type"],
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Diagnostic> {
    let Some(base) = context.base else {
        return Vec::new();
    };
    let pairs = context.schema.methods.iter();
    let pairs = pairs.filter_map(|method| Some((method, base.method(&method.name)?)));
    pairs
        .flat_map(|(method, twin)| compare(context, &base.api, method, twin))
        .collect()
}

fn compare(context: &Context<'_>, api: &str, method: &Method, twin: &Method) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = returns(context, api, method, twin).into_iter().collect();
    for param in &method.params {
        let other = twin.params.iter().find(|other| other.name == param.name);
        let at = At::member(&method.name, &param.name);
        found.extend(other.and_then(|other| differs(context, api, at, param, other)));
    }
    found.extend(missing(context, api, method, twin));
    found
}

fn differs(
    context: &Context<'_>,
    api: &str,
    at: At,
    param: &Field,
    other: &Field,
) -> Option<Diagnostic> {
    let (here, there) = (&param.ty, &other.ty);
    if !here.is_subset_of(there) && !there.is_subset_of(here) {
        let (here, there) = (here.to_string(), there.to_string());
        return Some(diagnostic(context, api, at, Part::Type, &here, &there));
    }
    let word = |required| if required { "required" } else { "optional" };
    // Required under a condition is neither: the condition may never hold here.
    let conditional = param.facts.required_if.is_some() || other.facts.required_if.is_some();
    (param.required != other.required && !conditional).then(|| {
        let (here, there) = (word(param.required), word(other.required));
        diagnostic(context, api, at, Part::Required, here, there)
    })
}

fn returns(context: &Context<'_>, api: &str, method: &Method, twin: &Method) -> Option<Diagnostic> {
    let (here, there) = (method.returns.as_ref()?, twin.returns.as_ref()?);
    let (here, there) = (here != there).then(|| (here.to_string(), there.to_string()))?;
    let at = At::owner(&method.name);
    Some(diagnostic(context, api, at, Part::Returns, &here, &there))
}

fn diagnostic(
    context: &Context<'_>,
    api: &str,
    at: At,
    part: Part,
    here: &str,
    there: &str,
) -> Diagnostic {
    let message = format!("`{at}` is `{here}` here, but `{there}` in {api}");
    let found = Diagnostic::new(LINT.code, LINT.level, message)
        .found(here)
        .expected(there)
        .help("correct the page, or record the difference with an override");
    placed(context, found, at, part, format!("`{there}` in {api}"))
}

fn missing(context: &Context<'_>, api: &str, method: &Method, twin: &Method) -> Option<Diagnostic> {
    let has = |other: &&Field| method.params.iter().any(|param| param.name == other.name);
    let lacking = twin.params.iter().filter(|other| !has(other));
    let names: Vec<&str> = lacking.map(|other| other.name.as_str()).collect();
    if names.is_empty() {
        return None;
    }
    let (at, names) = (At::owner(&method.name), names.join(", "));
    let message = format!("`{at}` lacks what it takes in {api}: {names}");
    let found = Diagnostic::new(LINT.code, Level::Info, message).expected(names);
    Some(placed(context, found, at, Part::Name, String::new()))
}

fn placed(
    context: &Context<'_>,
    found: Diagnostic,
    at: At,
    part: Part,
    label: String,
) -> Diagnostic {
    let place = context
        .page
        .and_then(|page| Some((&page.source, page.places.get(&at, part)?)));
    let found = match place {
        Some((source, span)) => found.label(source, span, label),
        None => found,
    };
    found.about(at)
}
