//! A round trip: the server posts an update to a bot, which answers with a call.

use std::io::Read;
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use generated::telegram::{SendMessage, Telegram, UpdateKind};
use generated::{SECRET_HEADER, Webhook};
use tokio::net::TcpListener;

use crate::support::fake::{bot, start};

const PATIENCE: Duration = Duration::from_secs(10);

/// A bot that says what it is told. Returns its address.
async fn echo(secret: &str) -> String {
    let webhook = Webhook::<Telegram>::new(secret).unwrap();
    let app = Router::new()
        .route("/hook", post(called))
        .with_state(webhook);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/hook", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, app).await });
    url
}

async fn called(
    State(webhook): State<Webhook<Telegram>>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, StatusCode> {
    let secret = headers.get(SECRET_HEADER).and_then(|it| it.to_str().ok());
    let update = webhook.parse_update(secret, &body);
    let update = update.map_err(|error| StatusCode::from_u16(error.status()).unwrap())?;
    let update = update.ok();
    let Some(UpdateKind::Message(message)) = update.as_ref().map(|update| update.kind()) else {
        return Ok(StatusCode::OK.into_response());
    };
    let text = message.text.clone().unwrap();
    let reply = SendMessage::new(message.chat.id, text);
    let mut answer = webhook.response_body(&reply).unwrap();
    let mut bytes = Vec::new();
    answer.read_to_end(&mut bytes).unwrap();
    Ok(([(CONTENT_TYPE, answer.content_type())], bytes).into_response())
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
