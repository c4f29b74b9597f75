"""The same input gives the same bytes, in every language, with the strategy's own templates."""

from __future__ import annotations

import random
import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from living_strategy.adapters.plain.build import build_site
from living_strategy.language import Language
from living_strategy.site.templates import OverrideError
from tests.integration.living_content import LivingContent
from tests.integration.site_support import (
    HERE,
    MKDOCS,
    REPOSITORY,
    TODAY,
    Site,
    copy_content,
    differences,
    host_build,
    mkdocs,
    program,
    read_tree,
    write_texts,
)

pytestmark = [pytest.mark.site, pytest.mark.usefixtures("quick_builds")]
assert HERE


# The same bytes


def compiling(root: Path) -> Path:
    """The strategy as one whose templates are not compiled by others: see compiled.py."""
    (root / ".cache").mkdir()
    return root


@pytest.mark.long
def test_two_builds_are_byte_identical(small_site: Site, tmp_path: Path) -> None:
    """Another folder, another order of hashes, another process: the same site, search included."""
    root = compiling(copy_content(tmp_path / "et annet sted", small_site.root))
    mkdocs(root, PYTHONHASHSEED="4711", TZ="Pacific/Auckland", LC_ALL="C")

    assert differences(read_tree(small_site.folder), read_tree(root / "site")) == []


@pytest.mark.long
def test_plain_builds_are_byte_identical(small_plain_site: Site, tmp_path: Path) -> None:
    """So it is without MkDocs."""
    root = compiling(copy_content(tmp_path, small_plain_site.root))
    program(root, "build", "--to", "site", PYTHONHASHSEED="4711", TZ="Pacific/Auckland", LC_ALL="C")

    assert differences(read_tree(small_plain_site.folder), read_tree(root / "site")) == []


@pytest.mark.parametrize("seed", [1, pytest.param(2, marks=pytest.mark.matrix)])
def test_order_of_files_on_disk_does_not_matter(seed: int, tmp_path: Path) -> None:
    """Files that came to the disk in another order give the same site on both roads."""
    trees = []
    for number in range(2):
        texts = list(LivingContent().texts().items())
        random.Random(seed * 10 + number).shuffle(texts)
        root = write_texts(tmp_path / str(number), dict(texts))
        (root / "mkdocs.yml").write_text(MKDOCS, "utf-8")
        build_site(root, root / "plain", TODAY)
        host_build(root)
        trees.append((read_tree(root / "plain"), read_tree(root / "site")))

    assert differences(trees[0][0], trees[1][0]) == []
    assert differences(trees[0][1], trees[1][1]) == []


# Languages


class _Texts(HTMLParser):
    """Every text that people see or hear in the content, whole."""

    SPOKEN = (
        "title",
        "alt",
        "aria-label",
        "placeholder",
        "content",
        "data-label",
        "data-none",
        "data-one",
        "data-many",
        "data-searching",
        "data-more",
        "data-clear",
        "data-filters",
    )

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.code = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.code += tag in ("code", "script", "style")
        self.texts += [value or "" for name, value in attrs if name in self.SPOKEN]

    def handle_endtag(self, tag: str) -> None:
        self.code -= tag in ("code", "script", "style")

    def handle_data(self, data: str) -> None:
        if not self.code:
            self.texts.append(data)


def texts_of(html: str) -> set[str]:
    """The texts of a page, tidied."""
    parser = _Texts()
    parser.feed(html)
    return {" ".join(unescape(text).split()).strip(" :.,()") for text in parser.texts} - {""}


def translations(code: str) -> dict[str, str]:
    """The interface's words in English and in another language, where they differ."""
    path = (
        REPOSITORY
        / f"plugins/living_strategy/language/locales/{code}/LC_MESSAGES/living_strategy.po"
    )
    with path.open("rb") as file:
        messages = list(read_po(file, locale=code))
    pairs: set[tuple[str, str]] = set()
    for message in messages:
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        words = message.string if isinstance(message.string, tuple) else (message.string,)
        pairs |= {(source, text) for source, text in zip(ids, words, strict=True) if source}
    english, translated = {source for source, _ in pairs}, {text for _, text in pairs}
    return {
        source: text for source, text in pairs if source not in translated and text not in english
    }


# Words that are the same in English and in the made-up content.
NAMES = {"KS", "Portal", "Ordningen"}


# What both roads show is the same; what is around it is looked at in either language.
@pytest.mark.parametrize(
    ("code", "road"),
    [
        ("nb", "mkdocs"),
        ("nn", "plain"),
        pytest.param("nb", "plain", marks=pytest.mark.matrix),
        pytest.param("nn", "mkdocs", marks=pytest.mark.matrix),
    ],
)
def test_no_english_words_on_norwegian_pages(code: str, road: str, tmp_path: Path) -> None:
    """Everything that our templates say is translated."""
    content = LivingContent()
    content.settings["language"] = code
    root = content.write_new(tmp_path)
    built = _built(root, road)
    english = {text.strip(" :.,()") for text in translations(code)} - NAMES

    leaked = {(path, text) for path, html in built.items() for text in texts_of(html) & english}
    assert sorted(leaked) == []
    for path, html in built.items():
        assert re.search(rf'<html[^>]* lang="{code}"', html), path


