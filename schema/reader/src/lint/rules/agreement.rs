//! What a base bears out of an API's overrides: in come both, out go notes for `base-conflict`.

use serde_yaml::Value;

use super::base_conflict;
use crate::lint::Context;
use crate::page::Part;
use schema::diagnostic::{Diagnostic, Level};
use schema::overrides::Override;
use schema::schema::Schema;

/// Where the page differs, and an override has corrected it to what the base says.
pub(super) fn agreed(context: &Context<'_>, base: &Schema) -> Vec<Diagnostic> {
    let overrides = context.corrections.iter().flat_map(|all| all.overrides);
    let pairs = overrides.filter_map(|one| Some((one, stated(base, one)?)));
    let agreed = pairs.filter(|(one, (_, there))| {
        let is_said = one.docs != Value::Null && one.docs != *there;
        is_said && one.value == *there
    });
    let found = agreed.map(|(one, (part, there))| {
        let (at, found, expected) = (
            one.at.clone(),
            base_conflict::word(&one.docs),
            base_conflict::word(&there),
        );
        let message = format!(
            "`{at}` is `{found}` on the page, but `{expected}` in {}, as its override has it",
            base.api
        );
        let told = Diagnostic::new(base_conflict::LINT.code, Level::Info, message)
            .found(found)
            .expected(expected);
        base_conflict::placed(
            context,
            told,
            at,
            part,
            "corrected in overrides.yaml".to_owned(),
        )
    });
    found.collect()
}

/// What a schema states where an override applies.
fn stated(base: &Schema, one: &Override) -> Option<(Part, Value)> {
    let field = || base.field(&one.at);
    match one.set.as_str() {
        "type" => Some((Part::Type, field()?.ty.to_string().into())),
        "required" => Some((Part::Required, field()?.required.into())),
        "returns" => {
            let method = base.method(&one.at.owner)?;
            Some((Part::Returns, method.returns.as_ref()?.to_string().into()))
        }
        _ => None,
    }
}
