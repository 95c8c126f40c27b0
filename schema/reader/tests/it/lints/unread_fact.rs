//! `unread-fact`: what looks like a fact and is not read, and what does not.

use testing::report;

/// The words that are not read in a description.
fn unread(header: &str, row: &str) -> Vec<String> {
    let page = format!("## doThing\n\nReturns True.\n\n{header}\n| - | - | - | - |\n{row}\n");
    let found = report::lint_page(&page);
    let found = found.iter().filter(|one| one.code == "unread-fact");
    found.filter_map(|one| one.found.clone()).collect()
}

fn english(ty: &str, prose: &str) -> Vec<String> {
    let header = "| Parameter | Type | Required | Description |";
    unread(header, &format!("| it | {ty} | Yes | {prose} |"))
}

fn chinese(ty: &str, prose: &str) -> Vec<String> {
    let header = "| 参数 | 类型 | 是否必需 | 描述 |";
    unread(header, &format!("| it | {ty} | 是 | {prose} |"))
}

#[test]
fn phrases_that_nobody_knows() {
    for (ty, prose, words) in [
        ("Integer", "How many, 1 through 50", "1 through 50"),
        ("Integer", "How many, 1-50 pieces", "1-50 pieces"),
        ("Integer", "How many, capped at 50.", "capped at 50."),
        ("Integer", "The rank, be it 0, 1 or 2", "0, 1 or 2"),
        ("String", "The note, up to 64 glyphs", "up to 64 glyphs"),
        ("String", "The note, 1-64", "1-64"),
        ("String", "The note, 1-64 signs", "1-64 signs"),
        ("String", "The note of 64 letters", "64 letters"),
        ("String", "Sort by it: “asc”, “desc”", ""),
        ("String", "Goes “up” or \"down\"", "“up” or “down”"),
        ("String", "How: *up* and *down*", "“up” and “down”"),
        ("String", "Permitted: asc / desc", ""),
        ("String", "The kind, invariably “note”", "invariably “note”"),
        ("String", "The kind is `note`", "is “note”"),
        ("String", "The mode. Default: plain", "Default: plain"),
        ("Boolean", "If so. Default is maybe.", "Default is maybe."),
    ] {
        let expected: &[&str] = if words.is_empty() { &[] } else { &[words] };
        assert_eq!(english(ty, prose), expected, "{prose}");
    }
    for (ty, prose, words) in [
        ("Integer", "多少，1-50枚", "1-50枚"),
        ("Integer", "多少，低于 50。", "低于 50。"),
        ("Integer", "等级，请填 0、1 或 2", "0、1 或 2"),
        ("String", "正文，64 字", "64 字"),
        ("String", "方向，请用“上”或“下”", "“上”或“下”"),
        ("String", "类型，恒定“星”", "恒定“星”"),
        ("String", "模式，默认为 plain", "默认为 plain"),
    ] {
        assert_eq!(chinese(ty, prose), [words], "{prose}");
    }
}

#[test]
fn what_is_read_or_no_fact() {
    for (ty, prose) in [
        ("Integer", "How many, 1-50. Defaults to 5."),
        ("Array of String", "Names, each 1-32 characters"),
        ("String", "A language as ISO 639-1 has it, or 639-1."),
        ("String", "A letter, e.g. “a”, “b” or “c”"),
        ("String", "A number such as 1-50"),
        ("String", "Only “A-Z”, “a-z”, “0-9” and “_” are allowed"),
        ("String", "Where to, in the format “@name”"),
        ("String", "Set by “up” or “down” alone"),
        ("Integer", "Waits up to 50 times as long as 20 others"),
        ("Thing", "The thing. Defaults to ThingOfOld."),
        (
            "String",
            "By default, the first. Defaults to the name of it.",
        ),
        ("String", "Sort by it, one of “asc” or “desc”"),
    ] {
        assert_eq!(english(ty, prose), [""; 0], "{prose}");
    }
    for (ty, prose) in [
        ("String", "字母，例如“a”或“b”"),
        ("String", "默认情况下为第一个"),
        ("Integer", "从 1900 年起的年份"),
    ] {
        assert_eq!(chinese(ty, prose), [""; 0], "{prose}");
    }
}

#[test]
fn a_first_word_in_the_place_of_optional() {
    let page = |word: &str| {
        let table = "| Field | Type | Description |\n| - | - | - |\n| name | String | Its name |\n";
        format!(
            "## getThing\n\nReturns Thing. Takes no parameters.\n\n## Thing\n\n{table}\
             | length | Integer | Optional. How long it is |\n| it | String | {word} What it is |\n"
        )
    };
    let found = |word: &str| report::list_findings(&page(word));
    assert_eq!(found("Discretionary."), ["11:17 unread-fact Thing.it"]);
    assert_eq!(found("*Discretionary*."), ["11:18 unread-fact Thing.it"]);
    assert_eq!(found("Optional."), [""; 0]);
    assert_eq!(found("Deprecated."), [""; 0]);
    let without = page("Discretionary.").replace("Optional. ", "");
    assert_eq!(report::list_findings(&without), ["9:3 unstated-required"]);
}

#[test]
fn many_of_one_shape_are_one_finding() {
    let rows: String = (1..9)
        .map(|index| {
            format!(
                "| it_{} | String | Yes | A note, 1-{index}0 signs |\n",
                "x".repeat(index)
            )
        })
        .collect();
    let page = format!(
        "## doThing\n\nReturns True.\n\n| Parameter | Type | Required | Description |\n\
         | - | - | - | - |\n{rows}"
    );
    assert_eq!(
        report::list_findings(&page),
        ["7:33 unread-fact doThing.it_x"]
    );
}
