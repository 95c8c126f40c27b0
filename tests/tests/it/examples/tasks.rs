//! Ten things that every bot does, each as short as it gets. They compile; what they do is tested where
//! it belongs. Beside each: how many statements it takes here, and in the shortest of four libraries
//! (this crate's own form before, teloxide, grammY, aiogram).

#![expect(dead_code, reason = "it is enough that they compile")]

use generated::telegram::{
    Bot, CallbackQuery, ChatMember, InlineKeyboardButton, InlineKeyboardMarkup, InlineQuery,
    InlineQueryResultArticle, InputMediaPhoto, InputTextMessageContent, Message, Refusal,
    UpdateKind,
};
use generated::{Command, Error, InputFile, Text};

/// 1: 4 lines, grammY 1: a framework's loop is its own, here it is yours.
async fn echo(bot: &Bot) -> Result<(), Error> {
    let mut updates = bot.updates();
    while let Some(update) = updates.next().await {
        if let Some(update) = update?.ok()
            && let UpdateKind::Message(message) = update.kind()
            && let Some(text) = &message.text
        {
            bot.send_message(message, text).await?;
        }
    }
    Ok(())
}

/// 2: 1 line, grammY 1.
fn start_args(text: &str) -> Option<&str> {
    Command::parse(text, "my_bot")
        .filter(|command| command.is("start"))
        .map(|it| it.rest)
}

/// 3: 2 lines to ask and 3 to be answered, grammY 1 and 2: its context knows the message.
async fn ask(bot: &Bot, message: &Message) -> Result<(), Error> {
    let go = InlineKeyboardButton::new("Go").callback_data("go");
    bot.send_message(message, "?")
        .reply_markup(InlineKeyboardMarkup::new([[go]]))
        .await?;
    Ok(())
}

async fn answer(bot: &Bot, query: &CallbackQuery) -> Result<(), Error> {
    bot.answer_callback_query(&query.id).text("ok").await?;
    if let Some(message) = query.message.as_deref() {
        bot.edit_message_text("done").of(message).await?;
    }
    Ok(())
}

/// 4: 2 lines, aiogram 1. Nothing is to be escaped.
async fn formatted_reply(bot: &Bot, message: &Message, name: &str) -> Result<(), Error> {
    let text = Text::new().bold(name);
    bot.send_message(message, &text)
        .entities(&text)
        .reply_to(message)
        .await?;
    Ok(())
}

/// 5: 1 line each, as the shortest.
async fn photo_and_album(bot: &Bot) -> Result<(), Error> {
    bot.send_photo(42, InputFile::path("cat.jpg"))
        .caption("A cat")
        .await?;
    let photos = ["a.jpg", "b.jpg"].map(|it| InputMediaPhoto::new(InputFile::path(it)));
    bot.send_media_group(42, photos).await?;
    Ok(())
}

/// 6: 1 line, aiogram 1.
async fn download(bot: &Bot, message: &Message) -> Result<(), Error> {
    if let Some(photo) = message.photo.as_ref().and_then(|sizes| sizes.last()) {
        bot.fetch(&photo.file_id).await?.save("x.jpg").await?;
    }
    Ok(())
}

/// 7: 1 arm, teloxide 1.
async fn broadcast(bot: &Bot, ids: &mut Vec<i64>) -> Result<(), Error> {
    for id in ids.clone() {
        match bot.send_message(id, "News").await {
            Err(error) if Refusal::BotBlocked.matches(&error) => ids.retain(|known| *known != id),
            sent => drop(sent?),
        }
    }
    Ok(())
}

/// 8: 2 lines, teloxide 2.
async fn inline_query(bot: &Bot, query: &InlineQuery) -> Result<(), Error> {
    let echo = InputTextMessageContent::new(&query.query);
    let article = InlineQueryResultArticle::new("1", "Echo", echo);
    bot.answer_inline_query(&query.id, [article])
        .cache_time(0)
        .await?;
    Ok(())
}

/// 9: 1 line, teloxide 1 (`is_privileged`).
async fn is_administrator(bot: &Bot, chat: i64, user: i64) -> Result<bool, Error> {
    let member = bot.get_chat_member(chat, user).await?;
    Ok(matches!(
        member,
        ChatMember::Owner(_) | ChatMember::Administrator(_)
    ))
}

/// 10: 1 chain, python-telegram-bot 1.
fn links(message: &Message) -> Vec<&str> {
    let (text, entities) = (message.text.as_deref(), message.entities.as_deref());
    let urls = entities
        .into_iter()
        .flatten()
        .filter(|it| it.r#type.as_str() == "url");
    urls.filter_map(|it| it.text_of(text?)).collect()
}
