//! Facts: what descriptions state beyond the type.

use schema::path::ItemPath;
use testing::report;

/// The facts of a description, in JSON.
fn facts(page: &str) -> String {
    let schema = report::read_schema(page);
    let field = schema.field(&ItemPath::member("doThing", "it"));
    field.map_or("no field".to_owned(), |field| {
        serde_json::to_string(&field.facts).unwrap_or_default()
    })
}

fn chinese(ty: &str, prose: &str) -> String {
    facts(&format!(
        "## doThing\n\n| 参数 | 类型 | 是否必需 | 描述 |\n| -- | -- | -- | -- |\n| it | {ty} | 可选 | {prose} |\n"
    ))
}

fn english(ty: &str, prose: &str) -> String {
    facts(&format!(
        "## doThing\n\n| Parameter | Type | Required | Description |\n| - | - | - | - |\n| it | {ty} | Optional | {prose} |\n"
    ))
}

fn in_html(ty: &str, prose: &str) -> String {
    facts(&format!(
        "<h4>doThing</h4><table><tr><th>Parameter</th><th>Type</th><th>Required</th>\
         <th>Description</th></tr><tr><td>it</td><td>{ty}</td><td>Optional</td><td>{prose}</td></tr>\
         </table>"
    ))
}

/// Whether a field without a required column is required.
fn is_required(header: &str, prose: &str) -> Option<bool> {
    let page = format!("## Thing\n\n{header}\n| - | - | - |\n| it | String | {prose} |\n");
    let schema = report::read_schema(&page);
    let field = schema.field(&ItemPath::member("Thing", "it"));
    field.map(|field| field.required)
}

