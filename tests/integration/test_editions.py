"""The text of each decision and release is published as it was, from a repository on disk."""

from __future__ import annotations

import hashlib
import json
import re
from datetime import date
from pathlib import Path

import pytest

from living_strategy.adapters.git import editions
from living_strategy.adapters.publishing import read_strategy
from living_strategy.adapters.storage.database import FOLDER
from living_strategy.adapters.storage.text_cache import EDITIONS
from living_strategy.artifact import DataFile
from living_strategy.publication import Publication
from tests.factories import as_bytes, valid_files
from tests.integration.site_support import EPOCH
from tests.repositories import commit, git, write

TODAY = date(2026, 11, 29)
VALID = as_bytes(valid_files())
GOAL, MEASURE, SETTINGS = "goals/mal.md", "measures/tiltak.md", "strategy/strategy.yml"
ADOPTED = b"adopted: [{body: ks, date: 2026-11-10, case: 26/3, ref: vedtatt}]\n"
MEETING = b"meetings: [{body: ks, date: 2026-11-10}]\n"
FOLDER_OF_KS = "data/editions/ks-2026-11-10"


def decided(root: Path, then: dict[str, bytes], more: bytes = b"") -> Publication:
    """A strategy that said this when it was adopted, and is valid today."""
    write(root, VALID | then, {})
    commit(root)
    git(root, "tag", "vedtatt")
    write(root, VALID | {SETTINGS: VALID[SETTINGS] + ADOPTED + more}, {})
    commit(root)
    return read_strategy(root, TODAY)


def published(publication: Publication) -> dict[str, bytes]:
    """The files of the editions, by their paths."""
    return {
        file.path: file.content
        for file in publication.downloads()
        if isinstance(file, DataFile) and file.path.startswith("data/editions/")
    }


def page_of(publication: Publication, key: str) -> str:
    """The page with what has changed since."""
    (page,) = (page for page in publication.overviews if page.path == f"changes/{key}/")
    return page.content  # type: ignore[union-attr]


def test_the_edition_is_what_was_decided(tmp_path: Path) -> None:
    """Catalogue, text and sums are of the old revision, and the page says where they are."""
    old = VALID[GOAL].replace(b"title: M\xc3\xa5l", b"title: Vedtatt navn")
    publication = decided(tmp_path, {GOAL: old})
    files = published(publication)

    assert list(files) == [
        f"{FOLDER_OF_KS}/{name}" for name in ("catalogue.json", "strategy.md", "SHA256SUMS")
    ]
    catalogue, text, sums = files.values()
    assert [goal["title"] for goal in json.loads(catalogue)["kinds"]["goal"]] == ["Vedtatt navn"]
    assert "### Vedtatt navn\n\n- Id: mal\n" in text.decode()
    names = {"catalogue.json": catalogue, "strategy.md": text}
    assert sums.decode() == "".join(
        f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in names.items()
    )
    page = page_of(publication, "ks-2026-11-10")
    for name, content in names.items():
        assert f'href="../../{FOLDER_OF_KS}/{name}"' in page
        assert f"<code>{hashlib.sha256(content).hexdigest()}</code>" in page


