"""Files of the content: all three ways in look at them alike, and none publishes what another
refuses.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from living_strategy.adapters.plain.build import build_site
from living_strategy.adapters.publishing import read_strategy
from living_strategy.diagnostics import Severity
from living_strategy.model.own_words import language_of
from living_strategy.site.addresses import Addresses
from tests.drawings import CLEAN, HOSTILE, drawing
from tests.integration.living_content import LivingContent
from tests.integration.site_support import (
    MKDOCS,
    TODAY,
    host_build,
    mkdocs,
    program,
    read_tree,
    write_texts,
)
from tests.integration.small_strategy import FILES

pytestmark = pytest.mark.usefixtures("quick_builds")
SMALL = {name: text for name, text in FILES.items() if name != "strategy/index.md"}
SECRET = "token = hemmelig-nokkel"
WAYS = ("check", "build", "mkdocs")


@pytest.fixture
def strategy(tmp_path: Path) -> Path:
    """A strategy with secrets beside it."""
    secrets = {".git/config": SECRET, ".env": SECRET}
    return write_texts(tmp_path / "plan", {**SMALL, **secrets, "mkdocs.yml": MKDOCS})


def _go(way: str, root: Path) -> tuple[int, str]:
    """Exit code and words of one way in. None takes longer than ordinary content does."""
    if way == "mkdocs":
        done = mkdocs(root, check=False)
    else:
        arguments = ("check",) if way == "check" else ("build", "--to", "site")
        done = program(root, *arguments, check=False)
    return done.returncode, done.stdout


def _publish(way: str, root: Path) -> None:
    """Write the site through one of the roads, in this process."""
    if way == "mkdocs":
        host_build(root)
    else:
        assert build_site(root, root / "site", TODAY).pages


def _link(path: str, target: str) -> Callable[[Path], None]:
    def make(root: Path) -> None:
        (root / path).symlink_to(target)

    return make


def _circles(root: Path) -> None:
    for name in ("a", "b", "c"):
        (root / "strategy" / name).symlink_to(".")


def _hidden_circles(root: Path) -> None:
    for name in (".a", ".b", ".c"):
        (root / "strategy" / name).symlink_to(".")


def _registers(root: Path) -> None:
    (root / "strategy/registers").rename(root / "annet")
    (root / "strategy/registers").symlink_to("../annet")


def _settings(root: Path) -> None:
    (root / "strategy/strategy.yml").rename(root / "annet.yml")
    (root / "strategy/strategy.yml").symlink_to("../annet.yml")


def _pipe(path: str) -> Callable[[Path], None]:
    def make(root: Path) -> None:
        os.mkfifo(root / path)

    return make


def _bytes(root: Path) -> None:
    (root / "strategy" / os.fsdecode(b"\xff.md")).write_text("# Side\n")


SETTINGS = "strategy/strategy.yml"
WITH_FORM = "form: {host: github, login: 'https://login.example.org'}\nareas:"


AT_FORM = """\
terms:
  kinds:
    measure:
      {one: aksjon, many: aksjoner, the_one: aksjonen, the_many: aksjonene, address: admin}
