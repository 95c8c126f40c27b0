//! English, as reference pages of bot platforms are written in it.

use std::sync::LazyLock;

use super::FactKind::{
    Attach, Bounds, Bytes, Const, Default, Enum, EnumList, Items, Length, Range, RequiredIf,
    UnixTime,
};
use super::Statement::{Optional, Prose, Required};
use super::ValueKind::{Flag, List, Number, Text};
use super::{
    Column, Dialect, Lookalike, Part, ReturnWords, Rules, TypeWords, fact, pattern, rule, unread,
    value,
};

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
        ("attribute", Column::Name),
        ("argument", Column::Name),
        ("key", Column::Name),
        ("type", Column::Type),
        ("types", Column::Type),
        ("data type", Column::Type),
        ("required", Column::Required),
        ("is required", Column::Required),
        ("mandatory", Column::Required),
        ("value", Column::Value),
        ("values", Column::Value),
        ("constant", Column::Value),
        ("enum", Column::Value),
        ("enum value", Column::Value),
        ("description", Column::Description),
        ("details", Column::Description),
        ("meaning", Column::Description),
        ("explanation", Column::Description),
        ("notes", Column::Description),
    ],
    parts: &[
        ("example", Part::Other),
        ("examples", Part::Other),
        ("sample", Part::Other),
        ("samples", Part::Other),
        ("error", Part::Other),
        ("errors", Part::Other),
        ("exception", Part::Other),
        ("exceptions", Part::Other),
        ("code", Part::Other),
        ("codes", Part::Other),
        ("response", Part::Response),
        ("responses", Part::Response),
        ("returns", Part::Response),
        ("return", Part::Response),
        ("returned", Part::Response),
        ("output", Part::Response),
        ("outputs", Part::Response),
        ("result", Part::Response),
        ("results", Part::Response),
        ("answer", Part::Response),
        ("parameters", Part::Input),
        ("parameter", Part::Input),
        ("param", Part::Input),
        ("params", Part::Input),
        ("request", Part::Input),
        ("input", Part::Input),
        ("inputs", Part::Input),
        ("argument", Part::Input),
        ("arguments", Part::Input),
        ("args", Part::Input),
        ("field", Part::Input),
        ("fields", Part::Input),
        ("property", Part::Input),
        ("properties", Part::Input),
        ("attribute", Part::Input),
        ("attributes", Part::Input),
        ("values", Part::Input),
        ("body", Part::Input),
        ("payload", Part::Input),
        ("query", Part::Input),
        ("takes", Part::Input),
        ("accepts", Part::Input),
    ],
    value_names: &[
        "Action", "Code", "Enum", "Flag", "Format", "Kind", "Level", "Mode", "Reason", "Role",
        "Scope", "State", "Status", "Style", "Type",
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
    phrases: &[
        (Lookalike::Bounds, "Values between 1-50"),
        (Lookalike::Limit, "At most 50."),
        (Lookalike::Length, "1-64 characters"),
        (Lookalike::Values, "One of “a” or “b”"),
        (Lookalike::Constant, "Always “a”"),
        (Lookalike::Default, "Defaults to “a”"),
        (Lookalike::Opening, "Optional."),
    ],
    examples: pattern(r"\b(?:for (?:example|instance)|e\.\s?g\.?|eg\.|such as|examples?:)"),
    open_list: pattern(r"^\W*(?:etc\b|and so on\b|and (?:others|more)\b|…|\.\.\.)"),
    descriptions: Rules::new(vec![
        rule(
            Optional,
            r"^\s*(?:[“(\[]optional[.,:]?[”)\]]|[“(\[]?optional\s*(?:[.,;:–—-]|$))",
        ),
        rule(
            Optional,
            r"(?:[(\[]“?optional”?[)\]]|[.,;]\s“?optional”?)\.?\s*$",
        ),
        rule(
            Required,
            r"^\s*(?:[“(\[]required[.,:]?[”)\]]|[“(\[]?required\s*(?:[.,;:–—-]|$))",
        ),
        rule(
            Required,
            r"(?:[(\[]“?required”?[)\]]|[.,;]\s“?required”?)\.?\s*$",
        ),
        fact(
            Length,
            r"{min}(?:{to}|\s*and\s*){max} (?:utf-8 |unicode )?(?:characters|chars)\b",
        ),
        fact(
            Length,
            r"\b(?:at most|up to|must not exceed|can't exceed|cannot exceed|not exceeding|no (?:longer|more) than|max(?:imum|\.)?(?: of)?|limited to|limit(?:\s*:| of| is)) {max} (?:utf-8 |unicode )?(?:characters|chars)(?: long| in length)?{end}",
        ),
        fact(
            Length,
            r"\b{max} (?:characters|chars) (?:max(?:imum)?|at most|or (?:less|fewer))\b",
        ),
        fact(
            Length,
            r"\b(?:at least|min(?:imum|\.)?(?: of)?|no (?:shorter|fewer|less) than) {min} (?:utf-8 |unicode )?(?:characters|chars)(?: long| in length)?{end}",
        ),
        fact(
            Length,
            r"\blength(?: is| of|:)?(?: between| from)? {min}(?:{to}|\s*and\s*){max}{end}",
        ),
        fact(
            Length,
            r"\bmax(?:imum|\.)? length(?: is| of|:)? {max}(?: characters| chars)?{end}",
        ),
        fact(
            Length,
            r"\bmin(?:imum|\.)? length(?: is| of|:)? {min}(?: characters| chars)?{end}",
        ),
        fact(Bytes, r"{min}(?:{to}|\s*and\s*){max} bytes\b"),
        fact(
            Bytes,
            r"\b(?:at most|up to|must not exceed|can't exceed|cannot exceed|not exceeding|no (?:longer|more) than|max(?:imum|\.)?(?: of)?|limited to|limit(?:\s*:| of| is)) {max} bytes(?: long| in length)?{end}",
        ),
        fact(
            Items,
            r"\b(?:must include|list of|array of|includes?|contains?) {min}{to}{max}\b",
        ),
        fact(Items, r"\b(?:list|array) of (?:the )?{min} or {max}\b"),
        fact(Items, r"\b(?:list|array) of up to {max}\b"),
        fact(Items, r"{min}{to}{max} (?:items|elements|entries)\b"),
        fact(
            Items,
            r"\b(?:at most|up to|no more than|max(?:imum|\.)?(?: of)?) {max} [a-z ]*(?:can be specified|items|elements|entries)\b",
        ),
        fact(
            Range,
            r"\b(?:between|from|range:?|ranges from|in the range(?: of)?) {min}(?:{to}|\s*and\s*){max}\b",
        ),
        fact(
            Bounds,
            r"(?:[;,:(]\s*|^\s*){min}{to}{max}(?: (?:seconds|minutes|hours|days|pixels|percent))?{end}",
        ),
        fact(
            Range,
            r"\b(?:at most|up to|must not exceed|can't exceed|cannot exceed|not exceeding|no more than|max(?:imum|\.)?(?: value)?(?: of| is|:)?) {max}(?: (?:seconds|minutes|hours|days|pixels|percent))?{end}",
        ),
        fact(
            Range,
            r"\b(?:at least|no less than|min(?:imum|\.)?(?: value)?(?: of| is|:)?) {min}(?: (?:seconds|minutes|hours|days|pixels|percent))?{end}",
        ),
        fact(
            Default,
            r"\b(?:defaults? to|default(?: value)?(?: is| of|\s*[:=])?|by default,?) {value}(?: (?:seconds|characters|bytes|items))?{end}",
        ),
        fact(Default, r"(?:^|[,;(]\s?){value} by default{end}"),
        fact(
            Const,
            r"\b(?:always|must be|must equal|always equals|constant:?|fixed:?|fixed to) (?P<value>“[^”]*”|\d+)(?:[.;)]|$)",
        ),
        fact(
            Enum,
            r"\b(?:one of|either|any of)(?: the following(?: values)?)?:? (?P<first>[“\d])",
        ),
        fact(
            Enum,
            r"\b(?:(?:possible|allowed|valid|supported|available|accepted) (?:values|options)(?: are|:)?|values:|options:|can be|may be|must be|should be) (?P<first>“)",
        ),
        fact(Enum, r"\bchoose one\b[^.:]*: ?(?P<first>“)"),
        fact(
            EnumList,
            r"(?:\bpass|^(?:“?optional”?\. )?[^.,;:“]*[,:(]) ?(?P<first>“)[^”]*”(?:,| or |/| / |\|| \| )",
        ),
        fact(UnixTime, r"\bunix time"),
        fact(Attach, "attach://"),
        fact(
            RequiredIf,
            r"\brequired if (?P<absent>“?\w+”?(?:(?:,? and |, )“?\w+”?)*) (?:is not|are not|isn't|aren't) specified",
        ),
        fact(
            RequiredIf,
            r"\brequired if (?P<present>“?\w+”?(?:(?:,? and |, )“?\w+”?)*) (?:is|are) specified",
        ),
        fact(
            RequiredIf,
            r"\brequired if (?P<yes>“?\w+”?) is “?true”?(?:[.;,]|$)",
        ),
        fact(
            RequiredIf,
            r"\brequired if (?P<no>“?\w+”?) is “?false”?(?:[.;,]|$)",
        ),
        unread(
            Lookalike::Bounds,
            r"(?:^|[^“\w./-]){min}(?:{to}|\s*(?:through|thru|until|up to)\s*){max}(?: [a-z-]+)?{end}",
        ),
        unread(
            Lookalike::Length,
            r"\b{number} (?:characters|chars|letters|symbols|signs|bytes|items|elements|entries)\b",
        ),
        unread(
            Lookalike::Limit,
            r"\b(?:max|maximum|min|minimum|limit|at most|at least|no more than|not more than|up to|less than|fewer than|more than|greater than|not exceed|exceeds?|below|above|capped)\W{1,3}(?:[a-z]+\W{1,2}){0,2}{number}{end}",
        ),
        unread(
            Lookalike::Values,
            r"“[^”]+”(?:\s*[,/|]\s*“[^”]+”)*,?\s*(?:[,/|]|\bor\b)\s*“[^”]+”(?:\s*[.;:)\]]|\s*$)",
        ),
        unread(
            Lookalike::Values,
            r"[:(]\s*“[^”]+”(?:,\s*“[^”]+”)*,?\s*\band\b\s*“[^”]+”(?:\s*[.;:)\]]|\s*$)",
        ),
        unread(
            Lookalike::Values,
            r"\b(?:one of|(?:possible|allowed|valid) values(?: are)?|values|options)\s*:?\s*[a-z_]+(?:(?:, | or |, or | ?[/|] ?)[a-z_]+)+{end}",
        ),
        unread(
            Lookalike::Constant,
            r"(?:[,;:=–—-]|\b(?:is|equals?|be|has|only|exactly)|^)\s*(?:[a-z-]+ )?“[a-z0-9][\w.:/-]*”[.)]?\s*$",
        ),
        unread(
            Lookalike::Default,
            r"\bdefault(?:s to|(?: value)? is|(?: value)?\s*[:=])\s*(?:“[^”]*”|[\w.+-]+){end}",
        ),
        unread(
            Lookalike::Default,
            r"\bdefault(?:s|ed)?(?: value)? (?:“[^”]*”|-?\d+)",
        ),
        rule(
            Prose,
            r"^\s*“?(?:deprecated|obsolete|unused|reserved|internal|experimental|new|beta|note|warning|important|tip|caution)”?\.",
        ),
        unread(Lookalike::Opening, r"^\s*“?[a-z]+”?\.\s+\S"),
        value(Flag, r"\bpass “?true”?(?:[,. ]|$)"),
        value(Flag, r"^\s*(?:“?optional”?[.,:]?”?\s*)?“?true”?,? if\b"),
        value(Text, r"\d+\s*[-–—]\s*\d+ (?:utf-8 )?characters"),
        value(Text, r"\bpass [^.,;]{0,40} as a string\b"),
        value(Text, r"\bempty string\b"),
        value(List, r"\bjson-serialized (?:list|array) of\b"),
        value(
            List,
            r"^\s*(?:“?optional”?[.,:]?”?\s*)?(?:an |the )?array of\b",
        ),
        value(
            Number,
            r"\bin (?:seconds|milliseconds|minutes|pixels|met(?:er|re)s|degrees)\b|\bunix time|\bvalues between -?\d+",
        ),
        value(
            Number,
            r"\bsignificant bits\b|\b(?:32|52|64)[- ]bit (?:signed |unsigned )?(?:integer|number)|\bdouble-precision\b",
        ),
        value(
            Number,
            r"^\s*(?:“?optional”?[.,:]?”?\s*)?(?:the )?(?:total |maximum |minimum )?(?:number|amount) of\b",
        ),
    ]),
    takes_nothing: pattern(
        r"(?i)\b(?:requires|takes|has|needs) no (?:parameters|fields)\b|\bholds no information\b",
    ),
    takes_input: pattern(r"(?i)\b(?:specify|pass|provide)\b"),
    version: pattern(
        r"(?i)^(?:bot api|version|api version)\s*:?\s*v?(?P<version>\d+(?:\.\d+)+)\s*$",
    ),
});
