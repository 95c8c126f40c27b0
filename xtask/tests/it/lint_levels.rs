//! Levels that a manifest sets, and pages that must not replace what is committed.

use crate::workspace::{PAGE, TempWorkspace};

const PAGE_FILE: &str = "schema/pages/birds.md";
const SCHEMA: &str = "schema/apis/birds/schema.yaml";

/// A workspace whose page never says what `sendSong` returns, and whose manifest has these levels.
fn with_levels(levels: &str) -> TempWorkspace {
    let workspace = TempWorkspace::generated();
    workspace.replace_text(
        PAGE_FILE,
        "使用此方法唱歌。成功时，返回 True。",
        "使用此方法唱歌。",
    );
    let lints = format!("prose: omit\nlints:\n{levels}");
    workspace.replace_text("schema/apis/birds/api.yaml", "prose: omit\n", &lints);
    workspace
}

#[test]
fn a_finding_has_the_level_that_the_manifest_sets() {
    for (level, status, said) in [
        ("error", 1, "error[missing-return]"),
        ("warn", 0, "warning[missing-return]"),
        ("info", 0, "note[missing-return]"),
    ] {
        let entry = format!("- code: missing-return\n  level: {level}\n  reason: It sings.\n");
        let run = with_levels(&entry)
            .run(&["lint", "birds"])
            .assert_status(status);
        run.assert_stdout_contains(said);
    }
}

#[test]
fn what_is_allowed_is_not_shown() {
    let entry = "- {code: missing-return, level: allow, at: sendSong, reason: It sings.}\n";
    let run = with_levels(entry).run(&["lint", "birds"]).assert_status(0);
    run.assert_stdout_contains("0 errors, 0 warnings");
    let elsewhere = "- {code: missing-return, level: allow, at: sendNote, reason: It sings.}\n";
    let run = with_levels(elsewhere)
        .run(&["lint", "birds"])
        .assert_status(0);
    run.assert_stdout_contains("warning[missing-return]")
        .assert_stdout_contains(
            "warning[unused-level]: this level of `missing-return` changes nothing",
        )
        .assert_stdout_contains("schema/apis/birds/api.yaml:8:1");
}

#[test]
fn an_error_by_level_denies_codegen() {
    let workspace = with_levels("- {code: missing-return, level: error, reason: No.}\n");
    let before = workspace.snapshot();
    workspace
        .run(&["codegen"])
        .assert_status(1)
        .assert_stdout_contains("nothing was written");
    assert_eq!(workspace.snapshot(), before);
}

#[test]
fn an_entry_that_changes_nothing_is_reported_once_the_page_is_at_hand() {
    let entry = "- {code: missing-return, level: warn, reason: As usual.}\n";
    let workspace = with_levels(entry);
    workspace
        .run(&["lint", "birds"])
        .assert_status(0)
        .assert_stdout_contains("unused-level");
    std::fs::remove_file(workspace.path(PAGE_FILE)).unwrap();
    let run = workspace.run(&["lint", "birds"]).assert_status(0);
    assert!(!run.out.contains("unused-level"), "{}", run.out);
}

#[test]
fn an_invalid_level_is_reported_with_its_line() {
    for (entry, said, place) in [
        (
            "- {code: missing-retrun, level: allow, reason: It sings.}\n",
            "no lint is called `missing-retrun`",
            "api.yaml:8:1",
        ),
        (
            "- {code: row-cells, level: warn, reason: They are like that.}\n",
            "the level of `row-cells` can't be lowered",
            "api.yaml:8:1",
        ),
        (
            "- {code: missing-return, level: allow, reason: ' '}\n",
            "the level of `missing-return` has no reason",
            "api.yaml:8:1",
        ),
        (
            "- {code: missing-return, level: allow}\n",
            "missing field `reason`",
            "api.yaml:8:",
        ),
        (
            "- {code: missing-return, level: silent, reason: It sings.}\n",
            "unknown variant `silent`, expected one of `allow`, `info`, `warn`, `error`",
            "api.yaml:8:",
        ),
    ] {
        for command in ["lint", "codegen"] {
            let run = with_levels(entry).run(&[command, "birds"]).assert_status(2);
            assert!(run.err.contains(said), "{}", run.err);
            assert!(run.err.contains(place), "{}", run.err);
        }
    }
}

/// A page of nine more methods.
fn long_page() -> String {
    let song = PAGE.split("## ").nth(2).unwrap();
    let more = (1..10).map(|n| format!("\n## {}", song.replace("sendSong", &format!("sing{n}"))));
    PAGE.to_owned() + &more.collect::<String>()
}

#[test]
fn a_page_with_far_less_does_not_replace_what_is_committed() {
    let workspace = TempWorkspace::generated();
    std::fs::write(workspace.path(PAGE_FILE), long_page()).unwrap();
    workspace.run(&["codegen"]).assert_status(0);
    std::fs::write(workspace.path(PAGE_FILE), PAGE).unwrap();
    let before = workspace.snapshot();
    for check in [
        &["codegen", "--check"][..],
        &["codegen"],
        &["lint", "birds"],
    ] {
        let run = workspace.run(check).assert_status(1);
        let run = run
            .assert_stdout_contains(
                "error[shrunken-page]: the page lacks 9 of the 12 methods and types",
            )
            .assert_stdout_contains("schema/pages/birds.md:29:1")
            .assert_stdout_contains("delete schema.yaml first");
        assert_eq!(run.out.matches("error[").count(), 1, "{}", run.out);
    }
    let from = workspace.arg(PAGE_FILE);
    let extract = ["extract", "birds", "--from", &from];
    let run = workspace.run(&extract).assert_status(2);
    assert!(run.err.contains("shrunken-page"), "{}", run.err);
    assert_eq!(workspace.snapshot(), before);
    // The way to go on, where it is meant.
    std::fs::remove_file(workspace.path(SCHEMA)).unwrap();
    workspace.run(&extract).assert_status(0);
    workspace.run(&["codegen"]).assert_status(0);
    workspace.run(&["codegen", "--check"]).assert_status(0);
}

#[test]
fn a_page_that_breaks_off_does_not_either() {
    let workspace = TempWorkspace::generated();
    let cut = PAGE.rfind("传递").unwrap();
    std::fs::write(workspace.path(PAGE_FILE), &PAGE[..cut]).unwrap();
    let before = workspace.snapshot();
    let run = workspace.run(&["codegen"]).assert_status(1);
    run.assert_stdout_contains("error[truncated-page]: the page ends within a row")
        .assert_stdout_contains("schema/pages/birds.md:29:1");
    let from = workspace.arg(PAGE_FILE);
    let extract = ["extract", "birds", "--from", &from];
    let run = workspace.run(&extract).assert_status(2);
    assert!(run.err.contains("truncated-page"), "{}", run.err);
    assert_eq!(workspace.snapshot(), before);
}
