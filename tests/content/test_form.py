"""Every file of this repository is opened and saved in the real form, and stays what it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from living_strategy.adapters.form_programs import fetch_programs, kept_programs
from living_strategy.content.graph import Graph, link
from living_strategy.content.loader import load
from living_strategy.content.source import DiskSource
from living_strategy.editing.canonical import style_of
from living_strategy.form_site import DEMO, FormSource, form_doors, form_files
from living_strategy.language import Language
from living_strategy.model.own_words import speaking
from tests.browser.form_steps import Editor
from tests.browser.server import Server
from tests.browser.watch import watched
from tests.integration.site_support import REPOSITORY, copy_content, program

pytestmark = [pytest.mark.browser, pytest.mark.long]
ADDRESS = "https://github.com/eier/strategi"
SETTINGS = "strategy/strategy.yml"
# The one in which the settings themselves are edited; no page of an entry leads there.
OF_SETTINGS = "#/collections/settings/entries/settings"
# What the program keeps of those who want no preview: a frame for each entry takes its time.
NO_PREVIEW = "() => localStorage.setItem('cms.preview-visible', 'false')"
KEPT = "key => window.repoFilesUnpublished[key].diffs[0]"
IS_SHOWN = "isShown => Boolean(document.querySelector('input[id^=title-field]')) === isShown"
IS_OPEN = "title => document.querySelector('input[id^=title-field]')?.value === title"
# What unfolds an entry of a list has no name.
FOLDED = "[class*=SortableListItem] > * > button"
# Nobody edits these in the form.
WORDS = "strategy/search-words.yml"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The content of this repository with a form. One item of each kind is in a `.yml` file."""
    root = copy_content(tmp_path_factory.mktemp("strategy"))
    settings = root / SETTINGS
    form = "\nform: {host: github, login: 'https://login.example.org'}\n"
    settings.write_text(settings.read_text("utf-8").replace("\nareas:", f"{form}\nareas:"), "utf-8")
    for folder in ("goals", "measures", "projects"):
        item = next((root / folder).glob("*.md"))
        fields, text = item.read_text("utf-8").split("---\n", 2)[1:]
        lines = "".join(f"  {line}\n" if line else "\n" for line in text.strip("\n").split("\n"))
        item.with_suffix(".yml").write_text(f"{fields}description: |\n{lines}", "utf-8")
        item.unlink()
    program(root, "format")
    return root


@pytest.fixture(scope="module")
def strategy(root: Path) -> Graph:
    """The same, read."""
    loaded = load(DiskSource(root))
    assert not loaded.diagnostics
    return link(loaded.corpus)


@pytest.fixture(scope="module")
def site(root: Path, strategy: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The form of the strategy, without the pages that lead to it."""
    fetch_programs(REPOSITORY)
    folder = tmp_path_factory.mktemp("site")
    language = speaking(Language.load("nb"), strategy.corpus.settings)
    form = FormSource(ADDRESS, kept_programs(REPOSITORY))
    for file in form_files(strategy, language, DiskSource(root), form, ""):
        (folder / file.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / file.path).write_bytes(file.content)
    return folder


@pytest.fixture
def editor(browser: Browser, site: Path) -> Iterator[Editor]:
    """Somebody who tries the form, and wants no preview."""
    with (
        Server(site) as server,
        watched(browser, server.origin, viewport={"width": 1350, "height": 900}) as opened,
    ):
        opened.go(server.url(DEMO))
        opened.page.evaluate(NO_PREVIEW)
        somebody = Editor(opened.page)
        somebody.click(somebody.button("Prøv skjemaet"))
        opened.page.get_by_text("Tiltak").first.wait_for()
        yield somebody


def opened(strategy: Graph) -> dict[str, tuple[str, str]]:
    """Where the form opens each file, and the first title that stands there, by its path."""
    form = FormSource(ADDRESS, kept_programs(REPOSITORY))
    doors = form_doors(strategy, Language.load("nb"), form)
    files: dict[str, tuple[str, str]] = {}
    for key, address in doors.addresses.items():
        place = address.partition("/")[2]
        files.setdefault(strategy.record(key).source.path, (place, strategy.entries[key].title))
    return files


def saved(somebody: Editor, place: str, title: str) -> tuple[str, str]:
    """Open a file, break a line at the end of a text, which says nothing, and save it. Return
    where it is written to, and what.
    """
    page = somebody.page
    # The program does not go from one entry to another at once.
    for address in ("#/", place):
        page.evaluate("address => { location.hash = address; }", address)
        page.wait_for_function(IS_SHOWN, arg=address != "#/")
    page.wait_for_function(IS_OPEN, arg=title)
    text = page.locator("textarea:visible").first
    if not text.count():
        page.locator(FOLDED).first.click()
    text.fill(f"{text.input_value()}\n")
    somebody.button("Lagre").click()
    somebody.button("Status: Kladd").wait_for()
    _, _, collection, _, name = place.split("/")
    kept = page.evaluate(KEPT, f"{collection}/{name}")
    return kept["path"], kept["content"]


Files = dict[str, tuple[str, str]]


def of_each_kind(files: Files, root: Path) -> Files:
    """The longest and the shortest file of each collection of the form."""
    by_length = sorted(files, key=lambda path: (root / path).stat().st_size)
    longest = {files[path][0].split("/")[2]: path for path in by_length}
    shortest = {files[path][0].split("/")[2]: path for path in reversed(by_length)}
    return {path: files[path] for path in (*longest.values(), *shortest.values())}


@pytest.mark.parametrize(
    "are_all", [False, pytest.param(True, marks=pytest.mark.matrix)], ids=["of each kind", "all"]
)
def test_every_file_is_given_back(
    are_all: bool, editor: Editor, strategy: Graph, root: Path
) -> None:
    """Nothing is lost, nothing says another thing, and not a byte is other than it was: neither in
    items nor in registers, neither in areas nor in the settings.
    """
    files = opened(strategy)
    content = {path.relative_to(root).as_posix() for path in root.glob("[gmps]*/**/*.*")}
    assert {path for path in content if style_of(path)} == {*files, WORDS}
    assert len(files) > 120
    assert sum(path.endswith(".yml") and path.count("/") == 1 for path in files) == 4
    tried = files if are_all else of_each_kind(files, root)
    assert len({place.split("/")[2] for place, _ in tried.values()}) >= 10
    settings = (OF_SETTINGS, strategy.corpus.settings.title)
    other = []
    for path, (place, title) in [*tried.items(), (SETTINGS, settings)]:
        written, text = saved(editor, place, title)
        if (written, text.encode()) != (path, (root / path).read_bytes()):
            other.append(path)

    assert other == []
