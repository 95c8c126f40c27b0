//! A bot that repeats each message, by webhook: the reply is in the response.
//!
//!     cargo run -p generated --example webhook
//!
//! Without `BOT_TOKEN`, the fake server calls it: `cargo run -p fake-server -- telegram --every 2s`.
//! With one, `WEBHOOK_URL` is the URL at which Telegram reaches port 8080.

use std::{env, error::Error};

use axum::{Router, extract::Request};
use generated::telegram::{Bot, SendMessage, Telegram, Update, UpdateKind};
use generated::{Incoming, Webhook};

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
    let app = Router::new().fallback(move |it: Request| webhook.clone().serve(it, echo));
    Ok(axum::serve(listener, app).await?)
}

async fn echo(update: Incoming<Update>) -> Option<SendMessage> {
    match update.ok()?.kind() {
        UpdateKind::Message(it) => Some(SendMessage::new(it.chat.id, it.text.as_ref()?)),
        _ => None,
    }
}
