"""A kommune follows a national strategy: it pins a version, decides, and takes the next one."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import shutil
import signal
import socket
import subprocess
import threading
from collections.abc import Callable, Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from living_strategy.adapters.storage import pair_writer
from living_strategy.adapters.upstream.catalogues import Got
from living_strategy.adapters.upstream.pins import write_pin
from living_strategy.editing.quoting import quoted
from living_strategy.limits import MAX_CATALOGUE_BYTES
from living_strategy.model.catalogue import Catalogue, EntryState
from living_strategy.model.catalogue_reading import read_catalogue
from tests.integration.conftest import Run
from tests.integration.processes import PATIENCE
from tests.integration.site_support import once
from tests.integration.small_strategy import environment, program
from tests.national import a_catalogue, a_national_goal

GOAL, DATA = a_national_goal(), a_national_goal("data", title="Deling av data")
V1 = a_catalogue(GOAL, DATA)
V2 = a_catalogue(
    a_national_goal(title="Personvern fra starten"),
    a_national_goal(
        "data", title="Deling av data", state=EntryState.RETIRED, replaced_by=("personvern",)
    ),
    a_national_goal("nytt", title="Noe nytt"),
    name="v2",
    date="2026-12-01",
)
UPDATE = ("upstream", "update")
Files = dict[str, bytes]
ELSEWHERE = b"elsewhere: "


@pytest.fixture
def site() -> Iterator[tuple[str, Files]]:
    """A site on this machine: its address, and its files, which may change."""
    files: Files = {}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            content = files.get(self.path.lstrip("/"))
            if content is not None and content.startswith(ELSEWHERE):
                self.send_response(302)
                self.send_header("Location", content.removeprefix(ELSEWHERE).decode())
                content = None
            else:
                self.send_response(200 if content is not None else 410 if "gone" in files else 404)
            self.send_header("Content-Length", str(len(content or b"")))
            self.end_headers()
            self.wfile.write(content or b"")

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/", files
        server.shutdown()


@pytest.fixture
def kommune(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, run: Run) -> Path:
    """The strategy of a kommune, on its first day."""

    def make(folder: Path) -> None:
        arguments = ("start", "stavanger", "--municipality", "1103", "--no-git")
        assert run(folder, *arguments).returncode == 0

    begun = once(tmp_path_factory, "kommune", make) / "stavanger"
    return shutil.copytree(begun, tmp_path / "stavanger", symlinks=True)


def published(files: Files, *versions: tuple[str, bytes]) -> None:
    """Publish these editions, the last of which is the strategy of today, too."""
    editions = []
    for name, raw in versions:
        path = f"data/utgaver/{name}/catalogue.json"
        files[path] = raw
        date = json.loads(raw)["edition"]["date"]
        sha256 = hashlib.sha256(raw).hexdigest()
        editions.append({"name": name, "date": date, "path": path, "sha256": sha256})
    head = json.loads(versions[-1][1])
    head |= {"editions": editions, "edition": {"date": "2026-12-24"}}
    files["data/catalogue.json"] = json.dumps(head).encode()


def state(folder: Path) -> dict[str, bytes]:
    """All that the folder holds, but for caches."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.relative_to(folder).parts[0].startswith(".living")
    }


def said(run: Run, folder: Path, *arguments: str, code: int = 0) -> str:
    """What the program says when it ends with this exit code."""
    result = run(folder, *arguments)
    assert result.returncode == code, result.stdout + result.stderr
    assert "Traceback" not in result.stderr
    return result.stdout + result.stderr


