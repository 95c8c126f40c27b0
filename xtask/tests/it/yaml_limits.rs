//! YAML that asks for more than any machine has is refused, with its file and its line.

use crate::workspace::TempWorkspace;

/// Ten levels of nine aliases each: three thousand million values.
fn billion_laughs() -> String {
    let mut text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..10 {
        let aliases = vec![format!("*a{}", level - 1); 9].join(", ");
        text += &format!("a{level}: &a{level} [{aliases}]\n");
    }
    text
}

/// A long list, and as many aliases of it.
fn many_copies() -> String {
    let list = "x, ".repeat(20_000);
    let aliases = "*a, ".repeat(20_000);
    format!("a: &a [{list}]\nb: [{aliases}]\n")
}

fn bombs() -> Vec<String> {
    vec![
        billion_laughs(),
        many_copies(),
        format!(
            "- at: sendNote.loud\n  docs: {{{}}}\n",
            billion_laughs().replace('\n', ",")
        ),
        "[".repeat(100_000),
        "{a: ".repeat(300_000),
        "- ".repeat(100_000),
        "? ".repeat(100_000),
        format!("a: {}", "x".repeat(33 << 20)),
        "<<: *a\n".to_owned(),
        "<<: &a {title: x}\nbase_url: *a\n".to_owned(),
        "title: *nothing\n".to_owned(),
    ]
}

#[test]
fn bombs_are_refused() {
    for (number, bomb) in bombs().into_iter().enumerate() {
        for file in [
            "api.yaml",
            "page.lock",
            "words.yaml",
            "overrides.yaml",
            "schema.yaml",
        ] {
            let workspace = TempWorkspace::new();
            workspace.remove("schema/pages/birds.md");
            let path = format!("schema/apis/birds/{file}");
            workspace.write(&path, &bomb);
            let run = workspace.run(&["codegen"]).assert_status(2);
            let place = run.err.split(&format!("{path}:")).nth(1).unwrap_or("");
            let lines: String = place.chars().take_while(char::is_ascii_digit).collect();
            assert!(!lines.is_empty(), "{number} in {path}: {}", run.err);
        }
    }
}

#[test]
fn a_key_is_there_once() {
    let folder = "schema/apis/birds";
    for (file, text) in [
        (
            "words.yaml",
            "sendNote: One.\n'*.nest': Two.\nsendNote: Three.\n",
        ),
        (
            "api.yaml",
            "title: T\nbase_url: x\nnames: {A | B: C, A | B: D}\n",
        ),
        ("api.yaml", "title: T\nbase_url: x\ntitle: U\n"),
        (
            "overrides.yaml",
            "- {at: a.b, at: a.c, set: type, use: x, reason: r}\n",
        ),
        (
            "overrides.yaml",
            "- {at: a.b, set: range, use: {min: 1, min: 2}, reason: r}\n",
        ),
    ] {
        let workspace = TempWorkspace::new();
        workspace.write(&format!("{folder}/{file}"), text);
        let run = workspace.run(&["codegen"]).assert_status(2);
        run.assert_stderr_contains(&format!("{folder}/{file}:"));
    }
}

#[test]
fn aliases_that_say_no_more_than_their_text_are_read() {
    let workspace = TempWorkspace::new();
    let words = "sendNote: &a Sends a note.\nNote: *a\n";
    workspace.write("schema/apis/birds/words.yaml", words);
    workspace.run(&["codegen"]).assert_status(0);
}
