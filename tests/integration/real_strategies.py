"""The strategies of tests/strategies: what they are, built once, and every word that they show."""

from __future__ import annotations

import html
import json
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.integration.site_support import MKDOCS, Site, mkdocs, once, program

FOLDER = Path(__file__).parents[1] / "strategies"
CONTENT = ("strategy", "goals", "measures", "projects")
# What readers and machines are given: pages, open data and feeds. Not our scripts and styles.
# They tell editors what the settings may say, and which words the search knows by itself.
OF_THE_PROGRAM = ("data/schemas/strategy.schema.json", "data/schemas/search-words.schema.json")
_READ = (".html", ".json", ".csv", ".xml", ".atom", ".txt", ".ttl", ".jsonld")
_NOT_TEXT = re.compile(r"(?s)<(script|style)\b(?![^>]*ld\+json).*?</\1>")
_SPOKEN = re.compile(r"""(?:alt|title|aria-label|content|placeholder|value)="([^"]*)\"""")
_INLINE = re.compile(r"</?(?:a|abbr|b|bdi|code|em|i|mark|small|span|strong|wbr)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_BLANKS = re.compile(r"\s+")


def built(factory: pytest.TempPathFactory, name: str) -> Site:
    """A strategy as `living-strategy build` publishes it; built once in a run of the tests."""

    def make(folder: Path) -> None:
        copy(name, folder)
        program(folder, "build", "--to", "site", "--url", f"https://example.org/{name}/")

    root = once(factory, f"strategy-{name}", make)
    return Site(root, root / "site", f"/{name}/")


def hosted(factory: pytest.TempPathFactory, name: str) -> Site:
    """The same as MkDocs publishes it."""

    def make(folder: Path) -> None:
        copy(name, folder)
        (folder / "mkdocs.yml").write_text(MKDOCS, "utf-8")
        mkdocs(folder, "--strict")

    root = once(factory, f"strategy-hosted-{name}", make)
    return Site(root, root / "site")


def copy(name: str, target: Path) -> Path:
    """The content of a strategy in a folder of its own."""
    for part in CONTENT:
        if (FOLDER / name / part).is_dir():
            shutil.copytree(FOLDER / name / part, target / part, dirs_exist_ok=True)
    return target


def visible(document: str) -> str:
    """What a page says, to eyes and to ears, in one line; addresses of links are left out."""
    document = _NOT_TEXT.sub(" ", document)
    spoken = " ".join(_SPOKEN.findall(document))
    document = _INLINE.sub("", document)
    return _BLANKS.sub(" ", html.unescape(f"{_TAG.sub(' ', document)} {spoken}")).strip()


def page(site: Site, address: str) -> str:
    """What the page at an address says in its main part."""
    document = site.file(address).read_text("utf-8")
    (main,) = re.findall(r"(?s)<main\b.*?</main>", document)
    return visible(main)


@dataclass(frozen=True)
class Table:
    """A table of a page."""

    head: tuple[str, ...]
    all_rows: tuple[tuple[str, ...], ...]

    @property
    def rows(self) -> Mapping[str, tuple[str, ...]]:
        """What stands behind the first cell of each row, by its words; the first of each name."""
        return {row[0]: row[1:] for row in reversed(self.all_rows)}


def table(site: Site, address: str, caption: str) -> Table:
    """The table of a page whose caption begins so."""
    document = site.file(address).read_text("utf-8")
    for body in re.findall(r"(?s)<table\b.*?</table>", document):
        said = re.search(r"(?s)<caption\b[^>]*>(.*?)</caption>", body)
        if said and visible(said[1]).startswith(caption):
            cells = [
                tuple(visible(cell) for cell in re.findall(r"(?s)<t[hd]\b[^>]*>(.*?)</t[hd]>", row))
                for row in re.findall(r"(?s)<tr\b.*?</tr>", body)
            ]
            return Table(cells[0], tuple(cells[1:]))
    raise AssertionError(f"{address} has no table {caption!r}")


def published_texts(site: Site) -> Iterator[tuple[str, str]]:
    """Every file that a site publishes for readers and machines, by path, with its words. What the
    program tells the editors of any strategy is no word of this one.
    """
    for path in sorted(site.folder.rglob("*")):
        name = path.relative_to(site.folder).as_posix()
        if not path.is_file() or name.startswith(("assets/", "pagefind/", *OF_THE_PROGRAM)):
            continue
        if path.suffix in _READ:
            text = path.read_text("utf-8")
            yield name, visible(text) if path.suffix == ".html" else text


def said_by(name: str) -> str:
    """Everything that the files of a strategy say."""
    return "\n".join(
        path.read_text("utf-8")
        for path in sorted((FOLDER / name).rglob("*"))
        if path.suffix in (".md", ".yml", ".csv", ".po")
    )


def findings(report: str) -> dict[str, list[str]]:
    """What a report in JSON finds: for each code, the files."""
    found: dict[str, list[str]] = {}
    for finding in json.loads(report)["findings"]:
        found.setdefault(finding["code"], []).append(finding["file"])
    return found