def test_an_edition_stays_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is written later; it is read once, and comes out the same when it is read again."""
    first = published(decided(tmp_path, {}))
    write(tmp_path, {GOAL: VALID[GOAL] + b"\nEtterpaa.\n"}, {})
    commit(tmp_path)

    with monkeypatch.context() as patch:
        patch.setattr(editions, "edition_at", lambda *_: pytest.fail("read twice"))
        assert published(read_strategy(tmp_path, TODAY)) == first
    (tmp_path / FOLDER / EDITIONS).unlink()
    assert published(read_strategy(tmp_path, TODAY)) == first


def test_what_is_kept_and_damaged_is_read_again(tmp_path: Path) -> None:
    """A file that is no cache makes no difference."""
    first = published(decided(tmp_path, {}))
    (tmp_path / FOLDER / EDITIONS).write_bytes(b"not a database")

    assert published(read_strategy(tmp_path, TODAY)) == first


def test_a_release_is_an_edition(tmp_path: Path) -> None:
    """A tag that says so needs no line in the settings; other tags are none of ours."""
    write(tmp_path, VALID, {})
    commit(tmp_path, when=EPOCH)
    git(tmp_path, "tag", "strategy-2026.1")
    git(tmp_path, "tag", "v1.0")
    publication = read_strategy(tmp_path, TODAY)

    assert {path.rpartition("/")[0] for path in published(publication)} == {
        "data/editions/strategy-2026.1"
    }
    assert "strategy.md" in page_of(publication, "strategy-2026.1")


def test_open_data_lists_the_editions(tmp_path: Path) -> None:
    """Decisions first, then releases, each with the files that are published and their sums."""
    write(tmp_path, VALID, {})
    commit(tmp_path)
    git(tmp_path, "tag", "vedtatt")
    git(tmp_path, "tag", "strategy-2026.1")
    write(tmp_path, VALID | {SETTINGS: VALID[SETTINGS] + ADOPTED}, {})
    commit(tmp_path)
    publication = read_strategy(tmp_path, TODAY)
    (page,) = (page for page in publication.overviews if page.path == "data/")
    content = page.content  # type: ignore[union-attr]
    files = published(publication)

    assert re.findall(r'<a href="\.\./(data/editions/[^"]+)"', content) == list(files)
    assert re.findall(r"<code>([0-9a-f]{64})</code>", content) == [
        hashlib.sha256(text).hexdigest()
        for path, text in files.items()
        if not path.endswith("SHA256SUMS")
    ]


def test_open_data_without_editions(tmp_path: Path) -> None:
    """The page does not speak of editions where none was published."""
    write(tmp_path, VALID, {})
    commit(tmp_path)
    publication = read_strategy(tmp_path, TODAY)
    (page,) = (page for page in publication.overviews if page.path == "data/")

    assert "ls-editions" not in page.content  # type: ignore[union-attr]


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    """An old revision that is refused in part is published as far as it goes."""
    publication = decided(
        tmp_path,
        {
            GOAL: VALID[GOAL].replace(b"standing: adopted", b"vedtak: ja"),
            MEASURE: b"---\ntitle: [\n---\n",
            "projects/prosjekt.yml": b"\xff\xfe",
        },
    )
    files = published(publication)
    kinds = json.loads(files[f"{FOLDER_OF_KS}/catalogue.json"])["kinds"]

    assert [area["id"] for area in kinds["area"]] == ["omrade"]
    assert [kinds[kind] for kind in ("measure", "project")] == [[], []]
    assert publication.editions["ks-2026-11-10"].unread == (GOAL, MEASURE, "projects/prosjekt.yml")
    assert (
        "3 files from then cannot be read in full today, and are missing or incomplete here: "
        f"{GOAL}, {MEASURE}, projects/prosjekt.yml" in page_of(publication, "ks-2026-11-10")
    )


def test_nothing_can_be_read(tmp_path: Path) -> None:
    """A revision from before there was a strategy has no files, and the page says so."""
    write(tmp_path, {"lesmeg.txt": b"x"}, {})
    commit(tmp_path)
    git(tmp_path, "tag", "vedtatt")
    write(tmp_path, VALID | {SETTINGS: VALID[SETTINGS] + ADOPTED}, {})
    commit(tmp_path)
    publication = read_strategy(tmp_path, TODAY)

    assert published(publication) == {}
    assert "There is nothing in this revision" in page_of(publication, "ks-2026-11-10")


def test_the_meeting_that_decided_has_one_page(tmp_path: Path) -> None:
    """A decision and the meeting it was made at have the same address: the decision counts."""
    publication = decided(tmp_path, {}, MEETING)
    paths = [page.path for page in publication.overviews]

    assert len(paths) == len(set(paths))
    assert "strategy.md" in page_of(publication, "ks-2026-11-10")


def test_an_entry_says_what_differs(tmp_path: Path) -> None:
    """What was adopted first and what is reported below it; what is new, the same or unknown."""
    publication = decided(
        tmp_path,
        {
            GOAL: VALID[GOAL].replace(b"title: M\xc3\xa5l", b"title: Vedtatt navn"),
            MEASURE: VALID[MEASURE].replace(b"status: ongoing", b"status: planned"),
            "projects/prosjekt.yml": b"title: [",
        },
    )
    write(tmp_path, {"goals/nytt.md": VALID[GOAL]}, {})
    commit(tmp_path)
    publication = read_strategy(tmp_path, TODAY)
    pages = {page.path: page.content for page in publication.entry_pages()}  # type: ignore[union-attr]
    when = "November 10, 2026 (case 26/3)"

    assert f'<a href="#ls-adopted">Changed after the decision of {when}.</a>' in pages["goals/mal/"]
    assert "Changed after the decision:</p>" in pages["goals/mal/"]
    assert f"As adopted {when}." in pages["measures/tiltak/"]
    assert "What was adopted has not been changed.</p>" in pages["measures/tiltak/"]
    assert "Reported:</p><ul" in pages["measures/tiltak/"]
    assert f"New after the decision of {when}." in pages["goals/nytt/"]
    assert f"changed after the decision of {when}: it" in pages["projects/prosjekt/"]
    assert f"As adopted {when}." in pages["areas/omrade/"]
    assert 'id="ls-adopted"' not in pages["areas/omrade/"]
    assert "adopted" not in pages["organisations/ks/"].lower()


def test_written_pages_may_link_to_an_edition(tmp_path: Path) -> None:
    """The files of a decision are files of the site; there are no others in the folder."""
    page = f"# Om\n\n[Vedtatt](/{FOLDER_OF_KS}/strategy.md) og [annet](/{FOLDER_OF_KS}/x.md).\n"
    write(tmp_path, {"strategy/om.md": page.encode()}, {})
    publication = decided(tmp_path, {})

    assert [(finding.code, finding.params["target"]) for finding in publication.diagnostics] == [
        ("broken-link", f"/{FOLDER_OF_KS}/x.md")
    ]
