"""aiogram against the fake server. `run.py` runs it."""

import asyncio
import io

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramConflictError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.types import (
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
    LinkPreviewOptions,
    ReactionTypeEmoji,
    ReplyParameters,
)

from control import CHAT, PHOTO, TOKEN, URL, calls, control, expect


async def texts(bot):
    button = InlineKeyboardButton(text="Go", callback_data="go")
    markup = InlineKeyboardMarkup(inline_keyboard=[[button]])
    sent = await bot.send_message(
        CHAT,
        "Hello",
        parse_mode="HTML",
        reply_markup=markup,
        link_preview_options=LinkPreviewOptions(is_disabled=True),
        reply_parameters=ReplyParameters(message_id=3),
    )
    assert (sent.text, sent.chat.id) == ("Hello", CHAT), sent
    assert sent.reply_markup.inline_keyboard[0][0].callback_data == "go", sent
    edited = await bot.edit_message_text("Goodbye", chat_id=CHAT, message_id=sent.message_id)
    assert (edited.message_id, edited.text) == (sent.message_id, "Goodbye"), edited
    assert await bot.delete_message(CHAT, sent.message_id) is True
    assert calls("sendMessage")[0]["params"]["link_preview_options"] == {"is_disabled": True}
    place = await bot.send_location(CHAT, 1.5, -2.25)
    assert (place.location.latitude, place.location.longitude) == (1.5, -2.25), place
    reaction = [ReactionTypeEmoji(emoji="👍")]
    assert await bot.set_message_reaction(CHAT, place.message_id, reaction) is True
    member = await bot.get_chat_member(CHAT, 7)
    assert member.user.id == 7, member
    chat = await bot.get_chat(CHAT)
    assert chat.id == CHAT, chat


async def files(bot):
    photo = BufferedInputFile(PHOTO, "cat.png")
    sent = await bot.send_photo(CHAT, photo, caption="A cat")
    assert (sent.caption, sent.photo[-1].file_size) == ("A cat", len(PHOTO)), sent
    file = await bot.get_file(sent.photo[-1].file_id)
    assert (await bot.download_file(file.file_path)).read() == PHOTO
    kept = io.BytesIO()
    await bot.download(sent.photo[-1].file_id, kept)
    assert kept.getvalue() == PHOTO
    again = await bot.send_document(CHAT, sent.photo[-1].file_id)
    assert again.document.file_id == sent.photo[-1].file_id, again
    text = BufferedInputFile(b"two", "2 é.txt")
    media = [InputMediaPhoto(media=photo, caption="one"), InputMediaDocument(media=text)]
    group = await bot.send_media_group(CHAT, media)
    assert [len(group), group[0].caption, group[1].document.file_size] == [2, "one", 3], group
    assert group[1].document.file_name == "2 é.txt", group
    new = InputMediaPhoto(media=BufferedInputFile(b"new", "n.png"))
    replaced = await bot.edit_message_media(new, chat_id=CHAT, message_id=group[0].message_id)
    assert replaced.photo[0].file_size == 3, replaced


async def updates(bot):
    """The dispatcher polls, and its handler answers."""
    dispatcher = Dispatcher()

    @dispatcher.message()
    async def echo(message):
        await message.answer(message.text)
        if message.text == "last":
            await dispatcher.stop_polling()

    control("messages", {"chat_id": 5, "text": "first"})
    polling = asyncio.create_task(dispatcher.start_polling(bot, handle_signals=False))
    await asyncio.sleep(0.5)
    control("messages", {"chat_id": 5, "text": "last"})
    await asyncio.wait_for(polling, 30)
    answers = [call["params"]["text"] for call in calls("sendMessage")[-2:]]
    assert answers == ["first", "last"], answers


async def errors(bot):
    await expect(TelegramBadRequest, bot.send_message(CHAT, ""))
    control("faults", {"kind": "too_many_requests", "retry_after": 3})
    await expect(TelegramRetryAfter, bot.get_me(), retry_after=3)
    control("faults", {"kind": "migrate", "chat_id": -5})
    await expect(TelegramMigrateToChat, bot.send_message(CHAT, "x"), migrate_to_chat_id=-5)
    control("faults", {"kind": "error", "error_code": 500, "description": "Internal Server Error"})
    await expect(TelegramServerError, bot.get_me())
    for fault in ["cut", "cut_body"]:
        control("faults", {"kind": fault})
        await expect(TelegramNetworkError, bot.get_me())
    await bot.set_webhook("https://bot.example/hook")
    await expect(TelegramConflictError, bot.get_updates())
    assert (await bot.get_webhook_info()).url == "https://bot.example/hook"
    await bot.delete_webhook()


async def main():
    session = AiohttpSession(api=TelegramAPIServer.from_base(URL))
    async with Bot(TOKEN, session=session) as bot:
        me = await bot.me()
        assert me.is_bot and str(me.id) == TOKEN.split(":")[0], me
        for part in [texts, files, updates, errors]:
            await part(bot)


asyncio.run(main())
