"""Markdown to safe HTML, with placeholders for everything that depends on other entries.

A rendered body depends on nothing but its text, so it can be cached by the text's hash: mentions
and local addresses stay placeholders until a page is made, and a renamed neighbour can never
leave a stale title behind.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

import markdown
import nh3
from markdown.extensions import Extension
from markdown.extensions.toc import TocExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor

from living_strategy.language import Language
from living_strategy.loading.prose import HARMLESS_TAGS, MENTION, is_safe

if TYPE_CHECKING:
    from re import Match

# Noncharacters of Unicode: the loader refuses them in content, so they can stand for our marks.
MENTION_START, MENTION_END, LOCAL = "\ufdd0", "\ufdd1", "\ufdd2"
_MENTION_MARK = re.compile(
    f"{MENTION_START}([^{MENTION_END}|]*)\\|?([^{MENTION_END}]*){MENTION_END}"
)

_ADDRESS = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")

_TABLE = re.compile(r"<table(?![^>]*class)[^>]*>(.*?)</table>", re.S)
_HEADING_CELL = re.compile(r"<th(?:\s[^>]*)?>(.*?)</th>", re.S)
_TAG = re.compile(r"<[^>]*>")

# Part of every cache key: a change to this module's output must change it.
VERSION = "3"

_TAGS = set(HARMLESS_TAGS)
_ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title"},
    "ol": {"start"},
    "h2": {"id"},
    "h3": {"id"},
    "h4": {"id"},
    "h5": {"id"},
    "h6": {"id"},
}
_CLASSES = {"th": {"ls-end", "ls-middle"}, "td": {"ls-end", "ls-middle"}}
_ALIGNMENT = {"text-align: right;": "ls-end", "text-align: center;": "ls-middle"}


def body_key(text: str) -> str:
    """The key of a body: a hash of its text and of the renderer's version."""
    digest = hashlib.blake2b(text.encode("utf-8"), digest_size=16)
    digest.update(VERSION.encode())
    return digest.hexdigest()


class _Mentions(InlineProcessor):
    def handleMatch(self, match: Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]  # noqa: N802
        label = (match["text"] or "").strip()
        mark = f"{MENTION_START}{match['id'].strip()}|{label}{MENTION_END}"
        return mark, match.start(0), match.end(0)


class _LocalAddresses(Treeprocessor):
    """Marks addresses below the site root, and turns alignment styles into classes.

    An image from another server becomes a link to it: a page of ours asks nobody else.
    """

    def run(self, root: Element) -> None:
        linked = {image for link in root.iter("a") for image in link.iter("img")}
        for element in root.iter():
            style = element.attrib.pop("style", "")
            if style in _ALIGNMENT:
                element.set("class", _ALIGNMENT[style])
            name = "href" if element.tag == "a" else "src" if element.tag == "img" else ""
            target = element.get(name) if name else None
            if target is None:
                continue
            if not is_safe(target):
                del element.attrib[name]
            elif element.tag == "img" and _ADDRESS.match(target):
                element.text = element.get("alt") or target
                element.tag = "em" if element in linked else "a"
                element.attrib = {} if element in linked else {"href": target}
            elif not _ADDRESS.match(target) and not target.startswith(("#", "/")):
                element.set(name, LOCAL + _page_address(target))


class _RawTags(Postprocessor):
    """Takes raw tags out, but for harmless ones, which lose their attributes.

    The sanitiser that follows cannot tell an address that Markdown checked from one in raw HTML.
    Scripts and styles are left to it, because it removes what is inside them too.
    """

    _tag = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)[^>]*>")

    def run(self, text: str) -> str:
        blocks = self.md.htmlStash.rawHtmlBlocks
        for index, block in enumerate(blocks):
            if isinstance(block, str):
                blocks[index] = self._tag.sub(_bare, block)
        return text


def _bare(match: Match[str]) -> str:
    tag = match[2].lower()
    if tag in ("script", "style"):
        return match.group()
    return f"<{match[1]}{tag}>" if tag in HARMLESS_TAGS - {"a", "img"} else ""


