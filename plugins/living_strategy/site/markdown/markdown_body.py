"""Markdown to safe HTML, with marks for everything that depends on other entries.

A rendered body depends on nothing but its text, so it can be cached by the text's hash: mentions
and local addresses stay marks until a page is made, and a renamed neighbour can never leave a
stale title behind.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

import markdown
from markdown.extensions import Extension
from markdown.extensions.toc import TocExtension
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from living_strategy.content.markdown.prose import MENTION, as_browsers_read, blank_code, is_safe
from living_strategy.content.markdown.raw_html import HARMLESS_TAGS, with_tags_shown
from living_strategy.language import Language
from living_strategy.site.markdown.marks import (
    LOCAL,
    hidden,
    mention_mark,
    revealed,
    settled,
    without_marks,
    without_references,
)
from living_strategy.site.markdown.number_spaces import whole_numbers_in
from living_strategy.site.markdown.plain_markdown import heading_id, plain_html
from living_strategy.site.markdown.sanitise import ALIGNMENT, sanitise

if TYPE_CHECKING:
    from re import Match

_ADDRESS = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")

_REST = re.compile("[?#]")
_CHAPTER = re.compile(r"(^|/)(?:index|README)\.md\Z")
_FILE = re.compile(r"[^/.]\.[^/.]+\Z")

_TABLE = re.compile(r"<table(?![^>]*class)[^>]*>(.*?)</table>", re.S)
_HEADING_CELL = re.compile(r"<th(?:\s[^>]*)?>(.*?)</th>", re.S)
_TAG = re.compile(r"<[^>]*>")
_ROW = re.compile(r"<tr>.*?</tr>", re.S)
_CELL = re.compile(r"<td(?=[\s>])")
# So many columns have room beside each other on a phone.
_FITTING_COLUMNS = 2

# Part of every cache key: a change to this module's output must change it.
VERSION = "7"

# What Markdown understands, on every page and in every entry (docs/decisions/0020).
EXTENSIONS = ("tables", "fenced_code", "sane_lists", "def_list", "attr_list", "footnotes")


def body_key(text: str) -> str:
    """Return the key of a body: a hash of its text and of the renderer's version."""
    digest = hashlib.blake2b(text.encode("utf-8"), digest_size=16)
    digest.update(VERSION.encode())
    return digest.hexdigest()


class _LocalAddresses(Treeprocessor):
    """Marks addresses below the site root, and turns alignment styles into classes.

    An image from another server becomes a link to it: a page of ours asks nobody else.
    """

    def run(self, root: Element) -> None:
        linked = {image for link in root.iter("a") for image in link.iter("img")}
        for element in root.iter():
            style = element.attrib.pop("style", "")
            if style in ALIGNMENT:
                element.set("class", ALIGNMENT[style])
            name = "href" if element.tag == "a" else "src" if element.tag == "img" else ""
            address = element.get(name) if name else None
            if address is None:
                continue
            # Markdown hides addresses of mail from programs that collect them.
            target = as_browsers_read(address.replace(AMP_SUBSTITUTE, "&"))
            if not is_safe(target):
                del element.attrib[name]
            elif element.tag == "img" and _ADDRESS.match(target):
                element.text = element.get("alt") or target
                element.tag = "em" if element in linked else "a"
                element.attrib = {} if element in linked else {"href": target}
            elif target and not _ADDRESS.match(target) and not target.startswith(("#", "?")):
                element.set(name, LOCAL + _page_address(target))


class _RawTags(Postprocessor):
    """Takes out the raw tags that are left, but for harmless ones, which lose their attributes.

    The sanitiser that follows cannot tell an address that Markdown checked from one in raw HTML,
    and would take the text after a script or style with it.
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
    return f"<{match[1]}{tag}>" if tag in HARMLESS_TAGS - {"a", "img"} else ""


def _page_address(target: str) -> str:
    """Return the address on the site that a link to a written page, a file or a folder leads to.

    It begins with / if it leads from the root of the site, wherever it stands.
    """
    path = _REST.split(target, maxsplit=1)[0]
    fragment = target[len(path) :]
    if path.endswith(".md"):
        path = _CHAPTER.sub(r"\1", path).removesuffix(".md")
    elif _FILE.search(path):
        return path + fragment
    root = "/" if path.startswith("/") else ""
    path = path.strip("/")
    return f"{root}{path}/{fragment}" if path else f"{root}{fragment}"


class _OurExtension(Extension):
    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802
        md.treeprocessors.register(_LocalAddresses(md), "living-addresses", 1)
        md.postprocessors.register(_RawTags(md), "living-raw-tags", 35)


def _slug(words: str, separator: str) -> str:
    return heading_id(words)


class TextTooDeepError(Exception):
    """A text that passed the check, but nests deeper than Python-Markdown can follow. `file` is
    relative to the content root, and empty as long as it is not known.
    """

    def __init__(self, text: str = "", file: str = "") -> None:
        super().__init__(file or text[:80])
        self.text = text
        self.file = file

    def message(self, language: Language) -> str:
        """Return what happened and what to do, in the site's language."""
        return language.text(
            "The text in {file} cannot be shown: its lists, quotations or emphasis go too deep. "
            "Use fewer levels."
        ).format(file=self.file or "…")


