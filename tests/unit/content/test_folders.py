"""What lies in content folders: ordinary files, and a finding for everything that is lost."""

from __future__ import annotations

import os

import pytest

from living_strategy.content.loader import Loaded, load
from living_strategy.content.source import DiskSource
from living_strategy.content.strategy_files import MAX_DEPTH
from tests.conftest import Content
from tests.factories import a_source, shown, valid_files

PAGE = "# Side\n"


def _places(loaded: Loaded) -> list[tuple[str, str]]:
    return sorted({(finding.location.file, finding.code) for finding in loaded.diagnostics})


@pytest.mark.parametrize(
    ("link", "target", "code"),
    [
        ("strategy/a.txt", "../.env", "symbolic-link"),
        ("strategy/a.png", "../.git/config", "symbolic-link"),
        ("strategy/a.md", "../.git/config", "symbolic-link"),
        ("strategy/a", "../.git", "symbolic-link"),
        ("strategy/a", ".", "symbolic-link"),
        ("strategy/.a", ".", "symbolic-link"),
        ("strategy/a.md", "a.md", "symbolic-link"),
        ("strategy/a.md", "borte.md", "symbolic-link"),
        ("strategy/a.txt", "/etc/passwd", "symlink-outside-root"),
        ("strategy/a.md", "/dev/zero", "symlink-outside-root"),
        ("strategy/a", "/etc", "symlink-outside-root"),
        ("goals/a.md", "../.env", "symbolic-link"),
        ("goals/a.txt", "../.env", "symbolic-link"),
        ("goals/README.md", "../.env", "symbolic-link"),
        ("measures", "goals", "symbolic-link"),
        ("strategy/registers", "../.git", "symbolic-link"),
        ("strategy/registers", "/etc", "symlink-outside-root"),
        ("strategy/registers/bodies.yml", "../../.env", "symbolic-link"),
        ("strategy/search-words.yml", "../.env", "symbolic-link"),
        ("strategy/strategy.yml", "../.env", "symbolic-link"),
    ],
)
def test_links(content: Content, link: str, target: str, code: str) -> None:
    """No file and no folder is read through a link: each is an error, and nothing is published."""
    files = {".env": "hemmelig: ja\n", ".git/config": "hemmelig", "strategy/b.txt": "x"}
    without = dict.fromkeys(name for name in valid_files() if name.startswith(f"{link}"))
    root = content(files | without)
    if (root / link).is_dir():
        (root / link).rmdir()
    (root / link).symlink_to(target)
    loaded = load(DiskSource(root))

    places = _places(loaded)
    assert (link, code) in places
    assert {other for _, other in places} <= {code, "unexpected-file"}
    assert loaded.corpus.attachments == ("b.txt",)
    assert "hemmelig" not in repr(loaded.corpus)


def test_strategy_itself_is_a_link(content: Content) -> None:
    """The folder of the strategy is no link either."""
    root = content({})
    (root / "strategy").rename(root / "annet")
    (root / "strategy").symlink_to("annet")

    assert _places(load(DiskSource(root))) == [("strategy", "symbolic-link")]


def test_links_that_are_notes(content: Content) -> None:
    """Editors leave hidden links to nowhere beside a file that is open; they are never read."""
    root = content({})
    (root / "strategy/.#om.md").symlink_to("kari@maskin.1234")
    (root / "goals/.#mal.md").symlink_to("kari@maskin.1234")

    assert load(DiskSource(root)).diagnostics == ()


@pytest.mark.parametrize("path", ["goals/a.md", "strategy/a.md", "strategy/a.png", "strategy/b"])
def test_pipes(content: Content, path: str) -> None:
    """A named pipe is a finding wherever it lies, and nobody waits for it."""
    root = content({})
    os.mkfifo(root / path)
    loaded = load(DiskSource(root))

    assert _places(loaded) == [(path, "file-unreadable")]
    assert loaded.corpus.attachments == ()


