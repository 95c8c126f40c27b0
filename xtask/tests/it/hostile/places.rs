//! No name leads anywhere but into the folders that belong to codegen.

use super::{NAMES, TEXTS, hostile_workspace};
use crate::workspace::TempWorkspace;

/// The files that codegen may write for the API of this workspace.
fn is_own(path: &str) -> bool {
    let files = [
        "generated/Cargo.toml",
        "schema/LINTS.md",
        "schema/api.schema.json",
        "schema/dialect.schema.json",
        "schema/markup.schema.json",
        "schema/refusals.schema.json",
        "schema/schema.schema.json",
        "schema/apis/birds/page.lock",
        "schema/apis/birds/schema.yaml",
    ];
    files.contains(&path) || path.starts_with("generated/src/apis/")
}

#[test]
fn files_are_written_where_they_belong() {
    for (ending, page) in TEXTS.into_iter().chain(NAMES) {
        let workspace = hostile_workspace(ending, page, "keep");
        let (before, around) = (workspace.snapshot(), workspace.files_around());
        workspace.run(&["codegen"]);
        for (path, bytes) in workspace.snapshot() {
            assert!(is_own(&path) || before.get(&path) == Some(&bytes), "{path}");
            assert!(
                path.is_ascii() && !path.to_lowercase().contains("pwned"),
                "{path}"
            );
        }
        assert_eq!(workspace.files_around(), around);
    }
}

#[test]
fn an_api_of_a_hostile_name_is_refused() {
    let names = [
        "con",
        "nul",
        "aux",
        "prn",
        "com1",
        "lpt9",
        "Con",
        "type",
        "self",
        "crate",
        "super",
        "mod",
        "fn",
        "a b",
        "a-b",
        "a;b",
        "a\u{202e}b",
        "а",
        "a\u{1b}[31m",
        "a\"b",
        "a'b",
        "$a",
        "-a",
        "_",
        "__",
        "bot",
        "error",
        &"a".repeat(200),
    ];
    for name in names {
        let workspace = TempWorkspace::new();
        let folder = format!("schema/apis/{name}");
        workspace.write(
            &format!("{folder}/api.yaml"),
            "title: T\nbase_url: 'https://t.example'\n",
        );
        workspace.write(
            &format!("schema/pages/{name}.md"),
            "## sendIt\n\nReturns True.\n",
        );
        let (before, around) = (workspace.snapshot(), workspace.files_around());
        let run = workspace.run(&["codegen"]).assert_status(2);
        assert!(!run.err.is_empty());
        assert_eq!(testing::hostile::find_control(&run.err), None);
        assert_eq!(workspace.snapshot(), before, "{name}");
        assert_eq!(workspace.files_around(), around);
    }
}
