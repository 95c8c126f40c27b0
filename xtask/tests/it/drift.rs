//! `codegen --check` shows every way of being out of date, and `codegen` fixes each.

use crate::workspace::{PAGE, TempWorkspace};

const SCHEMA: &str = "schema/apis/birds/schema.yaml";
const MANIFEST: &str = "schema/apis/birds/api.yaml";
const LOCK: &str = "schema/apis/birds/page.lock";
const WORDS: &str = "schema/apis/birds/words.yaml";
const OVERRIDES: &str = "schema/apis/birds/overrides.yaml";

#[test]
fn a_clean_tree_is_up_to_date() {
    let workspace = TempWorkspace::generated();
    let before = workspace.snapshot();
    let run = workspace.run(&["codegen", "--check"]).assert_status(0);
    run.assert_stdout_contains(
        "birds     3 methods   0 types   0 errors, 0 warnings, 2 notes   1 correction",
    )
    .assert_stdout_contains("from schema/pages/birds.md")
    .assert_stdout_contains("everything is up to date");
    assert_eq!(workspace.snapshot(), before);
}

#[test]
fn a_second_run_writes_nothing() {
    let workspace = TempWorkspace::generated();
    let time = || {
        workspace
            .path(SCHEMA)
            .metadata()
            .unwrap()
            .modified()
            .unwrap()
    };
    let (files, written) = (workspace.snapshot(), time());
    workspace
        .run(&["codegen"])
        .assert_status(0)
        .assert_stdout_contains("everything is up to date");
    assert_eq!(workspace.snapshot(), files);
    assert_eq!(time(), written, "an unchanged file was written");
}

#[test]
fn a_first_run_creates_all() {
    let workspace = TempWorkspace::new();
    let run = workspace.run(&["codegen", "--check"]).assert_status(1);
    run.assert_stdout_contains("missing: schema/apis/birds/schema.yaml")
        .assert_stdout_contains("missing: schema/schema.schema.json")
        .assert_stdout_contains("differs: generated/Cargo.toml");
    workspace.assert_drift_is_fixed(&["missing: generated/src/apis"]);
    assert!(
        workspace
            .read("schema/schema.schema.json")
            .contains("\"$comment\": \"@generated")
    );
    assert!(workspace.read("generated/Cargo.toml").contains("birds"));
    assert!(
        workspace
            .read("generated/Cargo.toml")
            .ends_with("end\nextra = []\n")
    );
}

#[test]
fn an_edited_page_drifts() {
    let workspace = TempWorkspace::generated();
    workspace.write("other/birds.md", &PAGE.replace("1-80", "1-90"));
    let before = workspace.snapshot();
    let other = workspace.arg("other");
    let run = workspace
        .run(&["codegen", "--check", "--pages", &other])
        .assert_status(1);
    run.assert_stdout_contains("differs: schema/apis/birds/schema.yaml")
        .assert_stdout_contains("-      max: 80")
        .assert_stdout_contains("+      max: 90")
        .assert_stdout_contains(&format!("run `cargo xtask codegen --pages {other}`"));
    assert_eq!(workspace.snapshot(), before, "--check wrote");
    workspace
        .run(&["codegen", "--pages", &other])
        .assert_status(0);
    workspace
        .run(&["codegen", "--check", "--pages", &other])
        .assert_status(0);
}

#[test]
fn a_command_that_is_proposed_is_quoted_for_the_shell() {
    let workspace = TempWorkspace::generated();
    let page = PAGE.replace("1-80", "1-90");
    for (folder, quoted) in [
        ("my-pages/页", "my-pages/页"),
        ("my pages", "my pages'"),
        ("it's", r"it'\''s'"),
    ] {
        workspace.write(&format!("{folder}/birds.md"), &page);
        let folder = workspace.arg(folder);
        let run = workspace.run(&["codegen", "--check", "--pages", &folder]);
        run.assert_status(1)
            .assert_stdout_contains(&format!("{quoted}`"));
    }
}

#[test]
fn an_edited_page_in_its_usual_place_drifts() {
    let workspace = TempWorkspace::generated();
    workspace.replace_text("schema/pages/birds.md", "1-80", "1-90");
    workspace.assert_drift_is_fixed(&["differs: schema/apis/birds/schema.yaml"]);
}