def _page_address(target: str) -> str:
    """A link to a written page leads to its address on the site."""
    path, mark, rest = target.partition("#")
    if path.endswith(".md"):
        path = path.removesuffix(".md").removesuffix("index") + "/"
        path = path.replace("//", "/").lstrip("/")
    return f"{path}{mark}{rest}"


class _OurExtension(Extension):
    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802
        md.inlinePatterns.register(_Mentions(MENTION.pattern, md), "living-mention", 175)
        md.treeprocessors.register(_LocalAddresses(md), "living-addresses", 1)
        md.postprocessors.register(_RawTags(md), "living-raw-tags", 35)


def _slug(value: str, separator: str) -> str:
    lowered = value.lower()
    for letter, plain in (("æ", "ae"), ("ø", "o"), ("å", "a")):
        lowered = lowered.replace(letter, plain)
    slug = re.sub(r"[^a-z0-9]+", separator, lowered).strip(separator)
    # Ids that begin like this are those of our templates and scripts.
    return re.sub(f"^(?:ls{separator})+", "", slug)


class TextTooDeepError(Exception):
    """A text that passed the check, but nests deeper than Python-Markdown can follow. `file` is
    relative to the content root, and empty as long as it is not known.
    """

    def __init__(self, text: str = "", file: str = "") -> None:
        super().__init__(file or text[:80])
        self.text = text
        self.file = file

    def message(self, language: Language) -> str:
        """What happened and what to do, in the site's language."""
        return language.text(
            "The text in {file} cannot be shown: its lists, quotations or emphasis go too deep. "
            "Use fewer levels."
        ).format(file=self.file or "…")


class MarkdownRenderer:
    """One shared Python-Markdown instance: making one costs as much as rendering a short text."""

    def __init__(self) -> None:
        self._markdown = markdown.Markdown(
            extensions=[
                "tables",
                "fenced_code",
                "sane_lists",
                "def_list",
                TocExtension(slugify=_slug, marker="", baselevel=1),
                _OurExtension(),
            ],
            output_format="html",
        )

    def render(self, text: str) -> str:
        """Safe HTML with placeholders. Ids of headings are slugs of their text.

        Raises:
            TextTooDeepError: nothing that Python-Markdown can follow.
        """
        try:
            html = self._markdown.reset().convert(text)
        except RecursionError:
            raise TextTooDeepError(text) from None
        clean = nh3.clean(
            html,
            tags=_TAGS,
            attributes=_ATTRIBUTES,
            allowed_classes=_CLASSES,
            url_schemes={"http", "https", "mailto"},
            link_rel=None,
            strip_comments=True,
        )
        if "<table" in clean:
            clean = clean.replace("<th>", '<th scope="col">').replace(
                "<th class", '<th scope="col" class'
            )
        return scrolling_tables(clean)


def scrolling_tables(html: str) -> str:
    """Tables without a class in a box that scrolls by keyboard, named by the table's headings.

    A group and no region: a page may hold several tables with the same headings.
    """
    return _TABLE.sub(_scrolling, html) if "<table" in html else html


def _scrolling(match: Match[str]) -> str:
    cells = _HEADING_CELL.findall(match[1])
    name = ", ".join(filter(None, (_TAG.sub("", cell).strip() for cell in cells)))
    label = f' role="group" aria-label="{name.replace(chr(34), "&quot;")}"' if name else ""
    return (
        f'<div class="ls-scroll"{label} tabindex="0">'
        f'<table class="ls-table">{match[1]}</table></div>'
    )


def fill(html: str, prefix: str, mention: Callable[[str, str], str]) -> str:
    """The body as it stands on a page: `prefix` leads to the site root, `mention` gives the HTML
    of a link for an id and the words written with it (already escaped).
    """
    if MENTION_START in html:
        html = _MENTION_MARK.sub(lambda match: mention(match[1], match[2]), html)
    return html.replace(LOCAL, prefix or "./") if LOCAL in html else html


def plain_mention(entry_id: str, label: str) -> str:
    """What a mention looks like when it leads nowhere: its words."""
    return label or escape(entry_id)
