"""Pages that are kept are those that would be made: the digest has all that they are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from datetime import timedelta
from pathlib import Path

import pytest

from living_strategy.artifact import Artifact, DataFile, Page, Redirect
from living_strategy.content.corpus import Corpus
from living_strategy.content.tree import MemorySource
from living_strategy.exports import EXPORTS
from living_strategy.history.event import NO_HISTORY
from living_strategy.inspection import inspect_source
from living_strategy.publication import Publication, Resources
from living_strategy.site.context import ViewContext
from living_strategy.site.kept_pages import facts_digest, packed, unpacked
from living_strategy.site.page_type import no_texts
from living_strategy.site.pages import ENTRY_PAGES, OVERVIEWS
from living_strategy.site.pages.printout import weight
from tests.factories import TODAY
from tests.integration.living_content import LivingContent

Make = Callable[[], Iterable[DataFile]]

PAGE = Page("mal/x/", "goal", "Mål", "Om.", "<p>«ø»\n1 000</p>", "goals/x.md", linked_data="{}")
NAMING = "\n\nDette angår Giske kommune og Bergen kommune, men ingen andre."


class Store:
    """Keeps pages in memory."""

    program = "1"

    def __init__(self) -> None:
        self.rows: dict[str, bytes] = {}
        self.made: list[str] = []

    def get(self, name: str) -> bytes:
        """What is there."""
        return self.rows.get(name, b"")

    def put(self, name: str, value: bytes) -> None:
        """Keep it, and note that it was made."""
        self.rows[name] = value
        self.made.append(name)

    def forget_beyond(self, limit: int) -> None:
        """Nothing is ever gone."""

    def close(self) -> None:
        """Nothing to write."""


def published(
    content: LivingContent, store: Store | None = None, days: int = 0, **changes: bytes
) -> Publication:
    """A strategy in memory, on the day or so many days later."""
    files: Mapping[str, bytes] = content.texts() | {
        name.replace("__", "/") + ".md": text for name, text in changes.items()
    }
    today = TODAY + timedelta(days)
    inspection = inspect_source(MemorySource(files), today)
    return Publication(Path("no-such-folder"), inspection, today, Resources(pages=store))


def with_longer_texts(choose: Callable[[str], bool] = lambda name: True) -> LivingContent:
    """The strategy with more in the texts of its items, but nothing that leads anywhere."""
    content = LivingContent()
    for name, item in content.items.items():
        if choose(name) and item.ending == "md":
            item.body += NAMING
    return content


def digest(content: LivingContent, days: int = 0, program: str = "1", past: object = None) -> bytes:
    """The digest of the facts of a strategy."""
    publication = published(content, days=days)
    return facts_digest(publication.graph, publication.today, past, program)


@pytest.mark.parametrize(
    "artifacts",
    [
        (),
        (PAGE,),
        (PAGE, DataFile("a.json", b"\xff\n\x00"), PAGE),
        (DataFile("b", b""),),
        (PAGE, Redirect("a/", "b/", "B"), PAGE),
    ],
)
def test_what_is_kept_comes_back(artifacts: tuple[Artifact, ...]) -> None:
    """Pages, files and redirects are the same afterwards."""
    row = packed(artifacts)

    assert unpacked(row) == artifacts
    assert unpacked(row + b"x") is None
    assert unpacked(row[1:]) is None


def test_every_part_of_the_content_is_a_fact() -> None:
    """A new part of the corpus must get into the digest, and then into this test. The register of
    municipalities belongs to the program.
    """
    assert {field.name for field in fields(Corpus)} == {
        "settings", "settings_source", "records", "prose", "municipalities", "broken",
        "possible_ids", "broken_links", "unread", "search_words", "attachments", "left_out",
        "refused", "upstreams", "adoptions", "language", "local_sites", "tables",
    }  # fmt: skip


def test_all_that_pages_are_given_is_counted() -> None:
    """What a view may use is in the digest, or the same for all builds of a program, or makes no
    difference to a page. A new field must get into the digest, and then into this test.
    """
    counted = {"graph", "language", "today", "history", "comparisons", "history_notice", "url",
               "edit", "editions", "doors"}  # fmt: skip
    watched_or_fixed = {"root", "addresses", "resolve", "bodies"}
    # `built_on` is for the frame, which is made at every build.
    of_no_weight = {"compiled", "store", "choose", "order", "built_on", "kept", "_helpers",
                    "_templates"}  # fmt: skip

    assert {field.name for field in fields(ViewContext)} == (
        counted | watched_or_fixed | of_no_weight
    )


def _item(content: LivingContent) -> None:
    content.items["mal-1"].fields["summary"] = "Noe annet."


def _mention(content: LivingContent) -> None:
    content.items["mal-1"].body += " Se [[ks]]."


def _no_text(content: LivingContent) -> None:
    content.items["mal-1"].body = ""


def _register(content: LivingContent) -> None:
    content.registers["organisations"]["ks"]["title"] = "Foreningen"


def _settings(content: LivingContent) -> None:
    content.settings["summary"] = "Noe annet."


def _area(content: LivingContent) -> None:
    content.areas.reverse()


def _written(content: LivingContent) -> None:
    name = next(iter(content.prose))
    content.prose[name] += "\nMer tekst.\n"


def _file(content: LivingContent) -> None:
    content.files["strategy/bilder/nytt.png"] = content.files["strategy/bilder/kart.png"]


def _other_file(content: LivingContent) -> None:
    item = content.items["mal-1"]
    item.ending = "yml" if item.ending == "md" else "md"


CHANGES = (
    _item, _mention, _no_text, _register, _settings, _area, _written, _file, _other_file,
)  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_facts_change(change: Callable[[LivingContent], None]) -> None:
    """Whatever a page may show, but for the words of texts, gives another digest."""
    content = LivingContent()
    change(content)

    assert digest(content) != digest(LivingContent())


def test_day_and_program_are_facts_and_words_of_texts_are_none() -> None:
    """What a text says is counted page by page."""
    first = digest(LivingContent())

    assert digest(LivingContent(), days=1) != first
    assert digest(LivingContent(), program="2") != first
    assert digest(LivingContent(), past=NO_HISTORY) != first
    assert digest(LivingContent(), past=replace(NO_HISTORY, tip="a")) != digest(
        LivingContent(), past=NO_HISTORY
    )
    assert digest(with_longer_texts()) == first


def test_overviews_show_no_more_of_texts_than_they_say() -> None:
    """With other words in every text they are the same, unless what they read of the texts is not:
    the places that are named.
    """
    before, after = published(LivingContent()), published(with_longer_texts())
    different = {
        page_type.name
        for page_type in OVERVIEWS
        if [*page_type.render(before.graph, before.context)]
        != [*page_type.render(after.graph, after.context)]
    }
    reading = {page_type.name for page_type in OVERVIEWS if page_type.read is not no_texts}

    assert different == reading == {"municipalities", "printout"}
    municipalities = next(overview for overview in OVERVIEWS if overview.name == "municipalities")
    assert municipalities.read is not None
    assert [*municipalities.read(before.graph)] != [*municipalities.read(after.graph)]


def test_parts_of_exports_hold_the_texts_that_they_name() -> None:
    """A part that names the same texts is the same, with other words in those of half the items."""
    names = sorted(LivingContent().items)
    before, after = (
        _exported(published(LivingContent())),
        _exported(published(with_longer_texts(set(names[::2]).__contains__))),
    )

    different = {name for name, (_, files) in before.items() if after[name][1] != files}
    assert before.keys() == after.keys()
    assert {name.split()[0] for name in before} == {"catalogue", "catalogue_schema", "csv"}
    assert different
    assert different <= {name for name, (texts, _) in before.items() if after[name][0] != texts}


def test_parts_of_exports_make_the_whole() -> None:
    """A catalogue whose parts were kept is the one that was made at once."""
    publication = published(LivingContent())
    kept = _exported(publication)

    def keep(name: str, texts: Iterable[str], make: Make) -> Iterable[DataFile]:
        assert tuple(texts) == kept[name][0]
        return kept[name][1]

    address = publication.context.addresses.entry
    for export in EXPORTS:
        assert [*export.render(publication.graph, address, keep=keep)] == [
            *export.render(publication.graph, address)
        ]


def _exported(publication: Publication) -> dict[str, tuple[tuple[str, ...], tuple[DataFile, ...]]]:
    """Return the texts and files of every part that the exports keep."""
    parts = {}

    def keep(name: str, texts: Iterable[str], make: Make) -> Iterable[DataFile]:
        files = tuple(make())
        parts[name] = tuple(texts), files
        return files

    for export in EXPORTS:
        assert [*export.render(publication.graph, publication.context.addresses.entry, keep=keep)]
    return parts


@pytest.mark.parametrize("half", [0, 1])
def test_pages_of_entries_show_no_texts_of_others(half: int) -> None:
    """With other words in the texts of half of all items, the pages of the others are the same."""
    names = sorted(LivingContent().items)
    changed = {name for name in names[half::2] if LivingContent().items[name].ending == "md"}
    before, after = (
        {
            page.path.split("/")[1]: page
            for page_type in ENTRY_PAGES
            for page in page_type.render(publication.graph, publication.context)
            if isinstance(page, Page)
        }
        for publication in (
            published(LivingContent()),
            published(with_longer_texts(changed.__contains__)),
        )
    )

    assert {name for name in before if before[name] != after[name]} == changed


def test_only_what_an_edit_changed_is_made() -> None:
    """A second build makes nothing, and one with another text its page, and its part of the print
    and of the catalogue.
    """
    store, content = Store(), LivingContent()
    first = [*published(content, store).artifacts()]
    assert len(store.made) == len(set(store.made)) > 40
    store.made.clear()
    again = [*published(content, store).artifacts()]
    content.items["mal-1"].body += " Mer."
    unchanged_made = [*store.made]
    edited = [*published(content, store).artifacts()]

    assert unchanged_made == []
    assert again == first
    assert store.made == ["utskrift/", "mal/mal-1/", "catalogue goal 0"]
    assert edited == [*published(content).artifacts()] != first


def test_parts_of_the_print_are_kept_only_as_they_were_cut(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A longer text on one page may move others to the next, and lead to one page more."""
    monkeypatch.setattr(weight, "MAX_PART", 8_000)
    store, content = Store(), LivingContent()
    first = [*published(content, store).artifacts()]
    for name in ("mal-1", "mal-2"):
        content.items[name].body += " Mer." * 1_000
        edited = [*published(content, store).artifacts()]

        assert edited == [*published(content).artifacts()] != first


def test_a_page_with_a_text_that_it_did_not_name_is_not_kept() -> None:
    """Nothing would make it again when that text changes."""
    store = Store()
    context = published(LivingContent(), store).context

    def page() -> Page:
        context.bodies.html("Fra et annet sted.")
        return PAGE

    assert context.kept.page_at("mal/x/", ("Egen tekst.",), page) == PAGE
    assert store.rows == {}
    assert context.kept.page_at("mal/x/", ("Fra et annet sted.",), page) == PAGE
    assert list(store.rows) == ["mal/x/"]
