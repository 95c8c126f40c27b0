//! A bot that repeats each message, by long polling, until Ctrl-C.
//!
//!     cargo run -p generated --example echo
//!
//! Without `BOT_TOKEN` it talks to the fake server: `cargo run -p fake-server -- telegram --every 2s`.

use std::env;
use std::error::Error;

use generated::Incoming;
use generated::telegram::{Bot, Update, UpdateKind};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let bot = bot();
    let mut updates = bot.updates().on_error(|error, pause| {
        println!("{error}; continuing in {pause:.1?}");
    });
    let stop_handle = updates.stop_handle();
    tokio::spawn(async move {
        match tokio::signal::ctrl_c().await {
            Ok(()) => println!("stopping"),
            Err(error) => println!("can't wait for Ctrl-C: {error}"),
        }
        stop_handle.stop();
    });
    println!("listening to {}", bot.base_url());
    while let Some(update) = updates.next().await {
        match update? {
            Incoming::Parsed(update) => echo(&bot, &update).await,
            Incoming::Malformed(item) => println!("{item}"),
        }
    }
    println!("stopped: all updates so far are confirmed");
    Ok(())
}

/// Sends a text back to its chat. An error does not stop the bot.
async fn echo(bot: &Bot, update: &Update) {
    let UpdateKind::Message(message) = update.kind() else {
        return;
    };
    let (chat, Some(text)) = (message.chat.id, &message.text) else {
        return;
    };
    match bot.send_message(chat, text).await {
        Ok(_) => println!("{chat}: {text}"),
        Err(error) => println!("{chat}: {error}"),
    }
}

/// The bot of `BOT_TOKEN`, else one of the fake server.
fn bot() -> Bot {
    match env::var("BOT_TOKEN") {
        Ok(token) => Bot::new(token),
        Err(_) => Bot::new("123456789:fake-server-token-of-35-characters")
            .with_base_url("http://127.0.0.1:8081"),
    }
}
