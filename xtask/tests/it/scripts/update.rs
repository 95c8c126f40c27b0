//! `.ci/update`: a page on a server in; nothing, or a title, a text and a patch out.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::thread;

use super::repository::{commit_workspace, run_git, run_script};
use crate::workspace::{PAGE, Run, TempWorkspace};

const MANIFEST: &str = "schema/apis/birds/api.yaml";
const FOLDER: &str = "target/update";

/// An addition to the page: a method whose words we have, with a return.
const METHOD: &str = "
## sendTwirl（转圈）

使用此方法转圈。成功时，返回 True。

| 参数 | 类型 | 必填 | 说明 |
| --- | --- | --- | --- |
| nest | Integer 或 String | 是 | 鸟巢的编号 |
| turns | Integer | 可选 | 转多少圈，1-9 |
";

/// A server that sends one page for ever.
fn serve_page(status: &'static str, page: String) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/birds.md", listener.local_addr().unwrap());
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let (mut head, mut byte) = (Vec::new(), [0]);
            while !head.ends_with(b"\r\n\r\n") && stream.read(&mut byte).unwrap_or(0) == 1 {
                head.push(byte[0]);
            }
            let length = page.len();
            let head = format!(
                "HTTP/1.1 {status}\r\nContent-Type: text/markdown\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
            );
            stream.write_all((head + &page).as_bytes()).unwrap();
        }
    });
    url
}

/// A repository that is up to date with `PAGE`, whose manifest leads to another, and nothing else at hand.
fn repository(status: &'static str, page: String) -> TempWorkspace {
    let workspace = TempWorkspace::generated();
    workspace.replace_text(
        MANIFEST,
        "https://birds.example/docs",
        &serve_page(status, page),
    );
    fs::remove_dir_all(workspace.path("schema/pages")).unwrap();
    commit_workspace(&workspace, ".ci/update");
    workspace
}

fn run_update(workspace: &TempWorkspace) -> Run {
    run_script(workspace, &[".ci/update"], &[("UPDATE_TEST", "true")])
}

fn proposed_file(workspace: &TempWorkspace, file: &str) -> String {
    workspace.read(&format!("{FOLDER}/{file}"))
}

/// Every file that is none of git's.
fn list_tree(workspace: &TempWorkspace) -> BTreeMap<String, Vec<u8>> {
    let mut files = workspace.snapshot();
    files.retain(|path, _| !path.starts_with(".git/"));
    files
}

/// Nothing is proposed, and the tree is as it was.
#[track_caller]
fn proposes_nothing(workspace: &TempWorkspace) {
    for file in ["title", "body.md", "patch"] {
        assert!(!workspace.path(FOLDER).join(file).exists(), "{file}");
    }
    assert_eq!(run_git(workspace, &["status", "--porcelain"]), "");
}

/// The patch makes of the commit what the script left; no text of the page is in what is proposed.
#[track_caller]
fn proposes_what_it_did(workspace: &TempWorkspace, page: &str) {
    let left = list_tree(workspace);
    assert_eq!(
        proposed_file(workspace, "title"),
        "Follow the pages: birds\n"
    );
    run_git(workspace, &["stash", "--include-untracked", "--quiet"]);
    assert!(list_tree(workspace) != left);
    run_git(
        workspace,
        &["apply", "--index", &workspace.arg("target/update/patch")],
    );
    assert!(list_tree(workspace) == left);
    for file in ["title", "body.md", "patch"] {
        quotes_nothing(&proposed_file(workspace, file), page);
    }
}

/// No sentence or cell of the page with a word of its language is in the text.
#[track_caller]
fn quotes_nothing(text: &str, page: &str) {
    let is_chinese = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    let parts = page
        .split(['|', '\n', '。', '，', '（', '）'])
        .map(str::trim);
    let parts: Vec<_> = parts.filter(|part| part.contains(is_chinese)).collect();
    assert!(parts.len() > 10);
    for part in parts {
        assert!(!text.contains(part), "`{part}` in\n{text}");
    }
}

#[test]
fn the_same_page_proposes_nothing() {
    let workspace = repository("200 OK", PAGE.to_owned());
    let run = run_update(&workspace).assert_status(0);
    run.assert_stdout_contains("every page that was read is the one that is committed");
    proposes_nothing(&workspace);
}

#[test]
fn another_wording_proposes_nothing() {
    let page = PAGE.replace("使用此方法唱歌。", "使用此方法大声唱歌。");
    let workspace = repository("200 OK", page);
    let run = run_update(&workspace).assert_status(0);
    run.assert_stdout_contains("every page that was read is the one that is committed");
    proposes_nothing(&workspace);
}

#[test]
fn a_new_method_is_proposed() {
    let page = PAGE.to_owned() + METHOD;
    let workspace = repository("200 OK", page.clone());
    run_update(&workspace)
        .assert_status(0)
        .assert_stdout_contains("something changed: see target/update/body.md");
    proposes_what_it_did(&workspace, &page);
    let body = proposed_file(&workspace, "body.md");
    for text in [
        "# birds\n",
        "### New methods\n\n- `sendTwirl` returns `True`\n",
        "\nThe tests pass.\n",
    ] {
        assert!(body.contains(text), "no `{text}` in\n{body}");
    }
    let patch = proposed_file(&workspace, "patch");
    assert!(patch.contains("+- name: sendTwirl") && patch.contains("+pub struct SendTwirl"));
    // The proposal is up to date.
    let page = workspace.arg("target/update/pages/birds");
    workspace
        .run(&["extract", "birds", "--from", &page, "--check"])
        .assert_status(0);
    workspace.run(&["codegen", "--check"]).assert_status(0);
}