#[test]
fn other_words_on_a_page_are_a_note() {
    let workspace = TempWorkspace::generated();
    workspace.replace_text(
        "schema/pages/birds.md",
        "使用此方法唱歌。",
        "使用此方法大声唱歌。",
    );
    let run = workspace.run(&["codegen", "--check"]).assert_status(0);
    run.assert_stdout_contains(
        "note: birds is read from schema/pages/birds.md, which is not the page",
    );
}

#[test]
fn a_page_that_a_correction_no_longer_fits_is_denied() {
    let workspace = TempWorkspace::generated();
    workspace.replace_text(
        "schema/pages/birds.md",
        "| loud | String |",
        "| loud | Boolean |",
    );
    let before = workspace.snapshot();
    let run = workspace.run(&["codegen", "--check"]).assert_status(1);
    run.assert_stdout_contains("error[redundant-override]")
        .assert_stdout_contains("differs: schema/apis/birds/schema.yaml");
    let run = workspace.run(&["codegen"]).assert_status(1);
    run.assert_stdout_contains("error[redundant-override]")
        .assert_stdout_contains("nothing was written");
    assert_eq!(workspace.snapshot(), before);
}

#[test]
fn an_edited_schema_drifts() {
    let workspace = TempWorkspace::generated();
    workspace.replace_text(SCHEMA, "max: 80", "max: 8");
    workspace.assert_drift_is_fixed(&["differs: schema/apis/birds/schema.yaml"]);
}

#[test]
fn a_broken_schema_is_made_anew() {
    let workspace = TempWorkspace::generated();
    workspace.replace_text(SCHEMA, "methods:", "methods: [");
    workspace.assert_drift_is_fixed(&["differs: schema/apis/birds/schema.yaml"]);
}

#[test]
fn an_edited_schema_drifts_from_the_crate_where_there_is_no_page() {
    let workspace = TempWorkspace::generated();
    workspace.remove("schema/pages/birds.md");
    workspace
        .run(&["codegen", "--check"])
        .assert_status(0)
        .assert_stdout_contains("no page at hand");
    workspace.replace_text(SCHEMA, "name: text", "name: words");
    workspace.replace_text(WORDS, "sendNote.text", "sendNote.words");
    workspace.assert_drift_is_fixed(&["differs: generated/src/apis"]);
}

#[test]
fn edited_words_drift() {
    let workspace = TempWorkspace::generated();
    workspace.replace_text(WORDS, "Sings a song.", "Sings a long song.");
    workspace.assert_drift_is_fixed(&["differs: generated/src/apis", "Sings a long song."]);
}

#[test]
fn edited_overrides_drift() {
    let workspace = TempWorkspace::generated();
    let more = "- {at: sendNote.text, set: required, docs: true, use: false, reason: A try.}\n";
    let text = workspace.read(OVERRIDES) + more;
    workspace.write(OVERRIDES, &text);
    workspace.assert_drift_is_fixed(&["differs: generated/src/apis"]);
}

#[test]
fn an_edited_generated_file_drifts() {
    let workspace = TempWorkspace::generated();
    let path = workspace.generated_file();
    let text = workspace.read(&path) + "// by hand\n";
    workspace.write(&path, &text);
    workspace.assert_drift_is_fixed(&[&format!("differs: {path}"), "-// by hand"]);
}

#[test]
fn a_missing_file_drifts() {
    let workspace = TempWorkspace::generated();
    let path = workspace.generated_file();
    workspace.remove(&path);
    workspace.assert_drift_is_fixed(&[&format!("missing: {path}")]);
}

#[test]
fn extra_files_drift_and_their_folders_are_removed() {
    let workspace = TempWorkspace::generated();
    workspace.write("generated/src/apis/eagles/mod.rs", "//! gone\n");
    workspace.write("generated/src/apis/birds/old.rs", "//! old\n");
    workspace.assert_drift_is_fixed(&[
        "stale: generated/src/apis/eagles/mod.rs",
        "stale: generated/src/apis/birds/old.rs",
    ]);
    assert!(!workspace.path("generated/src/apis/eagles").exists());
}

