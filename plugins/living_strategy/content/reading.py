"""From the bytes of a file to its text, or to the finding that says why it cannot be read."""

from __future__ import annotations

import re

from living_strategy.content.source import ContentSource, Linked, TooLarge, Unreadable
from living_strategy.content.source_file import SourceFile
from living_strategy.content.yaml.yaml_reader import ODD_SPACE, control_character
from living_strategy.diagnostics import Diagnostic, Location
from living_strategy.language.particulars import Reason

MAX_BYTES = 256 * 1024
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
# Bytes that no control character is written with: not those that such a one is, or begins with.
_HARMLESS = bytes(
    byte
    for byte in range(256)
    if (byte >= 0x20 or byte in b"\t\n\r") and byte not in b"\x7f\xc2\xe2\xed\xef"
)
_FENCE = re.compile(r"---[ \t]*(?:\n|\Z)")
# Hyphens with a space behind them that is none.
_ODD_FENCE = re.compile(
    rf"(?:^|(?<=\n))(?P<fence>---[ \t]*)(?P<odd>{ODD_SPACE.pattern})\s*(?:\n|\Z)"
)
_CLOSING = re.compile(r"\n(?P<line>(?:---|\.\.\.)[ \t]*(?:\n|\Z))")


def fault_found(
    source: ContentSource, path: str, fault: Linked | TooLarge | Unreadable
) -> Diagnostic:
    """Return the finding about a file or folder that cannot be read. Content is never read through
    a link, wherever it leads.
    """
    match fault:
        case Linked(part):
            outside = source.target(part).is_outside
            return Diagnostic(
                "symlink-outside-root" if outside else "symbolic-link", Location(part)
            )
        case TooLarge(size, limit):
            params = {"size": str(-(-size // 1024)), "limit": str(limit // 1024)}
            return Diagnostic("file-too-large", Location(path), params)
        case Unreadable(reason):
            return Diagnostic("file-unreadable", Location(path), {"reason": Reason(reason)})


def read_text(source: ContentSource, path: str, limit: int = MAX_BYTES) -> str | Diagnostic:
    """Return the text of a file below the root, with line feeds only and no byte order mark."""
    raw = source.read(path, limit)
    return decode(path, raw) if isinstance(raw, bytes) else fault_found(source, path, raw)


def read_before(raw: bytes) -> str:
    """Return the text of a file whose bytes have been decoded before."""
    return _line_feeds(raw.removeprefix(_BYTE_ORDER_MARK).decode("utf-8"))


def decode(path: str, raw: bytes) -> str | Diagnostic:
    """Return the text that the bytes of a file stand for."""
    raw = raw.removeprefix(_BYTE_ORDER_MARK)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = _line_feeds(raw[: error.start].decode("utf-8"))
        line, column = _place(before, len(before))
        return Diagnostic(
            "file-not-utf8", Location(path, line, column), {"position": str(error.start + 1)}
        )
    text = _line_feeds(text)
    # Most files are told to be harmless by their bytes, which is sooner known.
    if not raw.translate(None, _HARMLESS):
        return text
    if character := control_character(text):
        line, column = _place(text, character[0])
        params = {"character": character[1]}
        location = Location(path, line, column)
        excerpt = text.split("\n", line)[line - 1]
        return Diagnostic("yaml-control-character", location, params, excerpt=excerpt)
    return text


def _line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _place(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def split_front_matter(path: str, text: str, *, required: bool) -> SourceFile | Diagnostic:
    """Return the YAML between two lines of three hyphens, and the text below them."""
    if parts := plain_parts(text):
        front, body, start = parts
        line = text.count("\n", 0, text.find(body, start)) + 1 if body else 0
        return SourceFile(path, front, 2, body, line, text)
    opening = _FENCE.match(text)
    if opening is None:
        if odd := _ODD_FENCE.match(text):
            return _odd_space(path, 1, odd)
        if required:
            return Diagnostic("missing-front-matter", Location(path, 1, 1))
        return SourceFile(path, "", 1, text.rstrip(), 1, text)
    closing = _closing(text, opening.end())
    if closing is None:
        if odd := _ODD_FENCE.search(text, opening.end()):
            return _odd_space(path, text.count("\n", 0, odd.start()) + 1, odd)
        return Diagnostic("unclosed-front-matter", Location(path, 1, 1))
    body = text[closing.end() :].strip("\n").rstrip()
    body_line = text.count("\n", 0, text.find(body, closing.end())) + 1 if body else 0
    return SourceFile(path, text[opening.end() : closing.start("line")], 2, body, body_line, text)


def plain_parts(text: str) -> tuple[str, str, int] | None:
    """Return the YAML and the text below it, with the offset at which that may begin; None if
    the lines around the YAML are anything but three hyphens.
    """
    end = text.find("\n---", 3)
    if not text.startswith("---\n") or text[end : end + 5] != "\n---\n":
        return None
    if text.find("\n...", 3, end) >= 0:
        return None
    return text[4 : end + 1], text[end + 5 :].strip("\n").rstrip(), end + 5


def _odd_space(path: str, line: int, fence: re.Match[str]) -> Diagnostic:
    location = Location(path, line, len(fence["fence"]) + 1)
    return Diagnostic("yaml-odd-space", location, {"character": f"U+{ord(fence['odd']):04X}"})


def _closing(text: str, start: int) -> re.Match[str] | None:
    """Return the first line of three hyphens or three dots from `start` on, which both end a YAML
    text.
    """
    return _CLOSING.search(text, start - 1)
