"""The preview without a host: pages when they are asked for, news when something has changed."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from living_strategy.adapters.plain.preview import CHANGES, RELOAD, Preview, server
from tests.factories import TODAY, valid_files, write_files


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small valid strategy on disk."""
    write_files(tmp_path, {})
    return tmp_path


@pytest.fixture
def preview(root: Path) -> Preview:
    """A preview of it."""
    return Preview(root, lambda: TODAY)


def page(preview: Preview, address: str) -> str:
    """A page that is there."""
    status, kind, content = preview.answer(address)
    assert (status, kind) == (HTTPStatus.OK, "text/html; charset=utf-8")
    return content.decode()


def goal_address(preview: Preview) -> str:
    """The address of the page of the first goal."""
    publication = preview.publication
    return "/" + publication.context.addresses.entry(publication.graph.by_kind["goal"][0])


def test_every_kind_of_address(preview: Preview) -> None:
    """Front page, list, entry, style sheet; a folder without its slash; what is not there."""
    goal = goal_address(preview)

    assert "<h1" in page(preview, "/")
    assert "<h1" in page(preview, goal)
    assert "<h1" in page(preview, f"{goal}index.html?a=b")
    assert preview.answer("/assets/living-strategy/site.css")[:2] == (
        HTTPStatus.OK,
        "text/css; charset=utf-8",
    )
    assert preview.answer(goal.rstrip("/"))[:2] == (HTTPStatus.MOVED_PERMANENTLY, goal)
    assert preview.answer("/finnes/ikke/")[0] is HTTPStatus.NOT_FOUND
    assert preview.answer("/%00/")[0] is HTTPStatus.NOT_FOUND
    assert preview.answer("/../../etc/passwd")[0] is HTTPStatus.NOT_FOUND


def test_an_edit_is_seen(preview: Preview, root: Path) -> None:
    """Pages follow a change, and nothing is read again while there is none."""
    path = next((root / "goals").iterdir())
    text = path.read_text("utf-8")

    assert not preview.look()
    path.write_text(text.replace("title: ", "title: Nytt navn på ", 1), "utf-8")

    assert preview.look()
    assert preview.version == 2
    assert "Nytt navn på" in page(preview, goal_address(preview))


def test_an_error_leaves_the_last_good_page(preview: Preview, root: Path) -> None:
    """With the finding at its top; once it is cured, the page is of today."""
    path = next((root / "goals").iterdir())
    text = path.read_text("utf-8")
    address = goal_address(preview)
    path.write_text(text.replace("area: ", "area: finnes-ikke-", 1), "utf-8")
    preview.look()

    assert 'class="ls-stopped"' in page(preview, address)
    assert path.name in page(preview, address)

    path.write_text(text, "utf-8")
    preview.look()

    assert 'class="ls-stopped"' not in page(preview, address)


def test_a_beginning_with_errors_shows_them(root: Path) -> None:
    """There is no last good page, so the findings are the page."""
    path = next((root / "goals").iterdir())
    path.write_text(path.read_text("utf-8").replace("area: ", "area: finnes-ikke-", 1), "utf-8")
    preview = Preview(root, lambda: TODAY)

    assert path.name in page(preview, "/")


@pytest.fixture
def address(preview: Preview) -> Iterator[str]:
    """Where a server of the preview answers."""
    running = server(preview, ("127.0.0.1", 0))
    thread = threading.Thread(target=running.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{running.server_address[1]}/"
    finally:
        running.shutdown()
        thread.join()
        running.server_close()


def test_a_browser_is_told_of_changes(preview: Preview, root: Path, address: str) -> None:
    """It asks with the version that it has seen, and gets the new one when there is one."""
    path = next((root / "goals").iterdir())
    with urlopen(address) as answer:
        assert f'<script src="/{RELOAD}" data-seen="1">' in answer.read().decode()
    with urlopen(address + RELOAD) as answer:
        assert answer.headers["Content-Type"] == "text/javascript; charset=utf-8"
    path.write_text(path.read_text("utf-8") + "\nMer.\n", "utf-8")
    preview.look()
    with urlopen(f"{address}{CHANGES}?1") as answer:
        assert answer.read() == b"2"
    with pytest.raises(HTTPError, match="404"):
        urlopen(f"{address}finnes-ikke/")


def test_valid_files_have_a_goal() -> None:
    """What these tests change is there."""
    assert [path for path in valid_files() if path.startswith("goals/")]
