//! The program: what it prints, what it takes, and what it refuses.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

use serde_json::json;

use crate::client::{get_request, send_request};

fn program() -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_fake-server"));
    program.stdin(Stdio::null());
    program
}

fn run_program(args: &[&str]) -> (Option<i32>, String) {
    let Output { status, stderr, .. } = program().args(args).output().unwrap();
    (status.code(), String::from_utf8(stderr).unwrap())
}

/// A program that is killed with the test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[tokio::test]
async fn prints_where_it_is_and_feeds_the_bot() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../testing/corpus/updates");
    let mut program = program();
    program.args(["telegram", "--port", "0", "--every", "50ms", "--updates"]);
    let mut running = Running(program.arg(corpus).stdout(Stdio::piped()).spawn().unwrap());
    let mut line = String::new();
    let out = running.0.stdout.take().unwrap();
    BufReader::new(out).read_line(&mut line).unwrap();
    let (url, token) = line.trim().split_once(" token ").unwrap();
    let address = url.strip_prefix("http://").unwrap().parse().unwrap();
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    let request = get_request(&format!("/bot{token}/getUpdates"));
    let updates = send_request(address, &request).await.unwrap().result();
    let updates = updates.as_array().unwrap();
    let texts: Vec<_> = updates
        .iter()
        .map(|update| &update["message"]["text"])
        .collect();
    assert!(texts.contains(&&json!("Message 2")), "{texts:?}");
    assert!(updates.len() > 20, "{}", updates.len());
}

#[test]
fn its_apis_are_built_in() {
    let mut program = program();
    program.env_remove("CARGO_MANIFEST_DIR").current_dir("/");
    program
        .args(["safew", "--port", "0"])
        .stdout(Stdio::piped());
    let mut running = Running(program.spawn().unwrap());
    let mut line = String::new();
    let out = running.0.stdout.take().unwrap();
    BufReader::new(out).read_line(&mut line).unwrap();
    assert!(line.starts_with("http://127.0.0.1:"), "{line:?}");
}

#[test]
fn what_can_not_be_used_is_said() {
    for (args, words) in [
        (&["telegrm"] as &[&str], "did you mean `telegram`?"),
        (&["../apis/telegram"], "no API"),
        (&[], "<API>"),
        (&["telegram", "--bind", "0.0.0.0"], "loopback"),
        (&["telegram", "--every", "0s"], "can't be zero"),
        (
            &["telegram", "--updates", "/nowhere"],
            "can't read `/nowhere`",
        ),
        (
            &["telegram", "--updates", env!("CARGO_MANIFEST_PATH")],
            "can't parse JSON",
        ),
        (
            &["telegram", "--apis", "/nowhere"],
            "no API `telegram` in `/nowhere`",
        ),
    ] {
        let (code, stderr) = run_program(args);
        assert_eq!(code, Some(2), "{args:?}: {stderr}");
        assert!(stderr.contains(words), "{args:?}: {stderr}");
    }
}
