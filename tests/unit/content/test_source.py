"""One contract, four sources: the same files on disk, in a revision and in memory are the same."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from living_strategy.content.attachments import read_published
from living_strategy.content.loader import ContentRootNotFound, load
from living_strategy.content.overlaid import OverlaidSource
from living_strategy.content.read_ahead import PARALLEL_THRESHOLD, Collect, Results, prefetch_half
from living_strategy.content.source import (
    ContentSource,
    DiskSource,
    Linked,
    Names,
    Sort,
    Target,
    TooLarge,
    Unreadable,
)
from living_strategy.content.tree import MemorySource
from living_strategy.inspection import inspect_source
from tests.factories import TODAY, as_bytes, shown, valid_files
from tests.repositories import commit, opened, write

Files = Mapping[str, bytes]
LINKS = {
    "goals/inn.md": "mal.md", "goals/ut.md": "/etc/passwd", "goals/rundt.md": "rundt.md",
    "goals/opp.md": "../../ute.md", "mappe": "goals", "strategy/.skjult": "../goals",
    "strategy/.#om.md": "kari@maskin.1234", "via": "mappe/../measures",
}  # fmt: skip
# Names that sort otherwise as bytes than as text, and one whose bytes are no UTF-8.
ODD = os.fsdecode(b"strategy/b\xe5t.md")
FILES = as_bytes(valid_files()) | {
    "strategy/om.md": b"\xef\xbb\xbf# Om\r\n\r\nSe [[mal]] og [kart](kart.png).\r\n",
    "strategy/kart.png": bytes(range(256)),
    "strategy/\U0001f600.md": b"# Smil\n",
    "strategy/\ufb01.md": b"# Ligatur\n",
    "strategy/tom.txt": b"",
    "goals/nytt.md": b"---\ntitle: [\n",
    "goals/latin.md": b"\xff\n",
    "notater/a.txt": b"x" * 2000,
    "overrides/views/goals.html": b"x",
    "overrides/views/goal.html": b"x",
    ODD: b"# Baat\n",
}


@dataclass
class Sources:
    """Makes a source of one sort from files and links."""

    name: str
    root: Path
    closing: ExitStack = field(default_factory=ExitStack)

    def make(self, files: Files, links: Mapping[str, str] | None = None) -> ContentSource:
        """The source; on disk the files are written first, and for git they are committed."""
        if self.name == "memory":
            return MemorySource(files, links)
        if self.name == "overlaid":
            changed = {path: files[path] for path in sorted(files)[::2]}
            gone = {"goals/borte.md": b"---\n"}
            below = {**files, **dict.fromkeys(changed, b"f\xc3\xb8r"), **gone}
            over: dict[str, bytes | None] = {**changed, **dict.fromkeys(gone)}
            return OverlaidSource(MemorySource(below, links), over)
        write(self.root, files, links or {})
        if self.name == "disk":
            return DiskSource(self.root)
        commit(self.root)
        return self.closing.enter_context(opened(self.root))


@pytest.fixture(params=["disk", "git", "memory", "overlaid"])
def sources(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Sources]:
    """Each sort of source."""
    root = tmp_path / "root"
    root.mkdir()
    made = Sources(request.param, root)
    with made.closing:
        yield made


def everything(source: ContentSource, folder: str = "") -> dict[str, object]:
    """Every path of a source, with what can be asked about it."""
    names = source.listing(folder)
    assert isinstance(names, list)
    contents: dict[str, object] = {}
    for name, sort in names:
        path = f"{folder}/{name}" if folder else name
        if path == ".git":
            continue
        assert source.sort(path) is sort
        contents[path] = sort if sort is Sort.FOLDER else source.read(path, 1000)
        if sort is Sort.FOLDER:
            contents |= everything(source, path)
    return contents


def test_all_paths(sources: Sources) -> None:
    """Every file is found once, in order, with its bytes; links are named and not followed."""
    expected: dict[str, object] = dict(FILES)
    expected["notater/a.txt"] = TooLarge(2000, 1000)
    expected |= {path: Linked(path) for path in LINKS}
    folders = {str(parent) for path in (*FILES, *LINKS) for parent in Path(path).parents} - {"."}
    expected |= dict.fromkeys(folders, Sort.FOLDER)

    contents = everything(sources.make(FILES, LINKS))
    assert contents == expected
    for folder in folders:
        below = [path for path in contents if path.rpartition("/")[0] == folder]
        assert below == sorted(below)


def test_same_findings_and_corpus(sources: Sources) -> None:
    """The same files give the same findings and entries, wherever they are kept."""
    expected = inspect_source(MemorySource(FILES, LINKS), TODAY)
    inspection = inspect_source(sources.make(FILES, LINKS), TODAY)

    assert shown(inspection.diagnostics) == shown(expected.diagnostics)
    assert inspection.graph.corpus == expected.graph.corpus
    assert {
        finding.location.file: finding.code
        for finding in inspection.diagnostics
        if finding.code.startswith("sym")
    } == {
        "goals/inn.md": "symbolic-link",
        "goals/opp.md": "symlink-outside-root",
        "goals/rundt.md": "symbolic-link",
        "goals/ut.md": "symlink-outside-root",
        "strategy/.skjult": "symbolic-link",
    }


def test_valid_strategy(sources: Sources) -> None:
    """The small strategy without a mistake has none in any source."""
    assert inspect_source(sources.make(as_bytes(valid_files())), TODAY).diagnostics == ()


def test_templates_of_the_strategy(sources: Sources) -> None:
    """What a strategy puts in the place of our templates is looked at in every source."""
    findings = inspect_source(sources.make(FILES), TODAY).diagnostics

    assert [
        finding.location.file for finding in findings if finding.code == "unknown-template"
    ] == ["overrides/views/goals.html"]


UNREADABLE = (
    ("borte.md", "No such file or directory"),
    ("borte/a.md", "No such file or directory"),
    ("goals", "it is not an ordinary file"),
    ("goals/mal.md/a.md", "Not a directory"),
)


@pytest.mark.parametrize(("path", "reason"), UNREADABLE)
def test_nothing_to_read(sources: Sources, path: str, reason: str) -> None:
    """What is no file has a reason, in the same words everywhere."""
    assert sources.make(FILES).read(path, 1000) == Unreadable(reason)


@pytest.mark.parametrize(
    ("folder", "names"),
    [
        ("borte", []),
        ("goals/borte", []),
        ("goals/mal.md", Unreadable("Not a directory")),
        ("goals/mal.md/a", Unreadable("Not a directory")),
        ("mappe", Linked("mappe")),
        ("mappe/a", Linked("mappe")),
        ("measures", [("tiltak.md", Sort.FILE)]),
    ],
)
def test_listing(sources: Sources, folder: str, names: Names | Linked | Unreadable) -> None:
    """A missing folder is empty; a file and a link are none."""
    assert sources.make(FILES, LINKS).listing(folder) == names


@pytest.mark.parametrize(
    ("path", "sort"),
    [
        ("", Sort.FOLDER),
        ("goals", Sort.FOLDER),
        ("goals/mal.md", Sort.FILE),
        ("goals/mal.md/x", None),
        ("goals/Mal.md", None),
        ("borte", None),
        ("mappe", Sort.LINK),
        ("mappe/mal.md", Sort.LINK),
        ("mappe/borte.md", Sort.LINK),
        ("a\0b", None),
        ("x" * 5000, None),
    ],
)
def test_sort(sources: Sources, path: str, sort: Sort | None) -> None:
    """What stands at a path, without following a link; a name that no file can have is free."""
    assert sources.make(FILES, LINKS).sort(path) is sort


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("goals/inn.md", Target(is_outside=False, is_folder=False)),
        ("goals/rundt.md", Target(is_outside=False, is_folder=False)),
        ("mappe", Target(is_outside=False, is_folder=True)),
        ("strategy/.skjult", Target(is_outside=False, is_folder=True)),
        ("strategy/.#om.md", Target(is_outside=False, is_folder=False)),
        ("via", Target(is_outside=False, is_folder=True)),
    ],
)
def test_where_links_lead(sources: Sources, link: str, target: Target) -> None:
    """Through other links and `..` too, and nowhere when they lead to themselves."""
    assert sources.make(FILES, LINKS).target(link) == target


@pytest.mark.parametrize("link", ["goals/ut.md", "goals/opp.md"])
def test_links_out(sources: Sources, link: str) -> None:
    """A link out of the content root is told apart, whoever can see what is there."""
    assert sources.make(FILES, LINKS).target(link).is_outside


def test_same_file(sources: Sources) -> None:
    """Two names are one file only if they are."""
    source = sources.make(FILES, LINKS)
    pairs = [
        ("goals/mal.md", "goals/mal.md"), ("goals/mal.md", "measures/tiltak.md"),
        ("goals/inn.md", "goals/mal.md"), ("borte", "borte"),
    ]  # fmt: skip

    assert [source.is_same(*pair) for pair in pairs] == [True, False, False, False]


@pytest.mark.parametrize(
    ("limit", "expected"),
    [
        (None, b"x" * 2000),
        (2000, b"x" * 2000),
        (1999, TooLarge(2000, 1999)),
        (0, TooLarge(2000, 0)),
    ],
)
def test_limit(sources: Sources, limit: int | None, expected: bytes | TooLarge) -> None:
    """A file of exactly the limit is read; without a limit every file is."""
    assert sources.make(FILES).read("notater/a.txt", limit) == expected


def test_no_strategy(sources: Sources) -> None:
    """Where strategy.yml is missing there is no content, and the source is named."""
    source = sources.make({"goals/a.md": b""})

    with pytest.raises(ContentRootNotFound) as caught:
        load(source)
    assert str(caught.value) == str(source)


def test_published_files(sources: Sources) -> None:
    """A file beside the pages comes byte for byte; what is gone, or a link by now, is refused."""
    source = sources.make(FILES, LINKS | {"strategy/l.png": "kart.png"})

    assert read_published(source, "kart.png") == bytes(range(256))
    for path in ("borte.png", "l.png"):
        with pytest.raises(OSError) as caught:
            read_published(source, path)
        assert caught.value.filename == f"strategy/{path}"


def test_better_name_that_is_a_link_to_nowhere(sources: Sources) -> None:
    """The name to take instead is taken by a link too, wherever the link leads."""
    files = as_bytes(valid_files()) | {"strategy/Min side.md": b"# Min\n"}
    source = sources.make(files, {"strategy/min-side.md": "borte.md"})

    assert sorted(shown(load(source).diagnostics)) == [
        "strategy/Min side.md:0:0: [bad-file-name] | case='taken' name='Min side.md' "
        "near='min-side.md'",
        "strategy/min-side.md:0:0: [symbolic-link]",
    ]


def test_half_read_in_a_copy(
    sources: Sources, start: Callable[[Callable[[], Results]], Collect]
) -> None:
    """A source works in a copy of the process while it is asked here, with the same result."""
    goal = "title: Mål {}\narea: omrade\nstanding: adopted\n"
    many = {f"goals/g{number:04}.yml": goal.format(number) for number in range(PARALLEL_THRESHOLD)}
    source = sources.make(as_bytes(valid_files() | many))
    assert isinstance(source.read("goals/mal.md", None), bytes)

    apart, here = load(source, prefetch_half(start)), load(source)
    assert apart.corpus == here.corpus
    assert shown(apart.diagnostics) == shown(here.diagnostics)


@pytest.fixture
def start(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], Results]], Collect]:
    """Begins a task in a copy of this process, and fails where none was made."""
    from living_strategy.adapters.process import fork

    monkeypatch.setattr(fork, "can_fork", lambda: True)

    def begin(task: Callable[[], Results]) -> Collect:
        collect = fork.start(task)
        assert collect is not task
        return collect

    return begin
