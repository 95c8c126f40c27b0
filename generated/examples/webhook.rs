//! A bot that repeats each message, by webhook: the reply is in the response.
//!
//!     cargo run -p generated --example webhook
//!
//! Without `BOT_TOKEN`, the fake server calls it: `cargo run -p fake-server -- telegram --every 2s`.
//! With one, `WEBHOOK_URL` is the URL at which Telegram reaches port 8080.

use std::{env, error::Error, io::Read};

use axum::http::{HeaderMap, StatusCode, header::CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::{Router, body::Bytes, extract::State, routing::post};
use generated::telegram::{Bot, SendMessage, Telegram, Update, UpdateKind};
use generated::{SECRET_HEADER, Webhook};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let bot = match env::var("BOT_TOKEN") {
        Ok(token) => Bot::new(token),
        Err(_) => Bot::new("123456789:fake-server-token-of-35-characters")
            .with_base_url("http://127.0.0.1:8081"),
    };
    let url = env::var("WEBHOOK_URL").unwrap_or("http://127.0.0.1:8080".to_owned());
    let secret = env::var("WEBHOOK_SECRET").unwrap_or("not-a-secret".to_owned());
    let webhook = Webhook::<Telegram>::new(&secret)?;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:8080").await?;
    bot.set_webhook(&url).secret_token(secret).await?;
    println!("listening for {url}");
    let app = Router::new()
        .fallback(post(handle_update))
        .with_state(webhook);
    Ok(axum::serve(listener, app).await?)
}

async fn handle_update(
    State(webhook): State<Webhook<Telegram>>,
    headers: HeaderMap,
    payload: Bytes,
) -> Result<Response, (StatusCode, String)> {
    let secret = headers.get(SECRET_HEADER).and_then(|it| it.to_str().ok());
    let update = webhook
        .parse_update(secret, &payload)
        .map_err(|error| failed(error.status(), error))?;
    let Some(reply) = update.ok().as_ref().and_then(echo) else {
        return Ok(StatusCode::OK.into_response());
    };
    let mut body = webhook
        .response_body(&reply)
        .map_err(|error| failed(500, error))?;
    let mut bytes = Vec::new();
    body.read_to_end(&mut bytes)
        .map_err(|error| failed(500, error))?;
    Ok(([(CONTENT_TYPE, body.content_type())], bytes).into_response())
}

fn failed(status: u16, error: impl Error) -> (StatusCode, String) {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_REQUEST);
    (status, error.to_string())
}

fn echo(update: &Update) -> Option<SendMessage> {
    match update.kind() {
        UpdateKind::Message(it) => Some(SendMessage::new(it.chat.id, it.text.as_ref()?)),
        _ => None,
    }
}
