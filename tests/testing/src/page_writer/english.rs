//! The words of English pages.

use super::Words;

/// English.
pub static ENGLISH: Words = Words {
    params: ["Parameter", "Type", "Required", "Description"],
    fields: ["Field", "Type", "Description"],
    required: ["Yes", "Optional"],
    optional: "Optional. ",
    stop: ".",
    or: " or ",
    and: [", ", " and "],
    array: "Array of ",
    version: "Bot API @",
    no_params: "Takes no parameters",
    one_of: "It is one of",
    returns: "On success, the @ is returned",
    otherwise: "On success, if it can be, the @ is returned, otherwise ",
    list: "Array of @",
    plain: "What it is",
    length: ["<-> characters", "At most > characters"],
    bytes: ["<-> bytes", "At most > bytes"],
    items: ["Must include <-> items", "At most > items"],
    range: "Values between <-> are fine",
    default: "Defaults to @",
    constant: "Always @",
    values: "One of @",
    unix_time: "In Unix time",
    attach: "Can be attach://name",
    required_if: "Required if @ are not specified",
};
