//! A round trip: the server posts an update to a bot, which answers with a call.

use std::time::Duration;

use axum::Router;
use axum::body::to_bytes;
use axum::extract::Request;
use generated::telegram::{SendMessage, SendPhoto, Telegram, Update, UpdateKind};
use generated::{Incoming, InputFile, SECRET_HEADER, Webhook};
use tokio::net::TcpListener;

use crate::support::fake::{bot, start};

const PATIENCE: Duration = Duration::from_secs(10);

/// A bot that says what it is told. Returns its address.
async fn echo(secret: &str) -> String {
    let webhook = Webhook::<Telegram>::new(secret).unwrap();
    let app = Router::new().fallback(move |it: Request| webhook.clone().serve(it, say));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/hook", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, app).await });
    url
}

async fn say(update: Incoming<Update>) -> Option<SendMessage> {
    match update.ok()?.kind() {
        UpdateKind::Message(it) => Some(SendMessage::new(it.chat.id, it.text.as_ref()?)),
        _ => None,
    }
}

/// A request with this secret and body.
fn request(secret: Option<&str>, body: impl Into<axum::body::Body>) -> Request {
    let mut request = Request::new(body.into());
    if let Some(secret) = secret {
        let secret = secret.parse().unwrap();
        request.headers_mut().insert(SECRET_HEADER, secret);
    }
    request
}

/// The status, the content type and the body of the response to a request.
async fn respond<R: generated::Reply<Telegram>>(
    request: Request,
    reply: R,
) -> (u16, String, String) {
    let webhook = Webhook::<Telegram>::new("right").unwrap();
    let response = webhook.serve(request, async |_| reply).await;
    let status = response.status().as_u16();
    let content_type = response.headers()["content-type"]
        .to_str()
        .unwrap()
        .to_owned();
    let body = to_bytes(axum::body::Body::new(response.into_body()), usize::MAX).await;
    let body = String::from_utf8(body.unwrap().to_vec()).unwrap();
    (status, content_type, body)
}

const UPDATE: &str = r#"{"update_id":7}"#;

#[tokio::test]
async fn a_reply_is_in_the_response() {
    let (status, _, body) = respond(request(Some("right"), UPDATE), ()).await;
    assert_eq!((status, body.as_str()), (200, ""));
    let none: Option<SendMessage> = None;
    assert_eq!(respond(request(Some("right"), UPDATE), none).await.2, "");
    let reply = SendMessage::new(42, "Hello");
    let (status, content_type, body) = respond(request(Some("right"), UPDATE), reply).await;
    assert_eq!((status, content_type.as_str()), (200, "application/json"));
    assert_eq!(
        body,
        r#"{"method":"sendMessage","chat_id":42,"text":"Hello"}"#
    );
}

#[tokio::test]
async fn a_reply_may_have_a_file() {
    let file = InputFile::bytes("cat.jpg", vec![b'm'; 300_000]);
    let reply = SendPhoto::new(42, file);
    let (status, content_type, body) = respond(request(Some("right"), UPDATE), reply).await;
    assert_eq!(status, 200);
    assert!(content_type.starts_with("multipart/form-data; boundary="));
    assert_eq!(body.matches('m').count() / 1000, 300);
    let missing = SendPhoto::new(42, InputFile::path("/nowhere/cat.jpg"));
    let (status, _, body) = respond(request(Some("right"), UPDATE), missing).await;
    assert_eq!(status, 500);
    assert!(
        body.starts_with("sendPhoto: can't read the file `cat.jpg`"),
        "{body}"
    );
}

#[tokio::test]
async fn a_request_that_is_none_of_the_server_is_refused() {
    let handled = |secret, body: Vec<u8>| respond(request(secret, body), ());
    assert_eq!(handled(None, b"{}".to_vec()).await.0, 401);
    assert_eq!(handled(Some("wrong"), b"{}".to_vec()).await.0, 403);
    assert_eq!(handled(Some("right"), b"<html>".to_vec()).await.0, 400);
    assert_eq!(
        handled(Some("right"), vec![b' '; (16 << 20) + 1]).await.0,
        413
    );
    assert_eq!(handled(Some("right"), vec![b' '; 16 << 20]).await.0, 400);
}

#[tokio::test]
async fn an_update_is_answered_by_a_call() {
    let server = start().await;
    let url = echo("the_secret").await;
    let bot = bot(&server);
    bot.set_webhook(url)
        .secret_token("the_secret")
        .await
        .unwrap();
    server.push_message(42, "Hello").unwrap();
    server.push_message(43, "And hello").unwrap();
    let calls = server.wait_for("sendMessage", 2, PATIENCE).await.unwrap();
    let said: Vec<_> = calls
        .iter()
        .map(|call| (&call.params["chat_id"], &call.params["text"]))
        .collect();
    assert_eq!(
        said,
        [
            (&42.into(), &"Hello".into()),
            (&43.into(), &"And hello".into())
        ]
    );
    assert!(calls.iter().all(|call| call.done));
    assert!(server.pending_updates().is_empty());
}

#[tokio::test]
async fn a_server_without_the_secret_is_sent_away_and_keeps_its_updates() {
    let server = start().await;
    let url = echo("the_secret").await;
    let bot = bot(&server);
    bot.set_webhook(url).secret_token("another").await.unwrap();
    server.push_message(42, "Hello").unwrap();
    let refused = async {
        loop {
            let info = bot.get_webhook_info().await.unwrap();
            if let Some(why) = info.last_error_message {
                return why;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    let why = tokio::time::timeout(PATIENCE, refused).await.unwrap();
    assert!(why.contains("403"), "{why}");
    assert_eq!(server.pending_updates().len(), 1);
    assert!(server.calls_of("sendMessage").is_empty());
}
