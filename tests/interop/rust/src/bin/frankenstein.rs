//! frankenstein with ureq against the fake server. `run.py` runs it.

use std::path::PathBuf;

use frankenstein::client_ureq::Bot;
use frankenstein::input_file::FileUpload;
use frankenstein::input_media::{
    InputMedia, InputMediaPhoto, InputMediaVideo, MediaGroupInputMedia,
};
use frankenstein::methods::*;
use frankenstein::response::MessageOrBool;
use frankenstein::types::*;
use frankenstein::updates::UpdateContent;
use frankenstein::{Error, ParseMode, TelegramApi};
use interop::{CHAT, Outcome, USER, check, control, holds, last_call, photo, same, token, url};
use serde_json::json;

/// Writes a file, for this client uploads files alone.
fn file(contents: &[u8], name: &str) -> Result<PathBuf, std::io::Error> {
    let folder = std::env::temp_dir().join(format!("interop-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let path = folder.join(name);
    std::fs::write(&path, contents)?;
    Ok(path)
}

async fn me(bot: &Bot) -> Outcome {
    let me = bot.get_me()?.result;
    same(
        me.id.to_string(),
        token().split(':').next().unwrap_or_default(),
    )?;
    holds(me.can_join_groups.is_some(), &me)
}

async fn text(bot: &Bot) -> Outcome {
    let reply = ReplyParameters::builder().message_id(3).build();
    let send = SendMessageParams::builder().chat_id(CHAT).text("Hello");
    let sent = bot.send_message(
        &send
            .parse_mode(ParseMode::Html)
            .reply_parameters(reply)
            .build(),
    )?;
    same(
        (sent.result.text.as_deref(), sent.result.chat.id),
        (Some("Hello"), CHAT),
    )?;
    let private = SendMessageParams::builder()
        .chat_id(USER)
        .text("Hello")
        .build();
    let private = bot.send_message(&private)?.result;
    holds(private.chat.first_name.is_some(), &private.chat)
}

async fn keyboards(bot: &Bot) -> Outcome {
    let button = InlineKeyboardButton::builder()
        .text("Go")
        .callback_data("go")
        .build();
    let inline = InlineKeyboardMarkup::builder()
        .inline_keyboard(vec![vec![button]])
        .build();
    let send = || SendMessageParams::builder().chat_id(CHAT).text("Hello");
    let markup = ReplyMarkup::InlineKeyboardMarkup(inline.clone());
    let sent = bot
        .send_message(&send().reply_markup(markup).build())?
        .result;
    same(sent.reply_markup.map(|markup| *markup), Some(inline))?;
    let button = KeyboardButton::builder().text("a").build();
    let reply = ReplyKeyboardMarkup::builder()
        .keyboard(vec![vec![button]])
        .build();
    bot.send_message(
        &send()
            .reply_markup(ReplyMarkup::ReplyKeyboardMarkup(reply))
            .build(),
    )?;
    Ok(())
}

async fn edit(bot: &Bot) -> Outcome {
    let edit = EditMessageTextParams::builder()
        .chat_id(CHAT)
        .message_id(7)
        .text("Goodbye");
    match bot.edit_message_text(&edit.build())?.result {
        MessageOrBool::Message(edited) => {
            same(
                (edited.message_id, edited.text.as_deref()),
                (7, Some("Goodbye")),
            )?;
        }
        other => holds(false, &other)?,
    }
    let delete = DeleteMessageParams::builder()
        .chat_id(CHAT)
        .message_id(7)
        .build();
    same(bot.delete_message(&delete)?.result, true)
}

async fn others(bot: &Bot) -> Outcome {
    let send = SendLocationParams::builder()
        .chat_id(CHAT)
        .latitude(1.5)
        .longitude(-2.25);
    let place = bot.send_location(&send.build())?.result;
    same(
        place.location.map(|at| (at.latitude, at.longitude)),
        Some((1.5, -2.25)),
    )?;
    let options = ["yes", "no"].map(|text| InputPollOption::builder().text(text).build());
    let send = SendPollParams::builder()
        .chat_id(CHAT)
        .question("Well?")
        .options(options.to_vec());
    let poll = bot.send_poll(&send.build())?.result;
    same(
        poll.poll.map(|poll| poll.question),
        Some("Well?".to_owned()),
    )?;
    let dice = bot
        .send_dice(&SendDiceParams::builder().chat_id(CHAT).build())?
        .result;
    holds(dice.dice.is_some(), &dice)?;
    let typing = SendChatActionParams::builder()
        .chat_id(CHAT)
        .action(ChatAction::Typing);
    same(bot.send_chat_action(&typing.build())?.result, true)?;
    let start = BotCommand::builder()
        .command("start")
        .description("Starts")
        .build();
    let commands = SetMyCommandsParams::builder().commands(vec![start]).build();
    same(bot.set_my_commands(&commands)?.result, true)
}

async fn chats(bot: &Bot) -> Outcome {
    let member = GetChatMemberParams::builder()
        .chat_id(CHAT)
        .user_id(7)
        .build();
    bot.get_chat_member(&member)?;
    let chat = |id: ChatId| GetChatParams::builder().chat_id(id).build();
    same(bot.get_chat(&chat(CHAT.into()))?.result.id, CHAT)?;
    let user = bot.get_chat(&chat(USER.into()))?.result;
    holds(user.first_name.is_some(), &user)?;
    let cats = bot.get_chat(&chat("@cats".to_owned().into()))?.result;
    same(cats.username.as_deref(), Some("cats"))
}

async fn files(bot: &Bot) -> Outcome {
    let send = SendPhotoParams::builder()
        .chat_id(CHAT)
        .photo(file(&photo(), "cat.png")?);
    let sent = bot.send_photo(&send.caption("A cat").build())?.result;
    same(sent.caption.as_deref(), Some("A cat"))?;
    let id = sent.photo.ok_or("no photo")?[0].file_id.clone();
    let get = GetFileParams::builder().file_id(id.clone()).build();
    let path = bot.get_file(&get)?.result.file_path.ok_or("no path")?;
    let address = format!("{}/file/bot{}/{path}", url(), token());
    same(
        ureq::get(address).call()?.body_mut().read_to_vec()?,
        photo(),
    )?;
    let send = || SendDocumentParams::builder().chat_id(CHAT);
    let again = bot
        .send_document(&send().document(id.clone()).build())?
        .result;
    same(again.document.map(|document| document.file_id), Some(id))?;
    let named = bot
        .send_document(&send().document(file(b"text", "a é.txt")?).build())?
        .result;
    let name = named.document.and_then(|document| document.file_name);
    same(name.as_deref(), Some("a é.txt"))
}

async fn albums(bot: &Bot) -> Outcome {
    let upload = |contents: &[u8], name| file(contents, name).map(FileUpload::from);
    let one = InputMediaPhoto::builder()
        .media(upload(&photo(), "cat.png")?)
        .caption("one")
        .build();
    let two = InputMediaVideo::builder()
        .media(upload(b"two", "2.mp4")?)
        .build();
    let media = vec![
        MediaGroupInputMedia::Photo(one),
        MediaGroupInputMedia::Video(two),
    ];
    let send = SendMediaGroupParams::builder()
        .chat_id(CHAT)
        .media(media)
        .build();
    let group = bot.send_media_group(&send)?.result;
    same((group.len(), group[0].caption.as_deref()), (2, Some("one")))?;
    same(
        group[1].video.as_ref().and_then(|video| video.file_size),
        Some(3),
    )?;
    let new = InputMediaPhoto::builder()
        .media(upload(b"new", "n.png")?)
        .build();
    let edit = EditMessageMediaParams::builder()
        .chat_id(CHAT)
        .message_id(7);
    bot.edit_message_media(&edit.media(InputMedia::Photo(new)).build())?;
    Ok(())
}

async fn updates(bot: &Bot) -> Outcome {
    control("messages", &json!({"chat_id": 5, "text": "Hello!"}))?;
    let found = bot
        .get_updates(&GetUpdatesParams::builder().timeout(1_u32).build())?
        .result;
    let update = found.into_iter().next().ok_or("no update")?;
    let UpdateContent::Message(message) = update.content else {
        return holds(false, &update.content);
    };
    let text = message.text.unwrap_or_default();
    let answer = SendMessageParams::builder()
        .chat_id(message.chat.id)
        .text(text)
        .build();
    bot.send_message(&answer)?;
    same(last_call("sendMessage")?["text"].as_str(), Some("Hello!"))?;
    let rest = GetUpdatesParams::builder()
        .offset(i64::from(update.update_id) + 1)
        .build();
    same(bot.get_updates(&rest)?.result.len(), 0)
}

async fn webhook(bot: &Bot) -> Outcome {
    let set = SetWebhookParams::builder()
        .url("https://bot.example/hook")
        .secret_token("s3cret");
    let set = bot.set_webhook(&set.build())?;
    same(set.description.as_deref(), Some("Webhook was set"))?;
    let polled = bot.get_updates(&GetUpdatesParams::builder().build());
    holds(
        matches!(&polled, Err(Error::Api(error)) if error.error_code == 409),
        &polled,
    )?;
    same(
        bot.get_webhook_info()?.result.url,
        "https://bot.example/hook",
    )?;
    let drop = DeleteWebhookParams::builder()
        .drop_pending_updates(true)
        .build();
    same(bot.delete_webhook(&drop)?.result, true)
}

async fn errors(bot: &Bot) -> Outcome {
    let empty = SendMessageParams::builder().chat_id(CHAT).text("").build();
    let empty = bot.send_message(&empty);
    let words = "Bad Request: message text is empty";
    holds(
        matches!(&empty, Err(Error::Api(error)) if error.description == words),
        &empty,
    )?;
    control(
        "faults",
        &json!({"kind": "too_many_requests", "retry_after": 3}),
    )?;
    let Err(Error::Api(many)) = bot.get_me() else {
        return Err("no refusal".into());
    };
    same(many.parameters.and_then(|all| all.retry_after), Some(3))
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let bot = &Bot::new_url(format!("{}/bot{}", url(), token()));
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
}
