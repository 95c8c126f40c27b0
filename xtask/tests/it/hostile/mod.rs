//! Hostile pages, manifests, words and overrides: nothing of them becomes code, markup, commands
//! of a terminal, or a file where none belongs.

mod code;
mod docs;
mod places;
mod terminal;

use crate::workspace::TempWorkspace;
use testing::hostile::{self, NAMES, TEXTS};

const MANIFEST: &str = r##"
title: "*/ fn pwned() {} /* <script>pwned()</script> \x1b[31m \u202e](javascript:pwned())\n# pwned"
base_url: "https://pwned.example/\"; fn pwned() {} //\u202e\x1b[2J{pwned}"
page:
  url: "javascript:pwned()//"
lints:
- {code: unknown-type, level: allow, reason: "pwned \x1b[31m */"}
- {code: type-conflict, level: allow, reason: pwned}
- {code: missing-return, level: allow, reason: pwned}
- {code: stale-name, level: allow, reason: pwned}
"##;

const WORDS: &str = r##"
"sendPayload": "<script>pwned()</script> */ fn pwned() {} /* \x1b[31m \u202epwned [a](javascript:pwned())\n\n```\npwned();\n```\n\n    pwned();\n\n# pwned"
"sendPayload.type": "\"#; pwned ]]> `` ` `` \\` <img src=x onerror=pwned()>"
"*.kind": "| pwned |\n|---|\n[pwned]: javascript:pwned"
"con": "- pwned\n1. pwned\n> pwned\n~~~\npwned\n~~~"
"Nul": "`unclosed <b>pwned</b> \\"
"##;

const OVERRIDES: &str = r##"
- at: sendPayload.text
  set: default
  docs: null
  use: "\"); pwned(); (\"\u202e\x1b[31m"
  reason: "*/ pwned \x1b[31m \u202e"
"##;

/// A workspace whose one API has this page, and hostile files around it.
fn hostile_workspace(ending: &str, page: &str, prose: &str) -> TempWorkspace {
    let workspace = TempWorkspace::new();
    let folder = "schema/apis/birds";
    workspace.remove("schema/pages/birds.md");
    workspace.write(
        &format!("schema/pages/birds.{ending}"),
        &hostile::with_hidden_characters(page),
    );
    workspace.write(
        &format!("{folder}/api.yaml"),
        &format!("{MANIFEST}prose: {prose}\n"),
    );
    workspace.write(&format!("{folder}/words.yaml"), WORDS);
    workspace.remove(&format!("{folder}/overrides.yaml"));
    workspace
}

/// The Rust files that `codegen` makes of a page.
fn crate_of(ending: &str, page: &str, prose: &str) -> Vec<(String, String)> {
    let workspace = hostile_workspace(ending, page, prose);
    workspace.run(&["codegen"]).assert_status(0);
    let files = workspace.snapshot().into_iter();
    let rust = files.filter(|(path, _)| path.ends_with(".rs"));
    rust.map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap()))
        .collect()
}
