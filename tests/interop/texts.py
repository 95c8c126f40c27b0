#!/usr/bin/env python3
"""What python-telegram-bot and aiogram make of texts with entities, for `tests/tests/it/text/`.

    python3 tests/interop/texts.py [--venv DIR]

writes `tests/tests/data/texts.json`: our own inputs, and the results of both libraries, in the
versions that `run.py` pins. `cargo test` reads the file and does not run this.
"""

import argparse
import json
import pathlib
import subprocess
import tempfile

from run import ROOT, environment

FAMILY = "👨‍👩‍👧‍👦"
FLAG = "🇺🇳"


def entity(kind, offset, length, **values):
    return {"type": kind, "offset": offset, "length": length, **values}


USER = {"id": 77, "is_bot": False, "first_name": "Zoë"}

CASES = [
    ("", []),
    ("plain < > & \" ' text", []),
    ("_*[]()~`>#+-=|{}.!\\ all", []),
    ("bold", [entity("bold", 0, 4)]),
    ("a b c d e", [entity("bold", 0, 1), entity("italic", 2, 1), entity("underline", 4, 1),
                   entity("strikethrough", 6, 1), entity("spoiler", 8, 1)]),
    # Emoji: two units; with joiners eleven; a flag four.
    ("😀 bold 😀", [entity("bold", 3, 4)]),
    ("😀😀", [entity("bold", 0, 2), entity("italic", 2, 2)]),
    (f"x{FAMILY}y", [entity("bold", 1, 11)]),
    (f"x{FAMILY}y", [entity("italic", 12, 1)]),
    (f"{FLAG}{FLAG}", [entity("underline", 4, 4)]),
    ("e\u0301 a\u0308", [entity("bold", 0, 2), entity("italic", 3, 2)]),
    ("𝒳𝒴𝒵", [entity("code", 2, 2)]),
    # From right to left.
    ("שלום עולם", [entity("bold", 5, 4)]),
    ("\u202bمرحبا\u202c 😀 العالم", [entity("italic", 1, 5), entity("bold", 11, 6)]),
    ("中文，测试", [entity("bold", 0, 2), entity("text_link", 3, 2, url="https://example.org/中")]),
    # Nested.
    ("dear Ms Müller!", [entity("bold", 5, 9), entity("italic", 8, 6)]),
    ("abcdef", [entity("bold", 0, 6), entity("italic", 1, 4), entity("strikethrough", 2, 2)]),
    ("same place", [entity("bold", 0, 10), entity("italic", 0, 10)]),
    ("italic underlined", [entity("italic", 0, 17), entity("underline", 7, 10)]),
    ("underlined italic", [entity("underline", 0, 17), entity("italic", 11, 6)]),
    ("link with bold", [entity("text_link", 0, 14, url="https://example.org/a_b"), entity("bold", 10, 4)]),
    # Beside each other.
    ("ab", [entity("bold", 0, 1), entity("bold", 1, 1)]),
    ("ab", [entity("italic", 0, 1), entity("underline", 1, 1)]),
    ("ab", [entity("italic", 0, 1), entity("italic", 1, 1)]),
    ("ab", [entity("spoiler", 0, 1), entity("spoiler", 1, 1)]),
    # With values.
    ("see here.", [entity("text_link", 4, 4, url="https://example.org/?q=(x)")]),
    ("see here.", [entity("text_link", 4, 4, url="https://example.org/?a=1&b=\"2\"")]),
    ("ask Zoë", [entity("text_mention", 4, 3, user=USER)]),
    ("👍 it", [entity("custom_emoji", 0, 2, custom_emoji_id="5368324170671202286")]),
    ("at noon", [entity("date_time", 3, 4, unix_time=1700000000)]),
    ("at noon", [entity("date_time", 3, 4, unix_time=1700000000, date_time_format="wDT")]),
    # Code.
    ("let x = `a\\b`;", [entity("code", 0, 14)]),
    ("fn main() {}", [entity("pre", 0, 12)]),
    ("if a < b && c {\n    d[0]\n}", [entity("pre", 0, 26, language="rust")]),
    ("a `x_y` b", [entity("code", 2, 5), entity("bold", 8, 1)]),
    # Quotations.
    ("said:\none\ntwo\nend", [entity("blockquote", 6, 7)]),
    ("one\ntwo 😀!", [entity("blockquote", 0, 11), entity("bold", 4, 3)]),
    ("one\ntwo", [entity("expandable_blockquote", 0, 7)]),
    # What a server finds by itself has no marks.
    ("/start@my_bot #tag $USD @user a@b.org +1-2", [
        entity("bot_command", 0, 13), entity("hashtag", 14, 4), entity("cashtag", 19, 4),
        entity("mention", 24, 5), entity("email", 30, 7), entity("phone_number", 38, 4)]),
    ("https://example.org/_a_", [entity("url", 0, 23)]),
    ("made of a newer kind", [entity("url", 0, 4), entity("bold", 5, 2)]),
]

