//! A bot that says what it is told, called by its server, which reads the reply in the answer.
//!
//!     cargo run -p generated --example webhook
//!
//! Without `BOT_TOKEN`, the fake server calls it: `cargo run -p fake-server -- telegram --every 2s`.
//! With one, `WEBHOOK_URL` is where Telegram reaches port 8080.

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
    let app = Router::new().fallback(post(called)).with_state(webhook);
    Ok(axum::serve(listener, app).await?)
}

async fn called(
    State(webhook): State<Webhook<Telegram>>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, (StatusCode, String)> {
    let secret = headers.get(SECRET_HEADER).and_then(|it| it.to_str().ok());
    let update = webhook
        .parse_update(secret, &body)
        .map_err(|e| no(e.status(), e))?;
    let Some(reply) = update.ok().as_ref().and_then(echo) else {
        return Ok(StatusCode::OK.into_response());
    };
    let mut answer = webhook.response_body(&reply).map_err(|e| no(500, e))?;
    let mut bytes = Vec::new();
    answer.read_to_end(&mut bytes).map_err(|e| no(500, e))?;
    Ok(([(CONTENT_TYPE, answer.content_type())], bytes).into_response())
}

fn no(code: u16, why: impl Error) -> (StatusCode, String) {
    let code = StatusCode::from_u16(code).unwrap_or(StatusCode::BAD_REQUEST);
    (code, why.to_string())
}

fn echo(update: &Update) -> Option<SendMessage> {
    match update.kind() {
        UpdateKind::Message(it) => Some(SendMessage::new(it.chat.id, it.text.as_ref()?)),
        _ => None,
    }
}
