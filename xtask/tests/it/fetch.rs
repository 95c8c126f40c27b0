//! `extract` without a file: the page comes from the web, from servers of every kind.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

use crate::workspace::{PAGE, TempWorkspace};
use xtask::fetch::{Limits, get};

const SCHEMA: &str = "schema/apis/birds/schema.yaml";
const LOCK: &str = "schema/apis/birds/page.lock";
const MANIFEST: &str = "schema/apis/birds/api.yaml";

/// A server that gives each call to `answer`, with the path that was asked for. It ends with the
/// process.
fn serve_answers(answer: impl Fn(&str, &mut TcpStream) + Send + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut head = Vec::new();
            let mut byte = [0];
            while !head.ends_with(b"\r\n\r\n") && stream.read(&mut byte).unwrap_or(0) == 1 {
                head.push(byte[0]);
            }
            let head = String::from_utf8(head).unwrap();
            let path = head.split(' ').nth(1).unwrap_or("/");
            answer(path, &mut stream);
        }
    });
    url
}

/// A server with one answer.
fn serve_one(status: &'static str, kind: &'static str, body: impl Into<Vec<u8>>) -> String {
    let body = body.into();
    serve_answers(move |_, stream| send_answer(stream, status, kind, &body))
}

fn send_answer(stream: &mut TcpStream, status: &str, kind: &str, body: &[u8]) {
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
    );
    // A client that has seen enough may be gone.
    let _ = stream.write_all(head.as_bytes());
    let _ = stream.write_all(body);
}

/// An up-to-date workspace whose manifest says that the page is at `url`.
fn workspace_at(url: &str) -> TempWorkspace {
    let workspace = TempWorkspace::generated();
    workspace.replace_text(MANIFEST, "https://birds.example/docs", url);
    workspace.remove("schema/pages/birds.md");
    workspace
}

/// That a page can't be had, with nothing written: what is complained of.
#[track_caller]
fn assert_refused(url: &str, why: &str) {
    let workspace = workspace_at(url);
    let before = workspace.snapshot();
    let run = workspace.run(&["extract", "birds"]).assert_status(2);
    run.assert_stderr_contains(why);
    assert_eq!(workspace.snapshot(), before, "something was written");
}

#[test]
fn the_same_page_is_up_to_date() {
    let url = serve_one("200 OK", "text/markdown; charset=utf-8", PAGE);
    let workspace = workspace_at(&url);
    let before = workspace.snapshot();
    for args in [&["extract", "birds"][..], &["extract", "birds", "--check"]] {
        let run = workspace.run(args).assert_status(0);
        run.assert_stdout_contains(&format!("from {url}"))
            .assert_stdout_contains(
                "birds: up to date: the page is the one that page.lock records",
            );
        assert_eq!(workspace.snapshot(), before);
    }
}

#[test]
fn a_newer_page_is_reported_and_adopted() {
    let newer = PAGE
        .replace("1-80", "1-90")
        .replace("sendDance", "sendTwirl");
    let url = serve_one("200 OK", "text/plain", newer);
    let workspace = workspace_at(&format!("{url}/birds.md"));
    let before = workspace.snapshot();
    let told = "birds: the page states more or other than the schema: 1 method added, \
                1 method removed, 1 fact changed; 1 of them breaking";
    let run = workspace
        .run(&["extract", "birds", "--check"])
        .assert_status(1);
    run.assert_stdout_contains(told)
        .assert_stdout_contains("`cargo xtask extract birds` takes it over");
    assert_eq!(workspace.snapshot(), before, "--check wrote");
    let run = workspace.run(&["extract", "birds"]).assert_status(0);
    run.assert_stdout_contains(told)
        .assert_stdout_contains("updated  schema/apis/birds/schema.yaml")
        .assert_stdout_contains("next: `cargo xtask codegen`");
    assert!(workspace.read(SCHEMA).contains("sendTwirl"));
    assert_ne!(workspace.snapshot().get(LOCK), before.get(LOCK));
    workspace
        .run(&["extract", "birds", "--check"])
        .assert_status(0);
}

#[test]
fn what_is_fetched_is_what_a_file_gives() {
    let newer = PAGE.replace("1-80", "1-90");
    let url = serve_one("200 OK", "text/markdown", newer.clone());
    let (web, disk) = (workspace_at(&url), workspace_at(&url));
    disk.write("new/page.md", &newer);
    web.run(&["extract", "birds"]).assert_status(0);
    let page = disk.arg("new/page.md");
    disk.run(&["extract", "birds", "--from", &page])
        .assert_status(0);
    for file in [SCHEMA, LOCK] {
        assert_eq!(web.read(file), disk.read(file));
    }
}

#[test]
fn a_page_is_kept_where_it_is_asked_for() {
    let workspace = workspace_at(&serve_one("200 OK", "text/markdown", PAGE));
    let kept = workspace.arg("kept/birds.md");
    let run = workspace.run(&["extract", "birds", "--check", "--save", &kept]);
    run.assert_status(0);
    assert_eq!(workspace.read("kept/birds.md"), PAGE);
}

