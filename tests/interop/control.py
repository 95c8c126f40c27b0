"""What both clients share: control of the server, and the bytes that they upload."""

import json
import os
import urllib.request

URL = os.environ["SERVER_URL"]
TOKEN = os.environ["BOT_TOKEN"]
CHAT = -1001234567890
# Not text, and with what ends a part of a form inside it.
PHOTO = b"\x89PNG\r\n--\r\n\x00\xff" * 1000


def control(path, value=None):
    """Asks the server under `/control`, or tells it something."""
    body = None if value is None else json.dumps(value).encode()
    with urllib.request.urlopen(f"{URL}/control/{path}", body) as answer:
        return json.load(answer)


def calls(method):
    """What the server received for a method."""
    return control(f"calls?method={method}")["calls"]


async def expect(error, coroutine, **attributes):
    """Awaits a call that has to fail with this error, or one of these, and these attributes of it."""
    try:
        await coroutine
    except error as found:
        for name, value in attributes.items():
            assert getattr(found, name) == value, (name, found)
        return
    raise AssertionError(f"no {error}")
