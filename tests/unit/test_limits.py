"""Forms of addresses."""

from __future__ import annotations

import random
import re

import pytest

from living_strategy import limits
from living_strategy.limits import MAX_ADDRESS_LENGTH, is_web_address

PIECES = (
    "https://", "http://", "HTTPS://", "ftp://", "//", "/", "?", "#", "@", ":", ":80", ":x", ".",
    "..", "-", "%", "%20", "[", "]", "[::1]", "\\", "|", "^", "`", "{", "~", "_", "&", "=", "+",
    "(", "\u00e6", "\u2100", "\u00a0", " ", "\n", "\t", "ks", "KS", "no", "1", "",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://www.ks.no/kommit?a=1#b", True),
        ("http://1", True),
        ("https://ks.no:443/", True),
        ("https://ks.no:x/", False),
        ("https://user@ks.no/", False),
        ("https://", False),
        ("ftp://ks.no", False),
        ("https://ks.no\\a", False),
        ("https://ks.no/" + "a" * MAX_ADDRESS_LENGTH, False),
        ("https://ks.no/" + "a" * (MAX_ADDRESS_LENGTH - 14), True),
    ],
)
def test_web_address(text: str, expected: bool) -> None:
    """An address has http or https, a host, no user name, and a length that programs take."""
    assert is_web_address(text) is expected


def test_plain_addresses_are_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is passed without the parser, the parser passes too."""
    draw = random.Random(7)
    texts = [
        draw.choice(("https://", "http://", ""))
        + "".join(draw.choices(PIECES, k=draw.randint(1, 6)))
        for _ in range(20_000)
    ]
    plain = [text for text in texts if limits._PLAIN_ADDRESS.match(text)]
    monkeypatch.setattr(limits, "_PLAIN_ADDRESS", re.compile(r"(?!)"))

    assert len(plain) > 200
    assert [text for text in plain if not is_web_address(text)] == []