"""


def _with_form(*changed: tuple[str, str]) -> str:
    """The settings of the strategy with a form, and with changes."""
    text = FILES[SETTINGS].replace("areas:", WITH_FORM)
    for old, new in changed:
        text = text.replace(old, new)
    return text


def _texts(**files: str) -> Callable[[Path], None]:
    def make(root: Path) -> None:
        write_texts(root, {path.replace("__", "/"): text for path, text in files.items()})

    return make


STOPPED = {
    "a file": (_link("strategy/a.txt", "../.git/config"), "symbolic-link"),
    "a picture": (_link("strategy/a.png", "../.env"), "symbolic-link"),
    "a page": (_link("strategy/a.md", "../.git/config"), "symbolic-link"),
    "a folder": (_link("strategy/a", "../.git"), "symbolic-link"),
    "a folder elsewhere": (_link("strategy/a", "/etc"), "symlink-outside-root"),
    "a device": (_link("goals/z.md", "/dev/zero"), "symlink-outside-root"),
    "circles": (_circles, "symbolic-link"),
    "hidden circles": (_hidden_circles, "symbolic-link"),
    "registers": (_registers, "symbolic-link"),
    "settings": (_settings, "symbolic-link"),
    "a pipe as an item": (_pipe("goals/z.md"), "file-unreadable"),
    "a pipe as a page": (_pipe("strategy/z.md"), "file-unreadable"),
    "a pipe as a picture": (_pipe("strategy/z.png"), "file-unreadable"),
    "a name that is not UTF-8": (_bytes, "bad-file-name"),
    "a name that runs": (
        _texts(**{"strategy/javascript:alert(1);/x.md": "---\norder: -9\n---\n# X\n"}),
        "bad-file-name",
    ),
    "a front page": (_texts(**{"strategy/index.md": "# Velkommen\n"}), "page-path-collision"),
    "a readme": (_texts(**{"strategy/README.md": "# Velkommen\n"}), "page-path-collision"),
    "two cases": (_texts(**{"strategy/Om.md": "# Om\n", "strategy/om.md": ""}), "bad-file-name"),
    "templates": (_texts(**{"strategy/templates/x.md": "# X\n"}), "bad-file-name"),
    "our data": (_texts(**{"strategy/data/catalogue.json": "{}"}), "reserved-address"),
    "our index": (_texts(**{"strategy/pagefind/vocabulary.txt": "x"}), "reserved-address"),
    "our robots": (_texts(**{"strategy/robots.txt": "x"}), "reserved-address"),
    "further pages": (_texts(**{"strategy/mal/side-2.md": "# X\n"}), "reserved-address"),
    "our form": (
        _texts(**{SETTINGS: _with_form(), "strategy/admin.md": "# X\n"}),
        "reserved-address",
    ),
    "our trial": (
        _texts(**{SETTINGS: _with_form(), "strategy/admin/demo.md": "# X\n"}),
        "reserved-address",
    ),
    "entries at our form": (
        _texts(**{SETTINGS: _with_form(("areas:", f"{AT_FORM}areas:"))}),
        "same-own-word",
    ),
    "coverage": (_texts(**{"strategy/dekning/agenda.md": "# X\n"}), "reserved-address"),
}


@pytest.mark.parametrize("name", STOPPED)
def test_stopped(name: str, strategy: Path) -> None:
    """Each is an error that every way in ends with; no file is written."""
    from mkdocs.exceptions import Abort

    make, code = STOPPED[name]
    make(strategy)
    checked, built = read_strategy(strategy, TODAY), build_site(strategy, strategy / "site", TODAY)
    with pytest.raises(Abort):
        host_build(strategy)

    assert code in {
        finding.code for finding in checked.diagnostics if finding.severity is Severity.ERROR
    }
    assert (built.pages, built.diagnostics) == (0, checked.diagnostics)
    assert SECRET not in repr(checked.diagnostics)
    assert not (strategy / "site").exists()


def test_the_address_of_the_form(strategy: Path) -> None:
    """Without a form it is free, also for entries; with one, written pages may lead to it."""
    leads = FILES["strategy/om.md"] + "\n[Skjema](admin/), [prøv](admin/demo/).\n"
    write_texts(strategy, {"strategy/admin.md": "# X\n", "strategy/admin/demo.md": "# Y\n"})
    own_page = _errors(strategy)
    write_texts(strategy, {SETTINGS: FILES[SETTINGS].replace("areas:", f"{AT_FORM}areas:")})
    (strategy / "strategy/admin.md").unlink()
    (strategy / "strategy/admin/demo.md").unlink()
    entries = _errors(strategy)
    write_texts(strategy, {SETTINGS: FILES[SETTINGS], "strategy/om.md": leads})
    without = _errors(strategy)
    write_texts(strategy, {SETTINGS: _with_form()})

    assert (own_page, entries) == (set(), set())
    assert without == {"broken-link"}
    assert _errors(strategy) == set()


def _errors(root: Path) -> set[str]:
    """The codes of what is wrong with a strategy."""
    found = read_strategy(root, TODAY).diagnostics
    return {finding.code for finding in found if finding.severity is Severity.ERROR}


UNPRINTABLE = ("circles", "a pipe as an item", "a name that is not UTF-8")


@pytest.mark.parametrize(
    ("name", "way"),
    [
        pytest.param(name, way, marks=[] if at == asked else [pytest.mark.matrix])
        for at, name in enumerate(UNPRINTABLE)
        for asked, way in enumerate(WAYS)
    ],
)
def test_stopped_in_a_sentence(name: str, way: str, strategy: Path) -> None:
    """What would hang or not be printable is said in the program's own words."""
    make, code = STOPPED[name]
    make(strategy)
    status, words = _go(way, strategy)

    assert (status, code in words) == (1, True), words
    assert "Traceback" not in words


