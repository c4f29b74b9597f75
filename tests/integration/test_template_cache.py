"""Kept code of templates is used, is never stale, and never keeps a build from working."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from living_strategy.adapters.plain.build import build_site
from living_strategy.adapters.storage.page_store import PAGES
from living_strategy.adapters.storage.template_cache import FOLDER, TemplateCache, template_cache
from tests.integration.site_support import TODAY, read_tree, write_texts
from tests.integration.small_strategy import FILES

pytestmark = [pytest.mark.site, pytest.mark.usefixtures("quick_builds")]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small strategy of its own."""
    return write_texts(tmp_path, FILES)


def build(root: Path) -> dict[str, bytes]:
    """A build as in a new process: nothing is remembered but what lies on disk, and no page is
    kept, for which no template would be needed.
    """
    template_cache.cache_clear()
    (root / ".cache/living-strategy" / PAGES).unlink(missing_ok=True)
    build_site(root, root / "site", TODAY)
    return dict(read_tree(root / "site"))


def kept(root: Path) -> list[Path]:
    """The files with code."""
    return sorted((root / FOLDER).rglob("*.cache"))


def test_a_second_build_compiles_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All code comes from the cache, and the site is the same."""
    first = build(root)
    assert kept(root)

    def compiled(*_: object, **__: object) -> None:
        pytest.fail("a template was compiled again")

    monkeypatch.setattr(Environment, "compile", compiled)
    assert build(root) == first


def test_a_changed_template_shows_at_once(root: Path) -> None:
    """The key is the text of the template."""
    build(root)
    own = root / "overrides/views/goal.html"
    own.parent.mkdir(parents=True)
    for text in ("first words", "other words"):
        own.write_text(text, encoding="utf-8")
        page = build(root)["mal/innbyggernes-ferdigheter/index.html"].decode()
        assert text in page


def _flipped(content: bytes, index: int) -> bytes:
    changed = bytearray(content)
    changed[index] ^= 0x40
    return bytes(changed)


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: b"",
        lambda content: b"not code",
        lambda content: content[:20],
        lambda content: content[:60],
        lambda content: content[:-20],
        lambda content: _flipped(content, 0),
        lambda content: _flipped(content, len(content) // 2),
        lambda content: _flipped(content, -1),
        lambda content: hashlib.sha256(content[40:]).digest() + content[40:],
    ],
)
def test_damaged_code_is_passed_over(root: Path, damage: Callable[[bytes], bytes]) -> None:
    """Empty, foreign, cut off, with one wrong bit, or whole but no code: the template is compiled
    again, and its file is right afterwards.
    """
    first = build(root)
    good = {path: path.read_bytes() for path in kept(root)}
    for path, content in good.items():
        path.write_bytes(damage(content))
    assert build(root) == first
    assert {path: path.read_bytes() for path in kept(root)} == good


def test_a_folder_in_the_place_of_a_file(root: Path) -> None:
    """It stays, and the template is compiled in every build."""
    first = build(root)
    for path in kept(root):
        path.unlink()
        (path / "x").mkdir(parents=True)
    assert build(root) == first
    assert all(path.is_dir() for path in kept(root))


def test_a_folder_that_cannot_be_written_does_no_harm(root: Path) -> None:
    """The build is slower, and right."""
    first = build(root)
    folder = root / FOLDER
    for path in sorted(folder.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    folder.rmdir()
    folder.write_text("in the way", encoding="utf-8")
    assert build(root) == first
    assert folder.is_file()


def test_code_is_remembered_while_the_program_runs(root: Path) -> None:
    """A preview need not read it from disk again."""
    cache = TemplateCache(root / "code")
    template = root / "t.html"
    template.write_text("{{ word }}", encoding="utf-8")
    first = Environment(loader=FileSystemLoader(root), bytecode_cache=cache, autoescape=True)
    assert first.get_template("t.html").render(word="a") == "a"
    for path in (root / "code").iterdir():
        path.unlink()
    second = Environment(loader=FileSystemLoader(root), bytecode_cache=cache, autoescape=True)
    assert second.get_template("t.html").render(word="b") == "b"
    assert not list((root / "code").iterdir())


def test_environments_that_read_differently_share_no_code(root: Path) -> None:
    """Both roads fill the same templates; one of them keeps the line ends of tags."""
    (root / "t.html").write_text("{% if true %}\n{{ word }}{% endif %}", encoding="utf-8")
    shown = [
        Environment(
            loader=FileSystemLoader(root),
            bytecode_cache=TemplateCache(root / "code"),
            autoescape=True,
            trim_blocks=trim_blocks,
        )
        .get_template("t.html")
        .render(word="a")
        for trim_blocks in (True, False, True)
    ]
    assert shown == ["a", "\na", "a"]
