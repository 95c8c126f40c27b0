//! English, as reference pages of bot platforms are written in it.

use std::sync::LazyLock;

use super::FactKind::{
    Attach, Bounds, Bytes, Const, Default, Enum, EnumList, Items, Length, Range, RequiredIf,
    UnixTime,
};
use super::ValueKind::{Flag, List, Number, Text};
use super::{Column, Dialect, ReturnWords, TypeWords, fact, pattern, value};

/// The dialect.
pub(super) static ENGLISH: LazyLock<Dialect> = LazyLock::new(|| Dialect {
    name: "English",
    columns: &[
        ("parameter", Column::Name),
        ("parameters", Column::Name),
        ("field", Column::Name),
        ("fields", Column::Name),
        ("name", Column::Name),
        ("property", Column::Name),
        ("type", Column::Type),
        ("types", Column::Type),
        ("data type", Column::Type),
        ("required", Column::Required),
        ("is required", Column::Required),
        ("mandatory", Column::Required),
        ("description", Column::Description),
        ("details", Column::Description),
    ],
    required: &[
        ("yes", true),
        ("required", true),
        ("mandatory", true),
        ("true", true),
        ("✓", true),
        ("optional", false),
        ("no", false),
        ("false", false),
    ],
    opens_optional: pattern(r"^\s*[“(]?[Oo]ptional[”)]?\s*(?:[.,;:]|$)"),
    opens_required: pattern(r"^\s*[“(]?[Rr]equired[”)]?\s*(?:[.,;:]|$)"),
    types: TypeWords {
        builtin: &[],
        array_before: &["an array of ", "array of ", "list of "],
        array_after: &[],
        or: &[" or an ", " or a ", " or "],
        and: &[", and ", ",", " and "],
    },
    returns: ReturnWords {
        verb: pattern(r"(?i)\breturn(?:s|ed)?\b"),
        unless: pattern(
            r"(?i)\breturns? an error\b|\bwill return\b|\berror is returned\b|\bto return\b|\bto be returned\b",
        ),
        otherwise: pattern(r"(?i)\botherwise\b"),
        marker: pattern(r"(?i)\b(?:as|in (?:the )?form of)\s+(?:an?\s+)?"),
        array: pattern(r"(?i)\b(?:array|list) of\b"),
        noun: pattern(r"^\s*objects?\b"),
        promise: pattern(r"(?i)^returns?\b|\bon success\b|\b(?:is|are) returned\b"),
    },
    unions: pattern(r"(?i)\b(?:one|any) of\b"),
    facts: vec![
        fact(
            Length,
            r"(?P<min>\d+)\s*[-–—]\s*(?P<max>\d+) (?:UTF-8 )?characters",
        ),
        fact(
            Length,
            r"(?i)\b(?:at most|up to|must not exceed|can't exceed|no longer than) (?P<max>\d+) (?:UTF-8 )?characters\)?(?:[.,;)]|$)",
        ),
        fact(Bytes, r"(?i)(?P<min>\d+)\s*[-–—]\s*(?P<max>\d+) bytes"),
        fact(
            Bytes,
            r"(?i)\b(?:at most|must not exceed|can't exceed|no longer than) (?P<max>\d+) bytes\)?(?:[.,;)]|$)",
        ),
        fact(
            Items,
            r"(?i)\b(?:must include|list of|array of|includes?|contains?) (?P<min>\d+)\s*[-–—]\s*(?P<max>\d+)\b",
        ),
        fact(
            Items,
            r"(?i)\b(?:list|array) of (?:the )?(?P<min>\d+) or (?P<max>\d+)\b",
        ),
        fact(Items, r"(?i)\b(?:list|array) of up to (?P<max>\d+)\b"),
        fact(
            Items,
            r"(?i)(?P<min>\d+)\s*[-–—]\s*(?P<max>\d+) (?:items|elements|entries)\b",
        ),
        fact(
            Items,
            r"(?i)\b(?:at most|up to|no more than) (?P<max>\d+) [a-z ]*(?:can be specified|items|elements|entries)\b",
        ),
        fact(
            Range,
            r"(?i)\b(?:between|from) (?P<min>-?\d+)(?:\s*[-–—]\s*| and | to )(?P<max>\d+)\b",
        ),
        fact(
            Bounds,
            r"[;,] (?P<min>-?\d+)\s*[-–—]\s*(?P<max>\d+(?: \* \d+)*)\s*(?:[.;,]|$)",
        ),
        fact(
            Default,
            r"(?i)\bdefaults to (?P<value>“[^”]*”|-?\d+(?:\.\d+)?|true|false)(?:[.,;)]|$)",
        ),
        fact(
            Const,
            r"(?i)\b(?:always|must be) (?P<value>“[^”]*”|\d+)(?:[.;]|$)",
        ),
        fact(Enum, r#"(?i)\b(?:one of|either) (?P<first>[“"\d])"#),
        fact(Enum, r#"(?i)\bcan be (?P<first>[“"])"#),
        fact(Enum, r#"(?i)\bchoose one\b[^.:]*: ?(?P<first>[“"])"#),
        fact(
            EnumList,
            r#"(?i)(?:\bpass|^(?:“?Optional”?\. )?[^.,;“"]*,) (?P<first>“)[^”]*”(?:,| or )"#,
        ),
        fact(UnixTime, r"(?i)\bUnix time"),
        fact(Attach, "attach://"),
        fact(
            RequiredIf,
            r"(?i)\brequired if (?P<absent>“?\w+”?(?:(?:,? and |, )“?\w+”?)*) (?:is not|are not|isn't|aren't) specified",
        ),
        fact(
            RequiredIf,
            r"(?i)\brequired if (?P<present>“?\w+”?(?:(?:,? and |, )“?\w+”?)*) (?:is|are) specified",
        ),
        fact(
            RequiredIf,
            r"(?i)\brequired if (?P<yes>“?\w+”?) is “?true”?(?:[.;,]|$)",
        ),
        fact(
            RequiredIf,
            r"(?i)\brequired if (?P<no>“?\w+”?) is “?false”?(?:[.;,]|$)",
        ),
    ],
    values: vec![
        value(Flag, r"(?i)\bpass “?true”?(?:[,. ]|$)"),
        value(Text, r"\d+\s*[-–—]\s*\d+ (?:UTF-8 )?characters"),
        value(List, r"(?i)\bJSON-serialized (?:list|array) of\b"),
        value(Text, r"(?i)\bpass [^.,;]{0,40} as a string\b"),
        value(
            Number,
            r"(?i)\bin seconds\b|\bUnix time|\bvalues between -?\d+",
        ),
    ],
    takes_nothing: pattern(
        r"(?i)\b(?:requires|takes|has|needs) no (?:parameters|fields)\b|\bholds no information\b",
    ),
    takes_input: pattern(r"(?i)\b(?:specify|pass|provide)\b"),
    version: pattern(
        r"(?i)^(?:bot api|version|api version)\s*:?\s*v?(?P<version>\d+(?:\.\d+)+)\s*$",
    ),
});
