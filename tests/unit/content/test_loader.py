"""A content root as a whole: settings, registers, items, pages."""

from __future__ import annotations

import gc
from pathlib import Path, PurePosixPath

import pytest

from living_strategy.content.corpus import Corpus
from living_strategy.content.loader import ContentRootNotFound, load
from living_strategy.content.selection import Selection
from living_strategy.content.source import ContentSource, DiskSource
from living_strategy.content.tree import MemorySource
from living_strategy.diagnostics import Location
from tests.conftest import Content
from tests.factories import a_source, shown, valid_files


def _codes(source: ContentSource) -> list[str]:
    return sorted(finding.code for finding in load(source).diagnostics)


def _corpus(source: ContentSource) -> Corpus:
    loaded = load(source)
    assert loaded.diagnostics == ()
    return loaded.corpus


def test_valid() -> None:
    """The small valid strategy loads without findings, in the order of kinds and files."""
    corpus = _corpus(a_source({}))

    assert list(corpus.records) == ["omrade", "mal", "tiltak", "prosjekt", "ks"]
    assert (corpus.broken, corpus.unread, corpus.prose) == ({}, frozenset(), ())
    assert corpus.settings.owner == "ks"


def test_no_content(tmp_path: Path) -> None:
    """Without strategy.yml nothing can be read, and the folder is named."""
    with pytest.raises(ContentRootNotFound) as caught:
        load(DiskSource(tmp_path))

    assert str(caught.value) == str(tmp_path)


def test_smallest() -> None:
    """A title is a strategy."""
    source = MemorySource({"strategy/strategy.yml": b"title: Tom\n"})

    assert _corpus(source).settings.title == "Tom"


@pytest.mark.parametrize("path", ["goals/mal.md", "measures/tiltak.md"])
def test_markdown_and_yaml_are_equal(path: str) -> None:
    """`<id>.md` and `<id>.yml` with the same content give equal entries."""
    text = str(valid_files()[path])
    front, _, body = text.removeprefix("---\n").partition("---\n")
    block = "".join(f"  {line}\n" if line else "\n" for line in body.strip("\n").split("\n"))
    stem = PurePosixPath(path).stem
    markdown = _corpus(a_source({})).records[stem].entry
    as_yaml = {path: None, f"{path.removesuffix('.md')}.yml": f"{front}description: |\n{block}"}

    assert _corpus(a_source(as_yaml)).records[stem].entry == markdown


def test_order_of_items() -> None:
    """Folders are read in the order of names, whatever the source says."""
    goal = str(valid_files()["goals/mal.md"])
    source = a_source({f"goals/{name}.md": goal for name in ("b", "a", "c")})

    assert [key for key in load(source).corpus.records if key in "abc"] == ["a", "b", "c"]


def test_files_that_are_no_items() -> None:
    """Hidden files and readme files are passed over; other files are reported."""
    source = a_source(
        {"goals/.skjult": "", "goals/README.md": "x", "goals/readme": "x", "measures/a.txt": "x"}
    )

    assert shown(load(source).diagnostics) == [
        "measures/a.txt:0:0: [unexpected-file] | endings='.md, .yml'"
    ]


def test_first_file_keeps_the_id() -> None:
    """A second file with the same id is reported; the first stays."""
    source = a_source({"goals/tiltak.yml": "title: Annet\narea: omrade\nstanding: adopted\n"})
    loaded = load(source)

    assert loaded.corpus.records["tiltak"].entry.kind == "goal"
    assert [finding.related for finding in loaded.diagnostics] == [(Location("goals/tiltak.yml"),)]


def test_broken_entries() -> None:
    """Ids that cannot be read are known as broken, and what they link to is remembered."""
    source = a_source({"goals/mal.md": "---\narea: [omrade\n---\n", "measures/tiltak.md": b"\xff"})
    corpus = load(source).corpus

    assert corpus.broken == {"mal": "goal", "tiltak": "measure"}
    assert "omrade" in corpus.broken_links
    assert corpus.unread == {"measure"}
    assert corpus.may_exist("mal")
    assert corpus.may_exist("hva-som-helst", ("measure",))
    assert not corpus.may_exist("hva-som-helst", ("goal",))


def test_broken_file_beside_a_good_one() -> None:
    """An id stays good when a second file of that name cannot be read."""
    source = a_source(
        {"projects/mal.md": "---\nx: [\n---\n", "goals/nytt.yml": "sources: [~, mal, 1]"}
    )
    corpus = load(source).corpus

    assert corpus.broken == {}
    assert "mal" in corpus.records
    assert corpus.records["nytt"].dropped == {"title", "area", "standing", "sources"}


