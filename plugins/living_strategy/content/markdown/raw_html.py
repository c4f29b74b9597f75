"""HTML that somebody wrote in a Markdown text: what becomes of each tag, said once for all.

The check that reports tags and the renderers that meet them ask here, so that a finding says what
is so. A tag that would swallow or run what follows it is shown as it is written; a comment is left
out; any other tag may be left out, and its words stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# What Markdown itself makes. Every other tag in a text, and every attribute, is taken out.
HARMLESS_TAGS = frozenset(
    ("p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table", "thead",
     "tbody", "tr", "th", "td", "strong", "em", "b", "i", "code", "pre", "blockquote", "a", "img",
     "br", "hr", "sup", "sub")
)  # fmt: skip
# Tags that a browser leaves out without losing a word, whether they are closed or not.
_PLAIN_TAGS = HARMLESS_TAGS | frozenset(
    ("abbr", "acronym", "address", "article", "aside", "bdi", "bdo", "big", "caption", "center",
     "cite", "col", "colgroup", "data", "del", "details", "dfn", "div", "figcaption", "figure",
     "font", "footer", "h1", "header", "hgroup", "ins", "kbd", "main", "mark", "nav", "q", "rp",
     "rt", "ruby", "s", "samp", "section", "small", "span", "strike", "summary", "tfoot", "time",
     "tt", "u", "var", "wbr")
)  # fmt: skip

# An address between angle brackets, as a link of its own or as the target of one, is no tag.
_ADDRESS = re.compile(
    r"<(?:ht|f)tps?://[^<>]*>|<[^\s<>@/]{1,300}@[^\s<>@]{1,300}>"
    r"|\]\([ \t\n]{0,9}<[^<>\n]{0,3000}>|^ {0,3}\[[^\[\]\n]{1,300}\]:[ \t]{0,9}<[^<>\n]{0,3000}>",
    re.M | re.I,
)
_OPENING = re.compile(r"<(?:!--(?!-?>)|(?P<name>[!?](?=\w))|/?(?P<tag>[a-zA-Z][^\s/<>]{0,60}))?")
_REST = re.compile(r"(?P<rest>(?:[\s/][^<>]{0,2000})?)>")


@dataclass(frozen=True, slots=True)
class RawTag:
    """A tag, or a comment, from `start` to `end`. `name` is empty for a sign that opens neither.

    Of a tag that is never finished only the opening is known; it is `unfinished`.
    """

    name: str
    start: int
    end: int
    rest: str = ""
    unfinished: bool = False

    @property
    def is_comment(self) -> bool:
        """Whether it is a note that no page shows."""
        return self.name == "!--"

    @property
    def is_shown(self) -> bool:
        """Whether readers see it as it is written."""
        return not self.is_comment and (self.unfinished or self.name not in _PLAIN_TAGS)

    @property
    def is_markdown(self) -> bool:
        """Whether Markdown makes the same tag, so that nothing is lost."""
        harmless = self.name in HARMLESS_TAGS - {"a", "img"}
        return harmless and not self.unfinished and not self.rest.strip(" /")


def raw_tags(plain: str) -> Iterator[RawTag]:
    """Every raw tag of a text whose code has been blanked out, in order."""
    if "<" not in plain:
        return
    addresses = {
        plain.rfind("<", match.start(), match.end()): match.end()
        for match in _ADDRESS.finditer(plain)
    }
    position = 0
    while opening := _OPENING.search(plain, position):
        start = opening.start()
        if end := addresses.get(start):
            position = end
            continue
        tag = _tag(plain, opening)
        position = tag.end
        yield tag


def _tag(plain: str, opening: re.Match[str]) -> RawTag:
    start, name = opening.start(), opening["tag"]
    if opening[0] == "<!--":
        end = plain.find("-->", opening.end())
        if end >= 0:
            return RawTag("!--", start, end + 3)
    elif name and (end_of_tag := _REST.match(plain, opening.end())):
        return RawTag(name.lower(), start, end_of_tag.end(), end_of_tag["rest"])
    return RawTag((name or opening["name"] or "").lower(), start, opening.end(), unfinished=True)


def with_tags_shown(text: str, plain: str, less: str, *, leave_out: bool) -> str:
    """Return the text as Markdown may read it: a tag that is shown has `less` in place of its `<`,
    and comments are gone. With `leave_out` so is every other tag that Markdown does not make.

    `plain` is the text with its code blanked out: examples in code stay as they are.
    """
    parts, position = [], 0
    for tag in raw_tags(plain):
        parts.append(text[position : tag.start])
        if tag.is_shown:
            parts += [less, text[tag.start + 1 : tag.end]]
        elif not tag.is_comment and not leave_out:
            parts.append(text[tag.start : tag.end])
        elif tag.name in HARMLESS_TAGS - {"a", "img"}:
            slash = "/" if text[tag.start + 1] == "/" else ""
            parts.append(f"<{slash}{tag.name}>")
        position = tag.end
    return "".join((*parts, text[position:])) if parts else text
