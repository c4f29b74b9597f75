"""The preview of the host: what its server asks of the plugin, without a site and a browser."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from watchdog.observers import Observer

from living_strategy.adapters.mkdocs.preview import enable_incremental_rebuild

PAGE = b"<!doctype html><html><body><p>Side</p></body></html>"
Start = Callable[..., None]


class Plugin:
    """What the preview asks of the plugin; `outcome` is what a rebuild comes to."""

    def __init__(self, root: Path) -> None:
        self.stopped = ""
        self.publication: Any = SimpleNamespace(root=root)
        self.lazy_pages = object()
        self.ensured: list[str] = []
        self.outcome: bool | Exception = True

    def rebuild_content(self) -> bool:
        """Build anew, ask for a full build, or fail."""
        if isinstance(self.outcome, Exception):
            raise self.outcome
        return self.outcome

    def ensure(self, path: str) -> None:
        """Note what was asked for."""
        self.ensured.append(path)

    def explained(self, error: Exception) -> str:
        """The words of the error."""
        return f"<p>{error}</p>"


class Preview:
    """A server that is never started, with files in memory in place of those on disk."""

    def __init__(self, root: Path, mount_path: str = "/plan/") -> None:
        self.plugin = Plugin(root)
        self.full_builds = 0
        self.server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(root), mount_path)
        self.server.set_app(self.serve)
        self.served: list[str] = []
        self.type = "text/html; charset=utf-8"
        self.meanwhile: list[Callable[[], None]] = []
        enable_incremental_rebuild(self.server, self.plugin, self.build)

    def build(self) -> None:
        """A full build of the host."""
        self.full_builds += 1

    def serve(self, environ: dict[str, Any], start_response: Start) -> Iterable[bytes]:
        """The application of the host's server."""
        self.served.append(environ["PATH_INFO"])
        if self.meanwhile:
            self.meanwhile.pop()()
        start_response("200 OK", [("Content-Type", self.type), ("Content-Length", str(len(PAGE)))])
        return [PAGE]

    def get(self, path: str) -> tuple[dict[str, str], bytes]:
        """The headers and the body of an answer."""
        headers: dict[str, str] = {}
        app = self.server.get_app()
        assert app
        answer = app({"PATH_INFO": path}, lambda status, fields, *_: headers.update(fields))
        return headers, b"".join(answer)


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    """A preview of a root with nothing in it."""
    made = Preview(tmp_path)
    yield made
    made.server.server_close()


@pytest.mark.parametrize(
    ("path", "ensured"),
    [
        ("/plan/", ["index.html"]),
        ("/plan/mal/", ["mal/index.html"]),
        ("/plan/data/goal.csv", ["data/goal.csv"]),
        ("/plan/../mal/", ["mal/index.html"]),
        ("/plan/\0", ["%00"]),
        ("/livereload/1/2", []),
        ("/annet/", []),
    ],
)
def test_files_are_made_before_they_are_served(
    preview: Preview, path: str, ensured: list[str]
) -> None:
    """Those below the site's own path; news of builds and everything else is the server's."""
    assert preview.get(path)[1] == PAGE
    assert preview.plugin.ensured == ensured
    assert preview.served == [path.replace("\0", "%00")]


def test_an_edit_while_a_file_is_served(preview: Preview) -> None:
    """What was made before the edit is not sent: the file is made and served once more."""

    def edit() -> None:
        preview.plugin.lazy_pages = object()

    preview.meanwhile = [edit]

    assert preview.get("/plan/mal/")[1] == PAGE
    assert preview.plugin.ensured == ["mal/index.html"] * 2


def test_news_that_the_last_edit_is_not_shown(preview: Preview) -> None:
    """A page says it first, and is as long as it says; other files stay as they are."""
    preview.plugin.stopped = "<p>Feil på linje 3.</p>"
    headers, body = preview.get("/plan/mal/")

    news = preview.plugin.stopped.encode()
    assert body == PAGE.replace(b"<body>", b"<body>" + news)
    assert headers["Content-Length"] == str(len(body))

    preview.type = "text/csv"
    assert preview.get("/plan/mal/")[1] == PAGE


@pytest.mark.parametrize(("outcome", "full_builds"), [(True, 0), (False, 1)])
def test_short_and_long_way(preview: Preview, outcome: bool, full_builds: int) -> None:
    """A full build is made when the plugin cannot build its part alone."""
    preview.plugin.stopped = "old news"
    preview.plugin.outcome = outcome
    preview.server.builder()

    assert (preview.full_builds, preview.plugin.stopped) == (full_builds, "")


@pytest.mark.parametrize("error", [PluginError("1 error"), ZeroDivisionError("odd")])
def test_an_error_ends_nothing(
    preview: Preview, caplog: pytest.LogCaptureFixture, error: Exception
) -> None:
    """Pages say what is wrong until a later edit cures it; an error of ours is in the log, too."""
    preview.plugin.outcome = error
    with caplog.at_level(logging.ERROR):
        preview.server.builder()

    assert preview.plugin.stopped == f"<p>{error}</p>"
    assert [record.message for record in caplog.records] == (
        [] if isinstance(error, PluginError) else ["living-strategy: odd"]
    )

    preview.plugin.outcome = True
    preview.server.builder()
    assert preview.plugin.stopped == ""


def test_the_system_tells_of_changes(tmp_path: Path) -> None:
    """What the host watched already is watched by the system's own means."""
    (tmp_path / "goals").mkdir()
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(tmp_path))
    server.watch(str(tmp_path / "goals"))
    enable_incremental_rebuild(server, Plugin(tmp_path), lambda: None)

    assert isinstance(server.observer, Observer)
    assert set(server._watched_paths) == {str(tmp_path / "goals")}
    server.server_close()
