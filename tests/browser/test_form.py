"""The form on the site with the real Decap CMS: from the login to the pull request.

Its GitHub backend speaks to a small host over a bare repository, and its backend for one machine to
the real decap-server.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ViewportSize

from living_strategy.adapters.cli import program as command_line
from living_strategy.adapters.publishing import read_strategy
from living_strategy.diagnostics import Finding, Severity
from living_strategy.forms.web.words import words
from living_strategy.language import Language
from tests.browser.form_steps import LOGIN, Editor, send_to, strategy
from tests.browser.git_host import GitHost
from tests.browser.launch import launch_keeping
from tests.browser.server import Server
from tests.browser.test_policy import sent_headers
from tests.browser.validators import module
from tests.browser.watch import Watched, visited, watched
from tests.integration.site_support import TODAY, Site, once, pages, program
from tests.repositories import git

pytestmark = [pytest.mark.browser, pytest.mark.site, pytest.mark.long]
WINDOW: ViewportSize = {"width": 1350, "height": 900}
ENTRY = "admin/#/collections/measures/entries/{}"
ENTRY_OF_LIST = "admin/#/collections/{0}/entries/{0}"
# What unfolds an entry of a list has no name.
FOLDED = "[class*=SortableListItem] > * > button"
# Without these the form does not try to save.
REQUIRED = {"title": "Arkiv i skyen", "summary": "Arkivet er i skyen."}
KNOWN = "name => CMS.getLocale(name)"
# Other hosts, other widgets, several languages of one text, groups, and pictures beside entries.
NEVER_SHOWN = (
    *("auth.loginWithAzure", "auth.loginWithForgejo", "collection.groups.", "mediaLibrary."),
    *("app.header.media", "editor.editorControlPane.i18n.", "editor.editorInterface.toggleI18n"),
    *(f"editor.editorWidgets.{name}." for name in ("markdown", "image", "file", "datetime")),
)
SAME_IN_ENGLISH = {
    *("collection.collectionTop.newButton", "editor.editorToolbar.status"),
    *("ui.toast.onFailToAuth", "workflow.workflowCard.lastChangeNoAuthor"),
}
REGISTER = "admin/#/collections/organisations/entries/organisations"
# What the program says where it asks whether there is a branch, or a folder of pictures.
EXPECTED = "Failed to load resource: the server responded with a status of 404"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A strategy with a form, and with somebody to write to."""
    made = once(tmp_path_factory, "form", with_contact)
    return shutil.copytree(made, tmp_path_factory.mktemp("form") / "strategy")


def with_contact(folder: Path) -> None:
    """Make the strategy."""
    strategy(folder)
    settings = folder / "strategy/strategy.yml"
    settings.write_text(f"{settings.read_text('utf-8')}contact: post@lillevik.example\n", "utf-8")
    program(folder, "format")
    course = (folder / "measures/kurs.md").read_text("utf-8")
    (folder / "measures/nettkurs.md").write_text(course.replace("Kurs", "Nettkurs"), "utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=Legg til")


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


@pytest.fixture(scope="module")
def server(site: Site) -> Iterator[Server]:
    """A host of sites that sends the headers we ask for."""
    with Server(site.folder, headers=sent_headers(site)) as started:
        yield started


