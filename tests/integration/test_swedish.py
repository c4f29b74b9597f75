"""A strategy of a Swedish municipality: its own places, and its own catalogue of words."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest

from living_strategy.adapters.mkdocs.plugin import theme_language
from living_strategy.adapters.plain.build import build_site
from living_strategy.content.source import DiskSource
from living_strategy.inspection import inspect_source
from living_strategy.language.catalogue import read_catalogue
from tests.integration.site_support import TODAY
from tests.repositories import git

LANGUAGES = Path(__file__).parents[1] / "languages"
URL = "https://lund.example/plan/"
# Words that stand in most sentences of a language, and are none in Swedish.
WORDS_OF_ENGLISH = (
    "the and of is are this with was from have what which where there their when that these those "
    "cannot does its we our than only"
)
WORDS_OF_NORWEGIAN = "og ikke fra hva hvem hvor hvordan hvilke fylke tiltak kommunene"
FOREIGN = {*WORDS_OF_ENGLISH.split(), *WORDS_OF_NORWEGIAN.split()}
WORD = re.compile(r"[^\W\d_]+")
WITH_WORDS = ("alt", "aria-label", "content", "data-label", "placeholder", "title")


class Words(HTMLParser):
    """The texts that readers of a page meet, by eye or ear; what stands in code is for programs."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._skipped = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the attributes that are read out."""
        self._skipped += tag in ("code", "script", "style")
        for name, value in attrs:
            if value and name in WITH_WORDS:
                self.texts.append(value)

    def handle_endtag(self, tag: str) -> None:
        """Leave what is for programs."""
        self._skipped -= tag in ("code", "script", "style")

    def handle_data(self, data: str) -> None:
        """Note a text."""
        if not self._skipped:
            self.texts.append(data)


@pytest.fixture(scope="module")
def lund(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The strategy with its catalogue in place."""
    root = tmp_path_factory.mktemp("lund")
    shutil.copytree(LANGUAGES / "lund", root, dirs_exist_ok=True)
    (root / "strategy" / "languages").mkdir()
    shutil.copy(LANGUAGES / "sv.po", root / "strategy" / "languages")
    return root


@pytest.fixture(scope="module")
def site(lund: Path) -> Path:
    """The site of the strategy after a few changes."""
    git(lund, "init", "--quiet")
    _commit(lund, datetime(2026, 8, 1, 12, tzinfo=UTC))
    project = lund / "projects" / "gemensam-katalog.md"
    text = project.read_text("utf-8")
    text = text.replace("status: planned", "status: ongoing").replace("2026-12-01", "2027-02-01")
    project.write_text(text, "utf-8")
    measure = lund / "measures" / "publicera-datamangder.md"
    text = measure.read_text("utf-8").replace("operating: 150000", "operating: 180000")
    measure.write_text(text, "utf-8")
    _commit(lund, datetime(2026, 9, 15, 12, tzinfo=UTC))
    built = build_site(lund, lund / "site", TODAY, URL)
    assert [finding.code for finding in built.diagnostics] == ["untranslated"]
    return lund / "site"


def _commit(root: Path, when: datetime) -> None:
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message=x", when=int(when.timestamp()))


def _texts(page: Path) -> Iterator[str]:
    words = Words()
    words.feed(page.read_text("utf-8"))
    return (text.strip() for text in words.texts if text.strip())


def test_catalogue() -> None:
    """The catalogue has no mistakes, and all that readers of a site meet."""
    read = read_catalogue("sv", (LANGUAGES / "sv.po").read_text("utf-8"))

    assert read.faults == ()
    assert read.missing_for_readers == 0


def test_findings(lund: Path) -> None:
    """The one thing to say is that what editors read is in English."""
    findings = inspect_source(DiskSource(lund), TODAY).diagnostics

    assert [finding.code for finding in findings] == ["untranslated"]


def test_no_other_language(site: Path) -> None:
    """No page has a sentence in English, or a word in Norwegian."""
    foreign = {
        (page.relative_to(site).as_posix(), text)
        for page in site.rglob("*.html")
        for text in _texts(page)
        # Names of fields and of values stand in quotation marks, or in lists of their own.
        if FOREIGN & set(WORD.findall(re.sub("”[^”]*”", "", text).lower()))
    }

    assert foreign == set()


def test_pages(site: Path) -> None:
    """Addresses, dates, money and the language of the document are Swedish, also of the page that
    does not exist; Lund is the one in Skåne, and Norway is on no map.
    """
    goal = (site / "mal" / "data-ar-latt-att-hitta" / "index.html").read_text("utf-8")
    plans = [page.read_text("utf-8") for page in (site / "handlingsplan").rglob("index.html")]
    changes = (site / "andringar" / "index.html").read_text("utf-8")
    places = (site / "kommuner" / "index.html").read_text("utf-8")

    assert all(
        '<html lang="sv"' in page.read_text("utf-8")
        for page in (site / "404.html", site / "index.html", site / "sok" / "index.html")
    )
    assert "Målet är ett förslag från den här webbplatsen." in goal
    assert any("200\u00a0000\u00a0kr" in plan for plan in plans)
    assert "15 september 2026" in changes
    assert "Milstolpen ”Katalogen är öppen” flyttad från 1 december 2026 till 1 februari 2027" in (
        changes
    )
    assert "Skåne län" in places
    assert "ls-places" not in places
    assert not (site / "kommuner" / "rogaland-lan").exists()
    assert (site / "kommuner" / "lund" / "index.html").is_file()
    assert not (site / "languages").exists()


def test_language_of_the_theme() -> None:
    """The theme says its few words in English where it has none in the language."""
    from mkdocs.theme import Theme

    theme = Theme(name="material")
    assert theme_language(theme, "sv") == "sv"
    assert theme_language(theme, "se") == "en"
