//! An API that is called in another way than Telegram's: the server follows its manifest.

use std::fs;
use std::path::Path;

use fake_server::{Api, Options, Server};
use serde_json::{Value, json};

use crate::client::{Reply, last_call, send_request};

const MANIFEST: &str = "
title: Pigeonpost
base_url: https://pigeonpost.example
call:
  url: '{base}/v3/{path}'
  files: '{base}/files/{path}'
  headers: {Authorization: 'Bot {token}', X-Version: '3'}
  response: {success: {code: 0}, result: data, code: code, message: message}
  environments:
    test: {url: '{base}/test/{path}'}
";

const SCHEMA: &str = "
api: pigeonpost
version: null
methods:
- name: editNote
  http: PATCH /notes/{id}
  returns: Note
  params:
  - {name: id, type: String, required: true}
  - {name: silent, type: Boolean, required: false, in: query}
  - {name: text, type: String, required: true}
- name: newNote
  http: GET /notes/new
  returns: Note
  params: []
- name: getNote
  http: GET /notes/{id}
  returns: Note
  params:
  - {name: id, type: String, required: true}
- name: ping
  returns: 'True'
  params: []
types:
- name: Note
  fields:
  - {name: id, type: String, required: true}
";

/// Starts a server of an API with this manifest.
async fn start(name: &str, manifest: &str) -> Server {
    let apis = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let folder = apis.join("pigeonpost");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("api.yaml"), manifest).unwrap();
    fs::write(folder.join("schema.yaml"), SCHEMA).unwrap();
    let api = Api::load(&apis, "pigeonpost").unwrap();
    Server::start(api, Options::default()).await.unwrap()
}

async fn send(server: &Server, line: &str, headers: &str, body: &str) -> Reply {
    let length = body.len();
    let request = format!(
        "{line} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n{headers}\
         Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}"
    );
    let address = server.address();
    send_request(address, request.as_bytes()).await.unwrap()
}

const HEADERS: &str = "Authorization: Bot a secret\r\nX-Version: 3\r\n";

async fn answers(server: &Server, line: &str, body: &str) -> (u16, Value) {
    let reply = send(server, line, HEADERS, body).await;
    (reply.status, reply.json())
}

#[tokio::test]
async fn a_call_is_found_by_its_verb_and_path() {
    let server = start("call-found", MANIFEST).await;
    let line = "PATCH /v3/notes/a%2F7?silent=true";
    let (status, answer) = answers(&server, line, r#"{"text":"Hi"}"#).await;
    assert_eq!(
        (status, answer),
        (200, json!({"code": 0, "data": {"id": "a/7"}}))
    );
    for line in [
        "GET /v3/notes/new",
        "GET /v3/notes/7",
        "POST /v3/ping",
        "GET /test/notes/7",
    ] {
        assert_eq!(answers(&server, line, "").await.0, 200, "{line}");
    }
    let calls = server.calls();
    let methods: Vec<&str> = calls.iter().map(|call| call.method.as_str()).collect();
    assert_eq!(
        methods,
        ["editNote", "newNote", "getNote", "ping", "getNote"]
    );
    let params = json!({"silent": true, "text": "Hi", "id": "a/7"});
    assert_eq!(Value::from(calls[0].params.clone()), params);
    assert_eq!(calls[0].token, "a secret");
}

#[tokio::test]
async fn what_is_not_as_the_manifest_has_it_is_refused() {
    let server = start("call-refused", MANIFEST).await;
    for (line, body, code, why) in [
        (
            "PUT /v3/notes/7",
            r#"{"text":"Hi"}"#,
            405,
            "Method Not Allowed",
        ),
        (
            "PATCH /v3/notes/7?text=Hi",
            "{}",
            400,
            "`text` is not in its place",
        ),
        (
            "PATCH /v3/notes/7",
            r#"{"text":"Hi","silent":true}"#,
            400,
            "`silent` is not in its",
        ),
        ("PATCH /v3/notes/7", "{}", 400, "text"),
        ("GET /v3/pages/7", "", 404, "Not Found"),
        ("POST /botsecret/ping", "", 404, "Not Found"),
    ] {
        let (status, answer) = answers(&server, line, body).await;
        assert_eq!(
            (status, &answer["code"]),
            (code, &json!(code)),
            "{line} {answer}"
        );
        assert!(
            answer["message"].as_str().unwrap().contains(why),
            "{line} {answer}"
        );
    }
    for (headers, code) in [
        ("", 401),
        ("Authorization: Bearer a\r\nX-Version: 3\r\n", 401),
        ("Authorization: Bot a\r\n", 400),
    ] {
        let reply = send(&server, "POST /v3/ping", headers, "").await;
        assert_eq!(reply.status, code, "{headers}");
    }
}

#[tokio::test]
async fn an_answer_may_be_its_own_result() {
    let manifest = "
title: Bare
base_url: https://bare.example
call: {url: '{base}/{method}?key={token}', verb: GET, response: {message: error}}
";
    let server = start("call-bare", manifest).await;
    let reply = send(&server, "POST /ping?key=x%20y", "", "").await;
    assert_eq!(reply.status, 405);
    let reply = send(&server, "GET /ping?key=x%20y", "", "").await;
    assert_eq!((reply.status, reply.json()), (200, json!(true)));
    assert_eq!(server.calls()[0].token, "x y");
    let reply = send(&server, "GET /pin?key=x", "", "").await;
    assert_eq!(reply.status, 404);
    assert_eq!(
        reply.json(),
        json!({"error": "Not Found: method not found"})
    );
    let error = last_call(&server).error.unwrap();
    assert!(error.contains("`ping`"), "{error}");
}
