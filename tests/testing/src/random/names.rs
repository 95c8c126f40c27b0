//! Names: of methods, parameters and types.

use proptest::prelude::Strategy;

/// `sendNote`.
pub(super) fn method_name() -> impl Strategy<Value = String> {
    "[a-z]{2,6}[A-Z][a-z]{1,6}"
}

/// `chat_id`. Words that join names are none.
pub(super) fn member_name() -> impl Strategy<Value = String> {
    let words = ["and", "or"];
    "[a-z][a-z0-9]{0,5}(_[a-z0-9]{1,5}){0,2}"
        .prop_filter("a word", move |name| !words.contains(&name.as_str()))
}

/// `Note`, `NoteInfo`: no plural, and no word for a type that is built in.
pub(super) fn type_name() -> impl Strategy<Value = String> {
    let built_in = [
        "Integer", "Float", "String", "Boolean", "Double", "Long", "Bool", "True", "Array",
    ];
    "[A-Z][a-z]{2,6}([A-Z][a-z]{2,4})?[a-rt-z]"
        .prop_filter("built in", move |name| !built_in.contains(&name.as_str()))
}
