"""From a file on disk to its text, or to the finding that says why it cannot be read."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from living_strategy.content.source_file import SourceFile
from living_strategy.content.yaml.yaml_reader import ODD_SPACE, control_character
from living_strategy.diagnostics import Diagnostic, Location

MAX_BYTES = 256 * 1024
# Why a file cannot be read: our words, and what the system commonly says.
READING_PROBLEMS = (
    "it is not an ordinary file",
    "Permission denied",
    "Not a directory",
    "Too many levels of symbolic links",
    "No such file or directory",
)
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_FENCE = re.compile(r"---[ \t]*(?:\n|\Z)")
# Hyphens with a space behind them that is none.
_ODD_FENCE = re.compile(
    rf"(?:^|(?<=\n))(?P<fence>---[ \t]*)(?P<odd>{ODD_SPACE.pattern})\s*(?:\n|\Z)"
)
_CLOSING = re.compile(r"(?<=\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")


def leads_outside(root: str, path: str) -> bool:
    """Whether a file or folder lies outside the content root once links are followed."""
    try:
        return not Path(root, path).resolve().is_relative_to(Path(root).resolve())
    except (OSError, RuntimeError):  # a link that leads to itself
        return False


def linked_part(root: str, path: str) -> str:
    """The first part of a path below the root that is a symbolic link, or an empty text."""
    end = 0
    while end >= 0:
        end = path.find("/", end + 1)
        part = path if end < 0 else path[:end]
        if os.path.islink(f"{root}/{part}"):
            return part
    return ""


def link_found(root: str, path: str) -> Diagnostic:
    """The finding about a link: content is never read through one, wherever it leads."""
    code = "symlink-outside-root" if leads_outside(root, path) else "symbolic-link"
    return Diagnostic(code, Location(path))


def read_text(root: str, path: str) -> str | Diagnostic:
    """The text of a file below the root, with line feeds only and without a byte order mark."""
    full = f"{root}/{path}"
    try:
        if link := linked_part(root, path):
            return link_found(root, link)
        state = os.lstat(full)
        if not stat.S_ISREG(state.st_mode):
            return _unreadable(path, READING_PROBLEMS[0])
        if state.st_size > MAX_BYTES:
            return _too_large(path, state.st_size)
        with open(full, "rb") as file:
            # The file may have grown since, and what lies under its name may be another one.
            raw = file.read(MAX_BYTES + 1).removeprefix(_BYTE_ORDER_MARK)
    except OSError as error:
        return _unreadable(path, error.strerror or type(error).__name__)
    return _decode(path, raw) if len(raw) <= MAX_BYTES else _too_large(path, len(raw))


def _too_large(path: str, size: int) -> Diagnostic:
    params = {"size": str(-(-size // 1024)), "limit": str(MAX_BYTES // 1024)}
    return Diagnostic("file-too-large", Location(path), params)


def _unreadable(path: str, reason: str) -> Diagnostic:
    return Diagnostic("file-unreadable", Location(path), {"reason": reason})


def _decode(path: str, raw: bytes) -> str | Diagnostic:
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = _line_feeds(raw[: error.start].decode("utf-8"))
        line, column = _place(before, len(before))
        return Diagnostic(
            "file-not-utf8", Location(path, line, column), {"position": str(error.start + 1)}
        )
    text = _line_feeds(text)
    if found := control_character(text):
        line, column = _place(text, found[0])
        params = {"character": found[1]}
        place = Location(path, line, column)
        excerpt = text.split("\n", line)[line - 1]
        return Diagnostic("yaml-control-character", place, params, excerpt=excerpt)
    return text


def _line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _place(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def split_front_matter(path: str, text: str, *, required: bool) -> SourceFile | Diagnostic:
    """The YAML between two lines of three hyphens, and the text below them."""
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
    return SourceFile(path, text[opening.end() : closing.start()], 2, body, body_line, text)


def _odd_space(path: str, line: int, fence: re.Match[str]) -> Diagnostic:
    place = Location(path, line, len(fence["fence"]) + 1)
    return Diagnostic("yaml-odd-space", place, {"character": f"U+{ord(fence['odd']):04X}"})


def _closing(text: str, start: int) -> re.Match[str] | None:
    """The first line of three hyphens or three dots from `start` on, which both end a YAML text."""
    return _CLOSING.search(text, start - 1)
