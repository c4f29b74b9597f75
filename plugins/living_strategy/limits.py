"""Limits of values: lengths of texts, sizes of numbers, forms of addresses."""

from __future__ import annotations

import re
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, StringConstraints
from pydantic_core import PydanticCustomError

# Longer titles are texts, and longer texts belong into the description. Pictures and lists wrap
# and sort titles, so that these bounds are also bounds on the time that a site takes.
MAX_TITLE_LENGTH = 300
MAX_TEXT_LENGTH = 3_000
MAX_NUMBER_LENGTH = 40
MAX_ADDRESS_LENGTH = 2_000
# More than the state's budget in kroner, and more than anybody counts.
MAX_NUMBER = 1_000_000_000_000
# More than there are municipalities, counties and networks to take part in one project.
MAX_VALUES = 1_000
# Many times the largest strategy there is, with all its texts.
MAX_CATALOGUE_BYTES = 16 * 1024 * 1024

ADDRESS_PATTERN = r"^https?://[^\s<>\x22]+$"
# What Unicode calls default ignorable, blanks and fillers: a text of these alone is not seen.
_UNSEEN = re.compile(
    "[\\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202f"
    "\u205f-\u206f\u2800\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff]*"
)
_HOST = re.compile(r"[^\s\[\]\\^`{|}%]+|\[[0-9A-Fa-f:.]+\]")
# What nearly all addresses look like; about these there is nothing to ask the parser.
_PLAIN_ADDRESS = re.compile(r"https?://[a-z0-9][a-z0-9.-]*(?:[/?#][!-\[\]-~]*)?\Z")


def is_web_address(text: str) -> bool:
    """Return whether every program reads a text as the same address. That is https or http, and a
    host without user name, with a port that is a number if there is one.
    """
    if _PLAIN_ADDRESS.match(text):
        return len(text) <= MAX_ADDRESS_LENGTH
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    is_address = bool(host) and "@" not in parts.netloc and bool(_HOST.match(parts.netloc))
    is_address = is_address and len(text) <= MAX_ADDRESS_LENGTH
    return is_address and parts.scheme in ("http", "https") and "\\" not in text


def _seen(text: str) -> str:
    # Every text of every entry comes by here, and nearly all begin so.
    if "!" <= text[:1] <= "~":
        return text
    if _UNSEEN.fullmatch(text):
        raise PydanticCustomError(
            "text_unseen", "cannot be seen", {"character": f"U+{ord(text[0]):04X}"}
        )
    return text


def _address(text: str) -> str:
    if not is_web_address(text):
        raise PydanticCustomError("web_address", "not a web address: {value}", {"value": text})
    return text


def _address_or_title(text: str) -> str:
    return _address(text) if text.startswith(("http://", "https://")) else text


class PlainText:
    """Marks a text that is shown as it is written: it is not Markdown, and holds no links."""


Reference = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=MAX_TITLE_LENGTH),
    AfterValidator(_seen),
]
"""What should be the id of an entry; whether it is one is asked when all entries are known."""

Title = Annotated[Reference, PlainText()]
"""A name or a title, on one line."""

Text = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=MAX_TEXT_LENGTH),
    AfterValidator(_seen),
    PlainText(),
]
"""A text of a few sentences."""

PrintedNumber = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=MAX_NUMBER_LENGTH),
    AfterValidator(_seen),
    PlainText(),
]
"""A number as it is printed in the strategy, such as 1.10."""

Markdown = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(_seen)
]
"""A text in Markdown; how much it may hold is for the reader of Markdown to say."""

WebAddress = Annotated[str, StringConstraints(pattern=ADDRESS_PATTERN), AfterValidator(_address)]
"""A full address that a reader can follow."""

AddressOrTitle = Annotated[Text, AfterValidator(_address_or_title)]
"""A web address, or the title of something that has none."""
