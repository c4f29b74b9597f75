"""The parts of a file of content: each is exchanged without touching a byte of the other."""

from __future__ import annotations

import re
from collections.abc import Mapping

from living_strategy.content.reading import decode, split_front_matter
from living_strategy.content.source_file import SourceFile

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_LINE_END = re.compile(r"\r\n|\r|\n")


def source_of(path: str, content: bytes) -> SourceFile | None:
    """Return a file of content with its parts; None if it cannot be read."""
    text = decode(path, content)
    if not isinstance(text, str):
        return None
    if not path.endswith(".md"):
        return SourceFile(path, text)
    source = split_front_matter(path, text, required=True)
    return source if isinstance(source, SourceFile) else None


def exchanged(content: bytes, source: SourceFile, new: str) -> bytes:
    """Return the content with other YAML; whatever stands around it is the same in every byte."""
    mark, lines, line_end = _lines(content)
    first, end = _span(source)
    return mark + "".join([*lines[:first], new.replace("\n", line_end), *lines[end:]]).encode()


def with_body(content: bytes, source: SourceFile, text: str) -> bytes:
    """Return the content with another text below the front matter; what stands above is the same
    in every byte.
    """
    mark, lines, line_end = _lines(content)
    _, end = _span(source)
    fence = lines[end].rstrip("\r\n") + line_end
    body = f"\n{text.strip(chr(10)).rstrip()}\n" if text.strip() else ""
    return mark + "".join([*lines[:end], fence, body.replace("\n", line_end)]).encode()


def appended(content: bytes, text: str) -> bytes:
    """Return the content with a text below its last line, which ends as the others do."""
    _, lines, line_end = _lines(content)
    before = content.rstrip(b"\r\n")
    return before + (line_end.encode() if lines else b"") + text.replace("\n", line_end).encode()


def with_texts(content: bytes, texts: Mapping[tuple[int, int], tuple[str, str]]) -> bytes:
    """Return the content with other texts in some places, which are lines and columns from 1. Each
    has the text that stands there, or quotation marks around it, and the one that should.

    Raises:
        LookupError: another text stands there.
    """
    mark, lines, _ = _lines(content)
    for (line, column), (old, new) in sorted(texts.items(), reverse=True):
        before, after = lines[line - 1][: column - 1], lines[line - 1][column - 1 :]
        opening = after[:1] if after[:1] in ("'", '"') else ""
        if not after.startswith(opening + old):
            raise LookupError(old)
        lines[line - 1] = f"{before}{opening}{new}{after[len(opening + old) :]}"
    return mark + "".join(lines).encode()


def _lines(content: bytes) -> tuple[bytes, list[str], str]:
    """Return the byte order mark, the lines with their ends, and what ends the first one."""
    mark = _BYTE_ORDER_MARK if content.startswith(_BYTE_ORDER_MARK) else b""
    lines = _LINE.findall(content.removeprefix(mark).decode("utf-8"))
    line_end = _LINE_END.search(lines[0]) if lines else None
    return mark, lines, line_end[0] if line_end else "\n"


def _span(source: SourceFile) -> tuple[int, int]:
    """Return the first line of the YAML, from 0, and the one behind it."""
    first = source.yaml_line - 1
    has_open_line = bool(source.yaml) and not source.yaml.endswith("\n")
    return first, first + source.yaml.count("\n") + has_open_line