@pytest.mark.parametrize("name", ["circles", "hidden circles", "a folder"])
def test_first_preview_does_not_follow_links(name: str, strategy: Path) -> None:
    """A preview that begins with errors shows them; where the host would follow a link, it stops
    before the host lists any file.
    """
    from mkdocs.exceptions import Abort

    STOPPED[name][0](strategy)
    with pytest.raises(Abort):
        host_build(strategy, serving=True)


def test_first_preview_leaves_out_what_is_refused(strategy: Path) -> None:
    """A preview that begins with other errors publishes no page under an address that may run."""
    STOPPED["a name that runs"][0](strategy)
    host_build(strategy, serving=True)

    assert [path for path in read_tree(strategy / "site") if "javascript:" in path] == []


LEFT_OUT = {
    "side.html": "<script>alert(1)</script>", "x.html.nb": "x", "x.cgi": "x", "x.htc": "x",
    "x.swf": "x", "x.xsd": "<a/>", "web.config": "<a/>", "_redirects": "/* https://x/:splat 301!",
    "CNAME": "x.no", "uten-endelse": "<script>", "skjult.markdown": "# Skjult\n", "x.yml": "a: b",
    ".hemmelig.txt": SECRET, ".git/config": SECRET, "mappe/.env": SECRET,
}  # fmt: skip


@pytest.mark.parametrize("way", ["build", "mkdocs"])
def test_left_out(way: str, strategy: Path) -> None:
    """Both roads publish the files of the kinds that are known, and the same."""
    good = {"kart.png": "x", "Vedtak.PDF": "x", "filer/tall.csv": "a;b\n", "filer/økonomi.ods": "x"}
    write_texts(strategy, {f"strategy/{name}": text for name, text in (LEFT_OUT | good).items()})
    for name, content in (CLEAN | HOSTILE).items():
        (strategy / f"strategy/filer/{name}.svg").write_bytes(content)
    _publish(way, strategy)
    site = read_tree(strategy / "site")

    assert {name for name in site if name in LEFT_OUT or "skjult" in name} == set()
    assert [name for name, content in site.items() if SECRET.encode() in content] == []
    assert {name for name in site if name.endswith(".svg") and "assets/" not in name} == {
        f"filer/{name}.svg" for name in CLEAN
    }
    assert {name: site[name].decode() for name in good} == good


@pytest.mark.parametrize("way", ["build", "mkdocs"])
def test_every_path_of_a_site_is_kept_for_it(way: str, tmp_path: Path) -> None:
    """Whatever the program or the host writes of its own lies at an address that no page or file
    of a strategy can have.
    """
    content = LivingContent()
    content.prose = {}
    root = content.write_new(tmp_path)
    (root / "mkdocs.yml").write_text(f"{MKDOCS}site_url: https://example.org/\n", "utf-8")
    pictures = {
        path.relative_to(root / "strategy").as_posix() for path in root.glob("strategy/bilder/*")
    }
    _publish(way, root)
    addresses = Addresses(language_of(read_strategy(root, TODAY).graph.corpus.settings))

    site = read_tree(root / "site")
    assert len(site) > 50
    assert {path for path in site if not addresses.is_reserved(path)} == pictures


def test_addresses_in_a_sitemap_are_encoded_once() -> None:
    """A sitemap has addresses, whatever a path is like."""
    from living_strategy.site.sitemap import sitemap

    written = sitemap("https://example.org/p%C3%A5", [("a b/é&%41/", "")]).decode()
    assert "<loc>https://example.org/p%C3%A5/a%20b/%C3%A9%26%2541/</loc>" in written


def test_findings_are_the_same_everywhere(strategy: Path) -> None:
    """A drawing that is refused is a warning with its place, and what is refused."""
    write_texts(strategy, {"strategy/a.svg": drawing("\n<script/>").decode()})
    lines = [
        (
            finding.code,
            finding.location.file,
            finding.location.line,
            finding.params,
            finding.severity,
        )
        for finding in read_strategy(strategy, TODAY).diagnostics
        if finding.code.startswith("unsafe")
    ]

    assert lines == [
        ("unsafe-drawing", "strategy/a.svg", 2, {"what": "<script>"}, Severity.WARNING)
    ]
