//! `base-conflict`: a method or type that differs from the same one of the API that is extended.

use serde_yaml::Value;

use crate::account::Meaning;
use crate::lint::support::value_override;
use crate::lint::{Context, Example, File, Lint};
use schema::diagnostic::{Diagnostic, Level};
use schema::overrides::{Override, inline};
use schema::path::ItemPath;
use schema::schema::{Field, Method, Schema, TypeDef, Union};
use schema::ty::Type;

pub(crate) static LINT: Lint = Lint {
    code: "base-conflict",
    level: Level::Warn,
    summary: "a parameter or field that differs from the same one of the API that is extended",
    what_it_does: "\
Compares each parameter, field and result with the same one of the API that is extended. A type
that is neither the same nor a part of the other's union is a warning, and so is another required
flag. Members that only one of the two has are a note, and so is a difference that an override has
already corrected to what the base says.",
    why_it_matters: "\
A platform that extends another's API shares many of its methods and types. A difference is an
error on one of the two pages, or something that users of both must know.",
    how_to_fix: "\
If the difference is intended, allow it under `lints:` in api.yaml, with the reason. Otherwise fix
the page, or add the override that the finding suggests.",
    example: Example {
        page: "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| length | ▸String | Optional | How long it is |",
        others: &[(
            File::Base,
            "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| length | Integer | Optional | How long it is |",
        )],
        message: "`sendNote.length` is `String` here, but `Integer` in base",
        fix: ("length | String", "length | Integer"),
    },
    deny_lowering: false,
    superseded_by: &["type-conflict", "required-conflict", "unknown-type"],
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Diagnostic> {
    let Some(base) = context.base else {
        return Vec::new();
    };
    let comparison = Comparison { context, base };
    let Schema { methods, types, .. } = context.schema;
    let methods = methods.iter().filter_map(|method| {
        let other = base.method(&method.name)?;
        Some(comparison.compare_methods(method, other))
    });
    let types = types.iter().filter_map(|def| {
        let other = base.type_def(&def.name)?;
        Some(comparison.compare_types(def, other))
    });
    let corrected = comparison.confirm_overrides();
    methods.chain(types).flatten().chain(corrected).collect()
}

/// A schema beside the one of the API that it extends.
struct Comparison<'a> {
    context: &'a Context<'a>,
    base: &'a Schema,
}

