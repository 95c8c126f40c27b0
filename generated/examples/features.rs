//! A bot with all that a bot usually has: commands, a keyboard and its presses, edits, an album, replies,
//! formatted texts, blocked users, retries, downloads, a state for each chat, and a clean stop.
//!
//!     cargo run -p generated --example features
//!
//! Without `BOT_TOKEN` it talks to the fake server: `cargo run -p fake-server -- telegram --every 2s`.

use std::collections::HashMap;
use std::env;

use generated::telegram::{
    Bot, CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, InputMediaDocument, Message,
    Refusal, UpdateKind,
};
use generated::{Command, Error, Incoming, InputFile, Retries, Text};

const HELP: &str = "/start shows this help.\n/menu asks a question.\n/album sends files.\n\
    /news tells everybody.";

/// The number of texts that each chat has sent.
type Chats = HashMap<i64, u32>;

#[tokio::main]
async fn main() -> Result<(), Error> {
    let bot = match env::var("BOT_TOKEN") {
        Ok(token) => Bot::new(token),
        Err(_) => Bot::new("123456789:fake-server-token-of-35-characters")
            .with_base_url("http://127.0.0.1:8081"),
    };
    run(bot, async { drop(tokio::signal::ctrl_c().await) }).await
}

/// Handles all updates until the future `stop` is done. After a 429, a call is sent again.
pub(crate) async fn run(
    bot: Bot,
    stop: impl Future<Output = ()> + Send + 'static,
) -> Result<(), Error> {
    let bot = bot.with_retries(Retries::new());
    let name = bot.get_me().await?.username.unwrap_or_default();
    let mut chats = Chats::new();
    let mut updates = bot.updates();
    let stop_handle = updates.stop_handle();
    tokio::spawn(async move {
        stop.await;
        stop_handle.stop();
    });
    while let Some(update) = updates.next().await {
        let Incoming::Parsed(update) = update? else {
            continue;
        };
        let handled = match update.kind() {
            UpdateKind::Message(it) => handle_message(&bot, &name, &mut chats, it).await,
            UpdateKind::CallbackQuery(it) => handle_press(&bot, it).await,
            _ => Ok(()),
        };
        if let Err(error) = handled {
            eprintln!("{error}");
        }
    }
    Ok(())
}

async fn handle_message(
    bot: &Bot,
    name: &str,
    chats: &mut Chats,
    message: &Message,
) -> Result<(), Error> {
    if let Some(document) = &message.document {
        let bytes = bot.fetch(&document.file_id).await?.bytes().await?;
        bot.send_message(message, format!("It has {} bytes.", bytes.len()))
            .await?;
    }
    let Some(text) = &message.text else {
        return Ok(());
    };
    let Some(command) = Command::parse(text, name) else {
        return answer(bot, chats, message, text).await;
    };
    match command.name {
        "start" => {
            chats.insert(message.chat.id, 0);
            bot.send_message(message, HELP).await?;
        }
        "menu" => {
            let buttons = ["Yes", "No"].map(|it| InlineKeyboardButton::new(it).callback_data(it));
            bot.send_message(message, "Do you like cats?")
                .reply_markup(InlineKeyboardMarkup::new([buttons]))
                .await?;
        }
        "album" => {
            let documents =
                ["one.txt", "two.txt"].map(|it| InputMediaDocument::new(InputFile::bytes(it, it)));
            bot.send_media_group(message, documents).await?;
        }
        "news" => {
            for chat in chats.keys().copied().collect::<Vec<_>>() {
                match bot.send_message(chat, command.rest).await {
                    Err(error) if Refusal::BotBlocked.matches(&error) => drop(chats.remove(&chat)),
                    sent => drop(sent?),
                }
            }
        }
        _ => {}
    }
    Ok(())
}

async fn answer(bot: &Bot, chats: &mut Chats, message: &Message, text: &str) -> Result<(), Error> {
    let count = chats.entry(message.chat.id).or_default();
    *count += 1;
    let Some(user) = &message.from else {
        return Ok(());
    };
    let text = Text::new()
        .bold(&user.first_name)
        .push(format!(": {text} is no. {count}. See "))
        .text_link("help", "https://example.org/")
        .push(".");
    bot.send_message(message, &text)
        .entities(&text)
        .reply_to(message)
        .await?;
    Ok(())
}

async fn handle_press(bot: &Bot, query: &CallbackQuery) -> Result<(), Error> {
    bot.answer_callback_query(&query.id).text("Noted.").await?;
    if let (Some(message), Some(choice)) = (query.message.as_deref(), &query.data) {
        bot.edit_message_text(format!("You chose {choice}."))
            .of(message)
            .await?;
    }
    Ok(())
}
