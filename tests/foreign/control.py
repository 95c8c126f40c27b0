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
