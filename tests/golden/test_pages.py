"""Pages and data files of whole strategies as they are published, each compared with a file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from living_strategy.artifact import Page
from living_strategy.content.tree import MemorySource
from living_strategy.inspection import inspect_source
from living_strategy.model import KINDS, Entry, Measure, Project
from living_strategy.model.own_lists import VOCABULARIES
from living_strategy.model.own_value import OwnValue
from living_strategy.model.types import models_in
from living_strategy.model.values import Status
from living_strategy.publication import Publication
from living_strategy.settings import Settings
from living_strategy.site.files import Site, site_files
from living_strategy.site.markdown.number_spaces import whole_numbers
from living_strategy.site.pages import ENTRY_PAGES, PAGES
from tests.factories import TODAY
from tests.golden.readable_html import readable
from tests.integration.living_content import BROKEN, LivingContent
from tests.integration.living_past import living_past
from tests.integration.site_support import pages

GOLDEN = Path(__file__).parent / "pages"
SITE = Site("https://lillevik.example/plan/", {"goals/mal-1.md": "2026-10-01"})
# A strategy with something of everything, one that has just begun, and one with a mistake.
STRATEGIES = ("lillevik", "ny", "feil")
NEW = b"title: Ny strategi\nlanguage: nn\ncontact: post@ny.example\n"
# Of entries a page of each kind, the fullest, and what looks different: reports, what has stopped,
# what the state leads, what is retired. Of redirects one.
ENTRIES = (
    "omrader/brukeren/", "mal/mal-1/", "mal/mal-2/", "tiltak/veiledning/", "tiltak/journal/",
    "prosjekter/kurs/", "prosjekter/statlig/", "prosjekter/gammel-losning/", "organisasjoner/ks/",
    "nettverk/diginett/", "samstyringsorganer/styret/", "felleskomponenter/plattformen/",
    "finansieringsordninger/ordningen/", "overordnede-strategier/agenda/",
    "ordliste/rammestyring/",
)  # fmt: skip
# Of municipalities and counties one each: the pages of all are made alike.
PLACES = ("kommuner/oslo/", "kommuner/nordland-fylke/")
REDIRECT = "mal/ferdigheter/index.html"
# Of what is no page, all that is made of the content, but for what has tests of its own: the list
# of all municipalities, the words of the search and the colours.
DATA = (
    "data/", "sok/facets.json", "sitemap.xml", "robots.txt", ".well-known/security.txt",
    "endringer.", "kalender.ics", "omrader/brukeren/kalender.ics", "mal/mal-1/endringer.atom",
    "prosjekter/statlig/endringer.atom", "kommuner/0301/",
)  # fmt: skip
# Says nothing of the content, but much of every field: one language is enough.
FIELDS = "opne-data/"


class Pages:
    """No frame: a page is what we say of it and its content. Remembers the pages it was given."""

    def __init__(self) -> None:
        self.by_file: dict[str, Page] = {}

    def document(self, page: Page) -> bytes:
        """The page as its golden file has it."""
        self.by_file[page.file] = page
        said = {
            "type": page.type, "title": page.title, "description": page.description,
            "source": page.source, "script": page.script, "in menu": page.in_menu,
            "listed": page.listed, "shown anywhere": page.absolute_links, "head": page.head,
        }  # fmt: skip
        head = "".join(f"{name}: {value}\n" for name, value in said.items() if value)
        data = f"{_indented(page.linked_data)}\n" if page.linked_data else ""
        return f"<!--\n{head}{data}-->\n{readable(page.content)}".encode()


def _indented(data: str) -> str:
    return json.dumps(json.loads(data), ensure_ascii=False, indent=1)


@cache
def publication(name: str) -> Publication:
    """The publication of a strategy that lies in memory."""
    full = LivingContent().texts()
    content = {
        "lillevik": full,
        "ny": {"strategy/strategy.yml": NEW},
        "feil": full | {"goals/mal-1.md": BROKEN.encode()},
    }
    source = MemorySource(content[name])
    inspection = inspect_source(source, TODAY)
    past = living_past(full, inspection.graph.corpus.settings, TODAY) if name == "lillevik" else ()
    url = SITE.url if past else ""
    made = Publication(Path("no-such-folder"), inspection, TODAY, url=url, **_named(past))
    made.source = source
    return made


def _named(past: tuple[Any, ...]) -> dict[str, Any]:
    return dict(zip(("history", "comparisons", "editions"), past, strict=False))


@cache
def published(name: str) -> dict[str, str]:
    """The files of a site that are compared, by the names of their golden files."""
    frame, chosen = Pages(), {}
    entry_types = {page_type.name for page_type in ENTRY_PAGES}
    for file in site_files(publication(name), frame, SITE):
        page = frame.by_file.get(file.path)
        if page and page.path != FIELDS and _is_chosen(page, entry_types):
            path = f"{page.path.rstrip('/') or 'index'}.html".replace(".html.html", ".html")
            chosen[f"{name}/{path}"] = file.content.decode()
        elif name == "lillevik" and (file.path.startswith(DATA) or file.path == REDIRECT):
            text = file.content.decode()
            chosen[f"{name}/{file.path}"] = text if "\n" in text else f"{_indented(text)}\n"
    return chosen


def _is_chosen(page: Page, entry_types: set[str]) -> bool:
    """Whether a page is compared: of those that are made alike, a few."""
    is_one_of_many = page.type in entry_types or page.path.startswith("kommuner/")
    return not is_one_of_many or page.path in (*ENTRIES, *PLACES, "kommuner/")


def kept() -> list[str]:
    """The names of all golden files."""
    return sorted(
        path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*") if path.is_file()
    )


@pytest.mark.parametrize("name", STRATEGIES)
def test_every_page_has_its_file(name: str, pytestconfig: pytest.Config) -> None:
    """No page that should be compared is left out, and no file is left of one that is gone."""
    texts = published(name)

    if pytestconfig.getoption("--update-golden"):
        for path in set(kept()) - set(texts):
            if path.startswith(f"{name}/"):
                (GOLDEN / path).unlink()
        for path, text in texts.items():
            (GOLDEN / path).parent.mkdir(parents=True, exist_ok=True)
            (GOLDEN / path).write_bytes(text.encode())
    assert [path for path in kept() if path.startswith(f"{name}/")] == sorted(texts)


@pytest.mark.parametrize("path", kept())
def test_page(path: str, pytestconfig: pytest.Config) -> None:
    """A file says the same as when somebody last looked at it."""
    text = published(path.partition("/")[0]).get(path, "")

    if not pytestconfig.getoption("--update-golden"):
        assert text == (GOLDEN / path).read_bytes().decode()
    elif text:
        (GOLDEN / path).write_bytes(text.encode())


def test_nothing_but_white_space_is_laid_out_anew() -> None:
    """What is compared has every tag and every word of the page."""
    for name in STRATEGIES:
        for page in pages(publication(name)):
            text = readable(page.content).replace("&nbsp;", "\u00a0")
            assert re.sub(r"\s", "", text) == re.sub(r"\s", "", page.content), page.path


def test_every_type_of_page_is_compared() -> None:
    """Those in the registry, written pages and the page of findings."""
    first_lines = [(GOLDEN / path).read_text("utf-8").splitlines()[:2] for path in kept()]
    types = {lines[1].removeprefix("type: ") for lines in first_lines if lines[0] == "<!--"}

    registered = {page_type.name for page_type in PAGES}
    assert types == registered | {"written", "findings"}


def test_the_strategy_has_everything() -> None:
    """Every field of every kind and of its parts stands in some entry, one that all kinds have in
    an entry of any kind; and there is every status.
    """
    graph = publication("lillevik").graph
    entries = tuple(graph.entries.values())
    empty = set(_empty_fields(Entry, entries))
    for kind in KINDS:
        own = kind.model_fields.keys() - Entry.model_fields.keys()
        missing = _empty_fields(kind, graph.of_kind(kind), f"{kind.kind}.")
        empty |= {path for path in missing if path.split(".")[1] in own}

    assert publication("lillevik").diagnostics == ()
    assert empty == set()
    items = [entry for entry in entries if isinstance(entry, Measure | Project)]
    assert {item.status for item in items} == set(Status)


def test_the_strategy_has_every_setting() -> None:
    """Every setting is chosen, also those that have a value when nobody chooses, and every list of
    its own is used by some entry.
    """
    graph = publication("lillevik").graph
    settings = graph.corpus.settings
    entries = tuple(graph.entries.values())

    assert set(Settings.model_fields) - settings.model_fields_set == set()
    for name, vocabularies in VOCABULARIES.items():
        own = {str(key) for key in getattr(settings, name)}
        used = {value for entry in entries for value in _own_values(entry)}
        assert own & used, (name, vocabularies)


def _own_values(value: object) -> Iterator[str]:
    """The values of own lists in an entry, however deep."""
    if isinstance(value, OwnValue):
        yield str(value)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _own_values(getattr(value, name))
    elif isinstance(value, tuple):
        for part in value:
            yield from _own_values(part)


def _empty_fields(
    model: type[BaseModel], values: Sequence[BaseModel], path: str = ""
) -> Iterator[str]:
    """The fields that no value has, by the way to them."""
    for name, field in model.model_fields.items():
        held = [getattr(value, name) for value in values]
        lists = [content if isinstance(content, tuple) else (content,) for content in held]
        parts = [part for content in lists for part in content]
        filled = [part for part in parts if part not in (None, "")]
        if not filled:
            yield f"{path}{name}"
        for inner in models_in(field.annotation):
            within = [part for part in filled if isinstance(part, inner)]
            if within:
                yield from _empty_fields(inner, within, f"{path}{name}.")


def test_nothing_in_tags_looks_like_a_number_to_keep_whole() -> None:
    """A page is parted into tags and texts only where a text may need it, which takes a tenth of
    the time of making it. Pictures that are of thousands of points are on few pages.
    """
    looked_at = [
        file
        for file in sorted(GOLDEN.rglob("*.html"))
        if file.stem != "kart" and whole_numbers(text := file.read_text("utf-8")) != text
    ]

    assert looked_at == []