def test_the_whole_way(kommune: Path, run: Run, site: tuple[str, Files]) -> None:
    """Pin, decide, hear of a newer version, take it, and see what must be looked at again."""
    url, files = site
    published(files, ("v1", V1))
    address = f"{url}data/catalogue.json"

    assert "v1" in said(run, kommune, "upstream", "add", "ks", address)
    assert (kommune / "upstream/ks.catalogue.json").read_bytes() == V1
    lock = (kommune / "upstream/ks.lock.yml").read_text("utf-8")
    assert f'address: "{url}data/utgaver/v1/catalogue.json"\n' in lock
    assert f'version: "v1"\nsha256: "{hashlib.sha256(V1).hexdigest()}"\n' in lock
    assert f'site: "{url}"\n' in lock
    settings = (kommune / "strategy/strategy.yml").read_text("utf-8")
    assert settings.endswith(
        f'upstream:\n  - name: ks\n    title: "Nasjonal strategi"\n    address: "{address}"\n'
    )
    assert "v1" in said(run, kommune, "upstream", "check")

    options = ("--body", "Kommunestyret", "--date", "2026-11-10", "--case", "PS 45/26")
    told = said(run, kommune, "adopt", "personvern", "--state", "adopted", *options)
    assert "«Innebygd personvern»" in told
    assert (kommune / "adoption/ks/personvern.yml").read_text("utf-8") == (
        f"state: adopted\nagainst:\n  version: v1\n  hash: {quoted(GOAL.decided)}\n"
        "decision:\n  body: Kommunestyret\n  date: 2026-11-10\n  case: PS 45/26\n"
    )
    assert "outdated-judgement" not in said(run, kommune, "check")

    published(files, ("v1", V1), ("v2", V2))
    assert "v2" in said(run, kommune, "upstream", "check", code=2)
    told = said(run, kommune, *UPDATE)
    assert "Nytt: Noe nytt (nytt)" in told
    assert "Endret: Personvern fra starten (personvern)" in told
    assert "Gjelder ikke lenger: Deling av data (data)" in told
    assert (kommune / "upstream/ks.catalogue.json").read_bytes() == V2
    assert "outdated-judgement" in said(run, kommune, "check", "--format", "json")
    assert "v2" in said(run, kommune, "upstream", "check")


def test_what_there_is_to_decide_on(kommune: Path, run: Run, site: tuple[str, Files]) -> None:
    """The ids as they are written here, with what is decided, as a table or as data."""
    url, files = site
    published(files, ("v1", V1))
    said(run, kommune, "upstream", "add", "ks", f"{url}data/catalogue.json")
    said(run, kommune, "adopt", "personvern", "--state", "adopted", "--body", "Kommunestyret",
         "--date", "2026-11-10", "--case", "PS 45/26")  # fmt: skip
    assert said(run, kommune, "upstream", "list").splitlines() == [
        "ks:data        Ikke behandlet  Deling av data",
        "ks:personvern  Vedtatt         Innebygd personvern",
    ]

    published(files, ("v1", V1), ("v2", V2))
    said(run, kommune, *UPDATE)
    rows = json.loads(said(run, kommune, "upstream", "list", "ks", "--format", "json"))
    assert {row["id"]: (row["state"], row["outdated"]) for row in rows} == {
        "ks:nytt": ("untreated", False),
        "ks:personvern": ("adopted", True),
    }
    head, *lines = said(run, kommune, "upstream", "list", "--format", "csv").splitlines()
    assert head == '\ufeff"Id";"Hva som er bestemt";"Tittel";"Adresse"'
    assert lines[1].startswith('"ks:personvern";"Vedtatt (vurderingen er utdatert)";"Personvern')
    assert lines[1].endswith(f'"{url}mal/personvern/"')
    said(run, kommune, "upstream", "add", "fylke", f"{url}data/catalogue.json")
    with (kommune / "strategy/strategy.yml").open("a", encoding="utf-8") as settings:
        settings.write("  - name: fylke\n    title: Fylket\n")
    both = json.loads(said(run, kommune, "upstream", "list", "--format", "json"))
    assert [row["id"] for row in both] == [
        *("ks:nytt", "ks:personvern"),
        *("fylke:nytt", "fylke:personvern"),
    ]
    assert said(run, kommune, "upstream", "list", "--format", "csv").count('"Tittel"') == 1
    said(run, kommune, "upstream", "list", "--format", "paper", code=2)
    said(run, kommune, "upstream", "list", "andre", code=1)