@pytest.mark.parametrize("road", ["plain", "mkdocs"])
def test_no_norwegian_words_on_english_pages(road: str, tmp_path: Path) -> None:
    """The interface is complete in English too."""
    content = LivingContent()
    content.settings["language"] = "en"
    # Addresses are in the language of the site.
    content.settings["doors"][0]["ways"][1]["to"] = "goals/?standing=adopted"
    root = content.write_new(tmp_path)
    built = _built(root, road)
    norwegian = {text.strip(" :.,()") for text in translations("nb").values()}
    norwegian -= NAMES | set(_content_texts(content))

    leaked = {(path, text) for path, html in built.items() for text in texts_of(html) & norwegian}
    assert sorted(leaked) == []
    assert {path.split("/")[0] for path in built} >= {"goals", "measures", "projects"}


def _built(root: Path, road: str) -> dict[str, str]:
    if road == "plain":
        assert build_site(root, root / "site", TODAY).pages
    else:
        (root / "mkdocs.yml").write_text(MKDOCS, "utf-8")
        host_build(root)
    return {
        path: html.decode()
        for path, html in read_tree(root / "site").items()
        if path.endswith(".html")
    }


def _content_texts(content: LivingContent) -> list[str]:
    joined = b" ".join(content.texts().values()).decode(errors="replace")
    return [*re.findall(r"[\wæøåÆØÅ]+", joined), *re.findall(r": (.+)", joined)]


# Templates of the strategy's own


@pytest.mark.parametrize("road", ["plain", "mkdocs"])
def test_own_template_replaces_ours(road: str, tmp_path: Path) -> None:
    """`overrides/views/goal.html` is used for goals, and nothing else changes."""
    root = LivingContent().write_new(tmp_path)
    before = _built(root, road)
    write_texts(
        root,
        {
            "overrides/views/goal.html": (
                '{% extends "item.html" %}{% block sections %}<p>Egen mal for {{ entry.title }}</p>'
                "{% endblock %}"
            )
        },
    )
    after = _built(root, road)

    changed = {path for path in before if before[path] != after[path]}
    goals = {path for path in before if re.match(r"mal/[^/]+/", path)}
    redirect = {path for path in goals if 'http-equiv="refresh"' in before[path]}
    assert changed == goals - redirect
    assert "<p>Egen mal for Mål 1 for folk</p>" in after["mal/mal-1/index.html"]


@pytest.mark.parametrize("road", ["plain", "mkdocs"])
def test_own_piece_replaces_ours_everywhere(road: str, tmp_path: Path) -> None:
    """A piece that other templates build on can be replaced as well, and autoescaping stays on."""
    content = LivingContent()
    content.items["mal-1"].fields["title"] = "<b>Mål</b>"
    root = content.write_new(tmp_path)
    write_texts(
        root,
        {
            "overrides/views/register.html": (
                '{% extends "item.html" %}{% block links %}<p>Egen liste</p>{% endblock %}'
            ),
            "overrides/views/measure.html": (
                "<h1>{{ entry.title }}</h1>"
                "{% if pointed_to.serves %}{{ here.link(pointed_to.serves.entries[0]) }}{% endif %}"
            ),
        },
    )
    built = _built(root, road)

    assert "<p>Egen liste</p>" in built["organisasjoner/ks/index.html"]
    assert "<p>Egen liste</p>" not in built["mal/mal-1/index.html"]
    assert "&lt;b&gt;Mål&lt;/b&gt;</a>" in built["tiltak/veiledning/index.html"]


@pytest.mark.parametrize(
    ("template", "line"),
    [("{{ a }}\n{% if %}", 2), ("\n\n{{ finnes_ikke }}", 3), ('{% extends "borte.html" %}', 1)],
)
def test_mistake_in_own_template_has_a_place(template: str, line: int, tmp_path: Path) -> None:
    """What an editor of templates gets to know: the file, the line and what is wrong there."""
    root = LivingContent().write_new(tmp_path)
    write_texts(root, {"overrides/views/goal.html": template})

    with pytest.raises(OverrideError) as raised:
        build_site(root, root / "site", TODAY)

    error = raised.value
    assert (error.file, error.line) == ("overrides/views/goal.html", line)
    assert error.message(Language.load("nb")).startswith("Malen overrides/views/goal.html")


def test_mistake_in_our_templates_is_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error that no template of the strategy's own led to is not blamed on one."""
    root = LivingContent().write_new(tmp_path)
    write_texts(root, {"overrides/views/goal.html": '{% extends "item.html" %}'})

    def fail(*arguments: object) -> str:
        raise ZeroDivisionError

    monkeypatch.setattr(Language, "date", fail)
    with pytest.raises(ZeroDivisionError):
        build_site(root, root / "site", TODAY)
