"""The form on the site with the real Decap CMS: from the login to the pull request.

Its GitHub backend speaks to a small host over a bare repository, and its backend for one machine to
the real decap-server.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.form_steps import LOGIN, Editor, send_to, strategy
from tests.browser.git_host import GitHost
from tests.browser.server import Server
from tests.browser.test_policy import sent_headers
from tests.browser.validators import module
from tests.browser.watch import Watched, watched
from tests.integration.site_support import Site, program
from tests.repositories import git

pytestmark = [pytest.mark.browser, pytest.mark.site, pytest.mark.long]
ENTRY = "admin/#/collections/measures/entries/{}"
REGISTER = "admin/#/collections/organisations/entries/organisations"
# What the program says where it asks whether there is a branch, or a folder of pictures.
EXPECTED = "Failed to load resource: the server responded with a status of 404"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A strategy with a form, and with somebody to write to."""
    folder = strategy(tmp_path_factory.mktemp("form"))
    settings = folder / "strategy/strategy.yml"
    settings.write_text(f"{settings.read_text('utf-8')}contact: post@lillevik.example\n", "utf-8")
    program(folder, "format")
    course = (folder / "measures/kurs.md").read_text("utf-8")
    (folder / "measures/nettkurs.md").write_text(course.replace("Kurs", "Nettkurs"), "utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=Legg til")
    return folder