def test_an_update_again_changes_nothing(kommune: Path, run: Run, site: tuple[str, Files]) -> None:
    """Not even the day in the lock."""
    url, files = site
    published(files, ("v1", V1))
    said(run, kommune, "upstream", "add", "ks", f"{url}data/catalogue.json")
    before = state(kommune)

    result = run(kommune, *UPDATE, SOURCE_DATE_EPOCH="2000000000")
    assert result.returncode == 0
    assert state(kommune) == before


def test_a_step_back_needs_to_be_said(kommune: Path, run: Run, site: tuple[str, Files]) -> None:
    """An older version is taken by its name, and only if somebody says so."""
    url, files = site
    published(files, ("v1", V1), ("v2", V2))
    said(run, kommune, "upstream", "add", "ks", f"{url}data/catalogue.json")
    before = state(kommune)

    assert "--allow-older" in said(run, kommune, *UPDATE, "--to", "v1", code=1)
    assert state(kommune) == before
    said(run, kommune, *UPDATE, "--to", "v1", "--allow-older")
    assert (kommune / "upstream/ks.catalogue.json").read_bytes() == V1
    assert "v1, v2" in said(run, kommune, *UPDATE, "--to", "v9", code=1)


def test_a_file_will_do(kommune: Path, run: Run, tmp_path: Path) -> None:
    """Where nothing may be fetched, a file is pinned in the same way."""
    (tmp_path / "v1.json").write_bytes(V1)
    (tmp_path / "v2.json").write_bytes(V2)
    said(run, kommune, "upstream", "add", "ks", "../v1.json")
    assert "address:" not in (kommune / "upstream/ks.lock.yml").read_text("utf-8")

    said(run, kommune, "upstream", "check", "--from", "../v2.json", code=2)
    said(run, kommune, "upstream", "check", code=1)
    said(run, kommune, *UPDATE, "ks", "--from", "../v2.json")
    assert (kommune / "upstream/ks.catalogue.json").read_bytes() == V2
    said(run, kommune, *UPDATE, "--from", "../v2.json", "--to", "v1", code=1)
    said(run, kommune, *UPDATE, "--from", "../v3.json", code=1)


def _other_edition(files: Files, url: str) -> None:
    published(files, ("v1", V1), ("v2", V2))
    files["data/utgaver/v2/catalogue.json"] = V1


def _newer_format(files: Files, url: str) -> None:
    files["data/catalogue.json"] = json.dumps({**json.loads(V2), "version": 9}).encode()


def _changed(files: Files, url: str) -> None:
    files["data/catalogue.json"] = V2.replace(b"Noe nytt", b"Noe fint")


def _missing(files: Files, url: str) -> None:
    files.clear()


def _gone(files: Files, url: str) -> None:
    files.clear()
    files["gone"] = b""


def _to_a_file(files: Files, url: str) -> None:
    files["data/catalogue.json"] = ELSEWHERE + b"file:///etc/passwd"


def _to_the_house(files: Files, url: str) -> None:
    files["data/catalogue.json"] = ELSEWHERE + b"http://169.254.169.254/latest/"


def _other_bytes(files: Files, url: str) -> None:
    """The edition that is pinned says something else, and its site has the sum of that."""
    published(files, ("v1", a_catalogue(a_national_goal(title="Et helt annet mål"))))


def _circle(files: Files, url: str) -> None:
    first, second = (
        a_national_goal(one, state=EntryState.RETIRED, replaced_by=(other,))
        for one, other in (("a", "b"), ("b", "a"))
    )
    published(files, ("v2", a_catalogue(first, second, name="v2", date="2026-12-01")))


def _script(files: Files, url: str) -> None:
    goal = a_national_goal(sources=[{"title": "x", "url": "javascript:alert(1)"}])
    published(files, ("v2", a_catalogue(goal, name="v2", date="2026-12-01")))


