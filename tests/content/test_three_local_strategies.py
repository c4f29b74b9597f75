"""Three true local strategies live through a release of this repository's strategy, and are seen.

What they are is real (tests/strategies), and so are the program, git and the sites. What they say
about national goals, and the release (tests/national_release.py), is made up: nobody decided it.
"""

from __future__ import annotations

import json
import re
import subprocess
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests import national_release as national
from tests.integration.real_strategies import copy
from tests.integration.small_strategy import environment, program
from tests.repositories import commit, git

# In processes of their own; two builds of the whole strategy and three of small ones take minutes.
pytestmark = [pytest.mark.no_cover, pytest.mark.site, pytest.mark.matrix]
PLACES = {"drammen": "3301", "giske": "1532", "klima-hordaland": "46"}
"""A city, a small municipality, and a county, which has another number today."""
ADAPTED = ("--reason", "Vi går lenger.", "--text", "title=Alle her har et nett")
DECIDED = ("--body", "Kommunestyret", "--date", "2026-06-18", "--case", "PS 45/26")
ANSWERS: dict[str, dict[str, tuple[str, ...]]] = {
    "drammen": {
        national.CLEARER: ("adopted", *DECIDED),
        national.MERGED: ("adopted", *DECIDED),
        national.SPLIT: ("adapted", *ADAPTED),
        national.RETIRED: ("declined", "--reason", "Vi har andre planer."),
        national.SUBSTANTIVE: ("planned", "--planned", "2027-06"),
    },
    "giske": {
        national.SUBSTANTIVE: ("adopted", "--body", "Kommunestyret", "--date", "2026-05"),
        national.CLEARER: ("declined", "--reason", "Vi kjøper alt ferdig."),
        national.RENAMED: ("not-relevant", "--reason", "Det gjeld staten."),
    },
    "klima-hordaland": {
        national.SUBSTANTIVE: ("adapted", "--reason", "Fylket bygg sjølv.", *ADAPTED[2:]),
        national.EDITED: ("adopted", "--body", "Fylkestinget", "--date", "2026-06"),
    },
}
# What the release asks of each, by goal: how much, and what happened.
ASKED = {
    "drammen": {
        national.SPLIT: ("decide", "split"),
        national.MERGED: ("decide", "merged"),
        national.SUBSTANTIVE: ("act", "substantive"),
        national.CLEARER: ("read", "clarification"),
        national.RETIRED: ("know", "retired"),
    },
    "giske": {
        national.SUBSTANTIVE: ("decide", "substantive"),
        national.CLEARER: ("nothing", "clarification"),
        national.NEW_NAME: ("nothing", "editorial"),
    },
    "klima-hordaland": {
        national.SUBSTANTIVE: ("decide", "substantive"),
        national.EDITED: ("know", "editorial"),
    },
}


