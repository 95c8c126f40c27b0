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
    BotCommand,
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    InputMediaVideo,
    KeyboardButton,
    LinkPreviewOptions,
    ReactionTypeEmoji,
    ReplyKeyboardMarkup,
    ReplyParameters,
)

from report import CHAT, PHOTO, TOKEN, URL, USER, calls, control, expect, run


async def me(bot):
    found = await bot.get_me()
    assert found.is_bot and str(found.id) == TOKEN.split(":")[0], found
    assert found.can_join_groups is not None, found


async def text(bot):
    sent = await bot.send_message(
        CHAT,
        "Hello",
        parse_mode="HTML",
        link_preview_options=LinkPreviewOptions(is_disabled=True),
        reply_parameters=ReplyParameters(message_id=3),
    )
    assert (sent.text, sent.chat.id) == ("Hello", CHAT), sent
    assert calls("sendMessage")[-1]["link_preview_options"] == {"is_disabled": True}
    private = await bot.send_message(USER, "Hello")
    assert private.chat.full_name, private


async def keyboards(bot):
    button = InlineKeyboardButton(text="Go", callback_data="go")
    inline = InlineKeyboardMarkup(inline_keyboard=[[button]])
    sent = await bot.send_message(CHAT, "Hello", reply_markup=inline)
    assert sent.reply_markup.inline_keyboard[0][0].callback_data == "go", sent
    reply = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="a")]], resize_keyboard=True)
    await bot.send_message(CHAT, "Hello", reply_markup=reply)


async def edit(bot):
    edited = await bot.edit_message_text("Goodbye", chat_id=CHAT, message_id=7)
    assert (edited.message_id, edited.text) == (7, "Goodbye"), edited
    assert await bot.delete_message(CHAT, 7) is True
    assert await bot.set_message_reaction(CHAT, 7, [ReactionTypeEmoji(emoji="👍")]) is True


async def others(bot):
    place = await bot.send_location(CHAT, 1.5, -2.25)
    assert (place.location.latitude, place.location.longitude) == (1.5, -2.25), place
    poll = await bot.send_poll(CHAT, "Well?", ["yes", "no"], is_anonymous=False)
    assert poll.poll.question == "Well?", poll
    assert (await bot.send_dice(CHAT)).dice.value >= 1
    assert await bot.send_chat_action(CHAT, "typing") is True
    assert await bot.set_my_commands([BotCommand(command="start", description="Starts")])


async def chats(bot):
    member = await bot.get_chat_member(CHAT, 7)
    assert member.user.id == 7, member
    assert (await bot.get_chat(CHAT)).id == CHAT
    assert (await bot.get_chat(USER)).first_name
    assert (await bot.get_chat("@cats")).username == "cats"


async def files(bot):
    photo = BufferedInputFile(PHOTO, "cat.png")
    sent = await bot.send_photo(CHAT, photo, caption="A cat")
    assert (sent.caption, sent.photo[-1].file_size) == ("A cat", len(PHOTO)), sent
    kept = io.BytesIO()
    await bot.download(sent.photo[-1].file_id, kept)
    assert kept.getvalue() == PHOTO
    again = await bot.send_document(CHAT, sent.photo[-1].file_id)
    assert again.document.file_id == sent.photo[-1].file_id, again
    named = await bot.send_document(CHAT, BufferedInputFile(b"two", "2 é.txt"))
    assert named.document.file_name == "2 é.txt", named


async def albums(bot):
    photo = BufferedInputFile(PHOTO, "cat.png")
    video = BufferedInputFile(b"two", "2 é.mp4")
    media = [InputMediaPhoto(media=photo, caption="one"), InputMediaVideo(media=video)]
    group = await bot.send_media_group(CHAT, media)
    assert [len(group), group[0].caption, group[1].video.file_size] == [2, "one", 3], group
    assert group[1].video.file_name == "2 é.mp4", group
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
    answers = [call["text"] for call in calls("sendMessage")[-2:]]
    assert answers == ["first", "last"], answers


async def webhook(bot):
    assert await bot.set_webhook("https://bot.example/hook", secret_token="s3cret") is True
    await expect(TelegramConflictError, bot.get_updates)
    assert (await bot.get_webhook_info()).url == "https://bot.example/hook"
    assert await bot.delete_webhook(drop_pending_updates=True) is True


async def errors(bot):
    empty = "Bad Request: message text is empty"
    await expect(TelegramBadRequest, lambda: bot.send_message(CHAT, ""), message=empty)
    control("faults", {"kind": "too_many_requests", "retry_after": 3})
    await expect(TelegramRetryAfter, bot.get_me, retry_after=3)
    control("faults", {"kind": "migrate", "chat_id": -5})
    send = lambda: bot.send_message(CHAT, "x")
    await expect(TelegramMigrateToChat, send, migrate_to_chat_id=-5)
    control("faults", {"kind": "error", "error_code": 500, "description": "Internal Server Error"})
    await expect(TelegramServerError, bot.get_me)
    for fault in ["cut", "cut_body"]:
        control("faults", {"kind": fault})
        await expect(TelegramNetworkError, bot.get_me)


async def main():
    session = AiohttpSession(api=TelegramAPIServer.from_base(URL))
    async with Bot(TOKEN, session=session) as bot:
        checks = [me, text, keyboards, edit, others, chats, files, albums, updates, webhook, errors]
        await run(bot, checks)


asyncio.run(main())
