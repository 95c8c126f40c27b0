"""python-telegram-bot against the fake server. `run.py` runs it."""

import asyncio
import datetime
import logging

import telegram
from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    InputMediaVideo,
    ReplyKeyboardMarkup,
    ReplyParameters,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Conflict, NetworkError, RetryAfter, TelegramError
from telegram.ext import Application, MessageHandler, filters

from report import CHAT, PHOTO, TOKEN, URL, USER, calls, control, expect, run


async def me(bot):
    found = await bot.get_me()
    assert found.is_bot and str(found.id) == TOKEN.split(":")[0], found
    assert found.can_join_groups is not None, found


async def text(bot):
    reply = ReplyParameters(message_id=3)
    sent = await bot.send_message(
        CHAT, "<b>Hello</b> & more", ParseMode.HTML, reply_parameters=reply
    )
    assert sent.text == "<b>Hello</b> & more", sent
    assert sent.chat.id == CHAT and sent.chat.type == "supergroup", sent
    age = datetime.datetime.now(datetime.timezone.utc) - sent.date
    assert abs(age.total_seconds()) < 60, sent
    private = await bot.send_message(USER, "Hello")
    assert private.chat.effective_name, private


async def keyboards(bot):
    inline = InlineKeyboardMarkup([[InlineKeyboardButton("Go", callback_data="go")]])
    sent = await bot.send_message(CHAT, "Hello", reply_markup=inline)
    assert sent.reply_markup == inline, sent
    assert calls("sendMessage")[-1]["reply_markup"] == inline.to_dict()
    reply = ReplyKeyboardMarkup([["a", "b"]], resize_keyboard=True)
    await bot.send_message(CHAT, "Hello", reply_markup=reply)


async def edit(bot):
    edited = await bot.edit_message_text("Goodbye", chat_id=CHAT, message_id=7)
    assert (edited.message_id, edited.text) == (7, "Goodbye"), edited
    assert await bot.delete_message(CHAT, 7) is True
    assert await bot.set_message_reaction(CHAT, 7, "👍") is True


async def others(bot):
    place = await bot.send_location(CHAT, 1.5, -2.25)
    assert (place.location.latitude, place.location.longitude) == (1.5, -2.25), place
    poll = await bot.send_poll(CHAT, "Well?", ["yes", "no"], is_anonymous=False)
    assert poll.poll.question == "Well?", poll
    assert (await bot.send_dice(CHAT)).dice.value >= 1
    assert await bot.send_chat_action(CHAT, "typing") is True
    assert await bot.set_my_commands([("start", "Starts"), ("stop", "Stops")])


async def chats(bot):
    member = await bot.get_chat_member(CHAT, 7)
    assert member.user.id == 7, member
    assert (await bot.get_chat(CHAT)).id == CHAT
    assert (await bot.get_chat(USER)).first_name
    assert (await bot.get_chat("@cats")).username == "cats"


async def files(bot):
    sent = await bot.send_photo(CHAT, PHOTO, caption="A cat", filename="cat.png")
    photo = sent.photo[-1]
    assert (sent.caption, photo.file_size) == ("A cat", len(PHOTO)), sent
    file = await bot.get_file(photo.file_id)
    assert bytes(await file.download_as_bytearray()) == PHOTO
    again = await bot.send_document(CHAT, photo.file_id)
    assert again.document.file_id == photo.file_id, again
    named = await bot.send_document(CHAT, b"text", filename="a é.txt", thumbnail=b"small")
    assert (named.document.file_name, named.document.thumbnail.file_size) == ("a é.txt", 5), named


async def albums(bot):
    media = [InputMediaPhoto(PHOTO, caption="one"), InputMediaVideo(b"two", filename="2.mp4")]
    group = await bot.send_media_group(CHAT, media)
    assert [len(group), group[0].caption, group[1].video.file_size] == [2, "one", 3], group
    assert group[0].media_group_id == group[1].media_group_id is not None, group
    replaced = await bot.edit_message_media(InputMediaPhoto(b"new"), CHAT, group[0].message_id)
    assert replaced.photo[0].file_size == 3, replaced


async def updates(bot):
    control("messages", {"chat_id": 5, "text": "/start"})
    control("messages", {"chat_id": 5, "text": "Hi"})
    first, second = await bot.get_updates(timeout=1, allowed_updates=telegram.Update.ALL_TYPES)
    assert (first.message.text, second.effective_user.id) == ("/start", 5), (first, second)
    (left,) = await bot.get_updates(offset=second.update_id)
    assert left.update_id == second.update_id, left
    assert await bot.get_updates(offset=second.update_id + 1, timeout=0) == ()


async def application(_):
    """An application polls, and its handler answers."""
    answered = asyncio.Event()

    async def echo(update, _):
        await update.message.reply_text(update.message.text)
        answered.set()

    builder = Application.builder().token(TOKEN).base_url(f"{URL}/bot")
    app = builder.base_file_url(f"{URL}/file/bot").build()
    app.add_handler(MessageHandler(filters.TEXT, echo))
    async with app:
        await app.updater.start_polling()
        await app.start()
        control("messages", {"chat_id": 5, "text": "Hello!"})
        await asyncio.wait_for(answered.wait(), 30)
        await app.updater.stop()
        await app.stop()
    assert calls("sendMessage")[-1]["text"] == "Hello!"


async def webhook(bot):
    assert await bot.set_webhook("https://bot.example/hook", secret_token="s3cret")
    await expect(Conflict, bot.get_updates)
    info = await bot.get_webhook_info()
    assert info.url == "https://bot.example/hook", info
    assert await bot.delete_webhook(drop_pending_updates=True)


async def errors(bot):
    empty = "Message text is empty"
    await expect(BadRequest, lambda: bot.send_message(CHAT, ""), message=empty)
    control("faults", {"kind": "too_many_requests", "retry_after": 3})
    await expect(RetryAfter, bot.get_me, _retry_after=datetime.timedelta(seconds=3))
    control("faults", {"kind": "migrate", "chat_id": -5})
    await expect(ChatMigrated, lambda: bot.send_message(CHAT, "x"), new_chat_id=-5)
    for fault in ["cut", "cut_body", "garbage", "truncated", "empty"]:
        control("faults", {"kind": fault})
        await expect((NetworkError, TelegramError), bot.get_me)


async def main():
    bot = telegram.Bot(TOKEN, base_url=f"{URL}/bot", base_file_url=f"{URL}/file/bot")
    checks = [me, text, keyboards, edit, others, chats, files, albums, updates, application]
    async with bot:
        await run(bot, [*checks, webhook, errors])


# What can't be read is reported there as well as raised.
logging.disable(logging.CRITICAL)
asyncio.run(main())
