//! Any schema at all: what YAML must hold, whether or not a page can state it.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::sample::select;
use schema::schema::{
    Facts, Field, Format, Limits, Method, Place, Scalar, Schema, Shape, TypeDef, Union,
};

use super::types;

/// Any schema.
pub fn any_schema() -> impl Strategy<Value = Schema> {
    (
        any_text(),
        option::of(any_text()),
        vec(any_method(), 0..4),
        vec(type_def(), 0..4),
    )
        .prop_map(|(api, version, methods, types)| Schema {
            api,
            version,
            methods,
            types,
        })
}

/// Any text, and those that YAML could take for something else.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[-:#!&*?|>'\"%@` \\n\\t~0-9.eExo天_]{0,12}",
        proptest::sample::select(vec![
            "null",
            "~",
            "yes",
            "no",
            "true",
            "1",
            "1.0",
            "1e3",
            "0x1f",
            "0o17",
            ".inf",
            ".nan",
            "-",
            "---",
            "...",
            "- a",
            "a: b",
            "# a",
            " a ",
            "",
            "\n",
            "a\n",
            "\r\n",
            "\u{85}",
            "\u{feff}",
            "2001-01-01",
            "1_000",
            "<<",
            "=",
        ])
        .prop_map(str::to_owned),
    ]
}

fn any_method() -> impl Strategy<Value = Method> {
    let returns = option::of(types::any_type());
    (
        any_text(),
        option::of(any_text()),
        option::of(any_text()),
        returns,
        vec(any_field(), 0..4),
        option::of(select(vec!["GET", "/notes/{id}", "DELETE notes"])),
    )
        .prop_map(|(name, doc, link, returns, params, http)| Method {
            http: http.and_then(|text| text.parse().ok()),
            name,
            doc,
            link,
            returns,
            params,
        })
}

fn type_def() -> impl Strategy<Value = TypeDef> {
    let union = (vec(types::any_type(), 0..4), option::of(any_text()));
    let shape = prop_oneof![
        vec(any_field(), 0..4).prop_map(Shape::Struct),
        union.prop_map(|(one_of, tag)| Shape::Union(Union { one_of, tag })),
    ];
    (
        any_text(),
        option::of(any_text()),
        option::of(any_text()),
        option::of(types::any_type()),
        shape,
    )
        .prop_map(|(name, doc, link, or, shape)| TypeDef {
            name,
            doc,
            link,
            or,
            shape,
        })
}

fn any_field() -> impl Strategy<Value = Field> {
    (
        any_text(),
        types::any_type(),
        any::<bool>(),
        any_facts(),
        option::of(any_text()),
        option::of(select(vec![Place::Path, Place::Query, Place::Body])),
    )
        .prop_map(|(name, ty, required, facts, doc, place)| Field {
            facts,
            place,
            doc,
            ..Field::new(&name, ty, required)
        })
}

fn any_facts() -> impl Strategy<Value = Facts> {
    let scalars = (
        option::of(any_scalar()),
        vec(any_scalar(), 0..3),
        option::of(any_scalar()),
    );
    let bounds = || option::of(any_limits());
    let limits = (bounds(), bounds(), bounds(), bounds(), bounds());
    let format = option::of(Just(Format::UnixTime));
    (
        scalars,
        limits,
        format,
        any::<bool>(),
        option::of(any_text()),
    )
        .prop_map(
            |(
                (constant, values, default),
                (range, length, bytes, items, local_limits),
                format,
                attach,
                required_if,
            )| Facts {
                constant,
                values,
                default,
                range,
                length,
                bytes,
                items,
                local_limits,
                format,
                attach,
                required_if,
            },
        )
}

fn any_scalar() -> impl Strategy<Value = Scalar> {
    prop_oneof![
        any::<bool>().prop_map(Scalar::Boolean),
        any::<i64>().prop_map(Scalar::Integer),
        any::<f64>().prop_map(Scalar::Float),
        any_text().prop_map(Scalar::String),
    ]
}

fn any_limits() -> impl Strategy<Value = Limits> {
    (any::<Option<i64>>(), any::<Option<i64>>()).prop_map(|(min, max)| Limits { min, max })
}
