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

pub(super) fn chinese(ty: &str, prose: &str) -> String {
    facts(&format!(
        "## doThing\n\n| 参数 | 类型 | 是否必需 | 描述 |\n| -- | -- | -- | -- |\n| it | {ty} | 可选 | {prose} |\n"
    ))
}

pub(super) fn english(ty: &str, prose: &str) -> String {
    facts(&format!(
        "## doThing\n\n| Parameter | Type | Required | Description |\n| - | - | - | - |\n| it | {ty} | Optional | {prose} |\n"
    ))
}

pub(super) fn in_html(ty: &str, prose: &str) -> String {
    facts(&format!(
        "<h4>doThing</h4><table><tr><th>Parameter</th><th>Type</th><th>Required</th>\
         <th>Description</th></tr><tr><td>it</td><td>{ty}</td><td>Optional</td><td>{prose}</td></tr>\
         </table>"
    ))
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
