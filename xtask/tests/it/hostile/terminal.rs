//! No text acts on the terminal that shows it, whatever the command and the format.

use testing::hostile;

use super::{NAMES, OVERRIDES, TEXTS, hostile_workspace};
use crate::workspace::{Run, TempWorkspace};

#[track_caller]
fn assert_harmless(args: &[&str], run: &Run) {
    for text in [&run.out, &run.err] {
        let acts = hostile::find_control(text).map(|c| c.escape_unicode().to_string());
        assert_eq!(acts, None, "{args:?}\n{text}");
    }
}

#[track_caller]
fn run_harmless(workspace: &TempWorkspace, args: &[&str]) -> Run {
    let run = workspace.run(args);
    assert_harmless(args, &run);
    run
}

#[test]
fn findings_in_every_format() {
    let mut shown = 0;
    for (ending, page) in TEXTS.into_iter().chain(NAMES) {
        let workspace = hostile_workspace(ending, page, "keep");
        workspace.write("schema/apis/birds/overrides.yaml", OVERRIDES);
        let page = workspace.arg(&format!("schema/pages/birds.{ending}"));
        for format in ["human", "json", "sarif", "github"] {
            run_harmless(&workspace, &["lint", "birds", "--format", format]);
            let run = run_harmless(&workspace, &["lint", "--from", &page, "--format", format]);
            shown += usize::from(run.out.contains("pwned"));
        }
    }
    assert!(shown >= 4, "{shown}");
}

#[test]
fn every_other_command() {
    for (ending, page) in TEXTS.into_iter().chain(NAMES) {
        let workspace = hostile_workspace(ending, page, "keep");
        let page = workspace.arg(&format!("schema/pages/birds.{ending}"));
        let example = "schema/pages/other.md";
        workspace.write(example, "## sendPayload\n\nReturns True.\n");
        let other = workspace.arg(example);
        for format in ["human", "json", "markdown"] {
            run_harmless(&workspace, &["diff", &other, &page, "--format", format]);
            run_harmless(&workspace, &["diff", &page, &other, "--format", format]);
        }
        for prose in ["omit", "keep"] {
            run_harmless(&workspace, &["extract", "--from", &page, "--prose", prose])
                .assert_status(0);
        }
        run_harmless(&workspace, &["codegen"]);
        run_harmless(&workspace, &["codegen", "--check"]);
        for file in [
            "schema/apis/birds/schema.yaml",
            "generated/src/apis/birds/methods/mod.rs",
        ] {
            workspace.write(file, "\u{1b}[31m\u{202e}\u{9b}\n# \u{200b}\u{feff}x\n");
            run_harmless(&workspace, &["codegen", "--check"]);
        }
    }
}

#[test]
fn what_is_extracted_is_what_the_page_says() {
    let (ending, text) = TEXTS[0];
    let workspace = hostile_workspace(ending, text, "keep");
    let page = workspace.arg("schema/pages/birds.md");
    let run = workspace
        .run(&["extract", "--from", &page, "--prose", "keep"])
        .assert_status(0);
    let schema: schema::schema::Schema = schema::yaml::load(&run.out).unwrap();
    let source = schema::source::Source::new("birds.md", hostile::with_hidden_characters(text));
    let read = reader::read("birds", &source).unwrap();
    assert_eq!(schema, read.schema);
}

#[test]
fn errors_in_arguments_and_files() {
    let evil = "pwned\u{1b}[31m\u{202e}\u{9b}\u{7}\u{200b}";
    let workspace = TempWorkspace::new();
    for args in [
        vec![evil],
        vec!["lint", evil],
        vec!["lint", "--from", evil],
        vec!["lint", "--format", evil],
        vec!["explain", evil],
        vec!["extract", "--from", evil],
        vec!["codegen", evil],
        vec!["codegen", "--pages", evil],
        vec!["diff", evil, evil],
    ] {
        run_harmless(&workspace, &args).assert_status(2);
    }
    let quoted = r#""pwned\x1b[31m\u202e\u009b\a""#;
    for file in ["api.yaml", "words.yaml", "overrides.yaml", "schema.yaml"] {
        for text in [
            format!("{quoted}: {quoted}"),
            format!("- {quoted}"),
            format!("title: T\nbase_url: x\nprose: {quoted}\n"),
            format!("- {{at: {quoted}, set: x, use: x, reason: x}}"),
            format!(
                "- {{at: sendNote.loud, set: {quoted}, use: {quoted}, docs: {quoted}, reason: x}}"
            ),
            format!("api: {quoted}\nversion: null\nmethods: []\ntypes: [{{name: {quoted}}}]\n"),
            format!("api: {quoted}\nversion: null\nmethods: []\ntypes: []\n"),
            format!(
                "title: T\nbase_url: x\nlints: [{{code: {quoted}, level: allow, reason: x}}]\n"
            ),
            format!("title: T\nbase_url: x\nextends: {quoted}\n"),
            format!("title: T\nbase_url: x\nnames: {{{quoted}: {quoted}}}\n"),
            evil.to_owned(),
        ] {
            let workspace = TempWorkspace::generated();
            workspace.remove("schema/pages/birds.md");
            workspace.write(&format!("schema/apis/birds/{file}"), &text);
            for args in [&["codegen"][..], &["lint"], &["codegen", "--check"]] {
                run_harmless(&workspace, args);
            }
        }
    }
}