def said(folder: Path, *arguments: str, code: int = 0) -> str:
    """What the program says in a folder, on a day after the second release."""
    result = subprocess.run(
        [*program(), *arguments],
        cwd=folder,
        env=environment(SOURCE_DATE_EPOCH="1801440000"),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == code, result.stdout + result.stderr
    return result.stdout


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """The address below which the site of each strategy lies."""

    class Handler(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Say nothing."""

    (tmp_path / "www").mkdir()
    handler = partial(Handler, directory=str(tmp_path / "www"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as listening:
        threading.Thread(target=listening.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{listening.server_address[1]}/"
        listening.shutdown()


def publish(folder: Path, address: str) -> Path:
    """Build the site of a strategy where the server finds it."""
    site = folder.parent / "www" / folder.name
    said(folder, "build", "--to", str(site), "--url", f"{address}{folder.name}/")
    return site


def own(folder: Path) -> dict[str, bytes]:
    """What is not of git, of the program or of the strategy above."""
    names = git(folder, "ls-files").splitlines()
    return {name: (folder / name).read_bytes() for name in names if name[:9] != "upstream/"}


def answer(folder: Path, address: str) -> None:
    """Follow the first release, and answer as the council does."""
    catalogue = f"{address}nasjonal/data/catalogue.json"
    said(folder, "upstream", "add", "ks", catalogue, "--to", national.FIRST)
    for goal, (state, *options) in ANSWERS[folder.name].items():
        said(folder, "adopt", goal, "--state", state, *options)
    measure = min((folder / "measures").iterdir())
    text = re.sub(
        r"(?m)^goals: \[", f"goals: [ks:{national.SUBSTANTIVE}, ", measure.read_text("utf-8")
    )
    assert f"ks:{national.SUBSTANTIVE}" in text
    measure.write_text(text, "utf-8")
    commit(folder)


def live_on(folder: Path, address: str) -> None:
    """Hear of the second release, take it, and treat what it asks for."""
    name, before = folder.name, own(folder)
    assert national.SECOND in said(folder, "upstream", "check", code=2)
    told = said(folder, "upstream", "update", "--report", str(folder.parent / f"{name}.md"))
    assert "upstream impact ks" in told
    assert own(folder) == before
    said(folder, "check")
    rows = json.loads(said(folder, "upstream", "impact", "--format", "json"))["rows"]
    asked = {row["id"]: (row["need"], row["nature"]) for row in rows}
    assert {goal: asked[goal] for goal in ASKED[name]} == ASKED[name]
    assert asked[national.NEW] == ("read", "new")
    assert asked[national.MOVED] == ("nothing", "moved")
    report = (folder.parent / f"{name}.md").read_text("utf-8")
    paper = said(folder, "upstream", "impact", "--format", "paper")
    for row in rows:
        assert row["title"] in report
        assert (row["title"] in paper) or row["need"] == "nothing"
    # A council reads words, not ids.
    assert not re.search(r"ks:[a-z]|\([a-z]+-[a-z-]+\)", paper)
    commit(folder)
    said(folder, "adopt", national.SUBSTANTIVE, "--state", "adopted", *DECIDED)
    again = json.loads(said(folder, "upstream", "impact", "--format", "json"))["rows"]
    assert national.SUBSTANTIVE not in {row["id"] for row in again}
    commit(folder)
    publish(folder, address)


def test_through_a_release(tmp_path: Path, server: str) -> None:
    """Each is told what concerns it, loses nothing, and is on the overview with its answers."""
    above = tmp_path / "nasjonal"
    national.released_twice(above)
    site = publish(above, server)
    editions = json.loads((site / "data/catalogue.json").read_bytes())["editions"]
    assert [edition["name"] for edition in editions] == [national.FIRST, national.SECOND]
    folders = [copy(name, tmp_path / name) for name in PLACES]
    for folder in folders:
        commit(folder)
        answer(folder, server)
        live_on(folder, server)

    paper = said(folders[0], "upstream", "impact", "--format", "paper-text")
    assert "Sist vedtatt her: Kommunestyret, 18. juni 2026, sak PS 45/26" in paper.replace(
        "\xa0", " "
    )
    assert "«Alle har et fast nett» og «Alle har et mobilt nett» gjelder her i stedet" in paper
    listed = "".join(
        f'  - number: "{number}"\n    address: {server}{name}/\n' for name, number in PLACES.items()
    )
    (above / "strategy/local-sites.yml").write_text(f"sites:\n{listed}", "utf-8")
    assert "3 av 3 nettsteder svarte." in said(above, "collect", "--allow-local")
    publish(above, server)
    page = (site / "lokale-strategier/index.html").read_text("utf-8")
    assert all(f"{server}{name}/" in page for name in PLACES)
    goal = _words(site / f"lokale-strategier/mal/{national.SUBSTANTIVE}/index.html")
    assert re.search(r"Vedtatt: 3 .*Giske .*Drammen .*Vestland fylke", goal)
    goal = _words(site / f"lokale-strategier/mal/{national.CLEARER}/index.html")
    assert re.search(r"Vedtatt: 1 Drammen .*Avslått: 1 Giske .*Ikke behandlet: 1 .*Vestland", goal)
    assert "3 tiltak som andre kan kopiere" in _words(site / "lokale-strategier/index.html")
    assert len(page) < 250_000


def _words(page: Path) -> str:
    """The words of a page in one line."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", page.read_text("utf-8")))