def _page(files: Files, url: str) -> None:
    files["data/catalogue.json"] = b"<html>"


@pytest.mark.parametrize(
    ("trouble", "why"),
    [
        (_other_edition, "127.0.0.1"),
        (_newer_format, "upgrade"),
        (_changed, "127.0.0.1"),
        (_missing, "404"),
        (_gone, "410"),
        (_page, "127.0.0.1"),
        (_to_a_file, "file:///etc/passwd"),
        (_to_the_house, "169.254.169.254"),
        (_other_bytes, "versjon v1"),
        (_circle, "127.0.0.1"),
        (_script, "127.0.0.1"),
    ],
)
def test_what_is_not_as_published_is_refused(
    kommune: Path,
    run: Run,
    site: tuple[str, Files],
    trouble: Callable[[Files, str], None],
    why: str,
) -> None:
    """Everything stays as it was, and a sentence says why."""
    url, files = site
    published(files, ("v1", V1))
    said(run, kommune, "upstream", "add", "ks", f"{url}data/catalogue.json")
    before = state(kommune)
    trouble(files, url)

    assert why in said(run, kommune, *UPDATE, code=1)
    assert state(kommune) == before
    assert "damaged-pin" not in said(run, kommune, "check", "--format", "json")


def test_a_host_that_nobody_knows(kommune: Path, run: Run, site: tuple[str, Files]) -> None:
    """A name that is never given out: it cannot be looked up, whatever network there is."""
    url, files = site
    published(files, ("v1", V1))
    said(run, kommune, "upstream", "add", "ks", f"{url}data/catalogue.json")
    before = state(kommune)

    told = said(run, kommune, *UPDATE, "--from", "https://strategi.invalid/catalogue.json", code=1)
    assert "strategi.invalid" in told
    assert "--from" in told
    assert state(kommune) == before


def test_another_text_under_the_same_name_is_taken_if_somebody_says_so(
    kommune: Path, run: Run, site: tuple[str, Files]
) -> None:
    """The way out for whoever follows a strategy that began anew."""
    url, files = site
    published(files, ("v1", V1))
    said(run, kommune, "upstream", "add", "ks", f"{url}data/catalogue.json")
    _other_bytes(files, url)

    said(run, kommune, *UPDATE, "--allow-older")
    assert "Et helt annet mål" in (kommune / "upstream/ks.catalogue.json").read_text("utf-8")
    (kept,) = (kommune / "upstream").glob("ks.????????????.catalogue.json")
    assert kept.read_bytes() == V1


