//! A client of the tests' own: every byte of a request is theirs, and every cut is seen.

use std::io;
use std::net::SocketAddr;

use fake_server::{Api, Options, Record, Server};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// The boundary of every form.
const BOUNDARY: &str = "----a-boundary";

/// The response.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
    /// The length of the body that was announced.
    pub(crate) length: usize,
}

impl Reply {
    pub(crate) fn json(&self) -> Value {
        let parsed = serde_json::from_slice(&self.body);
        assert!(parsed.is_ok(), "{}", String::from_utf8_lossy(&self.body));
        parsed.unwrap()
    }

    /// The result of a call that succeeded.
    pub(crate) fn result(&self) -> Value {
        let json = self.json();
        assert_eq!((self.status, &json["ok"]), (200, &json!(true)), "{json}");
        json["result"].clone()
    }

    /// The code and the words of a call that was refused.
    pub(crate) fn refusal(&self) -> (u16, String) {
        let json = self.json();
        assert_eq!(json["ok"], false, "{json}");
        assert_eq!(json["error_code"], self.status, "{json}");
        (
            self.status,
            json["description"].as_str().unwrap().to_owned(),
        )
    }
}

/// A part of a form.
pub(crate) enum Part<'a> {
    Text(&'a str, &'a str),
    File(&'a str, &'a str, &'a [u8]),
}

/// Starts a server of this API.
pub(crate) async fn start_server(api: &str) -> Server {
    let options = Options::default();
    Server::start(Api::named(api).unwrap(), options)
        .await
        .unwrap()
}

/// Sends a request as it is, and reads to the end.
pub(crate) async fn send_request(address: SocketAddr, request: &[u8]) -> io::Result<Reply> {
    let mut stream = TcpStream::connect(address).await?;
    stream.write_all(request).await?;
    let mut all = Vec::new();
    stream.read_to_end(&mut all).await?;
    let end = all.windows(4).position(|four| four == b"\r\n\r\n");
    let end = end.ok_or(io::ErrorKind::UnexpectedEof)?;
    let head = String::from_utf8_lossy(&all[..end]).to_lowercase();
    let length = head.split("content-length: ").nth(1).unwrap_or_default();
    let length = length.lines().next().unwrap_or_default().parse();
    Ok(Reply {
        status: head.split(' ').nth(1).unwrap().parse().unwrap(),
        length: length.unwrap_or_default(),
        body: all[end + 4..].to_vec(),
        head,
    })
}

pub(crate) fn get_request(path: &str) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").into_bytes()
}

pub(crate) fn post_request(path: &str, content_type: &str, body: &[u8]) -> Vec<u8> {
    let size = body.len();
    let head = format!(
        "POST {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\
         Content-Type: {content_type}\r\nContent-Length: {size}\r\n\r\n"
    );
    [head.as_bytes(), body].concat()
}

/// A `POST` of a form.
pub(crate) fn form_request(path: &str, parts: &[Part<'_>]) -> Vec<u8> {
    let mut body = Vec::new();
    for part in parts {
        let disposition = "Content-Disposition: form-data";
        body.extend(format!("--{BOUNDARY}\r\n").bytes());
        let contents = match part {
            Part::Text(name, text) => {
                body.extend(format!("{disposition}; name=\"{name}\"\r\n\r\n").bytes());
                text.as_bytes()
            }
            Part::File(name, file_name, contents) => {
                let names = format!("name=\"{name}\"; filename=\"{file_name}\"");
                let kind = "Content-Type: image/png";
                body.extend(format!("{disposition}; {names}\r\n{kind}\r\n\r\n").bytes());
                contents
            }
        };
        body.extend(contents);
        body.extend(b"\r\n");
    }
    body.extend(format!("--{BOUNDARY}--\r\n").bytes());
    post_request(
        path,
        &format!("multipart/form-data; boundary={BOUNDARY}"),
        &body,
    )
}

/// The path of a method of a server's own bot.
pub(crate) fn method_path(server: &Server, method: &str) -> String {
    format!("/bot{}/{method}", server.token())
}

/// Calls a method with JSON.
pub(crate) async fn call_method(server: &Server, method: &str, params: Value) -> Reply {
    let body = params.to_string();
    let request = post_request(
        &method_path(server, method),
        "application/json",
        body.as_bytes(),
    );
    send_request(server.address(), &request).await.unwrap()
}

/// Calls a method with a form.
pub(crate) async fn call_form(server: &Server, method: &str, parts: &[Part<'_>]) -> Reply {
    let request = form_request(&method_path(server, method), parts);
    send_request(server.address(), &request).await.unwrap()
}

/// Calls a method with a query string.
pub(crate) async fn call_get(server: &Server, method_and_query: &str) -> Reply {
    let request = get_request(&method_path(server, method_and_query));
    send_request(server.address(), &request).await.unwrap()
}

/// Posts JSON to an address under `/control`.
pub(crate) async fn post_control(server: &Server, path: &str, body: &str) -> Reply {
    let request = post_request(
        &format!("/control/{path}"),
        "application/json",
        body.as_bytes(),
    );
    send_request(server.address(), &request).await.unwrap()
}

/// The newest call that was recorded.
pub(crate) fn last_call(server: &Server) -> Record {
    server.calls().pop().unwrap()
}
