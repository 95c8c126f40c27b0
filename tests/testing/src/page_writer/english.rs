//! The words of English pages.

use super::Words;

/// English.
pub const ENGLISH: Words = Words {
    params: ["Parameter", "Type", "Required", "Description"],
    fields: ["Field", "Type", "Required", "Description"],
    required: ["Yes", "Optional"],
    optional: "Optional. ",
    stop: ".",
    or: " or ",
    and: [", ", " and "],
    array: "Array of ",
    version: "Bot API @",
    no_params: "Takes no parameters",
    one_of: "It is one of",
    alternative: "For a simple one, @ can be used instead of this object",
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

/// Other phrasings of the same that people use.
pub const ENGLISH_PHRASINGS: &[Words] = &[
    ENGLISH,
    Words {
        params: ["Name", "Type", "Required", "Description"],
        fields: ["Property", "Type", "Required", "Details"],
        required: ["yes", "no"],
        optional: "(optional) ",
        returns: "Returns the @",
        otherwise: "Returns the @ if it can be, otherwise ",
        length: ["< to > characters", "Max > characters"],
        bytes: ["< to > bytes", "Up to > bytes"],
        items: ["< to > items", "Up to > items"],
        range: "From < to >",
        default: "Default: @",
        constant: "Must be @",
        values: "Can be @",
        unix_time: "Unix timestamp",
        ..ENGLISH
    },
    Words {
        params: ["Parameters", "Type", "Mandatory", "Description"],
        fields: ["Name", "Data type", "Required", "Description"],
        required: ["true", "false"],
        optional: "*Optional* ",
        returns: "On success, returns @",
        otherwise: "On success, if it can be, returns @, otherwise ",
        list: "a list of @",
        length: ["Between < and > characters", "Maximum > characters"],
        bytes: ["Between < and > bytes", "Max > bytes"],
        items: ["Must contain < to > entries", "No more than > entries"],
        range: "Must be between < and >",
        default: "The default is @",
        constant: "It is always @",
        values: "Either @",
        unix_time: "As Unix time",
        ..ENGLISH
    },
    Words {
        required: ["Required", "Optional"],
        optional: "Optional - ",
        returns: "Returns @",
        otherwise: "Returns @ if it can be, otherwise ",
        list: "@[]",
        length: ["<–> characters long", "> characters at most"],
        bytes: ["<–> bytes long", "> bytes at most"],
        items: ["A list of <–> items", "> items at most"],
        range: "<–>",
        default: "What it is (default @)",
        constant: "Always equals @",
        values: "Allowed values: @",
        unix_time: "Seconds since 1970",
        ..ENGLISH
    },
];
