"""The server's control, what every client sends, and how it reports: a line for each check."""

import asyncio
import inspect
import json
import os
import traceback
import urllib.request

URL = os.environ["SERVER_URL"]
TOKEN = os.environ["BOT_TOKEN"]
CHAT = -1001234567890
USER = 42
# Binary data that contains the end of a form's part.
PHOTO = b"\x89PNG\r\n--\r\n\x00\xff" * 1000


def control(path, value=None):
    """Sends a request to `/control`: a POST if there is a value, else a GET."""
    body = None if value is None else json.dumps(value).encode()
    with urllib.request.urlopen(f"{URL}/control/{path}", body) as answer:
        return json.load(answer)


def calls(method):
    """Returns the parameters of the calls of a method that the server received."""
    return [call["params"] for call in control(f"calls?method={method}")["calls"]]


async def expect(error, call, **attributes):
    """Makes a call that must fail with this error, or one of these, and with these attributes."""
    try:
        await settle(call())
    except error as found:
        for name, value in attributes.items():
            assert getattr(found, name) == value, (name, found)
        return
    raise AssertionError(f"no {error}")


async def settle(value):
    """Waits for a value where it has to be waited for."""
    return await value if inspect.isawaitable(value) else value


async def run(bot, checks):
    """Runs each check, and prints `ok` or `FAILED` with its name."""
    for check in checks:
        try:
            await settle(check(bot))
            print(f"ok {check.__name__}", flush=True)
        except Exception as error:  # Whatever a client raises is what is to be reported.
            where = traceback.extract_tb(error.__traceback__)[1]
            print(f"FAILED {check.__name__}: line {where.lineno}: {error!r}", flush=True)
