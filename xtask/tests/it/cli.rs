//! The arguments, the output and the exit status of each command.

use std::io::{self, Write};

use crate::workspace::{PAGE, TempWorkspace};

#[test]
fn help_is_no_failure() {
    let workspace = TempWorkspace::new();
    for command in ["codegen", "extract", "lint", "inspect", "export", "explain"] {
        workspace
            .run(&["--help"])
            .assert_status(0)
            .assert_stdout_contains(command);
        workspace
            .run(&[command, "--help"])
            .assert_status(0)
            .assert_stdout_contains("Usage: cargo xtask");
    }
}

#[test]
fn misuse_ends_with_2() {
    let workspace = TempWorkspace::new();
    workspace
        .run(&[])
        .assert_status(2)
        .assert_stderr_contains("Usage");
    workspace
        .run(&["codgen"])
        .assert_status(2)
        .assert_stderr_contains("codegen");
    workspace
        .run(&["codegen", "--nope"])
        .assert_status(2)
        .assert_stderr_contains("--nope");
    workspace
        .run(&["extract"])
        .assert_status(2)
        .assert_stderr_contains("--from");
    workspace.run(&["extract", "--check"]).assert_status(2);
    workspace
        .run(&["lint", "--format", "xml"])
        .assert_status(2)
        .assert_stderr_contains("json");
    workspace.run(&["lint", "a", "b"]).assert_status(2);
}

#[test]
fn names_that_lead_nowhere_end_with_2() {
    let workspace = TempWorkspace::new();
    let near = "did you mean `birds`?";
    workspace
        .run(&["codegen", "bird"])
        .assert_status(2)
        .assert_stderr_contains(near);
    workspace
        .run(&["lint", "bird"])
        .assert_status(2)
        .assert_stderr_contains(near);
    let page = workspace.arg("schema/pages/birds.md");
    workspace
        .run(&["extract", "bird", "--from", &page])
        .assert_status(2)
        .assert_stderr_contains(near);
    let nowhere = workspace.arg("nowhere");
    workspace
        .run(&["codegen", "--pages", &nowhere])
        .assert_status(2)
        .assert_stderr_contains("is not a folder");
    workspace
        .run(&["lint", "--from", &nowhere])
        .assert_status(2)
        .assert_stderr_contains("can't read");
    workspace
        .run(&["extract", "--from", &nowhere])
        .assert_status(2)
        .assert_stderr_contains("can't read");
}

#[test]
fn unreadable_pages_end_with_2() {
    let workspace = TempWorkspace::new();
    workspace.write("empty.md", "Nothing to see.\n");
    let empty = workspace.arg("empty.md");
    workspace
        .run(&["extract", "--from", &empty])
        .assert_status(2)
        .assert_stderr_contains("error[empty-page]");
    workspace
        .run(&["lint", "--from", &empty])
        .assert_status(2)
        .assert_stdout_contains("error[empty-page]");
    workspace.write("schema/pages/birds.md", "");
    workspace
        .run(&["codegen"])
        .assert_status(2)
        .assert_stderr_contains("error[empty-page]");
    std::fs::write(workspace.path("bytes.md"), b"# a\n\xff").unwrap();
    let bytes = workspace.arg("bytes.md");
    workspace
        .run(&["extract", "--from", &bytes])
        .assert_status(2)
        .assert_stderr_contains("line 2");
}

#[test]
fn broken_files_are_named_with_their_place() {
    let workspace = TempWorkspace::new();
    let folder = "schema/apis/birds";
    workspace.replace_text(
        &format!("{folder}/words.yaml"),
        "sendSong: Sings",
        "sendSong: [Sings",
    );
    workspace.replace_text(&format!("{folder}/overrides.yaml"), "reason", "raeson");
    let run = workspace.run(&["codegen"]).assert_status(2);
    run.assert_stderr_contains("schema/apis/birds/words.yaml:")
        .assert_stderr_contains("schema/apis/birds/overrides.yaml:6:3")
        .assert_stderr_contains("unknown field `raeson`");
    workspace.remove(&format!("{folder}/api.yaml"));
    workspace
        .run(&["lint"])
        .assert_status(2)
        .assert_stderr_contains("has no `api.yaml`");
}

#[test]
fn an_api_needs_a_name_and_a_page() {
    let workspace = TempWorkspace::new();
    workspace.remove("schema/pages/birds.md");
    workspace
        .run(&["codegen"])
        .assert_status(2)
        .assert_stderr_contains("neither a page nor a schema.yaml");
    workspace.write("schema/apis/My-Birds/api.yaml", "");
    workspace
        .run(&["codegen"])
        .assert_status(2)
        .assert_stderr_contains("`schema/apis/My-Birds` is no name");
}

#[test]
fn extract_prints_a_page_as_yaml() {
    let workspace = TempWorkspace::new();
    let page = workspace.arg("schema/pages/birds.md");
    let run = workspace
        .run(&["extract", "--from", &page])
        .assert_status(0)
        .assert_stdout_contains("api: birds\n");
    assert!(run.out.starts_with("# @generated"), "{}", run.out);
    assert!(!run.out.contains("doc:"), "{}", run.out);
    workspace
        .run(&["extract", "--from", &page, "--prose", "keep"])
        .assert_status(0)
        .assert_stdout_contains("doc:");
}

