//! Any schema at all: what YAML must hold, whether or not a page can state it.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use schema::schema::{Facts, Field, Format, Limits, Method, Scalar, Schema, Shape, TypeDef, Union};

use super::types;

/// Any schema.
pub fn schema() -> impl Strategy<Value = Schema> {
    (
        text(),
        option::of(text()),
        vec(method(), 0..4),
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
fn text() -> impl Strategy<Value = String> {
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

fn method() -> impl Strategy<Value = Method> {
    let returns = option::of(types::any());
    (
        text(),
        option::of(text()),
        option::of(text()),
        returns,
        vec(field(), 0..4),
    )
        .prop_map(|(name, doc, link, returns, params)| Method {
            name,
            doc,
            link,
            returns,
            params,
        })
}

fn type_def() -> impl Strategy<Value = TypeDef> {
    let union = (vec(types::any(), 0..4), option::of(text()));
    let shape = prop_oneof![
        vec(field(), 0..4).prop_map(Shape::Struct),
        union.prop_map(|(one_of, tag)| Shape::Union(Union { one_of, tag })),
    ];
    (text(), option::of(text()), option::of(text()), shape).prop_map(|(name, doc, link, shape)| {
        TypeDef {
            name,
            doc,
            link,
            shape,
        }
    })
}

fn field() -> impl Strategy<Value = Field> {
    (
        text(),
        types::any(),
        any::<bool>(),
        facts(),
        option::of(text()),
    )
        .prop_map(|(name, ty, required, facts, doc)| Field {
            facts,
            doc,
            ..Field::new(&name, ty, required)
        })
}

fn facts() -> impl Strategy<Value = Facts> {
    let scalars = (
        option::of(scalar()),
        vec(scalar(), 0..3),
        option::of(scalar()),
    );
    let bounds = || option::of(limits());
    let limits = (bounds(), bounds(), bounds(), bounds());
    let format = option::of(Just(Format::UnixTime));
    (scalars, limits, format, any::<bool>(), option::of(text())).prop_map(
        |(
            (constant, values, default),
            (range, length, bytes, items),
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
            format,
            attach,
            required_if,
        },
    )
}

fn scalar() -> impl Strategy<Value = Scalar> {
    prop_oneof![
        any::<bool>().prop_map(Scalar::Boolean),
        any::<i64>().prop_map(Scalar::Integer),
        any::<f64>().prop_map(Scalar::Float),
        text().prop_map(Scalar::String),
    ]
}

fn limits() -> impl Strategy<Value = Limits> {
    (any::<Option<i64>>(), any::<Option<i64>>()).prop_map(|(min, max)| Limits { min, max })
}
