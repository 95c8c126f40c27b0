"""Control of the server, and the bytes that both clients upload."""

import json
import os
import urllib.request

URL = os.environ["SERVER_URL"]
TOKEN = os.environ["BOT_TOKEN"]
CHAT = -1001234567890
# Binary data that contains the end of a form's part.
PHOTO = b"\x89PNG\r\n--\r\n\x00\xff" * 1000


def control(path, value=None):
    """Sends a request to `/control`: a POST if there is a value, else a GET."""
    body = None if value is None else json.dumps(value).encode()
    with urllib.request.urlopen(f"{URL}/control/{path}", body) as answer:
        return json.load(answer)


def calls(method):
    """Returns the calls of a method that the server received."""
    return control(f"calls?method={method}")["calls"]


async def expect(error, coroutine, **attributes):
    """Awaits a call that must fail with this error, or one of these, and with these attributes."""
    try:
        await coroutine
    except error as found:
        for name, value in attributes.items():
            assert getattr(found, name) == value, (name, found)
        return
    raise AssertionError(f"no {error}")
