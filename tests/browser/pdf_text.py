"""The text of a PDF that Chromium made: enough to find words in it."""

from __future__ import annotations

import re
import zlib

_OBJECT = re.compile(rb"(?<!\d)(\d+) 0 obj\b(.*?)endobj", re.S)
_STREAM = re.compile(rb"stream\r?\n(.*)endstream", re.S)
_FONTS = re.compile(rb"/(F\d+) (\d+) 0 R")
_RANGE = re.compile(rb"<(\w+)> <(\w+)> <(\w+)>")
_PAIR = re.compile(rb"<(\w+)> <(\w+)>(?! <)")
_SHOWN = re.compile(rb"/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>|(?<=\s)(T[dmD*])\b")


def pdf_text(pdf: bytes) -> str:
    """The words of all pages, in the order in which they are drawn."""
    objects = {int(number): body for number, body in _OBJECT.findall(pdf)}
    letters = {
        name: _letters(objects, int(number))
        for body in objects.values()
        for name, number in _FONTS.findall(body)
    }
    return "\n".join(
        _shown(content, letters)
        for body in objects.values()
        if (content := _content(body)) and b" Tf" in content
    )


def _content(body: bytes) -> bytes:
    stream = _STREAM.search(body)
    if not stream:
        return b""
    # What follows the compressed bytes is a line break, which may also be one of them.
    return zlib.decompressobj().decompress(stream[1]) if b"FlateDecode" in body else stream[1]


def _letters(objects: dict[int, bytes], font: int) -> dict[int, str]:
    """Which letter each glyph of a font stands for."""
    named = re.search(rb"/ToUnicode (\d+) 0 R", objects[font])
    if not named:
        return {}
    table = _content(objects[int(named[1])])
    found: dict[int, str] = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", table, re.S):
        for glyph, letter in _PAIR.findall(block):
            found[int(glyph, 16)] = bytes.fromhex(letter.decode()).decode("utf-16-be")
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", table, re.S):
        for first, last, letter in _RANGE.findall(block):
            for at in range(int(first, 16), int(last, 16) + 1):
                found[at] = chr(int(letter, 16) + at - int(first, 16))
    return found


def _shown(content: bytes, letters: dict[bytes, dict[int, str]]) -> str:
    text, font = [], b""
    for name, glyphs, moved in _SHOWN.findall(content):
        font = name or font
        known = letters.get(font, {})
        text += [known.get(int(glyphs[at : at + 4], 16), "") for at in range(0, len(glyphs), 4)]
        text += [" "] * bool(moved)
    return "".join(text)