def test_wrong_fields_are_dropped() -> None:
    """An entry with a wrong field stays, and says nothing about what it lacks there."""
    text = str(valid_files()["goals/mal.md"]).replace("as_of: 2024", "as_of: nå")
    record = load(a_source({"goals/mal.md": text})).corpus.records["mal"]

    assert record.dropped == {"as_of"}
    assert not record.lacks("as_of")
    assert record.lacks("number")


def test_ambiguous_numbers() -> None:
    """Decimals are fine where a number belongs; elsewhere they need quotes."""
    text = str(valid_files()["goals/mal.md"]).replace(
        "as_of: 2024",
        "indicators:\n  - {id: a, title: 1.10, unit: percent, direction: up, "
        "target: {value: 12.50, source: 0301}}\nas_of: 2024",
    )

    fields = [
        finding.location.field for finding in load(a_source({"goals/mal.md": text})).diagnostics
    ]
    assert fields == ["indicators[0].title", "indicators[0].target.source"]


def test_choices_are_not_ambiguous() -> None:
    """A word such as off is no trap where only certain words are allowed."""
    settings = f"{valid_files()['strategy/strategy.yml']!s}severity: {{orphan: off}}\n"

    assert _codes(a_source({"strategy/strategy.yml": settings})) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("", []),
        ("# tomt\n", []),
        ("ks: {title: KS, type: no}\n", ["unknown-choice"]),
        ("- ks\n", ["not-a-mapping"]),
        ("ks: KS\n", ["not-a-mapping"]),
        ("ks: {title: KS, type: other, id: annet}\n", ["id-not-file-name"]),
        ("KS AS: {title: KS, type: other}\n", ["bad-id"]),
        (
            "ks: {title: no, type: other}\nnav: {title: on, type: other}\n",
            ["ambiguous-boolean"] * 2,
        ),
        ("mal: {title: KS, type: other}\n", ["duplicate-id"]),
        ("ks: &a {title: KS, type: other}\nnav: *a\n", []),
    ],
)
def test_registers(text: str, codes: list[str]) -> None:
    """A register may be empty or missing; each entry has its own mistakes."""
    assert _codes(a_source({"strategy/registers/organisations.yml": text})) == codes


@pytest.mark.parametrize(
    ("name", "params"),
    [
        ("Felles arkivplan.md", {"case": "file", "file_name": "felles-arkivplan.md"}),
        ("x.md.md", {"case": "file", "file_name": "x.md"}),
        ("x.txt.MD.md", {"case": "file", "file_name": "x.md"}),
        ("mal.md.md", {"case": "taken", "file_name": "mal.md"}),
        ("Æ!.md", {"case": "file", "file_name": "ae.md"}),
        ("!.md", {"near": ""}),
    ],
)
def test_file_whose_name_is_no_id(name: str, params: dict[str, str]) -> None:
    """A better name for the file is proposed, and no name that another file has."""
    text = valid_files()["goals/mal.md"]
    [finding] = load(a_source({f"goals/{name}": text})).diagnostics

    assert (finding.code, finding.location.file) == ("bad-id", f"goals/{name}")
    assert {name: str(finding.params[name]) for name in params} == params


def test_unreadable_registers_and_settings() -> None:
    """Files whose text cannot be seen leave their kinds unread."""
    source = a_source(
        {"strategy/registers/organisations.yml": b"\xff", "strategy/strategy.yml": b"\xff"}
    )
    corpus = load(source).corpus

    assert corpus.unread == {"organisation", "area"}
    assert (corpus.settings.title, corpus.settings.owner) == ("strategy", None)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("- a\n", ["not-a-mapping"]),
        ("title: A\nareas: x\n", ["wrong-type"]),
        ("title: A\nareas: [x]\n", ["not-a-mapping"]),
        ("title: A\nareas: [{id: [a], title: B}]\n", ["wrong-type"]),
        ("title: A\nareas: [{id: a, title: B}, {id: a, title: C}]\n", ["duplicate-id"]),
        ("language: Norsk\n", ["invalid-value", "missing-field"]),
        ("title: no\n", ["ambiguous-boolean"]),
        ("title: A\nareas: [{id: a, title: off}]\n", ["ambiguous-boolean"]),
    ],
)
def test_settings(text: str, codes: list[str]) -> None:
    """Mistakes in strategy.yml are found in the settings and in each area."""
    assert _codes(MemorySource({"strategy/strategy.yml": text.encode()})) == codes