@pytest.mark.parametrize("name", ["ks.catalogue.json", "ks.lock.yml"])
def test_a_pin_is_replaced_as_a_whole(
    kommune: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """When the disk fails on the way, both files are as before, and nothing is left lying."""
    (tmp_path / "v1.json").write_bytes(V1)
    (tmp_path / "v2.json").write_bytes(V2)
    said(run, kommune, "upstream", "add", "ks", "../v1.json")
    before = state(kommune)
    replace = os.replace

    def failing(source: Path, to: Path) -> None:
        if to.name == name:
            raise OSError(28, "No space left on device", str(to))
        replace(source, to)

    with monkeypatch.context() as patch:
        patch.setattr(pair_writer.os, "replace", failing)
        assert name in said(run, kommune, *UPDATE, "--from", "../v2.json", code=1)
    assert state(kommune) == before
    said(run, kommune, *UPDATE, "--from", "../v2.json")


def test_a_pin_that_does_not_fit_is_put_right(kommune: Path, run: Run, tmp_path: Path) -> None:
    """Whoever was killed between the two files is told, and updates again."""
    (tmp_path / "v1.json").write_bytes(V1)
    said(run, kommune, "upstream", "add", "ks", "../v1.json")
    (kommune / "upstream/ks.catalogue.json").write_bytes(V2)

    assert "damaged-pin" in said(run, kommune, "check", "--format", "json", code=1)
    said(run, kommune, "upstream", "check", "--from", "../v1.json", code=1)
    said(run, kommune, *UPDATE, "--from", "../v1.json")
    said(run, kommune, "check")


def test_nothing_is_followed_yet(kommune: Path, run: Run, tmp_path: Path) -> None:
    """Each action says what to do first."""
    (tmp_path / "v1.json").write_bytes(V1)

    assert "upstream add" in said(run, kommune, "upstream", "check", code=1)
    assert "upstream add" in said(run, kommune, "adopt", "x", "--state", "adopted", code=2)
    said(run, kommune, "upstream", "add", "ks", code=2)
    said(run, kommune, "upstream", "add", "K S", "../v1.json", code=2)
    said(run, kommune, "upstream", "check", "ks", "../v1.json", code=2)
    said(run, kommune, "upstream", "add", "ks", "../v1.json")
    # A second one cannot be written without reading the list: the lines are shown.
    assert "- name: fylket" in said(run, kommune, "upstream", "add", "fylket", "../v1.json")


@pytest.fixture
def pinned(kommune: Path, run: Run, tmp_path: Path) -> Path:
    """The kommune with a pin from a file."""
    (tmp_path / "v1.json").write_bytes(V1)
    said(run, kommune, "upstream", "add", "ks", "../v1.json")
    return kommune


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("personver", "--state", "adopted"), "«personvern»"),
        (("personvern", "--state", "declined"), "--reason"),
        (("personvern", "--state", "adapted", "--reason", "x"), "--text"),
        (("personvern", "--state", "planned"), "--planned"),
        (("personvern", "--state", "adopted", "--date", "2026"), "--body"),
        (("personvern", "--state", "adopted", "--body", "x", "--date", "i går"), "--date"),
        (("personvern", "--state", "adopted", "--text", "area=x"), "title=…"),
        (("personvern", "--state", "ja"), "adopted"),
    ],
)
def test_a_record_is_whole_or_not_written(
    pinned: Path, run: Run, arguments: tuple[str, ...], word: str
) -> None:
    """The option that is missing is named."""
    assert word in said(run, pinned, "adopt", *arguments, code=2)
    assert not (pinned / "adoption").exists()


def test_a_record_is_written_again(pinned: Path, run: Run) -> None:
    """With the same state the rest stays; another state begins anew, and says what was before."""
    file = pinned / "adoption/ks/personvern.yml"
    adapted = ("adopt", "ks:personvern", "--state", "adapted")
    said(run, pinned, *adapted, "--reason", "Vi går\nlenger.", "--text", 'title=«Først» "nå": #1')
    first = file.read_text("utf-8")
    assert "reason: Vi går lenger.\n" in first
    assert (
        'overlays:\n  - field: title\n    text: "«Først» \\"nå\\": #1"\n'
        f"    base: {quoted(GOAL.hashes['title'])}\n"
    ) in first
    said(run, pinned, *adapted, "--next-review", "2027", "--text", "summary=Alltid.")
    second = file.read_text("utf-8")
    assert "reason" in second
    assert second.count("field:") == 2
    assert "wrong" not in said(run, pinned, "check")

    told = said(run, pinned, "adopt", "personvern", "--state", "under-consideration")
    assert "Tilpasset" in told
    assert file.read_text("utf-8").startswith("state: under-consideration\n")
    assert "overlays" not in file.read_text("utf-8")


