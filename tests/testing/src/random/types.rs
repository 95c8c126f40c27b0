//! Type expressions: any, and those that a cell or a sentence can hold.

use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, prop_oneof};
use proptest::sample::select;
use schema::ty::Type;

/// Any type expression, as deep as pages go and deeper.
pub fn any_type() -> impl Strategy<Value = Type> {
    let leaf = prop_oneof![
        built_in(),
        "[A-Za-z_][A-Za-z0-9_]{0,8}".prop_filter_map("no name", named_type)
    ];
    leaf.prop_recursive(6, 40, 4, |inner| {
        prop_oneof![
            inner.clone().prop_map(Type::array),
            vec(inner, 1..5).prop_filter_map("no members", Type::union),
        ]
    })
}

fn named_type(name: String) -> Option<Type> {
    let usable = schema::ty::is_identifier(&name) && name != "Array";
    usable.then(|| Type::named(&name))
}

const BUILT_IN: [Type; 6] = [
    Type::Integer,
    Type::Float,
    Type::String,
    Type::Boolean,
    Type::True,
    Type::InputFile,
];

fn built_in() -> impl Strategy<Value = Type> {
    select(BUILT_IN.to_vec())
}

/// A built-in type, or one of the names.
pub(super) fn leaf_type(names: &[String]) -> impl Strategy<Value = Type> + Clone + use<> {
    let named: Vec<Type> = names.iter().map(|name| Type::named(name)).collect();
    select([BUILT_IN.as_slice(), &named].concat())
}

/// Types that a cell can hold: unions of types and arrays; arrays of unions, twice at the most.
pub(super) fn in_cell(names: &[String]) -> impl Strategy<Value = Type> + use<> {
    let one = leaf_type(names);
    let list = prop_oneof![one.clone(), union_of(one.clone())].prop_map(Type::array);
    let lists = list.clone().prop_map(Type::array);
    let part = prop_oneof![3 => one.clone(), 1 => one.clone().prop_map(Type::array)];
    prop_oneof![4 => one, 1 => list, 1 => lists, 2 => union_of(part)]
}

/// Types that a return sentence can state.
pub(super) fn in_sentence(names: &[String]) -> impl Strategy<Value = Option<Type>> + use<> {
    let one = leaf_type(names);
    let list = one.clone().prop_map(Type::array);
    let part = prop_oneof![one.clone(), list.clone()];
    prop_oneof![
        1 => Just(None),
        4 => one.prop_map(Some),
        2 => list.prop_map(Some),
        2 => union_of(part).prop_map(Some),
    ]
}

fn union_of(part: impl Strategy<Value = Type>) -> impl Strategy<Value = Type> {
    vec(part, 2..5).prop_filter_map("no members", Type::union)
}
