"""pyTelegramBotAPI, imported as telebot, against the fake server. `run.py` runs it."""

import asyncio
import io
import logging
import threading

import telebot
from telebot import apihelper
from telebot.apihelper import ApiTelegramException
from telebot.types import (
    BotCommand,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    InputMediaPhoto,
    InputMediaVideo,
    InputPollOption,
    ReactionTypeEmoji,
    ReplyKeyboardMarkup,
    ReplyParameters,
)

from report import CHAT, PHOTO, TOKEN, URL, USER, calls, control, expect, run


def me(bot):
    found = bot.get_me()
    assert found.is_bot and str(found.id) == TOKEN.split(":")[0], found
    assert found.can_join_groups is not None, found


def text(bot):
    reply = ReplyParameters(message_id=3)
    sent = bot.send_message(CHAT, "Hello", parse_mode="html", reply_parameters=reply)
    assert (sent.text, sent.chat.id) == ("Hello", CHAT), sent
    assert bot.send_message(USER, "Hello").chat.first_name


def keyboards(bot):
    inline = InlineKeyboardMarkup()
    inline.add(InlineKeyboardButton("Go", callback_data="go"))
    sent = bot.send_message(CHAT, "Hello", reply_markup=inline)
    assert sent.reply_markup.keyboard[0][0].callback_data == "go", sent
    reply = ReplyKeyboardMarkup(resize_keyboard=True)
    reply.row("a", "b")
    bot.send_message(CHAT, "Hello", reply_markup=reply)


def edit(bot):
    edited = bot.edit_message_text("Goodbye", CHAT, 7)
    assert (edited.message_id, edited.text) == (7, "Goodbye"), edited
    assert bot.delete_message(CHAT, 7) is True
    assert bot.set_message_reaction(CHAT, 7, [ReactionTypeEmoji("👍")]) is True


def others(bot):
    place = bot.send_location(CHAT, 1.5, -2.25)
    assert (place.location.latitude, place.location.longitude) == (1.5, -2.25), place
    options = [InputPollOption("yes"), InputPollOption("no")]
    poll = bot.send_poll(CHAT, "Well?", options, is_anonymous=False)
    assert poll.poll.question == "Well?", poll
    assert bot.send_dice(CHAT).dice.value >= 1
    assert bot.send_chat_action(CHAT, "typing") is True
    assert bot.set_my_commands([BotCommand("start", "Starts")])


def chats(bot):
    member = bot.get_chat_member(CHAT, 7)
    assert member.user.id == 7, member
    assert bot.get_chat(CHAT).id == CHAT
    assert bot.get_chat(USER).first_name
    assert bot.get_chat("@cats").username == "cats"


def files(bot):
    sent = bot.send_photo(CHAT, PHOTO, caption="A cat")
    photo = sent.photo[-1]
    assert (sent.caption, photo.file_size) == ("A cat", len(PHOTO)), sent
    assert bot.download_file(bot.get_file(photo.file_id).file_path) == PHOTO
    again = bot.send_document(CHAT, photo.file_id)
    assert again.document.file_id == photo.file_id, again
    named = bot.send_document(CHAT, b"text", visible_file_name="a é.txt", thumbnail=b"small")
    assert (named.document.file_name, named.document.thumbnail.file_size) == ("a é.txt", 5), named


def albums(bot):
    file = lambda contents: InputFile(io.BytesIO(contents))
    media = [InputMediaPhoto(file(PHOTO), caption="one"), InputMediaVideo(file(b"two"))]
    group = bot.send_media_group(CHAT, media)
    assert [len(group), group[0].caption, group[1].video.file_size] == [2, "one", 3], group
    replaced = bot.edit_message_media(InputMediaPhoto(file(b"new")), CHAT, 7)
    assert replaced.photo[0].file_size == 3, replaced


def updates(bot):
    """The bot polls, and its handler answers."""
    answered = threading.Event()

    @bot.message_handler(func=lambda message: True)
    def echo(message):
        bot.reply_to(message, message.text)
        answered.set()

    options = {"timeout": 1, "long_polling_timeout": 1, "logger_level": None}
    polling = threading.Thread(target=bot.infinity_polling, kwargs=options)
    polling.start()
    control("messages", {"chat_id": 5, "text": "Hello!"})
    assert answered.wait(30)
    bot.stop_polling()
    polling.join(30)
    assert calls("sendMessage")[-1]["text"] == "Hello!"


async def webhook(bot):
    assert bot.set_webhook("https://bot.example/hook", secret_token="s3cret")
    await expect(ApiTelegramException, bot.get_updates, error_code=409)
    assert bot.get_webhook_info().url == "https://bot.example/hook"
    assert bot.delete_webhook(drop_pending_updates=True)


async def errors(bot):
    empty = "Bad Request: message text is empty"
    await expect(ApiTelegramException, lambda: bot.send_message(CHAT, ""), description=empty)
    control("faults", {"kind": "too_many_requests", "retry_after": 3})
    parameters = {"retry_after": 3}
    error = {"ok": False, "error_code": 429, "description": "Too Many Requests: retry after 3"}
    error = {**error, "parameters": parameters}
    await expect(ApiTelegramException, bot.get_me, result_json=error)


apihelper.API_URL = URL + "/bot{0}/{1}"
apihelper.FILE_URL = URL + "/file/bot{0}/{1}"
telebot.logger.setLevel(logging.CRITICAL)
checks = [me, text, keyboards, edit, others, chats, files, albums, updates, webhook, errors]
asyncio.run(run(telebot.TeleBot(TOKEN), checks))