@pytest.fixture(scope="module")
def host(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[GitHost]:
    """A host with the repository of the strategy."""
    bare = tmp_path_factory.mktemp("host") / "strategi.git"
    git(root, "clone", "--quiet", "--bare", str(root), str(bare))
    with GitHost(bare) as started:
        yield started


@pytest.fixture(scope="module")
def site(host: GitHost, root: Path) -> Site:
    """The site of the strategy, whose form sends proposals to the host."""
    program(root, "build", "--to", "site", "--repo-url", host.repository)
    return Site(root, root / "site", "/", "")


@pytest.fixture
def editor(browser: Browser, site: Site, host: GitHost) -> Iterator[tuple[Editor, Watched, Server]]:
    """Somebody who has logged in, on a host of sites that sends the headers we ask for."""
    with (
        Server(site.folder, headers=sent_headers(site)) as server,
        watched(browser, server.origin, viewport={"width": 1350, "height": 900}) as opened,
    ):
        opened.go(server.url("admin/demo/"))
        opened.page.evaluate(LOGIN)
        yield Editor(opened.page), opened, server


def checked_out(host: GitHost, branch: str, folder: Path) -> Path:
    """What is on a branch of the host."""
    git(folder, "clone", "--quiet", "--branch", branch, str(host.folder), str(folder / "branch"))
    return folder / "branch"


def changed_lines(host: GitHost, branch: str) -> list[str]:
    """The lines that a branch takes away and adds."""
    lines = host.git("diff", "--unified=0", "main", branch).splitlines()
    return [line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")]


def test_change_of_status(
    editor: tuple[Editor, Watched, Server], host: GitHost, tmp_path: Path
) -> None:
    """Five clicks from the page of the entry: six lines change, the proposal waits for review, the
    check passes and the page says what is new. Nobody else is asked, and the policy forbids
    nothing.
    """
    somebody, opened, server = editor
    asked = len(host.asked)
    somebody.report(server.url("tiltak/veiledning/"))
    somebody.take("Stan")
    somebody.write("status_date", "2025-03")
    somebody.write("status_reason", "Tilskuddet tok slutt.")
    somebody.save_and_send()

    assert somebody.clicks <= 5
    branch = "cms/measures/veiledning"
    assert changed_lines(host, branch) == [
        "-status: ongoing",
        "-status_date: 2024",
        "+status: stopped",
        "+status_date: 2025-03",
        "+status_reason: >-",
        "+  Tilskuddet tok slutt.",
    ]
    pull = next(pull for pull in host.pulls if pull["head"]["ref"] == branch)
    assert (pull["title"], pull["base"]["ref"]) == ("Endret: veiledning", "main")
    assert host.labels[pull["number"]] == ["decap-cms/pending_review"]
    assert len(host.asked) - asked < 80
    assert [url for url in opened.strangers if not url.startswith(host.origin)] == []
    assert [text for text in opened.complaints if EXPECTED not in text] == []

    folder = checked_out(host, branch, tmp_path)
    assert program(folder, "format", "--check").returncode == 0
    program(folder, "build", "--to", "site")
    page = (folder / "site/tiltak/veiledning/index.html").read_text("utf-8")
    assert "Stanset" in page
    assert "Tilskuddet tok slutt." in page


def test_a_second_draft_is_the_same_one(
    editor: tuple[Editor, Watched, Server], host: GitHost, tmp_path: Path
) -> None:
    """Who opens an entry with a draft goes on with it: a milestone and a goal are added to it."""
    somebody, _, server = editor
    address = server.url(ENTRY.format("kurs"))
    branch = "cms/measures/kurs"
    somebody.open(address)
    somebody.choose("status", "På")
    somebody.save()
    somebody.open(address)
    somebody.choose("goals", "Kommunen er")
    somebody.click(somebody.button("Legg til milepæl"))
    somebody.inner("title", "milestones").fill("Første kurs er holdt")
    somebody.inner("date", "milestones").fill("2025-09")
    somebody.save()

    assert [pull["head"]["ref"] for pull in host.pulls].count(branch) == 1
    assert changed_lines(host, branch) == [
        "-goals: [innbyggernes-ferdigheter]",
        "-status: planned",
        "+goals: [innbyggernes-ferdigheter, apenhet]",
        "+status: ongoing",
        "+milestones:",
        "+  - title: Første kurs er holdt",
        "+    date: 2025-09",
    ]
    program(checked_out(host, branch, tmp_path), "check")


def test_a_report_goes_on_with_a_draft_and_sends_it(
    editor: tuple[Editor, Watched, Server], host: GitHost
) -> None:
    """What waited as a draft waits for review, and the form says so."""
    somebody, opened, server = editor
    branch = "cms/measures/nettkurs"
    somebody.open(server.url(ENTRY.format("nettkurs")))
    somebody.choose("status", "På")
    somebody.save()
    number = next(pull["number"] for pull in host.pulls if pull["head"]["ref"] == branch)
    before = list(host.labels[number])
    somebody.report(server.url("tiltak/nettkurs/"))
    somebody.write("status_date", "2025-03")
    somebody.save_and_send()

    assert before == ["decap-cms/draft"]
    assert host.labels[number] == ["decap-cms/pending_review"]
    assert "+status_date: 2025-03" in changed_lines(host, branch)
    assert opened.page.url.endswith("?report#/collections/measures/entries/nettkurs")


def test_a_new_measure(
    editor: tuple[Editor, Watched, Server], host: GitHost, tmp_path: Path
) -> None:
    """What is missing is said in Norwegian before anything is sent; the title gives the id."""
    somebody, _, server = editor
    somebody.open(server.url("admin/#/collections/measures/new"))
    somebody.write("title", "Åpne møter – på nett")
    somebody.click(somebody.button("Lagre"))
    somebody.page.get_by_text("Status er påkrevd").first.wait_for()
    somebody.choose("status", "Plan")
    said = somebody.refused()
    somebody.choose("goals", "Kommunen er")
    somebody.choose("responsible", "KS")
    somebody.write("as_of", "i fjor")
    somebody.click(somebody.button("Lagre"))
    somebody.page.get_by_text("År, måned eller dag: 2018").first.wait_for()
    somebody.write("as_of", "2025")
    somebody.choose("audience", "Innb")
    somebody.write("body", "Møtene [[ks|sendes]] på nett.")
    somebody.save()

    assert said == "Kunne ikke lagre: Velg minst én: Mål, Satsingsområder."
    branch = "cms/measures/apne-moter-pa-nett"
    assert host.git("show", f"{branch}:measures/apne-moter-pa-nett.md") == (
        "---\ntitle: Åpne møter – på nett\ngoals: [apenhet]\nstatus: planned\nresponsible: [ks]\n"
        "audience: [resident]\nas_of: 2025\n---\n\nMøtene [[ks|sendes]] på nett.\n"
    )
    program(checked_out(host, branch, tmp_path), "check")


def test_a_register(editor: tuple[Editor, Watched, Server], host: GitHost, tmp_path: Path) -> None:
    """A part that is half filled is not sent; once it is emptied, the same entry can be. It comes
    below the others and changes nothing else.
    """
    somebody, _, server = editor
    branch = "cms/organisations/organisations"
    somebody.open(server.url(REGISTER))
    somebody.click(somebody.button("Legg til organisasjon"))
    somebody.inner("id", "entries").fill("nav")
    somebody.inner("title", "entries").fill("Nav")
    somebody.inner("type", "entries").press_sequentially("Direkt")
    somebody.inner("type", "entries").press("Enter")
    somebody.inner("as_of", "entries").fill("2025")
    somebody.click(somebody.inner("retired", "entries").get_by_role("button").first)
    somebody.inner("reason", "entries").fill("Slått sammen")
    half = somebody.refused()
    proposed = [pull["head"]["ref"] for pull in host.pulls]
    somebody.inner("reason", "entries").fill("")
    somebody.save()

    assert half == (
        "Kunne ikke lagre: «Utgått» er bare fylt ut til dels: «Utgått» mangler. "
        "Fyll det ut, eller tøm alt."
    )
    assert branch not in proposed
    assert changed_lines(host, branch) == [
        "+nav:",
        "+  title: Nav",
        "+  type: agency",
        "+  as_of: 2025",
    ]
    program(checked_out(host, branch, tmp_path), "check")


def test_nothing_is_sent_from_the_trial(browser: Browser, site: Site, host: GitHost) -> None:
    """It needs no login, shows the content and keeps a draft, and reads nothing but files of the
    site.
    """
    asked = len(host.asked)
    with (
        Server(site.folder, headers=sent_headers(site)) as server,
        watched(browser, server.origin, viewport={"width": 1350, "height": 900}) as opened,
    ):
        somebody, sent = Editor(opened.page), []
        opened.page.on("request", lambda request: sent.append((request.method, request.url)))
        opened.go(server.url("admin/demo/"))
        somebody.click(somebody.button("Logg inn"))
        opened.page.get_by_text("Tiltak").first.wait_for()
        opened.page.goto(server.url(f"admin/demo/{ENTRY.partition('/')[2].format('veiledning')}"))
        somebody.button("Lagre").wait_for()
        shown = opened.page.frame_locator("iframe").get_by_role("heading", level=1)
        shown.wait_for()
        somebody.choose("status", "Full")
        somebody.save()
        heading = shown.inner_text()

    assert heading == "Veiledning på biblioteket"
    assert {method for method, _ in sent} == {"GET"}
    others = (server.url("admin/"), server.url("assets/"), "data:", "blob:", "about:")
    assert [url for _, url in sent if not url.startswith(others)] == []
    assert opened.strangers == []
    assert [text for text in opened.complaints if "Content Security Policy" in text] == []
    assert len(host.asked) == asked


def test_decap_server(browser: Browser, site: Site, tmp_path: Path) -> None:
    """On one machine the same form works with decap-server, which keeps drafts as branches."""
    clone, own = tmp_path / "clone", tmp_path / "site"
    git(tmp_path, "clone", "--quiet", str(site.root), str(clone))
    git(clone, "config", "user.name", "x")
    git(clone, "config", "user.email", "x@example.org")
    shutil.copytree(site.folder, own)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    surroundings = {"MODE": "git", "PORT": str(port), "BIND_HOST": "127.0.0.1"}
    surroundings |= {"GIT_REPO_DIRECTORY": str(clone)}
    origin = f"http://127.0.0.1:{port}"
    send_to(own, {"name": "proxy", "proxy_url": f"{origin}/api/v1", "branch": "main"}, origin)
    started = subprocess.Popen(
        ["node", str(module("decap-server") / "dist/index.js")],
        env=os.environ | surroundings,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert started.stdout is not None
        assert any("listening" in line for line in started.stdout)
        with Server(own) as server, watched(browser, server.origin) as opened:
            somebody = Editor(opened.page)
            opened.go(server.url("admin/"))
            somebody.click(somebody.button("Logg inn"))
            opened.page.get_by_text("Tiltak").first.wait_for()
            somebody.open(server.url(ENTRY.format("veiledning")))
            somebody.write("status_date", "2025")
            somebody.save()
            somebody.send()
            complaints = [text for text in opened.complaints if "Security Policy" in text]
    finally:
        started.terminate()
        started.communicate()

    branch = "cms/measures/veiledning"
    assert complaints == []
    assert git(clone, "config", f"branch.{branch}.description") == "decap-cms/pending_review"
    lines = git(clone, "diff", "--unified=0", "main", branch).splitlines()
    assert [line for line in lines if line.startswith(("-s", "+s"))] == [
        "-status_date: 2024",
        "+status_date: 2025",
    ]


def test_what_the_form_is_made_of_follows_the_content(site: Site) -> None:
    """`forms --check` says which files of a site are out of date once a title has changed."""
    goal = site.root / "goals/apenhet.md"
    before = goal.read_text("utf-8")
    fresh = program(site.root, "forms", "--check")
    try:
        goal.write_text(before.replace("Kommunen er åpen", "Kommunen er open"), "utf-8")
        stale = program(site.root, "forms", "--check", check=False)
    finally:
        goal.write_text(before, "utf-8")

    assert fresh.stdout == "Skjemaet er oppdatert.\n"
    assert stale.returncode == 1
    assert "admin/config.yml er foreldet: Bygg nettstedet på nytt." in stale.stdout
    assert json.loads((site.folder / "admin/config.yml").read_text("utf-8"))["locale"] == "nb_no"