#[test]
fn extract_writes_the_file_that_is_named() {
    let workspace = TempWorkspace::new();
    let (page, out) = (
        workspace.arg("schema/pages/birds.md"),
        workspace.arg("out/birds.yaml"),
    );
    let printed = workspace
        .run(&["extract", "--from", &page])
        .assert_status(0)
        .out;
    workspace
        .run(&["extract", "--from", &page, "--out", &out])
        .assert_status(0)
        .assert_stdout_contains("wrote");
    assert_eq!(workspace.read("out/birds.yaml"), printed);
    workspace
        .run(&["extract", "birds", "--from", &page])
        .assert_status(0)
        .assert_stdout_contains("schema.yaml");
    assert_eq!(workspace.read("schema/apis/birds/schema.yaml"), printed);
    assert!(
        workspace
            .read("schema/apis/birds/page.lock")
            .contains("\nsha256: ")
    );
}

#[test]
fn extract_reports_mistakes_and_goes_on() {
    let workspace = TempWorkspace::new();
    workspace.write(
        "birds.md",
        &PAGE.replace("| 是 | 便条的文字", "| 也许 | 便条的文字"),
    );
    let run = workspace
        .run(&["extract", "--from", &workspace.arg("birds.md")])
        .assert_status(0);
    run.assert_stderr_contains("error[unknown-required]")
        .assert_stdout_contains("api: birds");
}

#[test]
fn lint_reports_what_overrides_then_correct() {
    let workspace = TempWorkspace::new();
    let page = workspace.arg("schema/pages/birds.md");
    let run = workspace.run(&["lint", "--from", &page]).assert_status(1);
    run.assert_stdout_contains("error[type-conflict]")
        .assert_stdout_contains("birds.md:11:10")
        .assert_stdout_contains("use: Boolean");
    for args in [
        &["lint"][..],
        &["lint", "birds"],
        &["lint", "birds", "--from", &page],
    ] {
        workspace
            .run(args)
            .assert_status(0)
            .assert_stdout_contains("birds: 1 correction in force");
    }
    workspace.run(&["codegen"]).assert_status(0);
    workspace.remove("schema/pages/birds.md");
    workspace
        .run(&["lint"])
        .assert_status(0)
        .assert_stdout_contains("no page at hand");
}

#[test]
fn lint_speaks_json_and_nothing_else() {
    let workspace = TempWorkspace::new();
    let page = workspace.arg("schema/pages/birds.md");
    let run = workspace
        .run(&["lint", "--from", &page, "--format", "json"])
        .assert_status(1);
    let objects = run
        .out
        .lines()
        .map(serde_json::from_str::<serde_json::Value>);
    let objects: Vec<_> = objects.map(Result::unwrap).collect();
    let conflict = objects
        .iter()
        .find(|object| object["code"] == "type-conflict")
        .unwrap();
    assert_eq!(conflict["at"], "sendNote.loud");
    assert_eq!(conflict["level"], "error");
    assert_eq!(
        (&conflict["line"], &conflict["column"]),
        (&11.into(), &10.into())
    );
    assert_eq!(
        (&conflict["found"], &conflict["expected"]),
        (&"String".into(), &"Boolean".into())
    );
    assert_eq!(conflict.as_object().unwrap().len(), 9);
}

#[test]
fn every_lint_is_explained() {
    let workspace = TempWorkspace::new();
    for lint in reader::lint::LINTS {
        workspace
            .run(&["explain", lint.code])
            .assert_status(0)
            .assert_stdout_contains(lint.summary);
        workspace
            .run(&["explain"])
            .assert_status(0)
            .assert_stdout_contains(lint.code);
        workspace
            .run(&["lint", "--list"])
            .assert_status(0)
            .assert_stdout_contains(lint.code);
    }
    let run = workspace.run(&["explain", "type-conflit"]).assert_status(2);
    run.assert_stderr_contains("did you mean `type-conflict`");
    let run = workspace.run(&["explain", "zzz"]).assert_status(2);
    run.assert_stderr_contains("there is `")
        .assert_stderr_contains("and `unused-words`");
}

#[test]
fn a_page_without_an_api_is_named_after_its_file() {
    let workspace = TempWorkspace::new();
    for (file, api) in [
        ("some/Bot-API.v2.md", "bot_api_v2"),
        ("2024.md", "page"),
        ("页面.md", "page"),
    ] {
        workspace.write(file, PAGE);
        let run = workspace.run(&["extract", "--from", &workspace.arg(file)]);
        run.assert_status(0)
            .assert_stdout_contains(&format!("api: {api}\n"));
    }
}

#[test]
fn the_bytes_of_the_page_are_recorded() {
    let workspace = TempWorkspace::generated();
    let files = workspace.snapshot().into_iter();
    let text: String = files
        .filter(|(path, _)| path.starts_with("schema/apis/birds/"))
        .map(|(_, bytes)| String::from_utf8(bytes).unwrap())
        .collect();
    // As `sha256sum` prints it.
    let sum = "38f7b9b4e07e3df76ed461f70fb543ecea7519b6247f1126524d23358c51117a";
    assert!(text.contains(sum), "{text}");
}

/// A stream whose reader went away.
struct Closed(io::ErrorKind);

impl Write for Closed {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(self.0.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_closed_output_is_no_panic() {
    let workspace = TempWorkspace::new();
    for kind in [io::ErrorKind::BrokenPipe, io::ErrorKind::StorageFull] {
        let mut err = Vec::new();
        let args = ["xtask", "explain"].map(Into::into);
        let root = workspace.path("");
        assert_eq!(xtask::run(args, &root, &mut Closed(kind), &mut err), 2);
        assert_eq!(err.is_empty(), kind == io::ErrorKind::BrokenPipe);
    }
}
