//! Findings for machines: JSON, SARIF, and the commands of GitHub.

use expect_test::expect;
use schema::diagnostic::{Diagnostic, Level};
use schema::source::{Source, Span};
use xtask::render::Format;
use xtask::terminal::Style;

use super::{assert_report, conflict_finding, print_human};

#[test]
fn a_machine_reads_a_line_with_every_key() {
    let placeless = Diagnostic::new("empty-page", Level::Info, "nothing here");
    let report = Format::Json.print_report(&[conflict_finding(), placeless], Style::plain());
    assert_report(
        report,
        expect![[r#"
        {"code":"type-conflict","level":"error","at":"sendNote.loud","message":"`loud` is a String here and a Boolean elsewhere","file":"birds.md","line":8,"column":10,"found":"String","expected":"Boolean"}
        {"code":"empty-page","level":"info","at":null,"message":"nothing here","file":null,"line":null,"column":null,"found":null,"expected":null}
    "#]],
    );
}

#[test]
fn people_see_what_sarif_writes_in_a_cell() {
    let bad = reader::lint::LINTS.iter();
    let found: Vec<Diagnostic> = bad
        .flat_map(|lint| lint.example.bad().lint().unwrap())
        .collect();
    let patched: Vec<_> = found.iter().filter(|one| one.patch.is_some()).collect();
    for one in &patched {
        let text = print_human((*one).clone());
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
fn sarif_names_the_rule_and_the_place() {
    let text = Format::Sarif.print_report(&[conflict_finding()], Style::plain());
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
    let bad = reader::lint::LINTS.iter();
    let mut found: Vec<Diagnostic> = bad
        .flat_map(|lint| lint.example.bad().lint().unwrap())
        .collect();
    found.push(Diagnostic::new("", Level::Error, "no lint's").label(
        &Source::new("/else where/页.md", "x"),
        Span::default(),
        "",
    ));
    let text = Format::Sarif.print_report(&found, Style::plain());
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

#[test]
fn hidden_characters_are_escaped_in_json_and_mean_the_same() {
    let message = "a\u{1b}\u{7f}\u{9b}\u{202e}\u{e0001}\"可";
    let found = Diagnostic::new("any-code", Level::Warn, message);
    let report = Format::Json.print_report(&[found], Style::plain());
    let escaped = r#""message":"a\u001b\u007f\u009b\u202e\udb40\udc01\"可""#;
    assert!(report.contains(escaped), "{report}");
    let value: serde_json::Value = serde_json::from_str(&report).unwrap();
    assert_eq!(value["message"], message);
}

#[test]
fn what_would_end_a_command_of_github_is_escaped() {
    let source = Source::new("a,b:c.md", "一行 x");
    let found = Diagnostic::new("row-cells", Level::Warn, "100%\n::error::no")
        .label(&source, source.span(7..8), "")
        .help("correct it");
    let report = Format::Github.print_report(&[found], Style::plain());
    let line = "::warning file=a%2Cb%3Ac.md,line=1,endLine=1,col=4,endColumn=5,title=row-cells\
                ::100%25%0A::error::no%0Ahelp: correct it\n";
    assert_eq!(report, line);
}
