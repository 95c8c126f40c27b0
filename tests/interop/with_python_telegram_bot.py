"""python-telegram-bot against the fake server. `run.py` runs it."""

import asyncio
import datetime
import logging

import telegram
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, InputMediaDocument, InputMediaPhoto
from telegram.constants import ParseMode
from telegram.error import BadRequest, Conflict, NetworkError, RetryAfter, ChatMigrated

from control import CHAT, PHOTO, TOKEN, URL, calls, control, expect


async def texts(bot):
    markup = InlineKeyboardMarkup([[InlineKeyboardButton("Go", callback_data="go")]])
    sent = await bot.send_message(CHAT, "<b>Hello</b> & more", ParseMode.HTML, reply_markup=markup)
    assert sent.text == "<b>Hello</b> & more", sent
    assert sent.chat.id == CHAT and sent.chat.type == "supergroup", sent
    assert sent.reply_markup == markup, sent
    age = datetime.datetime.now(datetime.timezone.utc) - sent.date
    assert abs(age.total_seconds()) < 60, sent
    edited = await bot.edit_message_text("Goodbye", chat_id=CHAT, message_id=sent.message_id)
    assert (edited.message_id, edited.text) == (sent.message_id, "Goodbye"), edited
    assert await bot.delete_message(CHAT, sent.message_id) is True
    assert calls("sendMessage")[0]["params"]["reply_markup"] == markup.to_dict()
    poll = await bot.send_poll(CHAT, "Well?", ["yes", "no"], is_anonymous=False)
    assert poll.poll.question == "Well?", poll
    assert (await bot.send_dice(CHAT)).dice.value >= 1
    member = await bot.get_chat_member(CHAT, 7)
    assert member.user.id == 7, member
    assert await bot.set_my_commands([("start", "Starts"), ("stop", "Stops")])


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
    media = [InputMediaPhoto(PHOTO, caption="one"), InputMediaDocument(b"two", filename="2.txt")]
    group = await bot.send_media_group(CHAT, media)
    assert [len(group), group[0].caption, group[1].document.file_size] == [2, "one", 3], group
    assert group[0].media_group_id == group[1].media_group_id is not None, group
    assert len(calls("sendMediaGroup")[0]["files"]) == 2
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


async def errors(bot):
    await expect(BadRequest, bot.send_message(CHAT, ""))
    control("faults", {"kind": "too_many_requests", "retry_after": 3})
    await expect(RetryAfter, bot.get_me(), _retry_after=datetime.timedelta(seconds=3))
    control("faults", {"kind": "migrate", "chat_id": -5})
    await expect(ChatMigrated, bot.send_message(CHAT, "x"), new_chat_id=-5)
    for fault in ["cut", "cut_body", "garbage", "truncated", "empty"]:
        control("faults", {"kind": fault})
        await expect((NetworkError, telegram.error.TelegramError), bot.get_me())
    await bot.set_webhook("https://bot.example/hook", secret_token="s")
    await expect(Conflict, bot.get_updates())
    info = await bot.get_webhook_info()
    assert info.url == "https://bot.example/hook", info
    await bot.delete_webhook(drop_pending_updates=True)


async def main():
    bot = telegram.Bot(TOKEN, base_url=f"{URL}/bot", base_file_url=f"{URL}/file/bot")
    async with bot:
        me = await bot.get_me()
        assert me.is_bot and str(me.id) == TOKEN.split(":")[0], me
        for part in [texts, files, updates, errors]:
            await part(bot)


# What can't be read is reported there as well as raised.
logging.disable(logging.CRITICAL)
asyncio.run(main())