#[test]
fn chinese_bounds() {
    for (ty, prose, fact) in [
        (
            "String",
            "正文，1-4096 个字符",
            r#"{"length":{"min":1,"max":4096}}"#,
        ),
        (
            "String",
            "头衔，0-16个字符，不含表情",
            r#"{"length":{"min":0,"max":16}}"#,
        ),
        (
            "String",
            "暗号，长度1-256个字符。",
            r#"{"length":{"min":1,"max":256}}"#,
        ),
        ("String", "名字，最多 32 个字符", r#"{"length":{"max":32}}"#),
        (
            "String",
            "附言，1-64字节",
            r#"{"bytes":{"min":1,"max":64}}"#,
        ),
        (
            "Integer",
            "条数，接受 1-100 之间的值。",
            r#"{"range":{"min":1,"max":100}}"#,
        ),
        (
            "Integer",
            "亮度，范围1-100。",
            r#"{"range":{"min":1,"max":100}}"#,
        ),
        (
            "Integer",
            "人数上限；1-99999",
            r#"{"range":{"min":1,"max":99999}}"#,
        ),
        (
            "Integer",
            "温度，介于 -40 至 60 之间",
            r#"{"range":{"min":-40,"max":60}}"#,
        ),
        (
            "Array of Star",
            "星星，必须包含 2-10 个项目",
            r#"{"items":{"min":2,"max":10}}"#,
        ),
        (
            "Array of Star",
            "星星，最多可指定100个。",
            r#"{"items":{"max":100}}"#,
        ),
        (
            "Array of Integer",
            "编号的列表；1-100",
            r#"{"items":{"min":1,"max":100}}"#,
        ),
        ("String", "最多看三次，每次 5 分钟", "{}"),
    ] {
        assert_eq!(chinese(ty, prose), fact, "{prose}");
    }
}

#[test]
fn chinese_values() {
    for (ty, prose, fact) in [
        ("Integer", "条数。默认值为 100。", r#"{"default":100}"#),
        ("Integer", "等多久。默认为0，即不等", r#"{"default":0}"#),
        ("Integer", "连接数，默认值为*40*。", r#"{"default":40}"#),
        ("Float", "比例，默认值：0.5", r#"{"default":0.5}"#),
        ("String", "颜色，默认为“白”", r#"{"default":"白"}"#),
        ("Boolean", "要不要，默认为 True", r#"{"default":true}"#),
        ("String", "天气，始终为“晴”", r#"{"const":"晴"}"#),
        (
            "String",
            "方向，可以是“东”、“南”或“西”",
            r#"{"enum":["东","南","西"]}"#,
        ),
        (
            "Integer",
            "到期的日子；Unix 时间",
            r#"{"format":"unix-time"}"#,
        ),
        (
            "String",
            "照片，或者“attach://<名字>”",
            r#"{"attach":true}"#,
        ),
        (
            "Integer",
            "如果未指定 page_mark，则为必需参数。编号",
            r#"{"required_if":"page_mark is not specified"}"#,
        ),
        (
            "Integer",
            "如果未指定 url 和 page_mark，则为必需参数。编号",
            r#"{"required_if":"url and page_mark are not specified"}"#,
        ),
        ("Integer", "默认情况下从头数起", "{}"),
    ] {
        assert_eq!(chinese(ty, prose), fact, "{prose}");
    }
}

#[test]
fn english_bounds() {
    for (ty, prose, fact) in [
        (
            "String",
            "A note, 0-80 characters",
            r#"{"length":{"min":0,"max":80}}"#,
        ),
        (
            "String",
            "A note of at most 80 characters",
            r#"{"length":{"max":80}}"#,
        ),
        (
            "String",
            "A payload, 1-64 bytes",
            r#"{"bytes":{"min":1,"max":64}}"#,
        ),
        (
            "Integer",
            "Values between 1-50 are fine.",
            r#"{"range":{"min":1,"max":50}}"#,
        ),
        (
            "Integer",
            "How many, from 2 to 9",
            r#"{"range":{"min":2,"max":9}}"#,
        ),
        (
            "Integer",
            "How many; 1-99999",
            r#"{"range":{"min":1,"max":99999}}"#,
        ),
        (
            "Array of Ship",
            "A list of ships, must include 2-10 of them",
            r#"{"items":{"min":2,"max":10}}"#,
        ),
        (
            "Array of Ship",
            "Ships, 1-6 items",
            r#"{"items":{"min":1,"max":6}}"#,
        ),
        ("Integer", "Built in 1890-1900 or later", "{}"),
    ] {
        assert_eq!(english(ty, prose), fact, "{prose}");
    }
}

#[test]
fn english_values() {
    for (ty, prose, fact) in [
        (
            "Integer",
            "How many. Defaults to 100.",
            r#"{"default":100}"#,
        ),
        ("Integer", "How many. Defaults to *40*", r#"{"default":40}"#),
        (
            "String",
            "The mode. Defaults to `plain`.",
            r#"{"default":"plain"}"#,
        ),
        (
            "Boolean",
            "Whether. Defaults to *True*",
            r#"{"default":true}"#,
        ),
        ("String", "Its kind, always “raft”", r#"{"const":"raft"}"#),
        ("String", "Its kind, must be *raft*", r#"{"const":"raft"}"#),
        (
            "String",
            "One of “red”, “white” or “blue”",
            r#"{"enum":["red","white","blue"]}"#,
        ),
        (
            "Integer",
            "When it sinks, in Unix time",
            r#"{"format":"unix-time"}"#,
        ),
        (
            "InputFile or String",
            "A file, or “attach://name”",
            r#"{"attach":true}"#,
        ),
        (
            "Integer",
            "Required if *rope_id* is not specified. The knot",
            r#"{"required_if":"rope_id is not specified"}"#,
        ),
        (
            "Integer",
            "Required if rope and knot_id are not specified. The knot",
            r#"{"required_if":"rope and knot_id are not specified"}"#,
        ),
        ("Integer", "By default, the first", "{}"),
        (
            "String",
            "How loud, one of “soft” for a (very, “very”) quiet one, “loud”, or “full” if all \
             are awake. “x”",
            r#"{"enum":["soft","loud","full"]}"#,
        ),
        (
            "String",
            "One of “a” for “odd” days, “b” for others",
            r#"{"enum":["a","b"]}"#,
        ),
        (
            "String",
            "The colour, “a”, “b”, or “c” as “d”",
            r#"{"enum":["a","b","c"]}"#,
        ),
        ("String", "The colour, “a” for short, “b” for long", "{}"),
        ("String", "One of “a”", "{}"),
        (
            "Integer",
            "Seconds, one of 6 * 3600, 12 * 3600, or 86400",
            r#"{"enum":[21600,43200,86400]}"#,
        ),
        (
            "Integer",
            "Seconds, one of “6 * 3600”, “12 * 3600”, or “86400”",
            r#"{"enum":[21600,43200,86400]}"#,
        ),
        (
            "Integer",
            "A colour, one of 7 (0x07), 9 (0x09)",
            r#"{"enum":[7,9]}"#,
        ),
        ("Integer", "Can be 0, 1 or 2.", r#"{"enum":[0,1,2]}"#),
        ("Integer", "Allowed values: 7 or 9", r#"{"enum":[7,9]}"#),
        ("Integer", "Must be 7 for a day, or 9 for two", "{}"),
        (
            "Integer",
            "One of 9223372036854775807 * 2, 9223372036854775807 * 3",
            "{}",
        ),
    ] {
        assert_eq!(english(ty, prose), fact, "{prose}");
    }
}

#[test]
fn a_type_has_the_facts_that_it_can_have() {
    for (ty, prose, fact) in [
        ("Array of String", "Names, each 1-32 characters", "{}"),
        ("String", "A value between 1-50", "{}"),
        ("Boolean", "Whether to use Unix time", "{}"),
        ("Integer", "Defaults to “many”", "{}"),
    ] {
        assert_eq!(english(ty, prose), fact, "{prose}");
    }
}

#[test]
fn quotes_of_every_kind_are_alike() {
    let values = r#"{"enum":["soft","loud"]}"#;
    for prose in [
        "One of “soft” or “loud”",
        "One of \"soft\" or \"loud\"",
        "One of 'soft' or 'loud'",
        "One of ‘soft’ or ‘loud’",
        "One of `soft` or `loud`",
        "One of *soft* or *loud*",
        "One of \"*soft*\" or “`loud`”",
        "One of „soft“ or «loud»",
        "A user's wish, can't be the users' own: one of 'soft' or 'loud'",
        "How wide, 5\" at least: one of \"soft\" or \"loud\"",
    ] {
        assert_eq!(english("String", prose), values, "{prose}");
    }
    for prose in [
        "One of &quot;soft&quot; or &quot;loud&quot;",
        "One of <code>soft</code> or <em>loud</em>",
        "One of \"<code>soft</code>\" or 'loud'",
    ] {
        assert_eq!(in_html("String", prose), values, "{prose}");
    }
    for prose in [
        "取值为“soft”或“loud”",
        "取值为「soft」或『loud』",
        "取值为\"soft\"或\"loud\"",
        "取值为'soft'或`loud`",
    ] {
        assert_eq!(chinese("String", prose), values, "{prose}");
    }
}

#[test]
fn defaults_as_people_write_them() {
    for prose in [
        "How many. Default: 20",
        "How many. Default is 20.",
        "How many (default 20)",
        "How many (default: 20)",
        "How many (default = 20).",
        "How many. Default `20`",
        "How many. Default value: 20, if there are as many",
        "How many. Default value is 20",
        "How many, by default 20",
        "How many, 20 by default",
        "How many, defaults to 20 seconds.",
    ] {
        assert_eq!(english("Integer", prose), r#"{"default":20}"#, "{prose}");
        let html = prose.replace("`20`", "<code>20</code>");
        assert_eq!(in_html("Integer", &html), r#"{"default":20}"#, "{prose}");
    }
    for prose in [
        "多少，默认 20",
        "多少，默认为 20。",
        "多少（默认20）",
        "多少，默认是 20",
        "多少，默认：20",
        "多少，默认值 `20`",
        "多少，缺省值为 20",
    ] {
        assert_eq!(chinese("Integer", prose), r#"{"default":20}"#, "{prose}");
    }
    for prose in ["Which, by default 20 of them", "By default, the 20 first"] {
        assert_eq!(english("Integer", prose), "{}", "{prose}");
    }
}

#[test]
fn lengths_as_people_write_them() {
    for prose in [
        "The note, 1 to 2000 characters",
        "The note, 1–2,000 chars",
        "Between 1 and 2000 characters long",
        "The note. Length: 1-2000.",
        "The note. Min 1 character, length between 1 and 2000",
        "At least 1 characters, at most 2000 characters",
    ] {
        let length = r#"{"length":{"min":1,"max":2000}}"#;
        assert_eq!(english("String", prose), length, "{prose}");
    }
    for prose in [
        "The note, max 2000 characters",
        "The note, max. 2000 characters",
        "The note (maximum 2000 chars)",
        "The note, up to 2,000 characters.",
        "The note, a maximum of 2000 characters",
        "The note, 2000 characters max",
        "The note, limited to 2000 characters",
        "The note. Maximum length: 2000",
        "The note, can’t exceed 2000 characters",
    ] {
        let length = r#"{"length":{"max":2000}}"#;
        assert_eq!(english("String", prose), length, "{prose}");
    }
    for prose in [
        "正文，最多 2000 个字符",
        "正文，最大长度 2000",
        "正文，最大长度为2,000个字符",
        "正文，长度不超过 2000",
        "正文（不超过2000字符）",
    ] {
        let length = r#"{"length":{"max":2000}}"#;
        assert_eq!(chinese("String", prose), length, "{prose}");
    }
}

#[test]
fn ranges_as_people_write_them() {
    for prose in [
        "How many, 1 to 50",
        "How many, between 1 and 50",
        "1-50, how many",
        "How many (1-50)",
        "How many: 1-50.",
        "How many. Range: 1-50",
        "How many, in the range 1..50",
        "How many, min 1, max 50",
    ] {
        let range = r#"{"range":{"min":1,"max":50}}"#;
        assert_eq!(english("Integer", prose), range, "{prose}");
    }
    for prose in [
        "多少，取值范围 1-50",
        "多少，取值范围为1~50",
        "多少（1-50）",
        "多少，范围：1 到 50",
        "多少，最小 1，最大 50",
    ] {
        let range = r#"{"range":{"min":1,"max":50}}"#;
        assert_eq!(chinese("Integer", prose), range, "{prose}");
    }
    for (prose, fact) in [
        (
            "1-50, default 20",
            r#"{"default":20,"range":{"min":1,"max":50}}"#,
        ),
        ("Seconds to wait, up to 60", r#"{"range":{"max":60}}"#),
        ("The wait, at most 60 seconds.", r#"{"range":{"max":60}}"#),
        ("The wait, at least 5 seconds.", r#"{"range":{"min":5}}"#),
        ("Up to 60 of them see it", "{}"),
    ] {
        assert_eq!(english("Integer", prose), fact, "{prose}");
    }
}

#[test]
fn other_facts_as_people_write_them() {
    let moment = r#"{"format":"unix-time"}"#;
    for (ty, prose, fact) in [
        (
            "String",
            "A note, 64 bytes at most",
            r#"{"bytes":{"max":64}}"#,
        ),
        (
            "Array of Star",
            "Stars, 9 items at most",
            r#"{"items":{"max":9}}"#,
        ),
        ("Integer", "1–9", r#"{"range":{"min":1,"max":9}}"#),
        ("Integer", "Seconds since 1970", moment),
        ("Integer", "Seconds since the epoch", moment),
    ] {
        assert_eq!(english(ty, prose), fact, "{prose}");
    }
    for (ty, prose, fact) in [
        (
            "String",
            "附言，长度为 1-64 字节",
            r#"{"bytes":{"min":1,"max":64}}"#,
        ),
        ("String", "总是 “a”", r#"{"const":"a"}"#),
        ("Integer", "Unix 时间戳", moment),
    ] {
        assert_eq!(chinese(ty, prose), fact, "{prose}");
    }
}

#[test]
fn examples_are_no_enum() {
    for prose in [
        "(For example, “a”, “b” or “c”.)",
        "For example, *a*, *b* or *c*",
        "A letter, e.g. “a”, “b” or “c”",
        "Letters such as “a” or “b”",
        "One of many letters, e.g. one of “a”, “b”",
        "A letter, “a”, “b”, etc.",
        "A letter, can be “a”, “b”, “c”…",
    ] {
        assert_eq!(english("String", prose), "{}", "{prose}");
    }
    for prose in [
        "（例如“a”、“b”或“c”。）",
        "字母，例如 `a`、`b`",
        "字母，“a”、“b”等",
        "字母，如“a”、“b”",
    ] {
        assert_eq!(chinese("String", prose), "{}", "{prose}");
    }
    let prose = "Not only for example. One of “a”, “b” (e.g. “c”)";
    let values = r#"{"enum":["a","b"]}"#;
    assert_eq!(english("String", prose), values, "{prose}");
}

#[test]
fn optional_as_people_write_it() {
    let header = "| Field | Type | Description |";
    for prose in [
        "Optional. The text",
        "*Optional*. The text",
        "*Optional.* The text",
        "*Optional* The text",
        "(optional) The text",
        "(Optional). The text",
        "[optional] The text",
        "Optional - the text",
        "Optional – the text",
        "Optional: the text",
        "The text (optional)",
        "The text (optional).",
        "The text. Optional.",
        "The text, optional",
    ] {
        assert_eq!(is_required(header, prose), Some(false), "{prose}");
    }
    for prose in [
        "The optional text",
        "Optional texts are in it",
        "Required. The text",
        "(required) The text, none of it (optional) at all",
    ] {
        assert_eq!(is_required(header, prose), Some(true), "{prose}");
    }
    let header = "| 字段 | 类型 | 描述 |";
    for prose in [
        "可选。正文",
        "（可选）正文",
        "*可选* 正文",
        "【选填】正文",
        "选填，正文",
        "可选 正文",
        "正文（选填）",
        "正文，可选。",
    ] {
        assert_eq!(is_required(header, prose), Some(false), "{prose}");
    }
    for prose in ["可选的正文", "必填。正文"] {
        assert_eq!(is_required(header, prose), Some(true), "{prose}");
    }
}
