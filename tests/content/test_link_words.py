"""Links of the published strategy have words: no reader is told an address."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest

from living_strategy.content.source import DiskSource
from living_strategy.inspection import inspect_source
from living_strategy.publication import Publication
from tests.factories import TODAY
from tests.integration.site_support import REPOSITORY, pages

LINK = re.compile(r'<a\b[^>]*href="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
TAG = re.compile(r"<[^>]*>")
CODE = re.compile(r"<(code|pre)\b.*?</\1>", re.DOTALL)
ADDRESS = re.compile(r"https?:|^www\.|^[\w-]+(?:\.[\w-]+)+/\S*$")


def addresses_as_words(html: str) -> list[str]:
    """The texts of links that are the addresses of web pages, or parts of those they lead to."""
    texts = [(address, TAG.sub("", inner).strip()) for address, inner in LINK.findall(html)]
    return [
        text
        for address, text in texts
        if ADDRESS.search(text) or (text and text == urlsplit(address).netloc)
    ]


@pytest.mark.parametrize(
    ("html", "faults"),
    [
        ('<a href="https://ks.no/x">https://ks.no/x</a>', ["https://ks.no/x"]),
        ('<a href="https://ks.no/x"><b>ks.no/x</b></a>', ["ks.no/x"]),
        ('<a href="https://www.ks.no">www.ks.no</a>', ["www.ks.no"]),
        ('<a href="https://ks.no">ks.no</a>', ["ks.no"]),
        ('<a href="https://ks.no/x">Les mer hos ks.no</a>', []),
        ('<a href="../ung/">ung.no</a><a href="mailto:a@ks.no">a@ks.no</a>', []),
    ],
)
def test_what_counts_as_an_address(html: str, faults: list[str]) -> None:
    """A name with a dot that leads to a page of ours is a name, and an e-mail address is one to
    write down.
    """
    assert addresses_as_words(html) == faults


@pytest.fixture(scope="module")
def contents() -> dict[str, str]:
    """The content of every page by its path."""
    publication = Publication(REPOSITORY, inspect_source(DiskSource(REPOSITORY), TODAY), TODAY)
    return {page.path: page.content for page in pages(publication)}


def test_no_link_says_an_address(contents: dict[str, str]) -> None:
    """On every page, sources included: their text is the title."""
    faults = {path: addresses_as_words(content) for path, content in contents.items()}

    assert len(faults) > 300
    assert {path: texts for path, texts in faults.items() if texts} == {}


def test_no_mention_is_shown_as_it_is_written(contents: dict[str, str]) -> None:
    """Fields such as a note are no Markdown: an id between brackets leads nowhere there."""
    shown = {path: TAG.sub("", CODE.sub("", content)) for path, content in contents.items()}

    assert [path for path, text in shown.items() if "[[" in text] == []