@pytest.mark.parametrize("folder", ["goals", "strategy", "strategy/bilder"])
def test_names_that_are_not_utf8(content: Content, folder: str) -> None:
    """A name that is not UTF-8, or has a line break, is shown in signs that can be printed."""
    root = content({"strategy/bilder/a.png": ""})
    for name in (b"\xff.md", b"b\xe5t.md", b"a\nb.md"):
        (root / folder / os.fsdecode(name)).write_text(PAGE)
    loaded = load(DiskSource(root))

    assert sorted(shown(loaded.diagnostics)) == [
        f"{folder}/\\udcff.md:0:0: [bad-file-name] | name='\\\\udcff.md'",
        f"{folder}/a\\nb.md:0:0: [bad-file-name] | name='a\\\\nb.md' near='a-b.md'",
        f"{folder}/b\\udce5t.md:0:0: [bad-file-name] | name='b\\\\udce5t.md' near='b-t.md'",
    ]
    assert all(place.isprintable() for place, _ in _places(loaded))


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
@pytest.mark.parametrize("folder", ["goals", "strategy/bilder", "strategy/registers"])
def test_closed_folders(content: Content, folder: str) -> None:
    """A folder that may not be opened is a finding."""
    root = content({"strategy/bilder/a.png": ""})
    (root / folder).chmod(0)
    places = _places(load(DiskSource(root)))
    (root / folder).chmod(0o755)

    assert (folder, "file-unreadable") in places


def test_file_instead_of_folder(content: Content) -> None:
    """A file where a folder should be is a finding, and its kind is unread."""
    root = content(dict.fromkeys(name for name in valid_files() if name.startswith("measures/")))
    (root / "measures").write_text("x")
    loaded = load(DiskSource(root))

    assert _places(loaded) == [("measures", "file-unreadable")]
    assert loaded.corpus.unread == {"measure"}


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("Om.md", "om.md"),
        ("OM.MD", "om.md"),
        ("om oss.md", "om-oss.md"),
        ("om_oss.md", "om-oss.md"),
        ("økonomi.md", "okonomi.md"),
        ("javascript:alert(1);/x.md", "javascript-alert-1/x.md"),
        ("data:text/x.md", "data-text/x.md"),
        ("http:/x.md", "http/x.md"),
        ("mailto:x@y.no.md", "mailto-x-y-no.md"),
        ("a\"b'c.md", "a-b-c.md"),
        ("<b>.md", "b.md"),
        ("{{ x }}.md", "x.md"),
        ("a?b#c%41.md", "a-b-c-41.md"),
        ("Index.md", "index.md"),
        ("Om/index.md", "om/index.md"),
        ("om-.md", "om.md"),
        ("§.md", ""),
    ],
)
def test_names_of_pages(name: str, near: str) -> None:
    """A page whose name is no address is not read; the name to take is given."""
    loaded = load(a_source({f"strategy/{name}": PAGE}))
    [finding] = loaded.diagnostics

    assert (finding.code, finding.params.get("near", "")) == ("bad-file-name", near)
    assert loaded.corpus.prose == ()


@pytest.mark.parametrize("name", ["om.md", "2024.md", "om-oss.md", "om/index.md", "om/README.md"])
def test_good_names_of_pages(name: str) -> None:
    """Names like ids are addresses."""
    loaded = load(a_source({f"strategy/{name}": PAGE}))

    assert [page.path for page in loaded.corpus.prose] == [name]
    assert loaded.diagnostics == ()


GOOD = (
    *("kart.png", "Kart.PNG", "bilder/KOSTRA_2024.jpg", "kart.jpeg", "a.gif", "a.webp", "a.avif"),
    *("favicon.ico", "vedtak-2024.pdf", "vedlegg/økonomi.ods", "a.odt", "a.odp", "a.docx"),
    *("a.xlsx", "a.pptx", "tall.csv", "a.txt", "innbyggere.json", "skrift.woff2"),
)


def test_files_beside_pages() -> None:
    """Pictures, documents, data and fonts are published as they are."""
    loaded = load(a_source({f"strategy/{name}": "x" for name in GOOD}))

    assert loaded.diagnostics == ()
    assert loaded.corpus.attachments == tuple(sorted(GOOD))


