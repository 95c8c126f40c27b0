//! What earlier pages required: `codegen` and `extract` record it, `--check` and the lints hold it
//! against the page.

use crate::workspace::TempWorkspace;

const PAGE: &str = "schema/pages/birds.md";
const LOCK: &str = "schema/apis/birds/page.lock";
const REQUEST: &str = "generated/src/apis/birds/methods/send_note.rs";
const OLD: &str = "| text | String | 是 |";
const NEW: &str = "| text | String | 否 |";
const LIST: &str = "was_required:\n- sendNote.text\n";

/// A workspace whose page no longer requires a parameter, and is not compiled yet.
fn changed_workspace() -> TempWorkspace {
    let workspace = TempWorkspace::generated();
    workspace.replace_text(PAGE, OLD, NEW);
    workspace
}

#[test]
fn codegen_records_it_and_check_asks_for_it() {
    let workspace = changed_workspace();
    workspace.assert_drift_is_fixed(&["differs: schema/apis/birds/page.lock", "+- sendNote.text"]);
    assert!(workspace.read(LOCK).ends_with(LIST));
    let methods = workspace.read(REQUEST);
    assert!(methods.contains("text: Some(text.into()),"), "{methods}");
    assert!(methods.contains("pub fn without_text("), "{methods}");
    // The record alone is enough, once the page is not at hand.
    workspace.remove(PAGE);
    workspace.run(&["codegen", "--check"]).assert_status(0);
}

#[test]
fn codegen_says_so_once() {
    let workspace = changed_workspace();
    let said = "note: birds: `sendNote.text` is no longer required; constructors still take it";
    workspace
        .run(&["codegen"])
        .assert_status(0)
        .assert_stdout_contains(said);
    let second = workspace.run(&["codegen"]).assert_status(0);
    assert!(!second.out.contains("note:"), "{}", second.out);
}

#[test]
fn extract_records_it_too() {
    let workspace = changed_workspace();
    let page = workspace.arg(PAGE);
    let run = workspace.run(&["extract", "birds", "--from", &page]);
    run.assert_status(0)
        .assert_stdout_contains("`sendNote.text` is no longer required");
    assert!(workspace.read(LOCK).ends_with(LIST));
    workspace.run(&["codegen"]).assert_status(0);
    assert!(workspace.read(REQUEST).contains("pub fn without_text("));
}

#[test]
fn what_is_required_again_is_forgotten() {
    let workspace = TempWorkspace::generated();
    let before = workspace.snapshot();
    workspace.replace_text(PAGE, OLD, NEW);
    workspace.run(&["codegen"]).assert_status(0);
    workspace.replace_text(PAGE, NEW, OLD);
    let run = workspace.run(&["codegen"]).assert_status(0);
    run.assert_stdout_contains("`sendNote.text` is no longer optional");
    assert_eq!(workspace.snapshot(), before);
}

#[test]
fn what_an_override_says_counts() {
    let workspace = TempWorkspace::new();
    let text = "\n- {at: sendNote.text, set: required, docs: true, use: false, reason: A try.}\n";
    let overrides = "schema/apis/birds/overrides.yaml";
    let without = workspace.read(overrides);
    workspace.write(overrides, &(without.clone() + text));
    workspace.run(&["codegen"]).assert_status(0);
    workspace.replace_text(PAGE, "1-80", "1-90");
    workspace.run(&["codegen"]).assert_status(0);
    assert!(!workspace.read(LOCK).contains("was_required"));
}

#[test]
fn an_entry_that_fits_nothing_is_dropped_with_the_next_page() {
    let workspace = TempWorkspace::generated();
    let before = workspace.snapshot();
    for entry in ["sendNote.txet", "sendNote", "'*.loud'", "sendNote.text"] {
        let lock = workspace.read(LOCK) + &format!("was_required:\n- {entry}\n");
        workspace.write(LOCK, &lock);
        workspace
            .run(&["codegen", "--check"])
            .assert_status(1)
            .assert_stdout_contains(LOCK);
        let run = workspace.run(&["codegen"]).assert_status(0);
        run.assert_stdout_contains("page.lock forgets that it was required before");
        assert_eq!(workspace.snapshot(), before);
    }
    workspace.replace_text(PAGE, OLD, NEW);
    workspace.run(&["codegen"]).assert_status(0);
    let once = workspace.read(LOCK);
    workspace.write(LOCK, &(once.clone() + "- sendNote.text\n"));
    workspace.run(&["codegen"]).assert_status(0);
    assert_eq!(workspace.read(LOCK), once);
}

#[test]
fn what_is_gone_is_said_and_its_setter_stays_for_one_version() {
    const SONG: &str = "generated/src/apis/birds/methods/send_song.rs";
    let workspace = TempWorkspace::generated();
    let loud = "| loud | Boolean | 可选 | 传递 True，小鸟就大声念出来 |\n";
    workspace.replace_text(PAGE, loud, "");
    workspace.assert_drift_is_fixed(&["+removed:", "+  sendSong:"]);
    let song = workspace.read(SONG);
    assert!(song.contains("#[deprecated"), "{song}");
    assert!(song.contains("pub fn loud(self, _: bool)"), "{song}");
    assert!(!song.contains("pub loud:"), "{song}");
    workspace.replace_text(PAGE, "1-80", "1-90");
    workspace.run(&["codegen"]).assert_status(0);
    assert!(!workspace.read(SONG).contains("loud"));
    assert!(!workspace.read(LOCK).contains("removed"));
}

#[test]
fn codegen_says_what_is_gone() {
    let workspace = TempWorkspace::generated();
    let page = workspace.read(PAGE);
    let start = page.find("## sendDance").unwrap();
    let without = page[..start].replace("| nest | Integer 或 String | 是 | 鸟巢的编号 |\n", "");
    workspace.write(PAGE, &without);
    let run = workspace.run(&["codegen"]).assert_status(0);
    let run = run.assert_stdout_contains("note: birds: `sendDance` is gone\n");
    run.assert_stdout_contains(
        "note: birds: `nest` of `sendNote`, `sendSong` is gone; code that uses it breaks\n",
    );
    let dancing = page.replace(
        "| loud | Boolean | 可选 | 传递 True，小鸟就大声念出来 |\n",
        "",
    );
    workspace.write(PAGE, &page);
    workspace.run(&["codegen"]).assert_status(0);
    workspace.write(PAGE, &dancing);
    let run = workspace.run(&["codegen"]).assert_status(0);
    run.assert_stdout_contains(
        "note: birds: `loud` of `sendSong`, `sendDance` is gone; its setter stays",
    );
}
