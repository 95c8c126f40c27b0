//! Encodings: a call is the same in every encoding.

use std::time::Duration;

use fake_server::Record;
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::client::{
    Part, call_form, call_get, call_method, get_request, last_call, method_path, post_request,
    send_request, start_server,
};

/// The part of a record that does not depend on when it was made.
fn timeless_part(record: &Record) -> (String, String, Option<u16>) {
    let params = serde_json::to_string(&record.params).unwrap();
    (record.method.clone(), params, record.status)
}

#[tokio::test]
async fn four_encodings_of_one_call() {
    let server = start_server("telegram").await;
    let markup = r#"{"inline_keyboard":[[{"text":"é & +","url":"https://a.example"}]]}"#;
    let json = json!({
        "chat_id": -1001234567890i64,
        "text": "a+b c&d=é",
        "disable_notification": true,
        "link_preview_options": {"is_disabled": true},
        "reply_markup": serde_json::from_str::<serde_json::Value>(markup).unwrap(),
    });
    let texts = [
        ("chat_id", "-1001234567890"),
        ("text", "a+b c&d=é"),
        ("disable_notification", "True"),
        ("link_preview_options", r#"{"is_disabled": true}"#),
        ("reply_markup", markup),
    ];
    let escape =
        |text: &str| -> String { text.bytes().map(|byte| format!("%{byte:02X}")).collect() };
    let pairs = texts.map(|(name, text)| format!("{name}={}", escape(text)));
    let pairs = pairs.join("&");
    let mut found = Vec::new();

    call_method(&server, "sendMessage", json).await.result();
    found.push(timeless_part(&last_call(&server)));
    call_get(&server, &format!("SENDMESSAGE?{pairs}"))
        .await
        .result();
    found.push(timeless_part(&last_call(&server)));
    let form = "application/x-www-form-urlencoded; charset=utf-8";
    let request = post_request(&method_path(&server, "sendmessage"), form, pairs.as_bytes());
    send_request(server.address(), &request)
        .await
        .unwrap()
        .result();
    found.push(timeless_part(&last_call(&server)));
    let parts = texts.map(|(name, text)| Part::Text(name, text));
    call_form(&server, "sendMessage", &parts).await.result();
    found.push(timeless_part(&last_call(&server)));

    assert_eq!(found[0].0, "sendMessage");
    assert!(
        found[0].1.contains("\"chat_id\":-1001234567890"),
        "{found:?}"
    );
    assert!(
        found[0].1.contains("\"disable_notification\":true"),
        "{found:?}"
    );
    for other in &found[1..] {
        assert_eq!(*other, found[0]);
    }
}

#[tokio::test]
async fn a_text_stays_a_text() {
    let server = start_server("telegram").await;
    call_get(&server, "sendMessage?chat_id=@cats&text=42")
        .await
        .result();
    let params = last_call(&server).params;
    assert_eq!(params["text"], "42");
    assert_eq!(params["chat_id"], "@cats");
}

#[tokio::test]
async fn query_and_body_together_and_no_body_at_all() {
    let server = start_server("telegram").await;
    let request = post_request(
        &method_path(&server, "sendMessage?chat_id=7"),
        "application/json",
        br#"{"text": "t"}"#,
    );
    let message = send_request(server.address(), &request)
        .await
        .unwrap()
        .result();
    assert_eq!(
        (&message["chat"]["id"], &message["text"]),
        (&json!(7), &json!("t"))
    );
    let request = post_request(&method_path(&server, "getMe"), "text/plain", b"");
    send_request(server.address(), &request)
        .await
        .unwrap()
        .result();
}

/// A client may send the end of a body late, and goes on using the connection.
#[tokio::test]
async fn a_connection_stays_open_until_the_body_ends() {
    let server = start_server("telegram").await;
    let path = method_path(&server, "getMe");
    let kind = "multipart/form-data; boundary=b";
    let form = format!(
        "POST {path} HTTP/1.1\r\nHost: a\r\nContent-Type: {kind}\r\n\
         Transfer-Encoding: chunked\r\n\r\n5\r\n--b--\r\n"
    );
    let mut stream = TcpStream::connect(server.address()).await.unwrap();
    stream.write_all(form.as_bytes()).await.unwrap();
    tokio::time::sleep(Duration::from_millis(100)).await;
    stream.write_all(b"0\r\n\r\n").await.unwrap();
    stream.write_all(&get_request(&path)).await.unwrap();
    let mut answers = String::new();
    stream.read_to_string(&mut answers).await.unwrap();
    assert_eq!(answers.matches("HTTP/1.1 200").count(), 2, "{answers}");
}

/// Some clients write no quotes, and blanks all the same.
#[tokio::test]
async fn a_name_of_a_file_without_quotes() {
    let server = start_server("telegram").await;
    for (attribute, name) in [
        ("filename=my cat é.png", "my cat é.png"),
        ("filename=cat.png; size=3", "cat.png"),
        ("filename=\"a; filename=b.png\"", "a; filename=b.png"),
    ] {
        let body = format!(
            "--b\r\nContent-Disposition:form-data;name=\"document\";{attribute}\r\n\r\nabc\r\n--b--\r\n"
        );
        let path = method_path(&server, "sendDocument?chat_id=1");
        let request = post_request(&path, "multipart/form-data; boundary=b", body.as_bytes());
        let sent = send_request(server.address(), &request).await.unwrap();
        let document = &sent.result()["document"];
        assert_eq!(document["file_name"], name);
        assert_eq!(document["mime_type"], "application/octet-stream");
    }
}
