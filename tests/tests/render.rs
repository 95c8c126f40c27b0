//! How findings look, for people and for machines.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::Arc;

use expect_test::{Expect, expect};
use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, prop_assert, proptest};
use schema::at::At;
use schema::diagnostic::{Diagnostic, Level};
use schema::source::{Source, Span};
use schema::yaml;
use xtask::render::Format;
use xtask::terminal::Look;

const PAGE: &str = "\
# 小鸟机器人

## sendNote（发便条）

| 参数 | 类型 | 必填 | 说明 |
| --- | --- | --- | --- |
| nest | Integer 或 String | 是 | 鸟巢的编号 |
| loud | String | 可选 | 传递 True，小鸟就大声念出便条 |

## sendSong（唱歌）

| 参数 | 类型 | 必填 | 说明 |
| --- | --- | --- | --- |
| loud | Boolean | 可选 | 传递 True，小鸟就大声唱 |
";

fn page() -> Arc<Source> {
    Source::new("birds.md", PAGE)
}

/// The nth place of a text, counted from 0.
fn place(source: &Source, text: &str, nth: usize) -> Span {
    let (start, _) = source.text().match_indices(text).nth(nth).unwrap();
    source.span(start..start + text.len())
}

fn conflict() -> Diagnostic {
    let page = page();
    let mend =
        "{at: sendNote.loud, set: type, docs: String, use: Boolean, reason: A flag elsewhere.}";
    Diagnostic::new(
        "type-conflict",
        Level::Error,
        "`loud` is a String here and a Boolean elsewhere",
    )
    .about(At::member("sendNote", "loud"))
    .label(&page, place(&page, "String", 1), "should be Boolean")
    .evidence(&page, place(&page, "传递 True", 0), "this describes a flag")
    .evidence(&page, place(&page, "Boolean", 0), "Boolean here")
    .found("String")
    .expected("Boolean")
    .note("one of 2 methods that take `loud` differs")
    .mend(yaml::load(mend).unwrap())
}

fn check(report: String, expected: Expect) {
    expected.assert_eq(&report);
}

fn human(found: Diagnostic) -> String {
    Format::Human.report(&[found], Look::plain())
}