@pytest.fixture(scope="module")
def kept(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    """A browser that compiles the program of the form once."""
    opened = launch_keeping(browser, tmp_path_factory.mktemp("browser"), viewport=WINDOW)
    yield opened
    opened.close()


@pytest.fixture
def editor(kept: BrowserContext, server: Server) -> Iterator[tuple[Editor, Watched, Server]]:
    """Somebody who has logged in."""
    with visited(kept, server.origin) as opened:
        log_in(opened, server)
        yield Editor(opened.page), opened, server


@contextmanager
def logged_in(kept: BrowserContext, server: Server) -> Iterator[Editor]:
    """Somebody else who has logged in. What was opened is known to a page alone, so that theirs may
    be another one of the same browser.
    """
    with visited(kept, server.origin) as opened:
        log_in(opened, server)
        yield Editor(opened.page)


def log_in(opened: Watched, server: Server) -> None:
    """Leave behind what the program keeps, on a page without the program."""
    opened.go(server.url("robots.txt"))
    opened.page.evaluate(LOGIN)


@contextmanager
def published(host: GitHost, folder: Path, path: str, old: str, new: str) -> Iterator[None]:
    """Somebody publishes another text in a file, until it is taken back."""
    before = host.commit_named("main")
    main = checked_out(host, "main", folder)
    text = (main / path).read_text("utf-8")
    assert old in text
    (main / path).write_text(text.replace(old, new), "utf-8")
    git(main, "commit", "--quiet", "--all", "--message=Andre var her")
    git(main, "push", "--quiet", "origin", "main")
    try:
        yield
    finally:
        host.git("update-ref", "refs/heads/main", before)


def checked_out(host: GitHost, branch: str, folder: Path) -> Path:
    """What is on a branch of the host."""
    git(folder, "clone", "--quiet", "--branch", branch, str(host.folder), str(folder / "branch"))
    return folder / "branch"


def errors(folder: Path) -> list[Finding]:
    """What `check` would stop a strategy for."""
    found = read_strategy(folder, TODAY).diagnostics
    return [finding for finding in found if finding.severity is Severity.ERROR]


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
    assert command_line.run(["format", "--check", "--root", str(folder)]) == 0
    proposed = read_strategy(folder, TODAY)
    (page,) = (page for page in pages(proposed) if page.path == "tiltak/veiledning/")
    assert not proposed.has_errors
    assert "Stanset" in page.content
    assert "Tilskuddet tok slutt." in page.content


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
    assert errors(checked_out(host, branch, tmp_path)) == []


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
    assert errors(checked_out(host, branch, tmp_path)) == []


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
        "Kunne ikke lagre: «Utgått» er bare fylt ut til dels: feltet med samme navn inni er tomt. "
        "Fyll det ut, eller tøm alt."
    )
    assert branch not in proposed
    assert changed_lines(host, branch) == [
        "+nav:",
        "+  title: Nav",
        "+  type: agency",
        "+  as_of: 2025",
    ]
    assert errors(checked_out(host, branch, tmp_path)) == []


def test_an_id_never_goes(editor: tuple[Editor, Watched, Server], host: GitHost) -> None:
    """Whoever writes another one over it is told what to do instead, and nothing is sent."""
    somebody, _, server = editor
    somebody.open(server.url(ENTRY_OF_LIST.format("areas")))
    somebody.click(somebody.page.locator(FOLDED).first)
    somebody.inner("id", "areas").fill("digitale-ferdigheter")
    said = somebody.refused()

    assert said.startswith("Kunne ikke lagre: «digital-kompetanse» er borte fra listen")
    assert "Tidligere id-er" in said
    assert "cms/areas/areas" not in [pull["head"]["ref"] for pull in host.pulls]


def test_settings(editor: tuple[Editor, Watched, Server], host: GitHost, tmp_path: Path) -> None:
    """What the strategy says of itself is changed; what the form does not show stays, and so does
    the part that is half filled until it is whole.
    """
    somebody, _, server = editor
    branch = "cms/settings/settings"
    somebody.open(server.url(ENTRY_OF_LIST.format("settings")))
    somebody.write("contact", "post på lillevik")
    somebody.click(somebody.button("Lagre"))
    somebody.page.get_by_text("En e-postadresse, eller en nettadresse").first.wait_for()
    somebody.write("contact", "post@lillevik.example.org")
    somebody.choose("owner", "KS")
    somebody.click(somebody.field("vision").get_by_role("button").first)
    somebody.inner("source", "vision").fill("Kommuneplanen")
    half = somebody.refused()
    proposed = [pull["head"]["ref"] for pull in host.pulls]
    somebody.inner("text", "vision").fill("Alle er med.")
    somebody.save()

    assert half == (
        "Kunne ikke lagre: «Visjon» er bare fylt ut til dels: feltet med samme navn inni er tomt. "
        "Fyll det ut, eller tøm alt."
    )
    assert branch not in proposed
    assert changed_lines(host, branch) == [
        "+owner: ks",
        "+vision:",
        "+  text: Alle er med.",
        "+  source: Kommuneplanen",
        "-contact: post@lillevik.example",
        "+contact: post@lillevik.example.org",
    ]
    assert errors(checked_out(host, branch, tmp_path)) == []


