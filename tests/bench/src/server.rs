//! A server that does as little as a server can: it reads calls and answers each with the same
//! message. It runs as a process of its own, so that its work is not counted.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;

const MESSAGE: &str = r#"{"ok":true,"result":{"message_id":7,"from":{"id":42,"is_bot":true,
"first_name":"Bot","username":"some_bot"},"chat":{"id":1,"first_name":"Ann","type":"private"},
"date":1700000000,"text":"Hello!","entities":[{"offset":0,"length":5,"type":"bold"}]}}"#;

/// Prints the address and serves until the process is killed.
pub fn serve() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    println!("{}", listener.local_addr().expect("its address"));
    for stream in listener.incoming().flatten() {
        thread::spawn(move || answer_calls(stream));
    }
}

/// Answers the calls of one connection until it is closed.
fn answer_calls(stream: TcpStream) -> Option<()> {
    stream.set_nodelay(true).ok()?;
    let length = MESSAGE.len();
    let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length:";
    let reply = format!("{head} {length}\r\n\r\n{MESSAGE}");
    let mut reader = BufReader::new(stream.try_clone().ok()?);
    let mut writer = stream;
    loop {
        match content_length(&mut reader)? {
            Some(length) => skip_bytes(&mut reader, length)?,
            None => skip_chunks(&mut reader)?,
        }
        writer.write_all(reply.as_bytes()).ok()?;
    }
}

/// Reads so many bytes and drops them.
fn skip_bytes(reader: &mut impl BufRead, length: u64) -> Option<()> {
    let read = io::copy(&mut reader.take(length), &mut io::sink()).ok()?;
    (read == length).then_some(())
}

/// Reads a chunked body up to its last chunk.
fn skip_chunks(reader: &mut impl BufRead) -> Option<()> {
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        let length = u64::from_str_radix(line.trim(), 16).ok()?;
        skip_bytes(reader, length + 2)?;
        if length == 0 {
            return Some(());
        }
    }
}

/// Reads the head of a call and gives the length of its body, if it has one; `None` if the
/// connection ends.
fn content_length(reader: &mut impl BufRead) -> Option<Option<u64>> {
    let mut length = None;
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim().split_once(':') {
            Some((name, value)) if name.eq_ignore_ascii_case("content-length") => {
                length = Some(value.trim().parse().ok()?);
            }
            None if line.trim().is_empty() => return Some(length),
            _ => {}
        }
    }
}
