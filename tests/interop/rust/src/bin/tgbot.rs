//! tgbot against the fake server. `run.py` runs it.

use std::io::Cursor;

use futures_util::TryStreamExt;
use interop::{CHAT, Outcome, USER, check, control, holds, photo, same, token, url, wait_for_text};
use serde_json::json;
use tgbot::api::{Client, ExecuteError};
use tgbot::handler::{LongPoll, UpdateHandler};
use tgbot::types::*;

fn file(contents: impl Into<Vec<u8>>, name: &str) -> InputFileReader {
    InputFileReader::new(Cursor::new(contents.into())).with_file_name(name)
}

async fn me(bot: &Client) -> Outcome {
    let me = bot.execute(GetBot).await?;
    same(
        me.id.to_string(),
        token().split(':').next().unwrap_or_default(),
    )
}

async fn text(bot: &Client) -> Outcome {
    let send = SendMessage::new(CHAT, InputText::from("Hello").with_format(ParseMode::Html));
    let sent = bot
        .execute(send.with_reply_parameters(ReplyParameters::new(3)))
        .await?;
    same(
        sent.get_text().map(|text| text.data.as_str()),
        Some("Hello"),
    )?;
    same(sent.chat.get_id(), CHAT)?;
    let private = bot.execute(SendMessage::new(USER, "Hello")).await?;
    holds(matches!(private.chat, Chat::Private(_)), &private.chat)
}

async fn keyboards(bot: &Client) -> Outcome {
    let inline = vec![vec![InlineKeyboardButton::for_callback_data("Go", "go")]];
    let send = SendMessage::new(CHAT, "Hello");
    let sent = bot.execute(send.with_reply_markup(inline)).await?;
    holds(sent.reply_markup.is_some(), &sent)?;
    let reply = vec![vec![KeyboardButton::new("a")]];
    bot.execute(SendMessage::new(CHAT, "Hello").with_reply_markup(reply))
        .await?;
    Ok(())
}

async fn edit(bot: &Client) -> Outcome {
    let edit = EditMessageText::for_chat_message(CHAT, 7, "Goodbye");
    match bot.execute(edit).await? {
        EditMessageResult::Message(edited) => same(edited.id, 7)?,
        other => holds(false, &other)?,
    }
    same(bot.execute(DeleteMessage::new(CHAT, 7)).await?, true)?;
    let react = SetMessageReaction::new(CHAT, 7).with_reaction([ReactionType::emoji("👍")]);
    same(bot.execute(react).await?, true)
}

async fn others(bot: &Client) -> Outcome {
    let place = bot.execute(SendLocation::new(CHAT, 1.5, -2.25)).await?;
    holds(matches!(place.data, MessageData::Location(_)), &place)?;
    let poll = bot
        .execute(SendPoll::new(CHAT, "Well?", ["yes", "no"]))
        .await?;
    holds(matches!(poll.data, MessageData::Poll(_)), &poll)?;
    let dice = bot.execute(SendDice::new(CHAT, DiceType::Bones)).await?;
    holds(matches!(dice.data, MessageData::Dice(_)), &dice)?;
    same(
        bot.execute(SendChatAction::new(CHAT, ChatAction::Typing))
            .await?,
        true,
    )?;
    let commands = SetBotCommands::new([BotCommand::new("start", "Starts")?]);
    same(bot.execute(commands).await?, true)
}

async fn chats(bot: &Client) -> Outcome {
    let member = bot.execute(GetChatMember::new(CHAT, 7)).await?;
    same(member.get_user().id, 7)?;
    same(bot.execute(GetChat::new(CHAT)).await?.id, CHAT)?;
    let user = bot.execute(GetChat::new(USER)).await?;
    holds(user.first_name.is_some(), &user)?;
    let cats = bot.execute(GetChat::new("@cats")).await?;
    same(cats.username.as_deref(), Some("cats"))
}