#[test]
fn the_features_drift() {
    let workspace = TempWorkspace::generated();
    let begin = "# @generated features: begin\n";
    workspace.replace_text(
        "generated/Cargo.toml",
        begin,
        &format!("{begin}eagles = []\n"),
    );
    workspace.assert_drift_is_fixed(&["differs: generated/Cargo.toml", "-eagles = []"]);
}

#[test]
fn the_json_schema_drifts() {
    let workspace = TempWorkspace::generated();
    workspace.write("schema/schema.schema.json", "{}\n");
    workspace.assert_drift_is_fixed(&["differs: schema/schema.schema.json", "more lines"]);
}

#[test]
fn the_catalogue_of_lints_drifts() {
    let workspace = TempWorkspace::generated();
    workspace.replace_text("schema/LINTS.md", "## bad-name", "## good-name");
    workspace.assert_drift_is_fixed(&["differs: schema/LINTS.md", "-## good-name"]);
}

#[test]
fn all_drift_is_reported_at_once() {
    let workspace = TempWorkspace::generated();
    let path = workspace.generated_file();
    workspace.remove(&path);
    workspace.replace_text(SCHEMA, "max: 80", "max: 8");
    workspace.write("generated/src/apis/stray.rs", "");
    let missing = format!("missing: {path}");
    workspace.assert_drift_is_fixed(&[
        SCHEMA,
        &missing,
        "stale: generated/src/apis/stray.rs",
        "3 files are",
    ]);
}

#[test]
fn the_lock_records_the_page_and_the_manifest_stays() {
    let workspace = TempWorkspace::new();
    let manifest = workspace.read(MANIFEST);
    workspace.run(&["codegen"]).assert_status(0);
    assert_eq!(workspace.read(MANIFEST), manifest);
    let lock = workspace.read(LOCK);
    let keys: Vec<_> = lock.lines().map(|line| line.split(": ").next()).collect();
    let first = "# @generated by `cargo xtask codegen`";
    assert_eq!(keys, [first, "version", "date", "sha256"].map(Some));
    assert!(lock.contains("\nversion: null\ndate: 20"), "{lock}");
    workspace.replace_text(LOCK, "version: null", "version: '2'");
    workspace.assert_drift_is_fixed(&["differs: schema/apis/birds/page.lock", "-version: '2'"]);
    workspace.remove(LOCK);
    workspace.run(&["codegen"]).assert_status(0);
    assert_eq!(workspace.read(LOCK), lock);
}

#[test]
fn what_an_old_manifest_records_moves_to_the_lock() {
    let workspace = TempWorkspace::new();
    let sha256 = "ab".repeat(32);
    let record = format!("/docs\n  version: null\n  date: 2020-02-20\n  sha256: {sha256}");
    workspace.replace_text(MANIFEST, "/docs", &record);
    let manifest = workspace.read(MANIFEST) + "was_required: [sendNote.loud]\n";
    workspace.write(MANIFEST, &manifest);
    let generated = TempWorkspace::generated();
    workspace.write(SCHEMA, &generated.read(SCHEMA));
    workspace.remove("schema/pages/birds.md");
    let note = "note: birds: page.lock records the page now; remove `page.date`, `page.sha256`, \
                `was_required` from schema/apis/birds/api.yaml";
    workspace
        .run(&["codegen"])
        .assert_status(0)
        .assert_stdout_contains(note);
    let lock = workspace.read(LOCK);
    let expected = format!("date: 2020-02-20\nsha256: {sha256}\nwas_required:\n- sendNote.loud\n");
    assert!(lock.ends_with(&expected), "{lock}");
    assert_eq!(workspace.read(MANIFEST), manifest);
    workspace
        .run(&["codegen", "--check"])
        .assert_status(0)
        .assert_stdout_contains(note);
    let run = generated.run(&["codegen", "--check"]).assert_status(0);
    assert!(!run.out.contains("note:"), "{}", run.out);
}

#[test]
fn an_api_without_updates_says_why_in_a_line() {
    let generated = TempWorkspace::generated();
    let run = generated.run(&["codegen"]).assert_status(0);
    let lines: Vec<&str> = run
        .out
        .lines()
        .filter(|line| line.contains("long polling"))
        .collect();
    assert_eq!(lines.len(), 1, "{}", run.out);
    assert!(
        lines[0].starts_with("birds: there are no updates by long polling: "),
        "{}",
        lines[0]
    );
}
