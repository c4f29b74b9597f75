"""What a Markdown text says without rendering it: mentions, links, images, headings, raw HTML.

Rendering is the costly step of a build; `check` gets by with these expressions. Code blocks and
code spans are blanked out first, so that examples in them are never reported. Every repetition
has an upper bound: no text can make an expression slow.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from living_strategy.content.markdown.complexity import excess
from living_strategy.content.markdown.raw_html import RawTag, raw_tags
from living_strategy.limits import is_web_address

MENTION = re.compile(r"\[\[(?P<id>[^\[\]|\n]{1,120})(?:\|(?P<text>[^\[\]\n]{1,200}))?\]\]")

SAFE_SCHEMES = frozenset(("http", "https", "mailto"))

_FENCE = re.compile(r"[ \t>]*(?P<fence>`{3,}(?=[^`]*\Z)|~{3,})")
_TICKS = re.compile(r"`+|\n[ \t]*\n")
_LIST_ITEM = re.compile(r"\s*(?:[-*+]|[0-9]+[.)])\s")
# As Python-Markdown reads it: blanks and a line end may stand in a target, and so may brackets
# that are closed again.
_LINK = re.compile(
    r"\]\([ \t\n]{0,9}(?P<target><[^<>\n]{0,3000}>"
    r"|(?!<)(?:[^()\n]|\n(?![ \t]*\n)|\((?:[^()\n]|\([^()\n]{0,200}\)){0,500}\)){0,3000}?)"
    r"(?:[ \t\n]{1,9}[\"'(][^\n]{0,300}?[\"')])?[ \t\n]{0,9}\)"
)
# What begins with [^ is a footnote, whose words are no address.
_DEFINITION = re.compile(
    r"^ {0,3}\[(?!\^)[^\[\]\n]{1,300}\]:[ \t]{0,9}(?P<target><[^<>\n]{0,3000}>|[^\s<]{1,3000})"
    r"[ \t]{0,9}(?:[\"'(][^\n]*)?$",
    re.M,
)
_AUTOLINK = re.compile(r"<(?P<target>[a-zA-Z][a-zA-Z0-9+.-]{0,60}:[^\s<>]*)>")
_OUTWARD = re.compile(
    r"(?<!!)\[(?P<text>[^\[\]\n]{1,300})\]"
    r"\((?P<url>https?://(?:[^\s()<>\"]|\([^\s()\"]{0,500}\)){1,2000})\)"
)
_BARE_IMAGE = re.compile(
    r"!\[[ \t\n]{0,50}\]"
    r"(?:\([ \t\n]{0,9}(?P<target>[^\s()]{0,3000})|\[(?P<label>[^\[\]\n]{1,300})\])"
)
_TAG_NAME = re.compile(r"[a-z][a-z0-9-]*|[!?]|!--")
# Headings as Python-Markdown reads them: no space is needed after #, none may stand before it.
_ATX = re.compile(r"\n(?P<marks>#{1,6})(?P<text>[^\n]*)")
_SETEXT = re.compile(r"\n[ \t]*\n(?P<text>[^\n]+)\n(?P<marks>=+|-+)[ \t]*(?=\n)")
_UNDERLINE = re.compile(r"\n(?:=+|-+)[ \t]*\n")
_SCHEME = re.compile(r"[\s\x00-\x20]*([a-zA-Z][a-zA-Z0-9+.\-\s]*):")
_LEFT_OUT = re.compile(r"[\t\n\r]")
_BLANKS = "".join(map(chr, range(0x21)))
_NAME_OF_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*")
_UNSEEN = re.compile(r"[\x00-\x20]")
# How far before its target an image is looked for: long texts cost no more than short ones.
_MAX_ALT_LENGTH = 1_000
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")


class Mention(NamedTuple):
    """`[[id]]` or `[[id|text]]` in a text. `written` is the whole, as it stands at `offset`."""

    id: str
    written: str
    offset: int


@dataclass(frozen=True, slots=True)
class Fault:
    """A mistake in a text: diagnostic code, particulars, and what stands at `offset`."""

    code: str
    params: dict[str, str]
    snippet: str
    offset: int


@dataclass(frozen=True, slots=True)
class LocalLink:
    """A link or image that leads to something on the site itself, be it there or not: `target`,
    which stands at `offset` and may be empty.
    """

    target: str
    offset: int
    is_image: bool = False

    @property
    def snippet(self) -> str:
        """What stands at `offset`: the target, or the bracket that closes where one should be."""
        return self.target or ")"


@dataclass(frozen=True, slots=True)
class Prose:
    """What was found in a text. `title` is the first heading of level 1."""

    mentions: tuple[Mention, ...] = ()
    faults: tuple[Fault, ...] = ()
    links: tuple[LocalLink, ...] = ()
    title: str = ""


EMPTY = Prose()


def scan(text: str, *, own_title: bool = False) -> Prose:
    """Read a Markdown text. Its headings begin at level 2, unless it brings its `own_title`."""
    if not text:
        return EMPTY
    if fault := _too_much(text):
        return Prose(faults=(fault,))
    plain = blank_code(text)
    links = tuple(_links(plain)) if "](" in plain or "]:" in plain or "<" in plain else ()
    tags = tuple(_tags(plain)) if "<" in plain else ()
    headings = _headings(plain)
    images = tuple(_bare_images(plain)) if "![" in plain else ()
    return Prose(
        tuple(_mentions(plain)) if "[[" in plain else (),
        (
            *(link for link in links if isinstance(link, Fault)),
            *images,
            *tags,
            *_heading_faults(headings, own_title),
        ),
        tuple(link for link in links if isinstance(link, LocalLink)),
        next((heading.text for heading in headings if heading.level == 1), ""),
    )


def outward_links(text: str) -> Iterator[tuple[str, str]]:
    """Words and address of every link to another site that is written as `[words](address)`."""
    if "](http" in text:
        for match in _OUTWARD.finditer(blank_code(text)):
            if is_web_address(match["url"]):
                yield match["text"], match["url"]


def _too_much(text: str) -> Fault | None:
    """Return the place where a text goes beyond what can be shown in reasonable time."""
    limit_exceeded = excess(text)
    if limit_exceeded is None:
        return None
    params = {"limit": f"{limit_exceeded.limit:,}".replace(",", " ")}
    params |= (
        {"mark": limit_exceeded.mark.strip() or "\u21b5"}
        if limit_exceeded.mark
        else {"case": limit_exceeded.what}
    )
    return Fault("text-too-complex", params, limit_exceeded.mark, limit_exceeded.offset)


def blank_code(text: str) -> str:
    """Return the text with code blanked out; every other character keeps its place."""
    starts = ("    ", "\t")
    indented = text.startswith(starts) or any(f"\n{start}" in text for start in starts)
    if indented or "```" in text or "~~~" in text:
        text = "\n".join(_blank_blocks(text.split("\n")))
    if "`" in text:
        text = _blank_spans(text)
    return text


def _blank_blocks(lines: list[str]) -> Iterator[str]:
    """Fenced blocks, and indented lines after a blank line unless they continue a list."""
    last_close = {line.strip(" \t>"): number for number, line in enumerate(lines)}
    fence = ""
    after_blank, in_list, in_code = True, False, False
    for number, line in enumerate(lines):
        if fence:
            yield " " * len(line)
            if line.strip(" \t>") == fence:
                fence = ""
            continue
        opening = _FENCE.match(line)
        # A fence that is never closed is no code: its text is shown, and read.
        if opening and last_close.get(opening["fence"], -1) > number:
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
    marks = list(_TICKS.finditer(text))
    paragraphs: list[int] = []
    runs: dict[tuple[int, int], list[int]] = {}
    for index, mark in enumerate(marks):
        is_break = text[mark.start()] != "`"
        paragraphs.append((paragraphs[-1] if paragraphs else 0) + is_break)
        if not is_break:
            runs.setdefault((paragraphs[-1], len(mark[0])), []).append(index)
    parts, position, index = [], 0, 0
    while index < len(marks):
        mark = marks[index]
        is_run = text[mark.start()] == "`"
        same = runs[(paragraphs[index], len(mark[0]))] if is_run else []
        following = bisect_right(same, index)
        if following < len(same):
            index = same[following]
            code = text[mark.start() : marks[index].end()]
            parts += [text[position : mark.start()], re.sub(r"[^\n]", " ", code)]
            position = marks[index].end()
        index += 1
    return "".join((*parts, text[position:]))


def mentioning(text: str, old: str, new: str) -> str:
    """Return a text with all mentions of an id under another one."""
    return MENTION.sub(
        lambda match: match[0].replace(old, new, 1) if match["id"].strip() == old else match[0],
        text,
    )


def _mentions(text: str) -> Iterator[Mention]:
    for match in MENTION.finditer(text):
        yield Mention(match["id"].strip(), match.group(), match.start())


def _links(text: str) -> Iterator[Fault | LocalLink]:
    """Yield links and images, but for those to other sites that are in order."""
    for pattern in (_LINK, _DEFINITION, _AUTOLINK):
        for match in pattern.finditer(text):
            address, offset = match["target"], match.start("target")
            target = address.strip("<>")
            if not is_safe(target):
                yield Fault("unsafe-link", {"target": target}, address, offset)
            elif not _may_be_followed(target):
                yield Fault("bad-web-address", {"value": target}, address, offset)
            elif not _SCHEME.match(target):
                start = offset + address.startswith("<")
                yield LocalLink(target, start, _is_image(match))


def _is_image(link: re.Match[str]) -> bool:
    """Whether the link is `![text](target)`. An image in a definition is not told from a link."""
    text, end = link.string, link.start()
    opening = text.rfind("![", max(0, end - _MAX_ALT_LENGTH), end)
    return link.re is _LINK and opening >= 0 and not set("[]") & set(text[opening + 2 : end])


def is_safe(target: str) -> bool:
    """Whether an address is relative or begins with a scheme that cannot run code."""
    address = html.unescape(target)
    bare = _ESCAPE.sub("", address)
    # Browsers leave out spaces and line ends here, and read \\ as /.
    if any(_UNSEEN.sub("", form).replace("\\", "/").startswith("//") for form in (address, bare)):
        return False
    scheme = _SCHEME.match(bare)
    return scheme is None or re.sub(r"\s", "", scheme[1]).lower() in SAFE_SCHEMES


def as_browsers_read(address: str) -> str:
    """Return an address without what browsers leave out of it: line ends, tabs, and blanks at its
    ends.
    """
    return _LEFT_OUT.sub("", html.unescape(address)).strip(_BLANKS)


def address_meant(target: str) -> str:
    """Return the address that a target stands for once Markdown and a browser have read it."""
    return as_browsers_read(_ESCAPE.sub("", target))


def _may_be_followed(target: str) -> bool:
    """Whether an address to another site is one; programs stop at a host that cannot be."""
    bare = _UNSEEN.sub("", _ESCAPE.sub("", html.unescape(target)))
    scheme, slashes, remainder = bare.partition("://")
    if not slashes or not _NAME_OF_SCHEME.fullmatch(scheme):
        return True
    return is_web_address(f"{scheme.lower()}://{remainder}")


def _bare_images(text: str) -> Iterator[Fault]:
    for match in _BARE_IMAGE.finditer(text):
        target = (match["target"] or match["label"] or "").strip("<>")
        yield Fault("image-without-text", {"target": target}, match.group(), match.start())


def _tags(text: str) -> Iterator[Fault]:
    """Tags that are shown as they are written, left out, or lose their attributes."""
    for tag in raw_tags(text):
        is_sign = tag.unfinished and tag.name not in ("!", "?")
        source = text[tag.start : tag.end]
        told = not (is_sign or tag.is_markdown or source.startswith("</"))
        if told and _TAG_NAME.fullmatch(tag.name):
            yield Fault("raw-html-removed", {"tag": tag.name} | _fate(tag), source, tag.start)


def _fate(tag: RawTag) -> dict[str, str]:
    if tag.is_comment:
        return {"case": "comment"}
    return {"case": "shown"} if tag.is_shown else {}


@dataclass(frozen=True, slots=True, order=True)
class _Heading:
    offset: int
    level: int
    text: str
    written: str


def _headings(text: str) -> list[_Heading]:
    headings = []
    # The expressions begin with a line end, which is quick to look for.
    padded = f"\n\n{text}\n"
    if "\n#" in padded:
        for match in _ATX.finditer(padded):
            level, words = len(match["marks"]), match["text"].strip().rstrip("#").rstrip()
            headings.append(_Heading(match.start() - 1, level, words, match.group()[1:]))
    # Most lines that begin so belong to lists.
    if ("\n=" in padded or "\n-" in padded) and _UNDERLINE.search(padded):
        for match in _SETEXT.finditer(padded):
            level, words = 1 if match["marks"].startswith("=") else 2, match["text"]
            headings.append(_Heading(match.start("text") - 2, level, words.strip(), words))
    return sorted(headings)


def _heading_faults(headings: list[_Heading], own_title: bool) -> Iterator[Fault]:
    previous = 1
    for index, heading in enumerate(headings):
        level = heading.level
        is_title = own_title and index == 0 and level == 1
        if not is_title and (level == 1 or level > previous + 1):
            params = {"level": str(level)}
            yield Fault("heading-level", params, heading.written, heading.offset)
        previous = level if is_title else max(level, 2)
