//! The rule that tells which member of a union a value is, in prose.

use crate::doc::escape;
use crate::resolve::discriminator::{Case, DecisionList, Kind};

/// The rule, where it is more than that members are different kinds of JSON. `names` are those of
/// the variants.
pub(crate) fn rule(plan: &DecisionList, names: &[String]) -> Option<String> {
    let objects: Vec<&Case> = plan
        .cases
        .iter()
        .filter(|case| case.kind == Kind::Object)
        .collect();
    let by_field = objects.iter().any(|case| case.test.unique_field.is_some());
    let text = match (plan.guesses, plan.tag()) {
        (true, _) => {
            "Some variants look alike in JSON: a value is read as the first that fits.".to_owned()
        }
        _ if objects.len() < 2 => return None,
        (false, Some(tag)) if by_field => format!(
            "{} by the field {} and, where that is the same, by a field that only one of them has.",
            subject(plan, &objects),
            escape::code(tag)
        ),
        (false, Some(tag)) => format!(
            "{} by the field {}.",
            subject(plan, &objects),
            escape::code(tag)
        ),
        (false, None) => one_by_one(&objects, names)?,
    };
    Some(text)
}

/// Begins the sentence: only objects have a tag, members that are other kinds of JSON need none.
fn subject(plan: &DecisionList, objects: &[&Case]) -> &'static str {
    if objects.len() == plan.cases.len() {
        "Distinguished"
    } else {
        "Distinguished by the kind of JSON, objects"
    }
}

/// Lists the fields that each member must have. The first member whose fields are there is it.
fn one_by_one(objects: &[&Case], names: &[String]) -> Option<String> {
    let tests = objects.iter().map(|case| {
        let name = names.get(case.member)?;
        let says = case.test.tag_value.as_ref();
        let says =
            says.map(|(field, text)| format!("{} {}", escape::code(field), escape::code(text)));
        let has = case
            .test
            .unique_field
            .as_ref()
            .map(|field| escape::code(field));
        let test = [says, has]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" and ");
        Some(match test.as_str() {
            "" => format!("`{name}` otherwise"),
            test => format!("`{name}` with {test}"),
        })
    });
    let tests: Vec<String> = tests.collect::<Option<_>>()?;
    Some(format!(
        "Distinguished by the fields of the object: {}.",
        tests.join(", ")
    ))
}