def test_what_a_version_asks_for(kommune: Path, run: Run, tmp_path: Path) -> None:
    """Each form of it, with the wording that was judged, which is kept until it is judged anew."""
    (tmp_path / "v1.json").write_bytes(V1)
    (tmp_path / "v2.json").write_bytes(V2)
    said(run, kommune, "upstream", "add", "ks", "../v1.json")
    said(run, kommune, "adopt", "personvern", "--state", "adopted")
    own = {path: text for path, text in state(kommune).items() if not path.startswith("upstream/")}
    said(run, kommune, *UPDATE, "--from", "../v2.json", "--report", "../report.md")

    (kept,) = (kommune / "upstream").glob("ks.????????????.catalogue.json")
    assert kept.read_bytes() == V1
    after = state(kommune)
    assert own == {path: text for path, text in after.items() if not path.startswith("upstream/")}
    report = (tmp_path / "report.md").read_text("utf-8")
    assert report == said(run, kommune, "upstream", "impact", "--format", "md")
    assert "Tittel endret fra «Innebygd personvern» til «Personvern fra starten»" in report
    paper = said(run, kommune, "upstream", "impact", "--format", "paper")
    assert paper.startswith("## Utkast: Endringer i «Nasjonal strategi» siden sist behandlet")
    assert "<h2>" in said(run, kommune, "upstream", "impact", "--format", "paper-html")
    rows = json.loads(said(run, kommune, "upstream", "impact", "--format", "json"))["rows"]
    assert [(row["id"], row["nature"], row["need"]) for row in rows] == [
        ("nytt", "new", "read"),
        ("personvern", "clarification", "read"),
        ("data", "merged", "know"),
    ]
    table = said(run, kommune, "upstream", "impact", "--format", "csv")
    assert table.startswith('\ufeff"Krever";"Tittel";"Id"')

    # Judged anew, nothing is left but what nobody has treated; against v2 itself there is nothing.
    said(run, kommune, "adopt", "personvern", "--state", "adopted")
    assert "Tittel endret" not in said(run, kommune, "upstream", "impact")
    assert "Ingenting er endret." in said(
        run, kommune, "upstream", "impact", "--from", "../v2.json"
    )
    assert "Tittel endret" in said(run, kommune, "upstream", "impact", "--from", "v1")
    said(run, kommune, "upstream", "impact", "--from", "../nowhere.json", code=1)
    third = a_catalogue(a_national_goal(title="Personvern alltid"), name="v3", date="2027-01-01")
    (tmp_path / "v3.json").write_bytes(third)
    said(run, kommune, *UPDATE, "--from", "../v3.json", "--report", "../no/such/folder.md", code=1)
    assert [path.read_bytes() for path in (kommune / "upstream").glob("ks.*.catalogue.json")] == [
        V2
    ]


def test_comments_in_a_record_stay(pinned: Path, run: Run) -> None:
    """Above the field that they stood at; those of a field that is gone come last."""
    file = pinned / "adoption/ks/personvern.yml"
    said(run, pinned, "adopt", "personvern", "--state", "declined", "--reason", "Nei #1.")
    text = file.read_text("utf-8").replace("state: declined", "# Se sak 45.\nstate: declined # Ja")
    text = text.replace("reason:", "# Spurt i mai.\nreason:")
    text += (
        "overlays:\n  - field: title\n    text: |\n      # Ingen merknad\n    base: x\n# Slutt\n"
    )
    file.write_text(text.replace("base: x", f"base: {GOAL.hashes['title']} # Fra v1"), "utf-8")
    said(run, pinned, "adopt", "personvern", "--state", "declined", "--next-review", "2028")
    written = file.read_text("utf-8")

    assert written.startswith("# Se sak 45.\n# Ja\nstate: declined\n")
    assert '# Spurt i mai.\nreason: "Nei #1."\n' in written
    assert "# Fra v1\noverlays:\n" in written
    assert written.count("# Ingen merknad") == 1
    assert written.endswith("# Slutt\n")
    said(run, pinned, "adopt", "personvern", "--state", "adopted")
    written = file.read_text("utf-8")
    assert all(
        written.count(f"# {word}") == 1 for word in ("Se sak", "Ja", "Spurt", "Fra", "Slutt")
    )


