"""The guides for editors: their pictures are there, light and described, and show today's words."""

from __future__ import annotations

import json
import re
from itertools import chain

import pytest
from PIL import Image
from playwright.sync_api import Browser

from tests.browser.guide_pictures import FOLDER, PICTURES, SCALE, WORDS, pictures
from tests.integration.site_support import REPOSITORY

GUIDES = ("endre-status.md", "legg-til-et-tiltak.md", "ga-gjennom-et-forslag.md")
MOST_BYTES = 60_000
SHOWN = re.compile(
    r"!\[([^\]]*)\]\(bilder/([\w-]+)\.webp\)\{width=(\d+) height=(\d+) loading=lazy\}"
)
ANEW = "run: make pictures"


def shown() -> list[tuple[str, str, int, int]]:
    """What stands instead of each picture, its name, and its width and height on the page."""
    texts = {name: (REPOSITORY / "strategy" / name).read_text("utf-8") for name in GUIDES}
    found = {name: SHOWN.findall(text) for name, text in texts.items()}
    assert {name: text.count("![") for name, text in texts.items()} == {
        name: len(marks) for name, marks in found.items()
    }
    assert all(found.values())
    return [
        (alt, name, int(width), int(height))
        for alt, name, width, height in chain.from_iterable(found.values())
    ]


def test_pictures_are_those_that_are_shown() -> None:
    """Each one is made by the command, is on a guide once, and none is left over."""
    names = sorted(name for _, name, *_ in shown())

    assert names == sorted(PICTURES)
    assert names == sorted(path.stem for path in FOLDER.iterdir())
    assert names == sorted(json.loads(WORDS.read_text("utf-8"))), ANEW


def test_pictures_are_light_and_have_their_place() -> None:
    """They weigh little, and the page knows their size before they come."""
    for _, name, width, height in shown():
        path = FOLDER / f"{name}.webp"
        assert path.stat().st_size <= MOST_BYTES, name
        with Image.open(path) as picture:
            assert picture.format == "WEBP"
            assert picture.size == (width * SCALE, height * SCALE), name


def test_pictures_are_described() -> None:
    """Who cannot see one is told what it shows: all that stands in quotes is on it."""
    words = json.loads(WORDS.read_text("utf-8"))
    for alt, name, *_ in shown():
        assert re.fullmatch(r"[A-ZÆØÅ].{30,160}\.", alt), name
        quoted = re.findall("«([^»]+)»", alt)
        seen = " ".join(words[name])
        assert [word for word in quoted if word not in seen] == [], name


@pytest.mark.browser
@pytest.mark.site
@pytest.mark.long
def test_pictures_show_what_is_there_today(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The words on each, read from the pages as they are now, are those it was made with."""
    folder = tmp_path_factory.mktemp("guides")
    now = {name: picture.words for name, picture in pictures(browser, folder)}

    assert now == json.loads(WORDS.read_text("utf-8")), ANEW