#[test]
fn other_words_are_no_other_schema() {
    let page = PAGE.replace("使用此方法唱歌。", "使用此方法大声唱歌。");
    let workspace = workspace_at(&serve_one("200 OK", "text/markdown", page));
    let run = workspace
        .run(&["extract", "birds", "--check"])
        .assert_status(0);
    run.assert_stdout_contains("birds: up to date: the page changed in its wording alone");
}

#[test]
fn an_older_page_at_hand_is_warned_of() {
    let newer = PAGE.replace("1-80", "1-90");
    let workspace = workspace_at(&serve_one("200 OK", "text/markdown", newer));
    workspace.write("schema/pages/birds.md", PAGE);
    let run = workspace.run(&["extract", "birds"]).assert_status(0);
    run.assert_stdout_contains(
        "note: `cargo xtask codegen` reads schema/pages/birds.md, which is another page",
    );
}

#[test]
fn a_page_that_was_cut_off_is_refused() {
    let (start, _) = PAGE.rsplit_once("Boolean").unwrap();
    let url = serve_one("200 OK", "text/markdown", start);
    assert_refused(&url, "error[truncated-page]");
}

#[test]
fn errors_of_the_server_are_reported_with_the_url() {
    let url = serve_one("404 Not Found", "text/markdown", PAGE);
    assert_refused(
        &url,
        &format!("can't fetch `{url}`: the server answers 404"),
    );
    assert_refused(&url, "cargo xtask extract birds --from FILE");
    let url = serve_one("204 No Content", "text/markdown", "");
    assert_refused(&url, "the server answers 204");
}

#[test]
fn what_is_no_page_is_refused() {
    let url = serve_one("200 OK", "application/pdf", PAGE);
    assert_refused(&url, "`application/pdf`, which is no page");
    let url = serve_one(
        "200 OK",
        "text/html",
        "<!DOCTYPE html><h1>Down for repair</h1>",
    );
    assert_refused(&url, "error[empty-page]");
    let url = serve_one("200 OK", "text/markdown", b"# a\n\xff".to_vec());
    assert_refused(&url, "is not UTF-8: line 2");
}

#[test]
fn no_network_is_reported() {
    let gone = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/page", gone.local_addr().unwrap());
    drop(gone);
    assert_refused(&url, &format!("can't fetch `{url}`: "));
    assert_refused("file:///etc/hostname", "no `http://` or `https://` URL");
    assert_refused("null", "records no URL");
}

#[test]
fn redirects_are_few_and_to_the_web() {
    let url = serve_answers(|path, stream| match path {
        "/start" => send_redirect(stream, "/page.md"),
        "/page.md" => send_answer(stream, "200 OK", "text/plain", PAGE.as_bytes()),
        "/file" => send_redirect(stream, "file:///etc/hostname"),
        _ => send_redirect(stream, "/loop"),
    });
    let workspace = workspace_at(&format!("{url}/start"));
    workspace
        .run(&["extract", "birds", "--check"])
        .assert_status(0);
    assert_refused(&format!("{url}/loop"), "it redirects more than 5 times");
    assert_refused(&format!("{url}/file"), "can't fetch");
}

fn send_redirect(stream: &mut TcpStream, to: &str) {
    let head = format!(
        "HTTP/1.1 302 Found\r\nLocation: {to}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    );
    let _ = stream.write_all(head.as_bytes());
}

#[test]
fn an_endless_body_is_cut_whatever_it_calls_its_length() {
    let url = serve_answers(|_, stream| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n");
        while stream.write_all(&[b' '; 4096]).is_ok() {}
    });
    let limits = Limits {
        bytes: 100_000,
        ..Limits::default()
    };
    assert_eq!(
        get(&url, &limits).unwrap_err(),
        "it is longer than 100000 bytes"
    );
}

#[test]
fn a_body_that_ends_early_is_no_page() {
    let url = serve_answers(|_, stream| {
        let head =
            "HTTP/1.1 200 OK\r\nContent-Type: text/markdown\r\nContent-Length: 90000\r\n\r\n";
        let _ = stream.write_all(format!("{head}{PAGE}").as_bytes());
    });
    assert_refused(&url, "can't fetch");
}

#[test]
fn a_silent_server_is_not_waited_for() {
    let silent = serve_answers(|_, _| thread::sleep(Duration::from_secs(30)));
    let slow = serve_answers(|_, stream| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n");
        while stream.write_all(b" ").is_ok() {
            thread::sleep(Duration::from_millis(20));
        }
    });
    let limits = Limits {
        whole: Duration::from_millis(300),
        ..Limits::default()
    };
    for url in [silent, slow] {
        let start = Instant::now();
        let error = get(&url, &limits).unwrap_err();
        assert!(error.contains("takes too long"), "{error}");
        assert!(start.elapsed() < Duration::from_secs(10));
    }
}
