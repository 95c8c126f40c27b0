//! Facts in the words of people: the phrases that are read besides those of the known pages.

use schema::path::ItemPath;
use testing::report;

use super::facts::{chinese, english, in_html};

/// Reads whether a field without a required column is required.
fn is_required(header: &str, prose: &str) -> Option<bool> {
    let page = format!("## Thing\n\n{header}\n| - | - | - |\n| it | String | {prose} |\n");
    let schema = report::read_schema(&page);
    let field = schema.field(&ItemPath::member("Thing", "it"));
    field.map(|field| field.required)
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
