"""What a Markdown text says without rendering it: mentions, links, images, headings, raw HTML.

Rendering is the costly step of a build; `check` gets by with these expressions. Code blocks and
code spans are blanked out first, so that examples in them are never reported.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

_FENCE = re.compile(r" {0,3}(?P<fence>`{3,}|~{3,})")
_TICKS = re.compile(r"`+|\n[ \t]*\n")
_LIST_ITEM = re.compile(r"\s*(?:[-*+]|[0-9]+[.)])\s")
MENTION = re.compile(r"\[\[(?P<id>[^\[\]|\n]{1,120})(?:\|(?P<text>[^\[\]\n]{1,200}))?\]\]")
_LINK = re.compile(
    r"(?P<image>!?)\[(?P<text>(?:[^\[\]]|\[[^\[\]]{0,500}\]){0,1000})\]"
    r"\(\s*(?P<target><[^<>\n]*>|(?:[^\s()]|\([^\s()]{0,500}\)){0,3000})(?:\s{1,9}[\"'(][^\n]{0,300}?[\"')])?\s*\)"
)
_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]+\]:[ \t]*(?P<target><[^<>\n]*>|\S{1,3000})", re.M)
_AUTOLINK = re.compile(r"<(?P<target>[a-zA-Z][a-zA-Z0-9+.-]*:[^\s<>]*)>")
_TAG = re.compile(
    r"<(?P<tag>[a-zA-Z][a-zA-Z0-9-]*)(?P<rest>(?:\s[^<>]{0,2000})?)/?>|<(?P<comment>!--|[!?](?=\w))"
)
_ATX = re.compile(r"^ {0,3}(?P<marks>#{1,6})(?![#\w])[ \t]*(?P<text>[^\n]*?)[ \t]*#*[ \t]*$", re.M)
_SETEXT = re.compile(r"^(?P<text>[^\s>#*+\-|][^\n]*)\n(?P<marks>=+|-{2,})[ \t]*$", re.M)

# What Markdown itself makes. Every other tag in a text, and every attribute, is taken out.
HARMLESS_TAGS = frozenset(
    ("p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table", "thead",
     "tbody", "tr", "th", "td", "strong", "em", "b", "i", "code", "pre", "blockquote", "a", "img",
     "br", "hr", "sup", "sub")
)
SAFE_SCHEMES = frozenset(("http", "https", "mailto"))
_SCHEME = re.compile(r"[\s\x00-\x20]*([a-zA-Z][a-zA-Z0-9+.\-\s]*):")


@dataclass(frozen=True, slots=True)
class Mention:
    """`[[id]]` or `[[id|text]]` in a text. `written` is the whole, as it stands."""

    id: str
    written: str
    occurrence: int = 0


@dataclass(frozen=True, slots=True)
class Fault:
    """A mistake in a text: diagnostic code, particulars, and the words it was found at."""

    code: str
    params: dict[str, str]
    snippet: str
    occurrence: int = 0


@dataclass(frozen=True, slots=True)
class Prose:
    """What was found in a text. `files` are the local files its links and images lead to."""

    mentions: tuple[Mention, ...] = ()
    faults: tuple[Fault, ...] = ()
    files: tuple[Fault, ...] = ()


EMPTY = Prose()


def scan(text: str) -> Prose:
    """Read a Markdown text. Headings of item texts begin at level 2."""
    if not text:
        return EMPTY
    plain = blank_code(text)
    faults: list[Fault] = []
    files: list[Fault] = []
    mentions = tuple(_mentions(plain)) if "[[" in plain else ()
    if "](" in plain or "]:" in plain or "<" in plain:
        _links(plain, faults, files)
    if "<" in plain:
        faults.extend(_tags(plain))
    if "#" in plain or "\n==" in plain or "\n--" in plain:
        faults.extend(_headings(plain))
    return Prose(mentions, tuple(faults), tuple(files))


def blank_code(text: str) -> str:
    """The text with code blanked out; every other character keeps its place."""
    if "```" in text or "~~~" in text or "\n    " in text or "\n\t" in text:
        text = "\n".join(_blank_blocks(text.split("\n")))
    if "`" in text:
        text = _blank_spans(text)
    return text


def _blank_blocks(lines: list[str]) -> Iterator[str]:
    """Fenced blocks, and indented lines after a blank line unless they continue a list."""
    fence = ""
    after_blank, in_list, in_code = True, False, False
    for line in lines:
        if fence:
            if line.strip().startswith(fence) and not line.strip().strip(fence[0]):
                fence = ""
            yield " " * len(line)
            continue
        if opening := _FENCE.match(line):
            fence = opening["fence"]
            yield " " * len(line)
            continue
        indented = line.startswith(("    ", "\t")) and bool(line.strip())
        in_code = indented and not in_list and (after_blank or in_code)
        if line.strip() and not indented:
            in_list = bool(_LIST_ITEM.match(line)) or (in_list and not after_blank)
        after_blank = not line.strip()
        yield " " * len(line) if in_code else line


def _blank_spans(text: str) -> str:
    """Code spans: from one run of backticks to the next of equal length in the same paragraph."""
    marks = [(match.start(), match.end(), match.group()) for match in _TICKS.finditer(text)]
    ends: dict[tuple[int, int], list[int]] = {}
    paragraph = [0] * len(marks)
    count = 0
    for index, (_, _, mark) in enumerate(marks):
        count += not mark.startswith("`")
        paragraph[index] = count
        if mark.startswith("`"):
            ends.setdefault((count, len(mark)), []).append(index)
    parts, position, index = [], 0, 0
    while index < len(marks):
        start, _, mark = marks[index]
        same = ends.get((paragraph[index], len(mark)), []) if mark.startswith("`") else []
        following = bisect_right(same, index)
        if following < len(same):
            end = marks[same[following]][1]
            parts += [text[position:start], re.sub(r"[^\n]", " ", text[start:end])]
            position, index = end, same[following]
        index += 1
    return "".join((*parts, text[position:]))


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _mentions(text: str) -> list[Mention]:
    seen: dict[str, int] = {}
    found = []
    for match in MENTION.finditer(text):
        written = match.group()
        found.append(Mention(match["id"].strip(), written, seen.get(written, 0)))
        seen[written] = seen.get(written, 0) + 1
    return found


def _links(text: str, faults: list[Fault], files: list[Fault]) -> None:
    for match in _LINK.finditer(text):
        target = match["target"].strip("<>")
        if match["image"] and not match["text"].strip():
            faults.append(Fault("image-without-text", {"target": target}, match.group()))
        _target(target, match.group(), faults, files)
        if "](" in match["text"]:
            _links(match["text"], faults, files)
    for pattern in (_DEFINITION, _AUTOLINK):
        for match in pattern.finditer(text):
            _target(match["target"].strip("<>"), match.group(), faults, files)


def _target(target: str, snippet: str, faults: list[Fault], files: list[Fault]) -> None:
    if not is_safe(target):
        faults.append(Fault("unsafe-link", {"target": target}, snippet))
    elif target and not target.startswith(("#", "/")) and not _SCHEME.match(target):
        files.append(Fault("broken-link", {"target": target}, snippet))


def is_safe(target: str) -> bool:
    """Whether an address is relative or begins with a scheme that cannot run code."""
    if target.startswith("//"):
        return False
    scheme = _SCHEME.match(target)
    return scheme is None or re.sub(r"\s", "", scheme[1]).lower() in SAFE_SCHEMES


def _tags(text: str) -> list[Fault]:
    """Tags that are taken out, and harmless ones that lose their attributes."""
    found = _TAG.finditer(_AUTOLINK.sub(_blank, text))
    return [
        Fault("raw-html-removed", {"tag": match["tag"] or match["comment"]}, match.group())
        for match in found
        if not match["tag"]
        or match["tag"].lower() not in HARMLESS_TAGS - {"a", "img"}
        or match["rest"].strip(" /")
    ]


def _headings(text: str) -> list[Fault]:
    headings = [(match.start(), len(match["marks"]), match.group()) for match in _ATX.finditer(text)]
    headings += [
        (match.start(), 1 if match["marks"].startswith("=") else 2, match.group())
        for match in _SETEXT.finditer(text)
    ]
    faults = []
    previous = 1
    for _, level, written in sorted(headings):
        if level == 1 or level > previous + 1:
            faults.append(Fault("heading-level", {"level": str(level)}, written))
        previous = max(level, 2)
    return faults