COMMANDS = [
    "/start", "/start abc", "/start  a\tb ", "/start\nnext line", "/start@my_bot", "/start@My_Bot x  y",
    "/start@other_bot x", "/Start_2@my_bot a b", "/помощь 👨‍👩‍👧 x", "/帮助\u3000参数", "start", "",
    " start", "//start",
]

PTB = r"""
import json, sys
from telegram import Message, MessageEntity, Chat
from telegram.helpers import escape_markdown
from html import escape
import datetime
out = []
for text, entities in json.load(sys.stdin):
    read = [MessageEntity.de_json(e, None) for e in entities]
    message = Message(1, datetime.datetime.now(), Chat(1, "private"), text=text, entities=read)
    parts = message.parse_entities()
    out.append({
        "parts": [parts[e] for e in read],
        "html": message.text_html if text else "",
        "markdown_v2": message.text_markdown_v2 if text else "",
        "escaped_html": escape(text, quote=False),
        "escaped_markdown_v2": escape_markdown(text, version=2),
    })
print(json.dumps(out))
"""

AIOGRAM = r"""
import json, sys
from aiogram.types import MessageEntity
from aiogram.utils.text_decorations import html_decoration, markdown_decoration
out = []
for text, entities in json.load(sys.stdin):
    read = [MessageEntity(**e) for e in entities]
    out.append({
        "parts": [e.extract_from(text) for e in read],
        "html": html_decoration.unparse(text, read),
        "markdown_v2": markdown_decoration.unparse(text, read),
        "escaped_html": html_decoration.quote(text),
        "escaped_markdown_v2": markdown_decoration.quote(text),
    })
print(json.dumps(out))
"""

AIOGRAM_COMMANDS = r"""
import json, sys
from aiogram.filters import Command
from aiogram.filters.command import CommandException
out = []
for text in json.load(sys.stdin):
    try:
        one = Command("start").extract_command(text)
        ok = one.prefix == "/"
        out.append([one.command, one.mention, one.args] if ok else None)
    except CommandException:
        out.append(None)
print(json.dumps(out))
"""


def ask(python, script, value):
    done = subprocess.run([python, "-c", script], input=json.dumps(value), check=True,
                          stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout)


def write(python):
    libraries = {"python_telegram_bot": ask(python, PTB, CASES), "aiogram": ask(python, AIOGRAM, CASES)}
    texts = []
    for index, (text, entities) in enumerate(CASES):
        results = {name: all_of_it[index] for name, all_of_it in libraries.items()}
        texts.append({"text": text, "entities": entities, **results})
    commands = zip(COMMANDS, ask(python, AIOGRAM_COMMANDS, COMMANDS))
    whole = {"texts": texts, "commands": [{"text": text, "aiogram": found} for text, found in commands]}
    path = ROOT / "tests" / "tests" / "data" / "texts.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(whole, ensure_ascii=True, indent=1) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--venv", type=pathlib.Path, help="a folder for the environment, kept")
    folder = parser.parse_args().venv
    if folder:
        write(environment(folder))
        return
    with tempfile.TemporaryDirectory() as folder:
        write(environment(pathlib.Path(folder)))


if __name__ == "__main__":
    main()
