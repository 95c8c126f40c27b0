//! The account of a page: printed by each command that reads one, and what was committed of it stays
//! where a part of it is not read.

use crate::workspace::{PAGE, TempWorkspace};

const PAGE_FILE: &str = "schema/pages/birds.md";

#[test]
fn each_command_says_what_it_read() {
    let account = "schema/pages/birds.md: 3 methods, 7 of 7 rows\n";
    let workspace = TempWorkspace::generated();
    let from = workspace.arg(PAGE_FILE);
    for command in [
        &["codegen"][..],
        &["codegen", "--check"],
        &["lint"],
        &["lint", "--from", &from],
        &["extract", "birds", "--from", &from],
    ] {
        let run = workspace.run(command);
        assert!(run.out.contains(account), "{command:?}: {}", run.out);
    }
    let run = workspace.run(&["extract", "--from", &from]);
    assert!(run.err.contains(account), "{}", run.err);
    let run = workspace.run(&["lint", "--format", "json"]);
    assert!(!run.out.contains("7 of 7"), "{}", run.out);
}

#[test]
fn rows_that_are_not_read_are_counted() {
    let workspace = TempWorkspace::generated();
    workspace.replace_text(PAGE_FILE, "1-80 个字符 |", "1-80 个字符 | -->");
    workspace.replace_text(PAGE_FILE, "| text |", "<!-- | text |");
    let run = workspace.run(&["codegen"]).assert_status(1);
    run.assert_stdout_contains("birds.md: 3 methods, 6 of 7 rows")
        .assert_stdout_contains("error[unread-data]");
}

#[test]
fn codegen_counts_notes() {
    let workspace = TempWorkspace::generated();
    let entry = "prose: omit\nlints:\n- {code: missing-return, level: info, reason: It sings.}\n";
    workspace.replace_text("schema/apis/birds/api.yaml", "prose: omit\n", entry);
    workspace.replace_text(
        PAGE_FILE,
        "使用此方法唱歌。成功时，返回 True。",
        "使用此方法唱歌。",
    );
    let run = workspace.run(&["codegen"]).assert_status(0);
    run.assert_stdout_contains(" notes");
}

#[test]
fn rows_that_are_committed_and_not_read_any_more_are_not_replaced() {
    let workspace = TempWorkspace::generated();
    let entry = "prose: omit\nlints:\n- {code: orphan-table, level: warn, reason: So be it.}\n";
    workspace.replace_text("schema/apis/birds/api.yaml", "prose: omit\n", entry);
    workspace.replace_text(PAGE_FILE, "## sendSong（唱歌）", "## 唱歌");
    let before = workspace.snapshot();
    let run = workspace.run(&["codegen"]).assert_status(1);
    run.assert_stdout_contains(
        "error[shrunken-page]: the page has 2 of the committed parameters and fields",
    )
    .assert_stdout_contains("it loses `sendSong.nest`, `sendSong.loud`");
    let from = workspace.arg(PAGE_FILE);
    let run = workspace.run(&["extract", "birds", "--from", &from]);
    let run = run.assert_status(2);
    assert!(run.err.contains("shrunken-page"), "{}", run.err);
    assert!(run.err.contains("orphan-table"), "{}", run.err);
    assert_eq!(workspace.snapshot(), before);
}

#[test]
fn a_page_that_shrank_shows_what_hides_its_rest() {
    let workspace = TempWorkspace::generated();
    let song = PAGE.split("## ").nth(2).unwrap();
    let more = (1..10).map(|n| format!("\n## {}", song.replace("sendSong", &format!("sing{n}"))));
    let page = PAGE.to_owned() + &more.collect::<String>();
    std::fs::write(workspace.path(PAGE_FILE), &page).unwrap();
    workspace.run(&["codegen"]).assert_status(0);
    let hidden = page.replace("## sing1（", "```\n\n## sing1（");
    std::fs::write(workspace.path(PAGE_FILE), hidden).unwrap();
    let run = workspace.run(&["codegen"]).assert_status(1);
    run.assert_stdout_contains("error[shrunken-page]")
        .assert_stdout_contains("error[unread-data]: 9 tables that are not read")
        .assert_stdout_contains("schema/pages/birds.md:31:1");
}