impl Comparison<'_> {
    fn compare_methods(&self, here: &Method, there: &Method) -> Vec<Diagnostic> {
        let mut diagnostics = Vec::new();
        if let (Some(mine), Some(other)) = (&here.returns, &there.returns)
            && mine != other
        {
            let values = (mine.to_string().into(), other.to_string().into());
            let at = ItemPath::owner(&here.name);
            diagnostics.push(self.report_difference(at, Meaning::Returns, values));
        }
        diagnostics.extend(self.compare_fields(&here.name, &here.params, &there.params));
        diagnostics
    }

    fn compare_types(&self, here: &TypeDef, there: &TypeDef) -> Vec<Diagnostic> {
        let (Some(mine), Some(other)) = (here.union(), there.union()) else {
            return self.compare_fields(&here.name, here.fields(), there.fields());
        };
        let members = |union: &Union| union.one_of.iter().map(Type::to_string).collect::<Vec<_>>();
        let difference = self.report_members(&here.name, &members(mine), &members(other));
        difference.into_iter().collect()
    }

    /// Compares the parameters or fields of one owner by name.
    fn compare_fields(&self, owner: &str, here: &[Field], there: &[Field]) -> Vec<Diagnostic> {
        let differing = here.iter().filter_map(|field| {
            let other = there.iter().find(|other| other.name == field.name)?;
            self.compare_field(ItemPath::member(owner, &field.name), field, other)
        });
        let names = |fields: &[Field]| {
            fields
                .iter()
                .map(|field| field.name.clone())
                .collect::<Vec<_>>()
        };
        let members = self.report_members(owner, &names(here), &names(there));
        differing.chain(members).collect()
    }

    fn compare_field(&self, at: ItemPath, here: &Field, there: &Field) -> Option<Diagnostic> {
        if !here.ty.is_subset_of(&there.ty) && !there.ty.is_subset_of(&here.ty) {
            let values = (here.ty.to_string().into(), there.ty.to_string().into());
            return Some(self.report_difference(at, Meaning::Type, values));
        }
        // `parse_mode` that is required if `text` is given conflicts with neither flag: on this
        // platform the condition may never hold.
        let is_conditional = here.facts.required_if.is_some() || there.facts.required_if.is_some();
        if here.required == there.required || is_conditional {
            return None;
        }
        let values = (here.required.into(), there.required.into());
        Some(self.report_difference(at, Meaning::Required, values))
    }

    /// Reports a part that has one value on this page and another in the base.
    fn report_difference(
        &self,
        at: ItemPath,
        meaning: Meaning,
        values: (Value, Value),
    ) -> Diagnostic {
        let (here, there) = values;
        let (found, expected, api) = (print(&here), print(&there), &self.base.api);
        let set = match meaning {
            Meaning::Type => "type",
            Meaning::Required => "required",
            _ => "returns",
        };
        let reason = format!("As in {api}.");
        LINT.diagnostic(format!(
            "`{at}` is `{found}` here, but `{expected}` in {api}"
        ))
        .label_at(
            self.context.place(&at, meaning),
            format!("`{expected}` in {api}"),
        )
        .found(found)
        .expected(expected)
        .help("if intended, allow it in api.yaml; otherwise fix the page or add this override:")
        .suggest_override(value_override(&at, set, here, there, reason))
        .about(at)
    }

    /// Reports the members that only one of the two has: worth knowing, and no mistake.
    fn report_members(&self, owner: &str, here: &[String], there: &[String]) -> Option<Diagnostic> {
        let api = &self.base.api;
        let (extra, missing) = (difference(here, there), difference(there, here));
        let message = match (extra.as_str(), missing.as_str()) {
            ("", "") => return None,
            (extra, "") => format!("`{owner}` has more members than in {api}: {extra}"),
            ("", missing) => format!("`{owner}` lacks members that it has in {api}: {missing}"),
            _ => format!(
                "`{owner}` lacks members that it has in {api}: {missing}; and has others: {extra}"
            ),
        };
        let at = ItemPath::owner(owner);
        let mut diagnostic = LINT
            .diagnostic_at(Level::Info, message)
            .label_at(self.context.place(&at, Meaning::Name), "")
            .about(at);
        diagnostic.found = Some(extra).filter(|names| !names.is_empty());
        diagnostic.expected = Some(missing).filter(|names| !names.is_empty());
        Some(diagnostic)
    }

    /// Notes the overrides that correct the page to what the base says: two pages confirm them.
    fn confirm_overrides(&self) -> impl Iterator<Item = Diagnostic> {
        let overrides = self.context.corrections.iter();
        let overrides = overrides.flat_map(|corrections| corrections.overrides);
        overrides.filter_map(|correction| {
            let Override {
                at, docs, value, ..
            } = correction;
            let (meaning, there) = find_value(self.base, correction)?;
            if *docs == Value::Null || *docs == there || *value != there {
                return None;
            }
            let (found, expected, api) = (print(docs), print(&there), &self.base.api);
            let message = format!(
                "`{at}` is `{found}` on the page, but `{expected}` in {api}, as its override says"
            );
            let diagnostic = LINT
                .diagnostic_at(Level::Info, message)
                .label_at(
                    self.context.place(at, meaning),
                    "corrected in overrides.yaml",
                )
                .found(found)
                .expected(expected)
                .about(at.clone());
            Some(diagnostic)
        })
    }
}

/// Finds what a schema has where an override applies.
fn find_value(base: &Schema, correction: &Override) -> Option<(Meaning, Value)> {
    let at = &correction.at;
    match correction.set.as_str() {
        "type" => Some((Meaning::Type, base.field(at)?.ty.to_string().into())),
        "required" => Some((Meaning::Required, base.field(at)?.required.into())),
        "returns" => {
            let returns = base.method(&at.owner)?.returns.as_ref()?;
            Some((Meaning::Returns, returns.to_string().into()))
        }
        _ => None,
    }
}

/// Lists the names that only the first list has.
fn difference(names: &[String], others: &[String]) -> String {
    let only = names.iter().filter(|name| !others.contains(name));
    only.cloned().collect::<Vec<_>>().join(", ")
}

/// Prints a value for a message.
fn print(value: &Value) -> String {
    match value {
        Value::Bool(true) => "required".to_owned(),
        Value::Bool(false) => "optional".to_owned(),
        other => inline(other).trim_matches(['\'', '"']).to_owned(),
    }
}