async fn files(bot: &Client) -> Outcome {
    let send = SendPhoto::new(CHAT, file(photo(), "cat.png")).with_caption("A cat");
    let sent = bot.execute(send).await?;
    let MessageData::Photo(found) = &sent.data else {
        return holds(false, &sent);
    };
    let id = found.data[0].file_id.clone();
    let path = bot
        .execute(GetFile::new(id.clone()))
        .await?
        .file_path
        .ok_or("no path")?;
    let chunks: Vec<_> = bot.download_file(path).await?.try_collect().await?;
    same(chunks.concat(), photo())?;
    bot.execute(SendDocument::new(CHAT, InputFile::file_id(id)))
        .await?;
    let named = bot
        .execute(SendDocument::new(CHAT, file("text", "a é.txt")))
        .await?;
    let MessageData::Document(found) = &named.data else {
        return holds(false, &named);
    };
    same(found.data.file_name.as_deref(), Some("a é.txt"))
}

async fn albums(bot: &Client) -> Outcome {
    let one = InputMediaPhoto::from(file(photo(), "cat.png")).with_caption("one");
    let two = InputMediaVideo::from(file("two", "2.mp4"));
    let album = MediaGroup::new([MediaGroupItem::from(one), MediaGroupItem::from(two)])?;
    let group = bot.execute(SendMediaGroup::new(CHAT, album)).await?;
    same(group.len(), 2)?;
    holds(matches!(group[1].data, MessageData::Video(_)), &group[1])
}

/// Answers each message with its text.
struct Echo(Client);

impl UpdateHandler for Echo {
    async fn handle(&self, update: Update) {
        let text = update.get_message().and_then(|message| message.get_text());
        if let (Some(chat), Some(text)) = (update.get_chat_id(), text) {
            let sent = self
                .0
                .execute(SendMessage::new(chat, text.data.clone()))
                .await;
            drop(sent.inspect_err(|error| eprintln!("{error}")));
        }
    }
}

async fn updates(bot: &Client) -> Outcome {
    let polling = tokio::spawn(LongPoll::new(bot.clone(), Echo(bot.clone())).run());
    control("messages", &json!({"chat_id": 5, "text": "Hello!"}))?;
    let found = wait_for_text("Hello!").await;
    polling.abort();
    found
}

async fn webhook(bot: &Client) -> Outcome {
    let set = SetWebhook::new("https://bot.example/hook").with_secret_token("s3cret");
    same(bot.execute(set).await?, true)?;
    let polled = bot.execute(GetUpdates::default()).await;
    holds(polled.is_err(), &polled)?;
    let info = bot.execute(GetWebhookInfo).await?;
    same(info.url, "https://bot.example/hook")?;
    same(bot.execute(DeleteWebhook::default()).await?, true)
}

async fn errors(bot: &Client) -> Outcome {
    let empty = bot.execute(SendMessage::new(CHAT, "")).await;
    let Err(ExecuteError::Response(error)) = empty else {
        return holds(false, &empty);
    };
    same(error.description(), "Bad Request: message text is empty")?;
    control(
        "faults",
        &json!({"kind": "too_many_requests", "retry_after": 1, "times": 2}),
    )?;
    let again = bot.clone().with_max_retries(1).execute(GetBot).await;
    let Err(ExecuteError::Response(error)) = again else {
        return holds(false, &again);
    };
    same(error.retry_after(), Some(1))
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let bot = &Client::new(token())?.with_host(url());
    check("me", me(bot)).await;
    check("text", text(bot)).await;
    check("keyboards", keyboards(bot)).await;
    check("edit", edit(bot)).await;
    check("others", others(bot)).await;
    check("chats", chats(bot)).await;
    check("files", files(bot)).await;
    check("albums", albums(bot)).await;
    check("updates", updates(bot)).await;
    check("webhook", webhook(bot)).await;
    check("errors", errors(bot)).await;
    Ok(())
}
