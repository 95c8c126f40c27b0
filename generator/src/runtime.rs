//! What the hand-written part of the generated crate has already named. A test of the workspace
//! holds these lists against its sources.

/// The modules at its root, which no API can be named after.
pub const MODULES: &[&str] = &[
    "api",
    "apis",
    "bot",
    "error",
    "files",
    "input_file",
    "raw",
    "request",
    "response",
    "support",
    "token",
    "transport",
    "validate",
];

/// The methods of its `Bot`.
pub const BOT_METHODS: &[&str] = &[
    "base_url",
    "call",
    "send",
    "transport",
    "with_base_url",
    "with_transport",
];

/// What generated code takes from its `support` module.
pub const SUPPORT: &[&str] = &[
    "Api",
    "At",
    "Attach",
    "Check",
    "Deserialize",
    "Deserializer",
    "Error",
    "Files",
    "Find",
    "InputFile",
    "IntoList",
    "Invalid",
    "Raw",
    "Request",
    "Sending",
    "Serialize",
    "Serializer",
    "Transport",
    "Untyped",
    "start",
];

/// What generated code takes from Rust's prelude, its type parameters, and what its constructors
/// would be called after.
pub(crate) const RUST: &[&str] = &[
    "B",
    "Box",
    "Clone",
    "D",
    "Debug",
    "Default",
    "Err",
    "From",
    "Into",
    "IntoFuture",
    "IntoIterator",
    "New",
    "None",
    "Ok",
    "On",
    "Option",
    "PartialEq",
    "Result",
    "S",
    "Some",
    "String",
    "T",
    "Vec",
];