#[test]
fn a_finding_shows_its_place_its_evidence_and_its_mend() {
    check(
        human(conflict()),
        expect![[r#"
            error[type-conflict]: `loud` is a String here and a Boolean elsewhere
              --> birds.md:8:10
               |
             8 | | loud | String | 可选 | 传递 True，小鸟就大声念出便条 |
               |          ^^^^^^          --------- this describes a flag
               |          |
               |          should be Boolean
            ...
            14 | | loud | Boolean | 可选 | 传递 True，小鸟就大声唱 |
               |          ------- Boolean here
               |
               = note: one of 2 methods that take `loud` differs
               = help: the override for overrides.yaml:
                       - at: sendNote.loud
                         set: type
                         docs: String
                         use: Boolean
                         reason: A flag elsewhere.

            1 error, 0 warnings
            for more, try `cargo xtask explain type-conflict`
        "#]],
    );
}

#[test]
fn a_machine_reads_a_line_with_every_key() {
    let placeless = Diagnostic::new("empty-page", Level::Info, "nothing here");
    let report = Format::Json.report(&[conflict(), placeless], Look::plain());
    check(
        report,
        expect![[r#"
        {"code":"type-conflict","level":"error","at":"sendNote.loud","message":"`loud` is a String here and a Boolean elsewhere","file":"birds.md","line":8,"column":10,"found":"String","expected":"Boolean"}
        {"code":"empty-page","level":"info","at":null,"message":"nothing here","file":null,"line":null,"column":null,"found":null,"expected":null}
    "#]],
    );
}

#[test]
fn a_finding_without_a_place_is_its_message_and_notes() {
    let found = Diagnostic::new("words-missing", Level::Warn, "`sendNote` has no words yet")
        .about(At::owner("sendNote"))
        .note("so its documentation is empty")
        .help("write them in words.yaml");
    check(
        human(found),
        expect![[r#"
            warning[words-missing]: `sendNote` has no words yet
            --> sendNote
             = note: so its documentation is empty
             = help: write them in words.yaml

            0 errors, 1 warning
            for more, try `cargo xtask explain words-missing`
        "#]],
    );
}

#[test]
fn a_long_row_is_cut_around_what_it_is_about() {
    let filler = "小鸟在树上唱歌，".repeat(40);
    let row = format!("| loud | String | 可选 | {filler}传递 True，小鸟就大声念。{filler} |");
    let source = Source::new("birds.md", format!("第一行\n\n{row}\n"));
    let found = Diagnostic::new(
        "type-prose",
        Level::Error,
        "the description speaks of a flag",
    )
    .label(&source, place(&source, "String", 0), "the cell")
    .evidence(&source, place(&source, "传递 True", 0), "the description");
    check(
        human(found),
        expect![[r#"
            error[type-prose]: the description speaks of a flag
             --> birds.md:3:10
              |
            3 | | loud | String | 可选 | 小鸟在树上唱歌，小鸟在树…树上唱歌，小鸟在树上唱歌，传递 True，小鸟就大声念。小鸟在树上…
              |          ^^^^^^ the cell                                                    --------- the description

            1 error, 0 warnings
            for more, try `cargo xtask explain type-prose`
        "#]],
    );
}

#[test]
fn nothing_on_a_page_acts_on_the_terminal() {
    let source = Source::new("b\u{1b}[2J.md", "| a\u{202e}b\tc\u{1b}[31m | Strnig |\n");
    let found = Diagnostic::new("unknown-type", Level::Error, "`\u{1b}]0;x\u{7}` is no type")
        .label(&source, place(&source, "Strnig", 0), "\u{9b}31m")
        .note("\u{2066}note");
    let text = Format::Human.report(std::slice::from_ref(&found), Look::plain());
    assert!(
        text.chars().all(|c| c == '\n' || !c.is_control()),
        "{text:?}"
    );
    check(
        human(found),
        expect![[r#"
            error[unknown-type]: `\u{1b}]0;x\u{7}` is no type
             --> b\u{1b}[2J.md:1:16
              |
            1 | | a\u{202e}b c\u{1b}[31m | Strnig |
              |                            ^^^^^^ \u{9b}31m
              |
              = note: \u{2066}note

            1 error, 0 warnings
            for more, try `cargo xtask explain unknown-type`
        "#]],
    );
}

#[test]
fn colours_are_for_who_asks() {
    let look = Look {
        color: true,
        ..Look::plain()
    };
    let painted = Format::Human.report(&[conflict()], look);
    assert!(painted.contains("\u{1b}["));
    assert!(
        !Format::Human
            .report(&[conflict()], Look::plain())
            .contains('\u{1b}')
    );
}

#[test]
fn evidence_in_another_file_is_shown_there() {
    let page = page();
    let other = Source::new(
        "overrides.yaml",
        "- at: sendNote.loud\n  set: type\n  docs: Integer\n",
    );
    let found = Diagnostic::new(
        "stale-override",
        Level::Error,
        "the page no longer says `Integer`",
    )
    .label(&other, place(&other, "Integer", 0), "expected here")
    .evidence(&page, place(&page, "String", 1), "the page says String");
    check(
        human(found),
        expect![[r#"
            error[stale-override]: the page no longer says `Integer`
             --> overrides.yaml:3:9
              |
            3 |   docs: Integer
              |         ^^^^^^^ expected here
              |
             ::: birds.md:8:10
              |
            8 | | loud | String | 可选 | 传递 True，小鸟就大声念出便条 |
              |          ------ the page says String

            1 error, 0 warnings
            for more, try `cargo xtask explain stale-override`
        "#]],
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_place_of_any_text_prints(
        text in r"([ -~]|[一-龥]|[\u{0}-\u{20}]|[\u{200b}-\u{2069}]|\n|\PC){0,400}",
        spans in vec((0..1500_usize, 0..300_usize), 1..6),
        width in 0..160_usize,
    ) {
        let source = Source::new("any\u{1b}.md", text);
        let mut spans = spans.into_iter().map(|(start, length)| source.span(start..start + length));
        let primary = spans.next().unwrap();
        let one = Diagnostic::new("any-code", Level::Warn, source.slice(primary))
            .label(&source, primary, source.slice(primary))
            .note(source.text());
        let one = spans.fold(one, |one, span| one.evidence(&source, span, "here"));
        let look = Look { color: false, width };
        let report = Format::Human.report(&[one], look);
        prop_assert!(report.chars().all(|c| c == '\n' || !c.is_control()));
    }
}

#[test]
fn people_see_what_sarif_writes_in_a_cell() {
    let bad = schema::lint::LINTS.iter();
    let found: Vec<Diagnostic> = bad.flat_map(|lint| lint.bad.run().unwrap()).collect();
    let patched: Vec<_> = found.iter().filter(|one| one.patch.is_some()).collect();
    for one in &patched {
        let text = human((*one).clone());
        let patch = one.patch.as_ref().unwrap();
        let is_shown = |line: &str| line.contains("= help: ") && line.contains(patch);
        assert!(text.lines().any(is_shown), "no `{patch}` in\n{text}");
    }
    let codes: Vec<&str> = patched.iter().map(|one| one.code).collect();
    assert!(
        codes.contains(&"type-conflict") && codes.contains(&"unknown-header"),
        "{codes:?}"
    );
}

#[test]
fn a_mend_names_what_the_cell_should_say() {
    let page = "\
## sendSong

使用此方法唱歌。成功时，返回 True。

| 参数 | 类型 | 必填 | 说明 |
| --- | --- | --- | --- |
| birds | String | 是 | 鸟的名字列表 |

## sendNote

使用此方法发便条。成功时，返回 True。

| 参数 | 类型 | 必填 | 说明 |
| --- | --- | --- | --- |
| birds | Array of String | 是 | 鸟的名字列表 |

## sendDance

使用此方法跳舞。成功时，返回 True。

| 参数 | 类型 | 必填 | 说明 |
| --- | --- | --- | --- |
| birds | Array of String | 是 | 鸟的名字列表 |
";
    let found = tests::report::lint(page);
    let found = found.into_iter().find(|one| one.code == "type-conflict");
    check(
        human(found.unwrap()),
        expect![[r#"
        error[type-conflict]: `sendSong.birds` is `String` here, but `Array<String>` in both others that have it
          --> page.md:7:11
           |
         7 | | birds | String | 是 | 鸟的名字列表 |
           |           ^^^^^^ expected `Array<String>`
        ...
        15 | | birds | Array of String | 是 | 鸟的名字列表 |
           |           --------------- `Array<String>` in sendNote
        ...
        23 | | birds | Array of String | 是 | 鸟的名字列表 |
           |           --------------- `Array<String>` in sendDance
           |
           = help: write `Array of String` in the cell, or paste into overrides.yaml:
                   - at: sendSong.birds
                     set: type
                     docs: String
                     use: Array<String>
                     reason: Array<String> in both others that have it.

        1 error, 0 warnings
        for more, try `cargo xtask explain type-conflict`
    "#]],
    );
}

#[test]
fn sarif_names_the_rule_and_the_place() {
    let text = Format::Sarif.report(&[conflict()], Look::plain());
    let log: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let result = &run["results"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    assert!(
        rules.iter().any(|rule| rule["id"] == result["ruleId"]),
        "{text}"
    );
    let region = &result["locations"][0]["physicalLocation"]["region"];
    assert!(region["startLine"].as_u64() >= Some(1), "{text}");
    assert!(
        region["endColumn"].as_u64() > region["startColumn"].as_u64(),
        "{text}"
    );
    assert_eq!(run["columnKind"], "unicodeCodePoints");
}

#[test]
fn sarif_has_what_its_standard_demands() {
    let bad = schema::lint::LINTS.iter();
    let mut found: Vec<Diagnostic> = bad.flat_map(|lint| lint.bad.run().unwrap()).collect();
    found.push(Diagnostic::new("", Level::Error, "no lint's").label(
        &Source::new("/else where/页.md", "x"),
        Span::default(),
        "",
    ));
    let text = Format::Sarif.report(&found, Look::plain());
    let log: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert!(log["$schema"].as_str().unwrap().contains("sarif-2.1.0"));
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), found.len());
    for (result, one) in results.iter().zip(&found) {
        assert!(["error", "warning", "note"].contains(&result["level"].as_str().unwrap()));
        assert!(!result["message"]["text"].as_str().unwrap().is_empty());
        match result["ruleIndex"].as_u64() {
            Some(index) => assert_eq!(rules[index as usize]["id"], result["ruleId"]),
            None => assert_eq!(one.code, ""),
        }
        let related = result["relatedLocations"].as_array().unwrap().iter();
        for place in result["locations"]
            .as_array()
            .unwrap()
            .iter()
            .chain(related)
        {
            let place = &place["physicalLocation"];
            let uri = place["artifactLocation"]["uri"].as_str().unwrap();
            assert!(uri.is_ascii() && !uri.contains([' ', '\\']), "{uri}");
            assert!(!uri.starts_with('/'), "{uri}");
            let region = |key: &str| place["region"][key].as_u64().unwrap();
            assert!(region("startLine") >= 1 && region("startColumn") >= 1);
            let (start, end) = ("startLine", "endLine");
            assert!(region(end) >= region(start), "{place}");
            if region(start) == region(end) {
                assert!(region("endColumn") >= region("startColumn"), "{place}");
            }
        }
    }
    let fixed = results.iter().find(|one| one["ruleId"] == "type-conflict");
    let fix = &fixed.unwrap()["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(fix["insertedContent"]["text"], "Boolean");
}