def test_folders_outside_the_root(content: Content, tmp_path: Path) -> None:
    """A folder that is a link to somewhere else is not read."""
    outside = tmp_path / "outside"
    outside.mkdir()
    root = content({"goals/mal.md": None}) / "root"
    for name, text in valid_files().items():
        if not name.startswith("goals/"):
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(str(text))
    (root / "goals").symlink_to(outside)
    loaded = load(DiskSource(root))

    assert shown(loaded.diagnostics) == ["goals:0:0: [symlink-outside-root]"]
    assert loaded.corpus.unread == {"goal"}


def test_texts_and_links() -> None:
    """Every text of an entry is looked through for links, updates too; where they lead is asked
    by a rule, when all pages are known.
    """
    text = str(valid_files()["measures/tiltak.md"])
    text = text.replace("as_of:", "updates:\n  - date: 2024\n    text: '[a](borte.md)'\nas_of:")
    text += "\n[b](om.md#del) [c](../goals/mal.md) [d](.) ![e](kart.png)\n"
    record = _corpus(a_source({"measures/tiltak.md": text})).records["tiltak"]
    places = [
        (record.locate_link(holder, link), link.target)
        for holder in record.texts
        for link in holder.links
    ]

    assert [(place.line, place.column, target) for place, target in places] == [
        (17, 5, "om.md#del"), (17, 20, "../goals/mal.md"), (17, 41, "."), (17, 49, "kart.png"),
        (7, 16, "borte.md"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("path", "text", "title", "address"),
    [
        ("om.md", "# Om oss\n", "Om oss", "om/"),
        ("om.md", "---\ntitle: Tittel\n---\n# Om oss\n", "Tittel", "om/"),
        ("om/index.md", "Tekst", "index", "om/"),
        ("om/myindex.md", "Tekst", "myindex", "om/myindex/"),
        ("index.md", "", "index", ""),
        ("README.md", "", "README", ""),
    ],
)
def test_pages(path: str, text: str, title: str, address: str) -> None:
    """A written page has a title from its front matter, its heading or its name."""
    [page] = _corpus(a_source({f"strategy/{path}": text})).prose

    assert (page.path, page.title, page.address) == (path, title, address)


def test_pages_that_are_none() -> None:
    """Hidden folders are passed over; hidden pages, pages among the registers and pages that
    cannot be read are left out, each with a finding.
    """
    source = a_source(
        {
            "strategy/.skjult/a.md": "x", "strategy/a/.b.md": "x", "strategy/registers/c.md": "x",
            "strategy/d.md": b"\xff", "strategy/e.md": "---\nuten slutt\n",
        }
    )  # fmt: skip
    loaded = load(source)

    assert [(finding.code, finding.location.file) for finding in loaded.diagnostics] == [
        ("unexpected-file", "strategy/registers/c.md"),
        ("unexpected-file", "strategy/a/.b.md"),
        ("file-not-utf8", "strategy/d.md"),
        ("unclosed-front-matter", "strategy/e.md"),
    ]
    assert loaded.corpus.prose == ()


def test_page_mentions_are_placed() -> None:
    """A mention on a page is found at its line and column, below front matter too."""
    source = a_source({"strategy/om.md": "---\ntitle: Om\n---\n\n# Om\n\nSe [[mal]] her.\n"})
    [page] = _corpus(source).prose

    [mention] = page.text.mentions
    assert page.locate_mention(mention) == Location("strategy/om.md", 7, 4, "description")


def test_garbage_collection_is_restored() -> None:
    """Loading leaves the collector as it was."""
    source = a_source({})

    for switch, expected in ((gc.disable, False), (gc.enable, True)):
        switch()
        load(source)
        assert gc.isenabled() is expected


def test_pages_stand_in_the_order_they_ask_for() -> None:
    """By number as a number, then by path; a page that asks for nothing comes last."""
    texts = {"a.md": "", "b.md": "order: 20", "c.md": "order: 9", "d.md": "order: -1", "e.md": ""}
    source = a_source(
        {f"strategy/{path}": f"---\ntitle: x\n{line}\n---\n" for path, line in texts.items()}
    )

    pages = _corpus(source).prose

    assert [page.path for page in pages] == ["d.md", "c.md", "b.md", "a.md", "e.md"]


@pytest.mark.parametrize(
    ("order", "code"),
    [
        ("først", "bad-number"), ("1.5", "bad-number"), ("[1]", "wrong-type"),
        ('"1e3"', "bad-number"), ("9999999999", "number-out-of-range"),
    ],
)  # fmt: skip
def test_order_that_is_no_whole_number_is_a_finding(order: str, code: str) -> None:
    """The page is read all the same, and stands at the end."""
    loaded = load(a_source({"strategy/om.md": f"---\ntitle: Om\norder: {order}\n---\n"}))

    assert [finding.code for finding in loaded.diagnostics] == [code]
    assert (loaded.corpus.prose[0].title, loaded.corpus.prose[0].order) == ("Om", None)


@pytest.mark.parametrize("language", ["En", "en_GB", "e", "norsk", "en-", "12"])
def test_language_of_a_page_is_a_code(language: str) -> None:
    """What is none is a finding, and the page is one in the site's language."""
    wrong = load(a_source({"strategy/om.md": f'---\nlanguage: "{language}"\n---\n# Om\n'}))
    right = load(a_source({"strategy/om.md": "---\nlanguage: se-NO\n---\n# Om\n"}))

    assert [finding.code for finding in wrong.diagnostics] == ["invalid-value"]
    assert (wrong.corpus.prose[0].language, right.corpus.prose[0].language) == ("", "se-NO")


@pytest.mark.parametrize(
    ("fields", "place", "code", "params"),
    [
        ("title: [x]", (2, 8), "wrong-type", {"expected_type": "text", "found_type": "list"}),
        ("tittel: Om", (2, 1), "unknown-field", {"near": "title"}),
        ("\nhide: [toc]", (3, 1), "unknown-field",
         {"allowed": "description, language, order, title, ways"}),
        ("draft: true", (2, 1), "unknown-field", {"case": "draft"}),
        ("Utkast: true", (2, 1), "unknown-field", {"case": "draft"}),
        ("description: ''", (2, 14), "empty-value", {"field": "description"}),
        ("- title", (2, 1), "not-a-mapping", {"found_type": "list"}),
    ],
)  # fmt: skip
def test_fields_of_a_page(
    fields: str, place: tuple[int, int], code: str, params: dict[str, str]
) -> None:
    """What a page says of itself is checked as in an entry; its text is read in any case."""
    loaded = load(a_source({"strategy/om.md": f"---\n{fields}\n---\n\nSe [[mal]].\n"}))
    [page] = loaded.corpus.prose
    [finding] = loaded.diagnostics

    assert (finding.location.line, finding.location.column, finding.code) == (*place, code)
    assert {name: str(finding.params[name]) for name in params} == params
    assert (page.title, page.description, page.order) == ("om", "", None)
    assert [mention.id for mention in page.text.mentions] == ["mal"]


@pytest.mark.parametrize("fields", ["", "title:", "# merknad"])
def test_a_page_needs_no_fields(fields: str) -> None:
    """Its lines of hyphens may hold nothing."""
    [page] = _corpus(a_source({"strategy/om.md": f"---\n{fields}\n---\n\nTekst\n"})).prose

    assert (page.title, page.description, page.order) == ("om", "", None)


def test_selection() -> None:
    """What is left out is not read; what is unlisted is a page that no contents name."""
    texts = {"a.md": "", "b/index.md": "", "b/c.md": "", "d.md": b"\xff", "e.csv": "", "f.exe": ""}
    source = a_source({f"strategy/{path}": text for path, text in texts.items()})
    selection = Selection(
        lambda path: path in ("d.md", "e.csv", "f.exe", "strategy.yml"),
        lambda path: path in ("a.md", "b/index.md"),
    )
    loaded = load(source, selection=selection)
    corpus = loaded.corpus

    assert loaded.diagnostics == ()
    assert [page.path for page in corpus.prose] == ["a.md", "b/c.md", "b/index.md"]
    assert [page.path for page in corpus.contents()] == ["b/c.md"]
    assert (corpus.attachments, corpus.left_out) == ((), {"d.md", "e.csv", "f.exe"})
    assert corpus.settings.title == _corpus(a_source({})).settings.title


def test_contents_leave_out_what_a_page_of_the_folder_leads_to() -> None:
    """Pages in a folder without a page of its own are named one by one."""
    paths = ["index.md", "om.md", "a/index.md", "a/x.md", "a/b/index.md", "a/b/y.md", "c/z.md"]
    source = a_source({f"strategy/{path}": "Tekst\n" for path in paths})

    assert [page.path for page in _corpus(source).contents()] == ["a/index.md", "c/z.md", "om.md"]
