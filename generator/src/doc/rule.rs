//! The rule that tells which member of a union a value is, in prose.

use crate::doc::escape;
use crate::resolve::discriminator::{Case, DecisionList, Kind};

/// Describes the rule, where it is more than that members are different kinds of JSON. `names` are
/// those of the variants.
pub(crate) fn describe_rule(plan: &DecisionList, names: &[String]) -> Option<String> {
    let objects: Vec<&Case> = plan
        .cases
        .iter()
        .filter(|case| case.kind == Kind::Object)
        .collect();
    let by_field = objects.iter().any(|case| case.test.unique_field.is_some());
    let text = match (plan.is_ambiguous, plan.tag()) {
        (true, _) => {
            "Some variants look alike in JSON: a value is read as the first that fits.".to_owned()
        }
        _ if objects.len() < 2 => return None,
        (false, Some(tag)) if by_field => format!(
            "{} by the field {} and, where that is the same, by a field that only one of them has.",
            begin_sentence(plan, &objects),
            escape::code(tag)
        ),
        (false, Some(tag)) => format!(
            "{} by the field {}.",
            begin_sentence(plan, &objects),
            escape::code(tag)
        ),
        (false, None) => list_tests(&objects, names)?,
    };
    Some(text)
}

/// Begins the sentence: only objects have a tag, members that are other kinds of JSON need none.
fn begin_sentence(plan: &DecisionList, objects: &[&Case]) -> &'static str {
    if objects.len() == plan.cases.len() {
        "Distinguished"
    } else {
        "Distinguished by the kind of JSON, objects"
    }
}

/// Lists the fields that each member must have. The first member whose fields are there is it.
fn list_tests(objects: &[&Case], names: &[String]) -> Option<String> {
    let tests = objects.iter().map(|case| {
        let name = names.get(case.member)?;
        let mut test = Vec::new();
        if let Some((field, text)) = &case.test.tag_value {
            let no_tag = if case.test.allows_no_tag {
                " or none"
            } else {
                ""
            };
            test.push(format!(
                "{} {}{no_tag}",
                escape::code(field),
                escape::code(text)
            ));
        }
        test.extend(case.test.unique_field.as_deref().map(escape::code));
        if test.is_empty() {
            return Some(format!("`{name}` otherwise"));
        }
        Some(format!("`{name}` with {}", test.join(" and ")))
    });
    let tests: Vec<String> = tests.collect::<Option<_>>()?;
    Some(format!(
        "Distinguished by the fields of the object: {}.",
        tests.join(", ")
    ))
}