@pytest.mark.parametrize(
    "name",
    [
        *("x.html", "x.htm", "x.xhtml", "x.shtml", "x.html ", "x.html.nb", "x.html.bak", "x.HTM"),
        *("x.js", "x.mjs", "x.css", "x.wasm", "x.swf", "x.htc", "x.hta", "x.exe", "x.bat"),
        *("x.xml", "x.xsl", "x.xsd", "x.rng", "x.svgz", "x.svg.gz", "x.map", "x.webmanifest"),
        *("x.php", "x.phtml", "x.php5", "x.phar", "x.cgi", "x.pl", "x.asp", "x.aspx", "x.jsp"),
        *("web.config", "_redirects", "_headers", "CNAME", "uten-endelse", "nginx-headers.conf"),
        *("vercel.json", "a/package.json", "security.txt", "doc.docm", "pagefind/x.pf_index"),
        *("wasm.nb.pagefind", "x.zip", "x."),
    ],
)
def test_files_that_are_not_published(name: str) -> None:
    """Any other kind of file is left out, with a finding that names the kinds there are."""
    loaded = load(a_source({f"strategy/{name}": "x"}))

    assert _places(loaded) == [(f"strategy/{name}", "unsafe-file")]
    assert loaded.corpus.attachments == ()


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("x.php.jpg", "x-php.jpg"),
        ("_routes.json", "routes.json"),
        ("staticwebapp.config.json", "staticwebapp-config.json"),
        ("Bilde 1.png", "Bilde-1.png"),
        ("kart (ny).png", "kart-ny.png"),
        ("a%20b.png", "a-20b.png"),
        ("Ma\u030al.pdf", "Mål.pdf"),
        ("Om oss/kart.png", "Om-oss/kart.png"),
        ("-a.png", "a.png"),
        ("§.png", ""),
    ],
)
def test_names_of_files(name: str, near: str) -> None:
    """A file whose name is no address is not published; the name to take is given."""
    loaded = load(a_source({f"strategy/{name}": "x"}))
    [finding] = loaded.diagnostics

    assert (finding.code, finding.params.get("near", "")) == ("bad-file-name", near)
    assert loaded.corpus.attachments == ()


@pytest.mark.parametrize(
    ("path", "near"),
    [
        ("strategy/registers/organisations.yaml", "organisations.yml"),
        ("strategy/registers/organisasjoner.yml", "organisations.yml"),
        ("strategy/registers/organisation.yml", "organisations.yml"),
        ("strategy/registers/Networks.yml", "networks.yml"),
        ("strategy/registers/budsjett.csv", ""),
        ("strategy/registers/mappe/bodies.yml", ""),
        ("strategy/organisasjoner.yml", "registers/organisations.yml"),
        ("strategy/sdg/1-1-1.yml", ""),
        ("strategy/search_words.yaml", "search-words.yml"),
        ("strategy/side.markdown", "side.md"),
        ("strategy/Side.MKD", "side.md"),
        ("strategy/side.mdown", "side.md"),
        ("strategy/side.mkdn", "side.md"),
        ("strategy/.side.md", ""),
        ("strategy/..md", ""),
        ("goals/.x.yml", ""),
        ("measure/nytt.md", "measures/"),
        ("tiltak/nytt.yml", "measures/"),
        ("mål/nytt.md", "goals/"),
        ("registers/bodies.yml", "strategy/registers/"),
    ],
)
def test_nothing_is_lost_without_a_word(path: str, near: str) -> None:
    """A file that nobody reads is a finding, with the name it was probably meant to have."""
    loaded = load(a_source({path: "x: {}\n"}))
    [finding] = loaded.diagnostics

    assert finding.code == "unexpected-file"
    assert path.startswith(finding.location.file)
    assert finding.params.get("near", "") == near
    assert (loaded.corpus.prose, loaded.corpus.attachments) == ((), ())


def test_other_folders_are_not_ours() -> None:
    """Folders of a repository that hold no texts, or have names of their own, are left alone."""
    source = a_source(
        {"docs/a.md": "x", "tools/a.md": "x", "tiltak/a.png": "x", "overrides/a.md": ""}
    )

    assert load(source).diagnostics == ()


def test_register_with_another_ending_is_not_missing() -> None:
    """What a register under a wrong name holds is unknown, so links to it are no second mistake."""
    organisations = valid_files()["strategy/registers/organisations.yml"]
    files = {
        "strategy/registers/organisations.yml": None,
        "strategy/registers/organisations.yaml": organisations,
    }

    assert load(a_source(files)).corpus.unread == {"organisation"}


@pytest.mark.parametrize("depth", [MAX_DEPTH, MAX_DEPTH + 1, 100])
def test_deep_folders(depth: int) -> None:
    """Folders within folders come to an end, before a host that calls itself for each could."""
    loaded = load(a_source({f"strategy/{'a/' * depth}x.md": PAGE}))

    if depth <= MAX_DEPTH:
        assert [page.path for page in loaded.corpus.prose] == ["a/" * depth + "x.md"]
    else:
        assert shown(loaded.diagnostics) == [
            f"strategy{'/a' * (MAX_DEPTH + 1)}:0:0: [bad-file-name] | case='deep' name='a'"
        ]