#[test]
fn a_page_that_is_gone_is_reported() {
    let workspace = repository("404 Not Found", "gone".to_owned());
    let run = run_update(&workspace).assert_status(1);
    run.assert_stdout_contains(
        "birds: its page could not be fetched or read: see target/update/log/birds",
    );
    assert!(proposed_file(&workspace, "log/birds").contains("the server answers 404"));
    proposes_nothing(&workspace);
}

#[test]
fn a_page_that_is_gone_is_reported_beside_one_that_changed() {
    let page = PAGE.to_owned() + METHOD;
    let workspace = repository("200 OK", page.clone());
    let manifest = workspace.read(MANIFEST);
    let gone = serve_page("404 Not Found", "gone".to_owned());
    let url = manifest
        .lines()
        .find(|line| line.contains("url: http://"))
        .unwrap();
    let manifest = manifest.replace(url, &format!("  url: {gone}"));
    workspace.write("schema/apis/eagles/api.yaml", &manifest);
    let schema = workspace.read("schema/apis/birds/schema.yaml");
    workspace.write(
        "schema/apis/eagles/schema.yaml",
        &schema.replace("api: birds", "api: eagles"),
    );
    for file in ["words.yaml", "overrides.yaml"] {
        let text = workspace.read(&format!("schema/apis/birds/{file}"));
        workspace.write(&format!("schema/apis/eagles/{file}"), &text);
    }
    workspace.run(&["codegen"]).assert_status(0);
    commit_workspace(&workspace, ".ci/update");
    run_update(&workspace).assert_status(1);
    proposes_what_it_did(&workspace, &page);
    let body = proposed_file(&workspace, "body.md");
    assert!(
        body.contains("# eagles\n\nThe page could not be fetched or read."),
        "{body}"
    );
    assert!(body.contains("- `sendTwirl` returns `True`"), "{body}");
}

#[test]
fn a_page_that_nothing_can_be_made_of_is_proposed_without_a_crate() {
    let page = PAGE.to_owned() + &METHOD.replace("| turns | Integer |", "| turns | Intger |");
    let workspace = repository("200 OK", page.clone());
    run_update(&workspace).assert_status(1);
    proposes_what_it_did(&workspace, &page);
    let body = proposed_file(&workspace, "body.md");
    for text in [
        "### New findings\n\n- error[unknown-type] at `sendTwirl.turns`\n",
        "**The crate is as it was**: `cargo xtask codegen` finds errors to fix first.",
    ] {
        assert!(body.contains(text), "no `{text}` in\n{body}");
    }
    assert!(!body.contains("tests"), "{body}");
    assert!(!proposed_file(&workspace, "patch").contains("generated/"));
}

#[test]
fn a_failing_test_is_reported() {
    let workspace = repository("200 OK", PAGE.to_owned() + METHOD);
    run_script(&workspace, &[".ci/update"], &[("UPDATE_TEST", "false")]).assert_status(1);
    let body = proposed_file(&workspace, "body.md");
    assert!(
        body.contains("\n**Tests fail**, none by its name: perhaps one does not compile.\n"),
        "{body}"
    );
}

#[test]
fn failing_tests_are_named_and_nothing_that_they_print() {
    let page = PAGE.to_owned() + METHOD;
    let workspace = repository("200 OK", page.clone());
    let said = "running 3 tests\ntest calls::sing ... ok\ntest calls::twirl ... FAILED\n\
        test src/lib.rs - (line 9) ... FAILED\nthread 'calls::twirl' panicked: 转多少圈\n";
    workspace.write("target/said", said);
    workspace.write("target/bin/fail", "cat target/said; exit 101\n");
    let test = format!("sh {}", workspace.arg("target/bin/fail"));
    run_script(&workspace, &[".ci/update"], &[("UPDATE_TEST", &test)]).assert_status(1);
    let body = proposed_file(&workspace, "body.md");
    let list = "\n**Tests fail:**\n\n- `calls::twirl`\n- `src/lib.rs - (line 9)`\n";
    assert!(body.ends_with(list), "{body}");
    quotes_nothing(&body, &page);
}

#[test]
fn what_is_left_to_people_is_listed() {
    let method = METHOD
        .replace("| turns | Integer |", "| turns | Integer 或 Boolean |")
        .replace("sendTwirl", "sendWhirl");
    let page = PAGE.replacen("\n\n", "\n\nBot API 2.1\n\n", 1) + &method;
    let workspace = repository("200 OK", page.clone());
    run_update(&workspace).assert_status(0);
    let title = proposed_file(&workspace, "title");
    assert_eq!(title, "Follow the pages: birds 2.1\n");
    let body = proposed_file(&workspace, "body.md");
    for text in [
        "### Unions to name\n",
        "  Integer | Boolean: NAME\n",
        "### Words to write, in `schema/apis/birds/words.yaml`\n\n",
        "- `sendWhirl` has no text yet\n",
    ] {
        assert!(body.contains(text), "no `{text}` in\n{body}");
    }
    quotes_nothing(&body, &page);
}

#[test]
fn a_page_that_was_cut_off_replaces_nothing() {
    let half = PAGE.rsplit_once("| Boolean").unwrap().0;
    let workspace = repository("200 OK", half.to_owned() + "| Bool");
    run_update(&workspace)
        .assert_status(1)
        .assert_stdout_contains("birds: its page could not be fetched or read");
    proposes_nothing(&workspace);
}
