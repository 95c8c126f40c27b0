//! A bot that says what it is told, by long polling, until Ctrl-C.
//!
//! `BOT_TOKEN` is its token. `BOT_API_URL` is its server, where that is not the API's own.
//!
//! ```sh
//! BOT_TOKEN=… cargo run -p generated --example echo
//! ```

use std::env;
use std::error::Error;

use generated::Incoming;
use generated::telegram::{Bot, Update, UpdateKind};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut bot = Bot::new(env::var("BOT_TOKEN").map_err(|_| "BOT_TOKEN is not set")?);
    if let Ok(url) = env::var("BOT_API_URL") {
        bot = bot.with_base_url(url);
    }
    let mut updates = bot.updates().on_fault(|error, pause| {
        println!("{error}; going on in {pause:.1?}");
    });
    let stopper = updates.stopper();
    tokio::spawn(async move {
        match tokio::signal::ctrl_c().await {
            Ok(()) => println!("stopping"),
            Err(error) => println!("can't wait for Ctrl-C: {error}"),
        }
        stopper.stop();
    });
    println!("listening to {}", bot.base_url());
    while let Some(update) = updates.next().await {
        match update? {
            Incoming::Read(update) => echo(&bot, &update).await,
            Incoming::Unread(why) => println!("{why}"),
        }
    }
    println!("stopped: what came so far is confirmed");
    Ok(())
}

/// Sends a text back to where it came from. One that can't be sent is no reason to stop.
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