def test_an_item_without_front_matter(
    editor: tuple[Editor, Watched, Server], host: GitHost, tmp_path: Path
) -> None:
    """An item in a `.yml` file is opened from its page; its text is one of its fields."""
    somebody, _, server = editor
    branch = "cms/projects-yml/digihjelpen"
    somebody.page.goto(server.url("prosjekter/digihjelpen/"))
    door = somebody.page.locator("a[href*='admin/#']").first.get_attribute("href")
    somebody.open(server.url(f"prosjekter/digihjelpen/{door}"))
    text = somebody.field("description").input_value()
    somebody.write("description", "Kurs på biblioteket, og [[veiledning]].")
    somebody.save()

    assert text.strip() == "Kurs for dem som trenger det."
    assert changed_lines(host, branch) == [
        "-  Kurs for dem som trenger det.",
        "+  Kurs på biblioteket, og [[veiledning]].",
    ]
    assert errors(checked_out(host, branch, tmp_path)) == []


def test_two_at_once(
    editor: tuple[Editor, Watched, Server], kept: BrowserContext, host: GitHost
) -> None:
    """Who opened an entry before somebody else saved it is told so, also where both go on with one
    draft, and nothing is written over what is there. Nobody is stopped by what they saved
    themselves.
    """
    first, _, server = editor
    address, branch = server.url(ENTRY.format("arkiv")), "cms/measures/arkiv"
    with logged_in(kept, server) as second:
        second.open(address)
        first.open(address)
        first.write("status_date", "2025")
        first.save()
        drafted = host.commit_named(branch)
        second.write("status_date", "2026")
        said = [second.refused()]
        said.append(second.refused())
        stayed = host.commit_named(branch)
    with logged_in(kept, server) as third:
        third.open(address)
        first.write("status_date", "2025-03")
        first.save()
        third.write("summary", "Arkivet er åpent.")
        said.append(third.refused())

    assert {text.partition(",")[0] for text in said} == {
        "Kunne ikke lagre: Noen har endret dette etter at du åpnet det"
    }
    assert stayed == drafted
    assert changed_lines(host, branch) == ["+status_date: 2025-03"]
    assert [pull["head"]["ref"] for pull in host.pulls].count(branch) == 1


def test_what_is_published_meanwhile(
    editor: tuple[Editor, Watched, Server], host: GitHost, tmp_path: Path
) -> None:
    """It is not taken back by who opened the entry before."""
    somebody, _, server = editor
    somebody.open(server.url(ENTRY.format("arkiv-i-skyen")))
    with published(
        host, tmp_path, "measures/arkiv-i-skyen.md", "status: planned", "status: ongoing"
    ):
        somebody.write("summary", "Arkivet er i skyen.")
        said = somebody.refused()

    assert "Noen har endret dette" in said
    assert "cms/measures/arkiv-i-skyen" not in [pull["head"]["ref"] for pull in host.pulls]


@pytest.mark.parametrize(
    ("path", "old", "new", "said"),
    [
        ("measures/arkiv-i-skyen.md", "as_of:", "eier: ks\nas_of:", "ikke kjenner: «eier»"),
        # What is known in which part is tried in tests/web/form-checks.test.mjs.
        pytest.param(
            *("measures/arkiv-i-skyen.md", "  - title: S", "  - lenke: x\n    title: S", "«lenke»"),
            marks=pytest.mark.matrix,
        ),
        ("measures/arkiv-i-skyen.md", "title: Arkiv", "title: [Arkiv", "ikke lese filen"),
    ],
    ids=["field", "field-of-part", "unreadable"],
)
def test_a_file_that_nobody_can_save(
    editor: tuple[Editor, Watched, Server],
    host: GitHost,
    tmp_path: Path,
    path: str,
    old: str,
    new: str,
    said: str,
) -> None:
    """A field that the strategy does not know, and a file that is no YAML, are told and stay."""
    somebody, _, server = editor
    with published(host, tmp_path, path, old, new):
        somebody.open(server.url(ENTRY.format("arkiv-i-skyen")))
        for name, text in REQUIRED.items():
            somebody.write(name, text)
        if not somebody.page.get_by_text("Planlagt").count():
            somebody.choose("status", "Plan")
            somebody.choose("goals", "Kommunen er")
        refused = somebody.refused()

    assert said in refused
    assert "cms/measures/arkiv-i-skyen" not in [pull["head"]["ref"] for pull in host.pulls]


