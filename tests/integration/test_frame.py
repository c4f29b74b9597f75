"""The frame of a strategy with a look of its own: colour, name, mark, font, links at the foot."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import living_strategy
from tests.integration.living_content import PIXEL, LivingContent
from tests.integration.site_support import MKDOCS, mkdocs

pytestmark = pytest.mark.site
FOOTER = """\
extra:
  living_strategy_footer:
    - {title: Personvern & kontakt, path: om-oss/}
copyright: Lillevik kommune
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a municipality with everything that it may choose."""
    root = tmp_path_factory.mktemp("own-look")
    content = LivingContent()
    content.settings["design"] = {
        "colour": "#7a1f3d",
        "name": "Lillevik <digital>",
        "mark": {"file": "bilder/merke.png", "text": 'Merket "Lillevik"'},
        "font": {"family": "Lillevik Sans", "files": [{"file": "skrift/lillevik.woff2"}]},
    }
    content.files["strategy/bilder/merke.png"] = PIXEL
    content.files["strategy/skrift/lillevik.woff2"] = b"wOF2"
    content.write(root)
    config = MKDOCS.replace("extra: {generator: false}\n", FOOTER).replace("Strategi for", "Ikke")
    (root / "mkdocs.yml").write_text(config, "utf-8")
    mkdocs(root)
    return root / "site"


def test_name_and_mark(site: Path) -> None:
    """Both stand in the header of every page, the mark with its text; nothing in them is HTML."""
    for page, back in (("index.html", ""), ("tiltak/veiledning/index.html", "../../")):
        html = (site / page).read_text("utf-8")
        mark = f'<img src="{back}bilder/merke.png" alt="Merket &#34;Lillevik&#34;" height="32">'

        assert mark in html
        assert "<span>Lillevik &lt;digital&gt;</span>" in html


def test_the_title_is_that_of_the_strategy(site: Path) -> None:
    """What mkdocs.yml calls the site is on no page."""
    for page in ("index.html", "tiltak/veiledning/index.html", "404.html"):
        html = (site / page).read_text("utf-8")

        assert re.search(r"<title>([^<]* – )?Strategi for Lillevik</title>", html), page
        assert "Ikke Lillevik" not in html


def test_colour_and_font(site: Path) -> None:
    """The colours are computed from the chosen one; the font's file is where the style says."""
    style = site / "assets/living-strategy/tokens.css"
    css = style.read_text("utf-8")
    files = re.findall(r"src:url\(([^)]*)\)", css)

    assert "--ds-color-accent-base-default:#7a1f3d" in css
    assert files == ["../../skrift/lillevik.woff2"]
    assert (style.parent / files[0]).resolve().is_file()


def test_links_at_the_foot(site: Path) -> None:
    """The links that mkdocs.yml lists, those of the plugin, and whom to write to."""
    foot = (site / "index.html").read_text("utf-8").partition('<footer class="ls-footer')[2]

    assert re.findall(r'<a href="([^"]*)">([^<]*)', foot) == [
        ("om-oss/", "Personvern &amp; kontakt"),
        ("tilgjengelighet/", "Tilgjengelighet"),
        ("personvern/", "Personvern"),
        ("lisens/", "Lisens"),
        ("apne-data/", "Åpne data"),
        ("kilder/", "Om tallene og kildene"),
        ("utskrift/", "Skriv ut hele strategien"),
        ("mailto:post@lillevik.example", "post@lillevik.example"),
    ]
    assert "<p>Lillevik kommune</p>" in foot


def test_table_of_a_written_page_has_a_name(site: Path) -> None:
    """A table in Markdown scrolls by keyboard, and its headings say what it is."""
    html = (site / "hjelp/index.html").read_text("utf-8")

    assert '<div class="ls-scroll" role="group" aria-label="a, b" tabindex="0">' in html


def test_no_script_of_the_theme(site: Path) -> None:
    """Nothing of the theme runs in the reader's browser, or lies on the server for nothing."""
    for path in site.rglob("*.html"):
        html = path.read_text("utf-8")
        scripts = re.findall(r'<script(?! type="application/ld\+json")[^>]*>', html)

        assert all("assets/living-strategy/" in script for script in scripts), path
        assert not re.search(r"\sstyle=|\son[a-z]+=", html), path
    assert not (site / "assets/javascripts").exists()


# What the templates of the frame print as it is: slots, parts of the frame, words of the program,
# links to feeds and data that are escaped where they are made, and what the owner of mkdocs.yml
# writes as HTML.
PRINTED = re.compile(
    r"_\(['\"][\w ]+:?['\"]\)|super\(\)|links\([\w.]+\)|lang\.t\('\w+'\)"
    r"|page\.meta\.(?:linked_data|head)"
    r"|(?:page|not_found)\.content|written\.(?:lead|rest)|script \| script_tag"
    r"|'website' if page\.is_homepage else 'article'|config\.copyright or config\.site_name \| e"
    r'|\{"language": config\.theme\.language, "direction": "ltr"\}\[key\]'
    r"|\{'nb': 'nb_NO', 'nn': 'nn_NO'\}\[config\.theme\.language\] or 'en_GB'"
)
PACKAGE = Path(living_strategy.__file__).parent
TEMPLATES = ("site/shell", "adapters/mkdocs/theme", "adapters/plain/templates")


def test_every_value_is_escaped_where_it_is_written() -> None:
    """No template of the frame prints what the host hands over as it is."""
    expressions = {
        path.relative_to(PACKAGE).as_posix(): path.read_text("utf-8")
        for folder in TEMPLATES
        for path in sorted((PACKAGE / folder).rglob("*.html"))
    }
    values = re.compile(r"\{\{-?\s*(.*?)\s*-?\}\}")
    printed = [value for text in expressions.values() for value in values.findall(text)]

    assert len(printed) > 50
    assert [
        value for value in printed if not (PRINTED.fullmatch(value) or _is_escaped(value))
    ] == []
    assert [
        name for name, text in expressions.items() if re.search(r"\|\s*safe|autoescape", text)
    ] == []


def _is_escaped(value: str) -> bool:
    """Whether each value that a choice may give is escaped, or all of them together."""
    whole = re.fullmatch(r"\(.*\) \| e", value)
    return bool(whole) or all(part.endswith("| e") for part in re.split(r" if .*? else ", value))
