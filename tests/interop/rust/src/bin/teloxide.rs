//! teloxide against the fake server. `run.py` runs it.

use interop::{CHAT, Outcome, USER, check, control, holds, photo, same, token, url, wait_for_text};
use serde_json::json;
use teloxide::net::Download;
use teloxide::payloads::*;
use teloxide::prelude::*;
use teloxide::types::*;
use teloxide::{ApiError, RequestError};

const GROUP: ChatId = ChatId(CHAT);
const MESSAGE: MessageId = MessageId(7);

fn file(contents: impl Into<Vec<u8>>, name: &'static str) -> InputFile {
    InputFile::memory(contents.into()).file_name(name)
}

async fn me(bot: &Bot) -> Outcome {
    let me = bot.get_me().await?;
    same(
        me.id.to_string(),
        token().split(':').next().unwrap_or_default(),
    )
}

async fn text(bot: &Bot) -> Outcome {
    let send = bot.send_message(GROUP, "Hello").parse_mode(ParseMode::Html);
    let sent = send
        .reply_parameters(ReplyParameters::new(MessageId(3)))
        .await?;
    same((sent.text(), sent.chat.id), (Some("Hello"), GROUP))?;
    let private = bot.send_message(ChatId(USER), "Hello").await?;
    holds(private.chat.first_name().is_some(), &private.chat)
}

async fn keyboards(bot: &Bot) -> Outcome {
    let inline = InlineKeyboardMarkup::new([[InlineKeyboardButton::callback("Go", "go")]]);
    let sent = bot
        .send_message(GROUP, "Hello")
        .reply_markup(inline.clone())
        .await?;
    same(sent.reply_markup(), Some(&inline))?;
    let reply = KeyboardMarkup::new([[KeyboardButton::new("a")]]).resize_keyboard();
    bot.send_message(GROUP, "Hello").reply_markup(reply).await?;
    Ok(())
}

async fn edit(bot: &Bot) -> Outcome {
    let edited = bot.edit_message_text(GROUP, MESSAGE, "Goodbye").await?;
    same((edited.id, edited.text()), (MESSAGE, Some("Goodbye")))?;
    bot.delete_message(GROUP, MESSAGE).await?;
    let thumb = ReactionType::Emoji {
        emoji: "👍".to_owned(),
    };
    bot.set_message_reaction(GROUP, MESSAGE)
        .reaction([thumb])
        .await?;
    Ok(())
}

async fn others(bot: &Bot) -> Outcome {
    let place = bot.send_location(GROUP, 1.5, -2.25).await?;
    same(
        place.location().map(|at| (at.latitude, at.longitude)),
        Some((1.5, -2.25)),
    )?;
    let options = ["yes", "no"].map(InputPollOption::new);
    let poll = bot.send_poll(GROUP, "Well?", options).await?;
    same(
        poll.poll().map(|poll| poll.question.as_str()),
        Some("Well?"),
    )?;
    let dice = bot.send_dice(GROUP).await?;
    holds(dice.dice().is_some(), &dice)?;
    bot.send_chat_action(GROUP, ChatAction::Typing).await?;
    bot.set_my_commands([BotCommand::new("start", "Starts")])
        .await?;
    Ok(())
}

async fn chats(bot: &Bot) -> Outcome {
    let member = bot.get_chat_member(GROUP, UserId(7)).await?;
    same(member.user.id, UserId(7))?;
    same(bot.get_chat(GROUP).await?.id, GROUP)?;
    let user = bot.get_chat(ChatId(USER)).await?;
    holds(user.first_name().is_some(), &user)?;
    same(
        bot.get_chat("@cats".to_owned()).await?.username(),
        Some("cats"),
    )
}

async fn files(bot: &Bot) -> Outcome {
    let sent = bot
        .send_photo(GROUP, file(photo(), "cat.png"))
        .caption("A cat")
        .await?;
    let sizes = sent.photo().ok_or("no photo")?;
    same(sent.caption(), Some("A cat"))?;
    let id = sizes[0].file.id.clone();
    let found = bot.get_file(id.clone()).await?;
    let mut bytes = Vec::new();
    bot.download_file(&found.path, &mut bytes).await?;
    same(bytes, photo())?;
    let again = bot
        .send_document(GROUP, InputFile::file_id(id.clone()))
        .await?;
    same(
        again.document().map(|document| &document.file.id),
        Some(&id),
    )?;
    let named = bot.send_document(GROUP, file("text", "a é.txt")).await?;
    let name = named
        .document()
        .and_then(|document| document.file_name.as_deref());
    same(name, Some("a é.txt"))
}

async fn albums(bot: &Bot) -> Outcome {
    let one = InputMediaPhoto::new(file(photo(), "cat.png")).caption("one");
    let two = InputMediaVideo::new(file("two", "2.mp4"));
    let album = [InputMedia::Photo(one), InputMedia::Video(two)];
    let group = bot.send_media_group(GROUP, album).await?;
    same((group.len(), group[0].caption()), (2, Some("one")))?;
    same(group[1].video().map(|video| video.file.size), Some(3))?;
    let new = InputMedia::Photo(InputMediaPhoto::new(file("new", "n.png")));
    let replaced = bot.edit_message_media(GROUP, MESSAGE, new).await?;
    same(replaced.photo().map(|sizes| sizes[0].file.size), Some(3))
}

/// The dispatcher polls, and its handler answers.
async fn updates(bot: &Bot) -> Outcome {
    let answer = Update::filter_message().endpoint(|bot: Bot, message: Message| async move {
        let text = message.text().unwrap_or_default();
        bot.send_message(message.chat.id, text).await.map(drop)
    });
    let mut dispatcher = Dispatcher::builder(bot.clone(), answer).build();
    let polling = tokio::spawn(async move { dispatcher.dispatch().await });
    control("messages", &json!({"chat_id": 5, "text": "Hello!"}))?;
    let found = wait_for_text("Hello!").await;
    polling.abort();
    found
}

async fn webhook(bot: &Bot) -> Outcome {
    let hook = "https://bot.example/hook";
    bot.set_webhook(hook.parse()?)
        .secret_token("s3cret")
        .await?;
    let polled = bot.get_updates().await;
    holds(polled.is_err(), &polled)?;
    same(
        bot.get_webhook_info()
            .await?
            .url
            .map(String::from)
            .as_deref(),
        Some(hook),
    )?;
    bot.delete_webhook().drop_pending_updates(true).await?;
    Ok(())
}

async fn errors(bot: &Bot) -> Outcome {
    let empty = bot.send_message(GROUP, "").await;
    holds(
        matches!(empty, Err(RequestError::Api(ApiError::MessageTextIsEmpty))),
        &empty,
    )?;
    let nobody = bot.send_message("nobody".to_owned(), "Hello").await;
    holds(
        matches!(nobody, Err(RequestError::Api(ApiError::ChatNotFound))),
        &nobody,
    )?;
    control(
        "faults",
        &json!({"kind": "too_many_requests", "retry_after": 3}),
    )?;
    let many = bot.get_me().await;
    holds(
        matches!(many, Err(RequestError::RetryAfter(wait)) if wait.seconds() == 3),
        &many,
    )?;
    control("faults", &json!({"kind": "migrate", "chat_id": -5}))?;
    let moved = bot.send_message(GROUP, "x").await;
    holds(
        matches!(moved, Err(RequestError::MigrateToChatId(ChatId(-5)))),
        &moved,
    )
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let bot = &Bot::new(token()).set_api_url(url().parse()?);
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
