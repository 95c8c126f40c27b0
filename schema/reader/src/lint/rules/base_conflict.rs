//! `base-conflict`: a method or type that differs from the same one of the API that is extended.

use serde_yaml::Value;

use super::agreement::agreed;
use crate::lint::{Context, Example, Lint};
use crate::page::Part;
use schema::diagnostic::{Diagnostic, Level};
use schema::overrides::{Override, inline};
use schema::path::ItemPath;
use schema::schema::{Field, Method, Union};
use schema::ty::Type;

pub(crate) static LINT: Lint = Lint {
    code: "base-conflict",
    level: Level::Warn,
    summary: "a parameter or field that differs from the same one of the API that is extended",
    explanation: "\
A platform that extends another's API has many of its methods and types. Where both have a
parameter or a field, its type is the same, or a part of the other's union, and so is its required
flag: a difference is a slip on one of the pages, or something that users of both must know (a
warning). What only one of them has is worth knowing (a note), and so is a difference that an
override has corrected to what the base says: two pages bear it out.

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
    deny_lowering: false,
    superseded_by: &["type-conflict", "required-conflict", "unknown-type"],
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Diagnostic> {
    let Some(base) = context.base else {
        return Vec::new();
    };
    let schema = context.schema;
    let methods = schema.methods.iter();
    let methods = methods.filter_map(|method| Some((method, base.method(&method.name)?)));
    let types = schema.types.iter();
    let types = types.filter_map(|def| Some((def, base.type_def(&def.name)?)));
    let methods = methods.flat_map(|(method, twin)| {
        let returns = returns(context, &base.api, method, twin);
        let members = fields(
            context,
            &base.api,
            &method.name,
            &method.params,
            &twin.params,
        );
        returns.into_iter().chain(members)
    });
    let types = types.flat_map(|(def, twin)| match (def.union(), twin.union()) {
        (Some(here), Some(there)) => {
            let print = |union: &Union| union.one_of.iter().map(Type::to_string).collect();
            let (here, there): (Vec<_>, Vec<_>) = (print(here), print(there));
            let found = other_members(context, &base.api, &def.name, &here, &there);
            found.into_iter().collect()
        }
        _ => fields(context, &base.api, &def.name, def.fields(), twin.fields()),
    });
    methods.chain(types).chain(agreed(context, base)).collect()
}

/// How the parameters or fields of one owner differ from those of its twin.
fn fields(
    context: &Context<'_>,
    api: &str,
    owner: &str,
    here: &[Field],
    there: &[Field],
) -> Vec<Diagnostic> {
    let pairs = here.iter().filter_map(|field| {
        let twin = there.iter().find(|other| other.name == field.name)?;
        Some((field, twin))
    });
    let differing = pairs.filter_map(|(field, twin)| {
        differs(
            context,
            api,
            ItemPath::member(owner, &field.name),
            field,
            twin,
        )
    });
    let names = |fields: &[Field]| fields.iter().map(|field| field.name.clone()).collect();
    let (here, there): (Vec<_>, Vec<_>) = (names(here), names(there));
    let others = other_members(context, api, owner, &here, &there);
    differing.chain(others).collect()
}

fn differs(
    context: &Context<'_>,
    api: &str,
    at: ItemPath,
    field: &Field,
    twin: &Field,
) -> Option<Diagnostic> {
    let (here, there) = (&field.ty, &twin.ty);
    if !here.is_subset_of(there) && !there.is_subset_of(here) {
        let values = (here.to_string().into(), there.to_string().into());
        return Some(diagnostic(context, api, at, Part::Type, values));
    }
    // Required under a condition is neither: the condition may never hold here.
    let conditional = field.facts.required_if.is_some() || twin.facts.required_if.is_some();
    let values = (field.required.into(), twin.required.into());
    (field.required != twin.required && !conditional)
        .then(|| diagnostic(context, api, at, Part::Required, values))
}

fn returns(context: &Context<'_>, api: &str, method: &Method, twin: &Method) -> Option<Diagnostic> {
    let (here, there) = (method.returns.as_ref()?, twin.returns.as_ref()?);
    let at = ItemPath::owner(&method.name);
    let values = (here.to_string().into(), there.to_string().into());
    (here != there).then(|| diagnostic(context, api, at, Part::Returns, values))
}

/// A part that the two pages say differently: what this one says, and what the base says.
fn diagnostic(
    context: &Context<'_>,
    api: &str,
    at: ItemPath,
    part: Part,
    (here, there): (Value, Value),
) -> Diagnostic {
    let (found, expected) = (word(&here), word(&there));
    let message = format!("`{at}` is `{found}` here, but `{expected}` in {api}");
    let set = match part {
        Part::Type => "type",
        Part::Required => "required",
        _ => "returns",
    };
    let mend = Override {
        at: at.clone(),
        set: set.to_owned(),
        docs: here,
        value: there,
        reason: format!("As in {api}."),
    };
    let label = format!("`{expected}` in {api}");
    let told = Diagnostic::new(LINT.code, LINT.level, message)
        .found(found)
        .expected(expected)
        .help("allow it in api.yaml where it is so; else mend the page, or overrides.yaml:")
        .suggest_override(mend);
    placed(context, told, at, part, label)
}

/// A value as people say it.
pub(super) fn word(value: &Value) -> String {
    match value {
        Value::Bool(true) => "required".to_owned(),
        Value::Bool(false) => "optional".to_owned(),
        other => inline(other).trim_matches(['\'', '"']).to_owned(),
    }
}

/// What only one of the two has: worth knowing, and no fault.
fn other_members(
    context: &Context<'_>,
    api: &str,
    owner: &str,
    here: &[String],
    there: &[String],
) -> Option<Diagnostic> {
    let only = |these: &[String], those: &[String]| {
        let only = these.iter().filter(|name| !those.contains(name));
        only.cloned().collect::<Vec<_>>().join(", ")
    };
    let (extra, missing) = (only(here, there), only(there, here));
    let message = match (extra.as_str(), missing.as_str()) {
        ("", "") => return None,
        (extra, "") => format!("`{owner}` has what it lacks in {api}: {extra}"),
        ("", missing) => format!("`{owner}` lacks what it has in {api}: {missing}"),
        _ => format!("`{owner}` lacks what it has in {api}: {missing}; and has besides: {extra}"),
    };
    let mut told = Diagnostic::new(LINT.code, Level::Info, message);
    told.found = Some(extra).filter(|names| !names.is_empty());
    told.expected = Some(missing).filter(|names| !names.is_empty());
    let at = ItemPath::owner(owner);
    Some(placed(context, told, at, Part::Name, String::new()))
}

pub(super) fn placed(
    context: &Context<'_>,
    found: Diagnostic,
    at: ItemPath,
    part: Part,
    label: String,
) -> Diagnostic {
    let found = match context.place(&at, part) {
        Some((source, span)) => found.label(source, span, label),
        None => found,
    };
    found.about(at)
}
