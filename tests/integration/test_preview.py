"""`mkdocs serve` as an editor meets it: edits show, mistakes do not end it, Ctrl-C does."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest

from living_strategy.adapters.mkdocs.preview import FreshFiles
from tests.integration.living_content import BROKEN, LivingContent
from tests.integration.preview import preview
from tests.integration.site_support import MKDOCS, write_texts
from tests.integration.small_strategy import FILES

pytestmark = pytest.mark.site


def _write(content: LivingContent, root: Path) -> None:
    content.write_new(root)
    (root / "mkdocs.yml").write_text(MKDOCS, "utf-8")


def test_reading_sets_off_nothing(tmp_path: Path) -> None:
    """The preview rests while nobody writes: its own reading of the files is no change."""
    content = LivingContent()
    _write(content, tmp_path)
    with preview(tmp_path) as host:
        host.shows("mal/mal-3/", "Mål 3 for folk")
        content.items["mal-3"].fields["title"] = "En helt ny tittel"
        content.write(tmp_path)
        host.shows("mal/mal-3/", "En helt ny tittel")
        seen = host.rests("Detected file changes")
        (tmp_path / "goals" / "mal-3.md").read_bytes()

        assert host.rests("Detected file changes") == seen


@pytest.mark.long
def test_edits_show_and_mistakes_do_not_end_it(tmp_path: Path) -> None:
    """An edit is on its page and in its list; a mistake keeps the old site and is explained; a
    repair, a new file, a removed file, a written page and a template all arrive; Ctrl-C ends it.
    """
    content = LivingContent()
    _write(content, tmp_path)
    with preview(tmp_path) as host:
        host.shows("mal/mal-3/", "Mål 3 for folk")

        content.items["mal-3"].fields["title"] = "En helt ny tittel"
        content.write(tmp_path)
        host.shows("mal/mal-3/", "En helt ny tittel")
        host.shows("mal/", "En helt ny tittel")
        host.shows("tiltak/journal/", "En helt ny tittel")

        good = (tmp_path / "goals" / "mal-3.md").read_text("utf-8")
        (tmp_path / "goals" / "mal-3.md").write_text(BROKEN, "utf-8")
        host.says("goals/mal-3.md:")
        host.says("Strategien ble ikke publisert")
        assert "En helt ny tittel" in host.page("mal/mal-3/")
        host.shows("mal/", "Siden er fra før den siste endringen, som har feil:")
        assert "<li>goals/mal-3.md:" in host.page("mal/")
        (tmp_path / "goals" / "mal-3.md").write_text(good.replace("helt", "reparert"), "utf-8")
        host.shows("mal/mal-3/", "En reparert ny tittel")
        assert "som har feil" not in host.page("mal/")

        (tmp_path / "goals" / "mal-ny.md").write_text(good.replace("En helt", "Enda et"), "utf-8")
        host.shows("mal/mal-ny/", "Enda et ny tittel")
        host.shows("mal/", "Enda et ny tittel")
        (tmp_path / "goals" / "mal-ny.md").unlink()
        host.wait(lambda: not host.page("mal/mal-ny/"), "the removed page stays")
        host.wait(lambda: "Enda et" not in host.page("mal/"), "the list keeps it")

        (tmp_path / "strategy" / "ny-side.md").write_text("# Ny side\n\nSe [[ks]].\n", "utf-8")
        host.shows("ny-side/", "organisasjoner/ks/")
        host.shows("mal/", "Ny side")

        own = tmp_path / "overrides" / "views" / "goal.html"
        own.parent.mkdir(parents=True)
        own.write_text("{{ finnes_ikke }}", "utf-8")
        # A folder that is new is not watched; the next edit brings its templates.
        (tmp_path / "goals" / "mal-3.md").write_text(good.replace("helt", "tredje"), "utf-8")
        host.says("overrides/views/goal.html")
        own.write_text("<h1>Egen mal: {{ entry.title }}</h1>", "utf-8")
        (tmp_path / "goals" / "mal-3.md").write_text(good.replace("helt", "fjerde"), "utf-8")
        host.shows("mal/mal-3/", "Egen mal: En fjerde ny tittel")

        assert "Traceback" not in host.heard()
        assert host.stop() == 0
        assert "Traceback" not in host.heard()
    assert not (tmp_path / "site").exists()


def test_first_start_with_mistakes_shows_them(tmp_path: Path) -> None:
    """Whoever starts with content that has errors sees them on the front page, with file and
    line, and the site when they are gone.
    """
    content = LivingContent()
    content.files["goals/odelagt.md"] = BROKEN.encode()
    content.files["goals/uten-omrade.md"] = (
        b"---\ntitle: X\narea: finnes-ikke\nstanding: adopted\n---\n"
    )
    _write(content, tmp_path)
    with preview(tmp_path) as host:
        host.shows("", "goals/odelagt.md:3:")
        host.shows("", "goals/uten-omrade.md:3:")
        assert '<html lang="nb"' in host.page("")

        del content.files["goals/odelagt.md"], content.files["goals/uten-omrade.md"]
        content.write(tmp_path)
        host.shows("mal/mal-1/", "Mål 1 for folk")
        host.wait(lambda: "odelagt" not in host.page(""), "the findings stay")

        assert "Traceback" not in host.heard()
        assert host.stop() == 0


GOAL = """\
---
title: {title}
area: digital-kompetanse
standing: adopted
as_of: 2024
sources: [{{title: Strategien, url: "https://www.ks.no/kommit"}}]
---
"""
SMALL = {name: text for name, text in FILES.items() if name != "strategy/index.md"} | {
    "mkdocs.yml": MKDOCS
}
PROJECT = FILES["projects/digihjelpen.yml"]


def test_folders_come_and_go(tmp_path: Path) -> None:
    """A strategy starts without goals, measures and projects; the first file of a kind shows, and
    so does the next one in a folder that was removed and made again.
    """
    kept = {name: text for name, text in FILES.items() if name.startswith("strategy/str")}
    write_texts(tmp_path, kept | {"mkdocs.yml": MKDOCS})
    with preview(tmp_path) as host:
        host.shows("", "Strategi for Lillevik")
        for title in ("Første mål", "Andre mål"):
            write_texts(tmp_path, {"goals/mitt-mal.md": GOAL.format(title=title)})
            host.shows("mal/mitt-mal/", title)
            write_texts(tmp_path, {"goals/mitt-mal.md": GOAL.format(title=f"{title} rettet")})
            host.shows("mal/mitt-mal/", f"{title} rettet")
            shutil.rmtree(tmp_path / "goals")
            host.wait(lambda: not host.page("mal/mitt-mal/"), "the removed page stays")

        assert "Traceback" not in host.heard()
        assert host.stop() == 0


def test_a_folder_that_is_moved_away_and_back_is_watched(tmp_path: Path) -> None:
    """As when another branch is checked out: projects go, come back, and their edits show."""
    alone = {
        "measures/veiledning.md": FILES["measures/veiledning.md"].replace(
            "[[digihjelpen|et eldre prosjekt]]", "noe"
        ),
        "strategy/om.md": "# Strategien\n",
    }
    write_texts(tmp_path, SMALL | alone)
    with preview(tmp_path) as host:
        host.shows("prosjekter/digihjelpen/", "Kurs for dem")
        (tmp_path / "projects").rename(tmp_path / "away")
        host.wait(lambda: not host.page("prosjekter/digihjelpen/"), "the project stays")
        (tmp_path / "away").rename(tmp_path / "projects")
        host.shows("prosjekter/digihjelpen/", "Kurs for dem")
        text = PROJECT.replace("Kurs for dem", "Veiledning for dem")
        write_texts(tmp_path, {"projects/digihjelpen.yml": text})
        host.shows("prosjekter/digihjelpen/", "Veiledning for dem")

        assert "Traceback" not in host.heard()
        assert host.stop() == 0


def test_settings_that_are_gone_for_a_moment(tmp_path: Path) -> None:
    """An editor may save by removing and writing anew: meanwhile pages are served and say why
    they are old, and then the new settings show.
    """
    content = LivingContent()
    _write(content, tmp_path)
    settings = tmp_path / "strategy" / "strategy.yml"
    with preview(tmp_path) as host:
        host.shows("mal/mal-3/", "Mål 3 for folk")
        text = settings.read_text("utf-8")
        settings.unlink()
        host.shows("mal/mal-3/", "filen strategy/strategy.yml mangler")
        assert "Mål 3 for folk" in host.page("mal/mal-3/")
        settings.write_text(text.replace("title: ", "title: Ny ", 1), "utf-8")
        host.shows("mal/mal-3/", "Ny ")
        host.wait(lambda: "som har feil" not in host.page("mal/mal-3/"), "the notice stays")

        assert "Traceback" not in host.heard()
        assert host.stop() == 0


def test_a_name_that_no_file_can_have_is_not_found(tmp_path: Path) -> None:
    """The answer is the page for unknown addresses, not a fault of the server."""
    write_texts(tmp_path, SMALL)
    with preview(tmp_path) as host:
        host.shows("", "Strategi for Lillevik")
        # After an edit pages are made when they are asked for, and these are looked for, too.
        write_texts(tmp_path, {"goals/mitt-mal.md": GOAL.format(title="Nytt")})
        host.shows("mal/mitt-mal/", "Nytt")
        asked = ["mal/%00/", "%00", "mal/" + "x" * 300 + "/"]

        assert [host.status(path) for path in asked] == [404, 404, 404]
        assert "Traceback" not in host.heard()


class _Edits:
    """Stands in for the plugin: notes what is asked for, and can have the next edit come."""

    def __init__(self) -> None:
        self.lazy_pages: object = object()
        self.stopped = ""
        self.brought: list[str] = []

    def ensure(self, path: str) -> None:
        """Note it."""
        self.brought.append(path)


def _ask(path: str, edits: _Edits, during: Callable[[], None] = lambda: None) -> list[str]:
    """Ask for a path below /sub/; what the server was asked for. `during` happens meanwhile."""
    served: list[str] = []

    def serve(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        served.append(environ["PATH_INFO"])
        if len(served) == 1:
            during()
        start_response(f"200 {len(served)}", [("Content-Type", "text/html")])
        return [b"%d" % len(served)]

    heads: list[tuple[Any, ...]] = []
    application = FreshFiles(serve, "/sub/", cast("Any", edits), threading.RLock())
    answer = application({"PATH_INFO": path}, lambda *head: heads.append(head))
    assert list(answer) == [b"%d" % len(served)]
    assert heads == [(f"200 {len(served)}", [("Content-Type", "text/html")])]
    return served


@pytest.mark.parametrize(
    ("asked", "brought"),
    [
        ("/sub/", ["index.html"]),
        ("/sub/mal/mal-1/", ["mal/mal-1/index.html"]),
        ("/sub/mal/mal-1", ["mal/mal-1"]),
        ("/sub/../../x/", ["x/index.html"]),
        ("/sub/m\u00c3\u00a5l.csv", ["mål.csv"]),
        ("/livereload/1/2", []),
        ("/elsewhere/", []),
    ],
)
def test_a_file_is_made_before_it_is_served(asked: str, brought: list[str]) -> None:
    """The file that the server will look for is brought up to date; other requests pass."""
    edits = _Edits()

    assert _ask(asked, edits) == [asked]
    assert edits.brought == brought


def test_a_page_says_that_the_last_edit_is_not_in_it() -> None:
    """Above the page, with the right length; other files are sent as they are."""
    edits, page = _Edits(), b"<html><body><p>x</p></body></html>"
    edits.stopped = "<p>feil å rette</p>"

    def send(kind: str) -> tuple[list[Any], bytes]:
        def serve(environ: dict[str, Any], start_response: Any) -> list[bytes]:
            start_response("200 OK", [("Content-Type", kind), ("Content-Length", str(len(page)))])
            return [page]

        head: list[Any] = []
        application = FreshFiles(serve, "/", cast("Any", edits), threading.RLock())
        answer = application({"PATH_INFO": "/"}, lambda *values: head.extend(values))
        return head, b"".join(answer)

    head, sent = send("text/html")
    assert sent == page.replace(b"<body>", b"<body><p>feil \xc3\xa5 rette</p>")
    assert dict(head[1])["Content-Length"] == str(len(sent))
    head, sent = send("text/csv")
    assert sent == page
    assert dict(head[1])["Content-Length"] == str(len(page))


def test_an_edit_while_the_server_waits_is_served() -> None:
    """The server waits for a build that is under way; what it then sends is of the new edit."""
    edits = _Edits()

    def next_edit() -> None:
        edits.lazy_pages = object()

    assert _ask("/sub/mal/", edits, next_edit) == ["/sub/mal/", "/sub/mal/"]
    assert edits.brought == ["mal/index.html", "mal/index.html"]