class MarkdownRenderer:
    """One shared Python-Markdown instance, made when a text is first not plain: making one costs as
    much as rendering a short text.
    """

    @cached_property
    def _markdown(self) -> markdown.Markdown:
        return markdown.Markdown(
            extensions=[
                *EXTENSIONS,
                TocExtension(slugify=_slug, marker="", baselevel=1),
                _OurExtension(),
            ],
            output_format="html",
        )

    def render(self, text: str) -> str:
        """Safe HTML with marks. Ids of headings are slugs of their text.

        Raises:
            TextTooDeepError: nothing that Python-Markdown can follow.
        """
        text = without_marks(text)
        html = plain_html(text)
        return _finished(self._by_markdown(text) if html is None else html)

    def render_slowly(self, text: str) -> str:
        """Return the same, by Python-Markdown whatever the text is."""
        return _finished(self._by_markdown(without_marks(text)))

    def _by_markdown(self, text: str) -> str:
        shown = with_tags_shown(text, blank_code(text), hidden("<"), leave_out=True)
        try:
            html = self._markdown.reset().convert(marked_mentions(shown, _words_alone))
        except RecursionError:
            raise TextTooDeepError(text) from None
        return sanitise(revealed(without_references(html)))


def _finished(html: str) -> str:
    if "<table" in html:
        html = html.replace("<th>", '<th scope="col">').replace(
            "<th class", '<th scope="col" class'
        )
    return settled(whole_numbers_in(scrolling_tables(html)))


def marked_mentions(text: str, words_of: Callable[[str, str], str]) -> str:
    """Return a Markdown text with marks for its mentions, which no sign of Markdown's can break.

    `words_of` gives what the mark says, from an id and the words written with it.
    """
    if "[[" not in text:
        return text
    parts, position = [], 0
    for match in MENTION.finditer(blank_code(text)):
        entry_id = match["id"].strip()
        words = words_of(entry_id, text[slice(*match.span("text"))].strip())
        parts += [text[position : match.start()], mention_mark(entry_id, words)]
        position = match.end()
    return "".join((*parts, text[position:]))


def _words_alone(entry_id: str, words: str) -> str:
    return words


def scrolling_tables(html: str) -> str:
    """Tables without a class in a box that scrolls by keyboard, named by the table's headings.
    Those of more than two columns show each row as a block on a phone, as our own tables do.

    A group and no region: a page may hold several tables with the same headings.
    """
    return _TABLE.sub(_scrolling, html) if "<table" in html else html


def _scrolling(match: Match[str]) -> str:
    names = [_TAG.sub("", cell).strip() for cell in _HEADING_CELL.findall(match[1])]
    name = _quoted(", ".join(filter(None, names)))
    label = f' role="group" aria-label="{name}"' if name else ""
    stack, rows = "", match[1]
    if len(names) > _FITTING_COLUMNS:
        stack, rows = " ls-stack", _ROW.sub(lambda row: _labelled(row[0], names), match[1])
    return (
        f'<div class="ls-scroll"{label} tabindex="0">'
        f'<table class="ls-table{stack}">{rows}</table></div>'
    )


def _labelled(row: str, names: Sequence[str]) -> str:
    """Return a row whose cells name their column; the first cell says what the row is of."""
    columns = iter(names)

    def labelled(cell: Match[str]) -> str:
        name = next(columns, "")
        return f'<td data-label="{_quoted(name)}"' if name and cell.start() > first else cell[0]

    first = row.find("<td")
    return _CELL.sub(labelled, row)


def _quoted(html: str) -> str:
    """Return a text that is HTML already, as the value of an attribute."""
    return html.replace('"', "&quot;")