def test_the_form_leads_to_the_page(editor: tuple[Editor, Watched, Server]) -> None:
    """From an entry to its page, and from a draft to none: it has none yet."""
    somebody, opened, server = editor
    link = opened.page.get_by_role("link", name="Vis på nettstedet")
    somebody.open(server.url(ENTRY.format("kalender")))
    link.wait_for()
    of_item = link.get_attribute("href")
    somebody.choose("status", "På")
    somebody.save()
    somebody.open(server.url(ENTRY.format("kalender")))
    somebody.button("Status: Kladd").wait_for()

    assert of_item == server.url("tiltak/kalender/")
    assert link.count() == 0
    assert somebody.button("Kontroller forhåndsvisning").count() == 0


def test_nothing_is_sent_from_the_trial(
    kept: BrowserContext, server: Server, host: GitHost
) -> None:
    """It needs no login and leaves that of the form alone, shows the content and keeps a draft, and
    reads nothing but files of the site.
    """
    asked = len(host.asked)
    with visited(kept, server.origin) as opened:
        somebody, sent = Editor(opened.page), []
        log_in(opened, server)
        login = opened.page.evaluate("() => ({ ...localStorage })")
        opened.page.on("request", lambda request: sent.append((request.method, request.url)))
        opened.go(server.url("admin/demo/"))
        somebody.click(somebody.button("Prøv skjemaet"))
        opened.page.get_by_text("Tiltak").first.wait_for()
        opened.page.goto(server.url(f"admin/demo/{ENTRY.partition('/')[2].format('veiledning')}"))
        somebody.button("Lagre").wait_for()
        shown = opened.page.frame_locator("iframe").get_by_role("heading", level=1)
        shown.wait_for()
        somebody.choose("status", "Full")
        somebody.save()
        heading = shown.inner_text()
        opened.page.goto(server.url("admin/demo/"))
        somebody.button("Hurtiginnlegg").wait_for()
        # What is uploaded beside an entry would be published, and nobody would have read it.
        uploads = somebody.page.get_by_role("button", name="Media").count()
        after = opened.page.evaluate("() => ({ ...localStorage })")

    assert (heading, uploads) == ("Veiledning på biblioteket", 0)
    trial = {
        name: text for name, text in after.items() if name.startswith("living-strategy-trial:")
    }
    assert "test-repo" in trial["living-strategy-trial:decap-cms-user"]
    assert {name: text for name, text in after.items() if name not in trial} == login
    assert {method for method, _ in sent} == {"GET"}
    others = (server.url("admin/"), server.url("assets/"), "data:", "blob:", "about:")
    assert [url for _, url in sent if not url.startswith(others)] == []
    assert opened.strangers == []
    assert [text for text in opened.complaints if "Content Security Policy" in text] == []
    assert len(host.asked) == asked


@pytest.mark.parametrize(("code", "name"), [("nb", "nb_no"), ("nn", "nn_no")])
def test_every_text_is_norwegian(
    editor: tuple[Editor, Watched, Server], site: Site, code: str, name: str
) -> None:
    """Whatever the program can show has a word in both forms of Norwegian, with the same places in
    it. What it cannot show belongs to widgets that the form does not have.
    """
    _, opened, server = editor
    opened.go(server.url("admin/demo/"))
    english, theirs = (texts(opened.page.evaluate(KNOWN, known)) for known in ("en", name))
    ours = texts(words(Language.load(code)))
    said = theirs | ours
    shown = {key: text for key, text in english.items() if not key.startswith(NEVER_SHOWN)}
    config = json.loads((site.folder / "admin/config.yml").read_text("utf-8"))

    assert len(shown) > 150
    assert [key for key in shown if not said.get(key)] == []
    assert [key for key, text in shown.items() if places(text) - places(said[key])] == []
    assert {key for key, text in shown.items() if text == said[key]} == SAME_IN_ENGLISH
    assert ours.keys() <= english.keys()
    assert widgets(config["collections"]) == {"list", "object", "select", "string", "text"}


def texts(locale: dict[str, Any], folder: str = "") -> dict[str, str]:
    """The texts of a language of the program, by their whole keys."""
    found: dict[str, str] = {}
    for key, value in locale.items():
        inner = isinstance(value, dict)
        found |= texts(value, f"{folder}{key}.") if inner else {f"{folder}{key}": value}
    return found


def places(text: str) -> set[str]:
    """What the program fills in."""
    return set(re.findall(r"%\{\w+\}", text))


def widgets(config: Any) -> set[str]:
    """The widgets of a form, however deep."""
    inner = config.values() if isinstance(config, dict) else config
    own = {config["widget"]} if isinstance(config, dict) and "widget" in config else set()
    return own.union(*(widgets(part) for part in inner if isinstance(part, dict | list)))


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