def _stopped_behind_the_lock(root: Path, name: str) -> None:
    """Write a pin in a process that is killed when this file would take its place."""
    pid = os.fork()
    if not pid:
        replace = os.replace

        def killing(source: Path, to: Path) -> None:
            if to.name == name:
                os.kill(os.getpid(), signal.SIGKILL)
            replace(source, to)

        pair_writer.os.replace = killing  # type: ignore[assignment]
        catalogue = read_catalogue(V2)
        assert isinstance(catalogue, Catalogue)
        write_pin(root, "ks", Got(V2, catalogue), date(2026, 11, 21))
        os._exit(0)
    _, status = os.waitpid(pid, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are started in another way")
@pytest.mark.parametrize(("name", "expected"), [("ks.lock.yml", V1), ("ks.catalogue.json", V2)])
def test_a_killed_process_leaves_a_pin(
    pinned: Path, run: Run, tmp_path: Path, name: str, expected: bytes
) -> None:
    """The old one before the lock is in its place, and the new one from then on."""
    _stopped_behind_the_lock(pinned, name)

    assert said(run, pinned, "check", "--format", "json").count("damaged-pin") == 0
    (tmp_path / "now.json").write_bytes(expected)
    assert said(run, pinned, "upstream", "check", "--from", "../now.json")
    assert (pinned / "upstream/ks.catalogue.json").read_bytes() == expected
    assert sorted(file.name for file in (pinned / "upstream").iterdir()) == [
        "ks.catalogue.json", "ks.lock.yml"
    ]  # fmt: skip


@pytest.mark.parametrize(
    "raw",
    [
        b'{"format": 1e999}',
        b'{"format": 1, "format": 2}',
        b"[" * 100_000,
        b" " * (MAX_CATALOGUE_BYTES + 1),
        gzip.compress(b" " * (MAX_CATALOGUE_BYTES + 1), mtime=0),
    ],
    ids=["number", "key", "depth", "huge", "packed"],
)
def test_hostile_answers_are_refused_in_a_sentence(
    kommune: Path, run: Run, site: tuple[str, Files], raw: bytes
) -> None:
    """From an address and from a file, and what is pinned stays."""
    url, files = site
    published(files, ("v1", V1))
    said(run, kommune, "upstream", "add", "ks", f"{url}data/catalogue.json")
    before = state(kommune)
    files["data/catalogue.json"] = raw
    (kommune.parent / "slem.json").write_bytes(raw)

    for arguments in (UPDATE, (*UPDATE, "--from", "../slem.json")):
        told = said(run, kommune, *arguments, code=1)
        assert "Traceback" not in told
        assert len(told.strip().splitlines()) <= 3
    assert state(kommune) == before


def test_a_strategy_that_began_anew_is_not_taken_unseen(
    kommune: Path, run: Run, site: tuple[str, Files]
) -> None:
    """Its newest edition is older, or has the name of the pinned one and says something else."""
    url, files = site
    published(files, ("v1", V1), ("v2", V2))
    said(run, kommune, "upstream", "add", "ks", f"{url}data/catalogue.json")
    before = state(kommune)
    files.clear()
    published(files, ("v1", V1))

    assert "--allow-older" in said(run, kommune, *UPDATE, code=1)
    assert state(kommune) == before


def test_a_killed_update_changes_nothing(kommune: Path, run: Run, tmp_path: Path) -> None:
    """Signal 9 comes while the new version is under way; the next update takes it."""
    (tmp_path / "v1.json").write_bytes(V1)
    (tmp_path / "v2.json").write_bytes(V2)
    said(run, kommune, "upstream", "add", "ks", "../v1.json")
    before = state(kommune)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        address = f"http://127.0.0.1:{listening.getsockname()[1]}/catalogue.json"
        command = [*program(), *UPDATE, "--from", address]
        process = subprocess.Popen(command, cwd=kommune, env=environment())
        line, _ = listening.accept()
        with line:
            line.recv(1)
            line.sendall(f"HTTP/1.1 200 OK\r\nContent-Length: {len(V2)}\r\n\r\n".encode())
            line.sendall(V2[:200])
            process.kill()
            assert process.wait(PATIENCE) == -signal.SIGKILL

    assert state(kommune) == before
    said(run, kommune, *UPDATE, "--from", "../v2.json")
    assert (kommune / "upstream/ks.catalogue.json").read_bytes() == V2
