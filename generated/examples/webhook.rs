//! A bot that says what it is told, called by its server, which reads the reply in the answer.
//!
//! It takes `BOT_TOKEN`, `WEBHOOK_URL` (where the server reaches it), `WEBHOOK_SECRET`, and, where
//! they are others, `BOT_API_URL` (the API's own server) and `LISTEN` (`127.0.0.1:8080`).

use std::env;
use std::error::Error;
use std::io::Read;

use axum::http::{HeaderMap, StatusCode, header::CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::{Router, body::Bytes, extract::State, routing::post};
use generated::telegram::{Bot, SendMessage, Telegram, Update, UpdateKind};
use generated::{Api, SECRET_HEADER, Webhook};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let set = |name: &str| env::var(name).map_err(|_| format!("{name} is not set"));
    let server = env::var("BOT_API_URL").unwrap_or_else(|_| Telegram::BASE_URL.to_owned());
    let bot = Bot::new(set("BOT_TOKEN")?).with_base_url(server);
    let (url, secret) = (set("WEBHOOK_URL")?, set("WEBHOOK_SECRET")?);
    let webhook = Webhook::<Telegram>::new(&secret)?;
    let listen = env::var("LISTEN").unwrap_or_else(|_| "127.0.0.1:8080".to_owned());
    let listener = tokio::net::TcpListener::bind(&listen).await?;
    bot.set_webhook(&url).secret_token(secret).await?;
    println!("listening at {listen} for {url}");
    let app = Router::new().fallback(post(called)).with_state(webhook);
    Ok(axum::serve(listener, app).await?)
}

async fn called(
    State(webhook): State<Webhook<Telegram>>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, (StatusCode, String)> {
    let secret = headers.get(SECRET_HEADER).and_then(|it| it.to_str().ok());
    let update = webhook.read(secret, &body).map_err(|e| no(e.status(), e))?;
    let Some(reply) = update.ok().as_ref().and_then(echo) else {
        return Ok(StatusCode::OK.into_response());
    };
    let mut answer = webhook.answer(&reply).map_err(|e| no(500, e))?;
    let mut bytes = Vec::new();
    answer.read_to_end(&mut bytes).map_err(|e| no(500, e))?;
    Ok(([(CONTENT_TYPE, answer.content_type())], bytes).into_response())
}

fn no(code: u16, why: impl Error) -> (StatusCode, String) {
    let code = StatusCode::from_u16(code).unwrap_or(StatusCode::BAD_REQUEST);
    (code, why.to_string())
}

/// The same text, to where it came from.
fn echo(update: &Update) -> Option<SendMessage> {
    match update.kind() {
        UpdateKind::Message(it) => Some(SendMessage::new(it.chat.id, it.text.as_ref()?)),
        _ => None,
    }
}
