//! Webhooks: the posts, the calls in their answers, and what `getWebhookInfo` reports.

use std::time::Duration;

use fake_server::{Record, Server};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use crate::client::{call_method, start_server};

/// Takes one post and answers it. Returns the post's head and body.
async fn take_post(bot: &TcpListener, status: &str, head: &str, answer: &str) -> (String, Value) {
    let (mut stream, _) = bot.accept().await.unwrap();
    let (mut all, mut buffer) = (Vec::new(), [0; 4096]);
    let (head_of_post, body) = loop {
        let read = stream.read(&mut buffer).await.unwrap();
        all.extend_from_slice(&buffer[..read]);
        let text = String::from_utf8_lossy(&all).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n")
            && let Ok(body) = serde_json::from_str(body)
        {
            break (head.to_lowercase(), body);
        }
        assert_ne!(read, 0, "{text}");
    };
    let size = answer.len();
    let reply = format!("HTTP/1.1 {status}\r\n{head}Content-Length: {size}\r\n\r\n{answer}");
    stream.write_all(reply.as_bytes()).await.unwrap();
    (head_of_post, body)
}

async fn set_webhook(server: &Server) -> TcpListener {
    let bot = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/hook?a=b", bot.local_addr().unwrap());
    let params = json!({"url": url, "secret_token": "s3cret", "max_connections": 7});
    call_method(server, "setWebhook", params).await.result();
    bot
}

async fn wait_for_record(server: &Server, method: &str) -> Record {
    let calls = server.wait_for(method, 1, Duration::from_secs(10)).await;
    calls.unwrap().pop().unwrap()
}

const JSON: &str = "Content-Type: application/json\r\n";

#[tokio::test]
async fn an_update_is_posted_and_the_answer_is_a_call() {
    let server = start_server("telegram").await;
    let bot = set_webhook(&server).await;
    let id = server.push_message(42, "Hello!").unwrap();
    let answer = r#"{"method": "sendMessage", "chat_id": 42, "text": "Hi!"}"#;
    let (head, update) = take_post(&bot, "200 OK", JSON, answer).await;
    assert!(head.starts_with("post /hook?a=b http/1.1"), "{head}");
    assert!(
        head.contains("x-telegram-bot-api-secret-token: s3cret"),
        "{head}"
    );
    assert_eq!(update["update_id"], id);
    assert_eq!(
        wait_for_record(&server, "sendMessage").await.params["text"],
        "Hi!"
    );
    let none = server
        .wait_for("sendMessage", 2, Duration::from_millis(20))
        .await;
    assert_eq!(none, None);
    assert_eq!(server.pending_updates().len(), 0);
    let info = call_method(&server, "getWebhookInfo", json!({}))
        .await
        .result();
    assert_eq!(
        (&info["pending_update_count"], &info["max_connections"]),
        (&json!(0), &json!(7))
    );
    assert!(info.get("last_error_message").is_none());
}

#[tokio::test]
async fn an_answer_in_a_form_with_a_file() {
    let server = start_server("telegram").await;
    let bot = set_webhook(&server).await;
    server.push_message(42, "Hello!").unwrap();
    let part = "Content-Disposition: form-data; name=";
    let answer = format!(
        "--b\r\n{part}\"method\"\r\n\r\nsendPhoto\r\n--b\r\n{part}\"chat_id\"\r\n\r\n42\r\n\
         --b\r\n{part}\"photo\"; filename=\"a.png\"\r\n\r\nabc\r\n--b--\r\n"
    );
    let kind = "Content-Type: multipart/form-data; boundary=b\r\n";
    take_post(&bot, "200 OK", kind, &answer).await;
    let call = wait_for_record(&server, "sendPhoto").await;
    assert_eq!((call.status, call.files[0].file_size), (Some(200), 3));
}

#[tokio::test]
async fn a_post_that_fails_is_tried_again() {
    let server = start_server("telegram").await;
    let bot = set_webhook(&server).await;
    server.push_message(42, "Hello!").unwrap();
    let (_, first) = take_post(&bot, "500 Oh", "", "").await;
    // The next post is made after the first failed, and that was told.
    let (_, second) = take_post(&bot, "200 OK", "", "ok").await;
    assert_eq!(first, second);
    let info = call_method(&server, "getWebhookInfo", json!({}))
        .await
        .result();
    let why = info["last_error_message"].as_str().unwrap();
    assert!(why.contains("500"), "{why}");
    assert!(info["last_error_date"].is_i64());
}

#[tokio::test]
async fn nothing_leaves_this_machine() {
    let server = start_server("telegram").await;
    server.push_message(42, "Hello!").unwrap();
    call_method(&server, "setWebhook", json!({"url": "https://127.0.0.1/x"}))
        .await
        .result();
    let told = async {
        loop {
            let info = call_method(&server, "getWebhookInfo", json!({}))
                .await
                .result();
            if let Some(why) = info.get("last_error_message") {
                return why.clone();
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    assert_eq!(
        told.await,
        "this server posts to http:// on a loopback address only"
    );
    let drop = json!({"drop_pending_updates": true});
    call_method(&server, "deleteWebhook", drop).await.result();
    assert_eq!(server.pending_updates().len(), 0);
    let (code, _) = call_method(&server, "setWebhook", json!({"url": "ftp://x"}))
        .await
        .refusal();
    assert_eq!(code, 400);
}

#[tokio::test]
async fn an_address_that_the_real_server_refuses() {
    let server = start_server("telegram").await;
    let https = "An HTTPS URL must be provided for webhook";
    let ports = "Webhook can be set up only on ports 80, 88, 443 or 8443";
    for (url, words) in [
        ("http://bot.example/x", https),
        ("ftp://bot.example/x", https),
        ("bot.example", https),
        ("https://", https),
        ("https://bot.example:1234/x", ports),
        ("https://bot.example:8080", ports),
    ] {
        let refused = call_method(&server, "setWebhook", json!({"url": url})).await;
        let expected = format!("Bad Request: bad webhook: {words}");
        assert_eq!(refused.refusal(), (400, expected), "{url}");
    }
    for url in [
        "https://bot.example",
        "https://bot.example:8443/x",
        "http://127.0.0.1:5000",
        "http://localhost/x",
        "http://[::1]:5000/x",
    ] {
        call_method(&server, "setWebhook", json!({"url": url}))
            .await
            .result();
    }
}

#[tokio::test]
async fn a_secret_of_letters_digits_and_dashes() {
    let server = start_server("telegram").await;
    let with = |secret: &str| json!({"url": "https://bot.example", "secret_token": secret});
    let refused = call_method(&server, "setWebhook", with("a b")).await;
    let words = "Bad Request: secret token contains unallowed characters";
    assert_eq!(refused.refusal(), (400, words.to_owned()));
    call_method(&server, "setWebhook", with("aB_9-"))
        .await
        .result();
}

#[tokio::test]
async fn what_became_of_the_webhook_is_told() {
    let server = start_server("telegram").await;
    let set = json!({"url": "https://bot.example"});
    for (method, params, words) in [
        ("deleteWebhook", json!({}), "Webhook is already deleted"),
        ("setWebhook", set.clone(), "Webhook was set"),
        ("setWebhook", set.clone(), "Webhook is already set"),
        ("deleteWebhook", json!({}), "Webhook was deleted"),
        (
            "setWebhook",
            json!({"url": ""}),
            "Webhook is already deleted",
        ),
    ] {
        let answer = call_method(&server, method, params).await.json();
        let expected = json!({"ok": true, "result": true, "description": words});
        assert_eq!(answer, expected);
    }
}
