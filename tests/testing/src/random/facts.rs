//! Facts: those that the page can state of a type.

use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::{Strategy, any};
use schema::schema::{Facts, Format, Limits, Scalar};
use schema::ty::Type;

use super::names;

/// One value of each kind, to choose from by type.
#[derive(Clone, Debug)]
struct Values {
    flag: bool,
    number: i64,
    fraction: f64,
    text: String,
}

/// The facts that a page can state of a type.
pub(super) fn of(ty: Type) -> impl Strategy<Value = Facts> {
    let value = || weighted(0.3, values());
    let bounds = || weighted(0.5, limits());
    let names = weighted(0.2, vec(names::member_name(), 1..4));
    let flags = (any::<bool>(), any::<bool>());
    (
        value(),
        vec(values(), 2..5),
        bounds(),
        any::<u8>(),
        names,
        flags,
    )
        .prop_map(
            move |(default, choice, bounds, kind, names, (timed, attach))| {
                let mut facts = Facts {
                    default: default.and_then(|values| scalar_of(values, &ty)),
                    required_if: names.map(|names| absence_condition(&names)),
                    ..Facts::default()
                };
                match &ty {
                    Type::Array(_) => facts.items = bounds.filter(|_| kind % 3 > 0),
                    Type::String if kind % 3 == 0 => facts.length = bounds,
                    Type::String if kind % 3 == 1 => facts.bytes = bounds,
                    Type::Integer | Type::Float => {
                        facts.range = bounds.filter(|one| one.min.is_some())
                    }
                    _ => {}
                }
                if matches!(ty, Type::String | Type::Integer) && kind % 5 == 0 {
                    facts.values = distinct_scalars(choice, &ty);
                }
                if ty == Type::Integer && timed {
                    facts.format = Some(Format::UnixTime);
                }
                facts.attach = attach && ty.members().contains(&Type::String);
                facts
            },
        )
}

fn values() -> impl Strategy<Value = Values> {
    let text = "[a-zA-Z天地人，*_`<>&|~\\[\\]{}%/\\\\!#^$ -]{1,10}";
    (any::<bool>(), any::<u32>(), any::<i32>(), text).prop_map(|(flag, number, cents, text)| {
        Values {
            flag,
            number: i64::from(number),
            fraction: f64::from(cents) / 100.0,
            text: text.trim().to_owned() + "x",
        }
    })
}

fn limits() -> impl Strategy<Value = Limits> {
    (weighted(0.7, 0..50_i64), 50..10_000_i64).prop_map(|(min, max)| Limits {
        min,
        max: Some(max),
    })
}

/// The value that a type has; types by name and unions have no plain ones.
fn scalar_of(values: Values, ty: &Type) -> Option<Scalar> {
    match ty {
        Type::Boolean => Some(Scalar::Boolean(values.flag)),
        Type::True => Some(Scalar::Boolean(true)),
        Type::Integer => Some(Scalar::Integer(values.number)),
        Type::Float => Some(Scalar::Float(values.fraction)),
        Type::String => Some(Scalar::String(values.text)),
        _ => None,
    }
}

fn distinct_scalars(choice: Vec<Values>, ty: &Type) -> Vec<Scalar> {
    let mut all: Vec<Scalar> = Vec::new();
    for value in choice
        .into_iter()
        .filter_map(|values| scalar_of(values, ty))
    {
        if !all.contains(&value) {
            all.push(value);
        }
    }
    // One value alone is no choice.
    if all.len() > 1 { all } else { Vec::new() }
}

fn absence_condition(names: &[String]) -> String {
    match names {
        [first @ .., last] if !first.is_empty() => {
            format!("{} and {last} are not specified", first.join(", "))
        }
        _ => format!("{} is not specified", names.join("")),
    }
}
