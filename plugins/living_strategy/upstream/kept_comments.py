"""Comments that somebody wrote into a record: they stay when the program writes it again."""

from __future__ import annotations

import re
from collections.abc import Iterator

_KEY = re.compile(r"(?P<key>[a-z_]+):(?=\s|\Z)")
_BLOCK_TEXT = re.compile(r"[:-]\s+[|>][-+0-9]*\s*(?:#.*)?\Z")
# Behind a value: one in quotation marks, a list or mapping on one line, or words without a mark.
_BEHIND = re.compile(
    r"""\s*(?:-\s+)?(?:[a-z_]+:)?\s*(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^"'#]*?)?\s+(?P<comment>\#.*)\Z"""
)


def with_comments(text: str, before: str) -> str:
    """Return a new text of a record with the comments of the one before: each above the field
    that it stood at, and those of fields that are gone at the end.
    """
    comments: dict[str, list[str]] = {}
    for key, comment in _comments(before):
        comments.setdefault(key, []).append(comment)
    lines: list[str] = []
    for line in text.splitlines():
        if match := _KEY.match(line):
            lines += comments.pop(match["key"], [])
        lines.append(line)
    for left in comments.values():
        lines += left
    return "".join(f"{line}\n" for line in lines)


def _comments(text: str) -> Iterator[tuple[str, str]]:
    """Yield each comment with the field that it is above, in or behind; empty below all fields."""
    waiting: list[str] = []
    key, text_depth = "", -1
    for line in text.splitlines():
        stripped = line.strip()
        depth = len(line) - len(line.lstrip())
        if text_depth >= 0 and (not stripped or depth > text_depth):
            continue
        text_depth = depth if _BLOCK_TEXT.search(line) else -1
        if stripped.startswith("#"):
            if depth and key:
                yield key, stripped
            else:
                waiting.append(stripped)
            continue
        if match := _KEY.match(line):
            key = match["key"]
            yield from ((key, comment) for comment in waiting)
            waiting = []
        if behind := _BEHIND.match(line):
            yield key, behind["comment"]
    yield from (("", comment) for comment in waiting)
