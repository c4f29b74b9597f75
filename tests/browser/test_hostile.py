"""Hostile content never reaches a page: it is a finding, or it is shown as the text it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort
from playwright.sync_api import Browser

from living_strategy.adapters.plain.build import build_site
from living_strategy.adapters.publishing import read_strategy
from living_strategy.diagnostics import Severity
from living_strategy.limits import MAX_NUMBER_LENGTH, MAX_TITLE_LENGTH
from tests.browser.hostile import (
    ADDRESSES,
    BOMB,
    ELSEWHERE,
    ENDINGS,
    MARKDOWN,
    NAMES,
    TEXTS,
    Place,
    holders,
    leaves,
    page_of,
    put,
    separate,
)
from tests.browser.server import Server
from tests.browser.test_links import read
from tests.browser.watch import Watched, watched
from tests.integration.living_content import Item, LivingContent, dump
from tests.integration.site_support import MKDOCS, TODAY, host_build, mkdocs, write_texts

pytestmark = [
    pytest.mark.browser,
    pytest.mark.site,
    pytest.mark.usefixtures("quick_builds"),
]
ROADS = ("plain", "mkdocs")
# What stands in no finished page.
MARKS = re.compile("[\ufdd0-\ufdef]")
# What may stand in no article, however it is written.
ACTIVE = """() => {
  const found = [];
  for (const element of document.querySelectorAll("*")) {
    for (const one of element.attributes) {
      if (one.name.startsWith("on")) found.push(`${element.tagName} ${one.name}`);
    }
    if (["javascript:", "data:", "vbscript:"].includes(element.protocol)) {
      found.push(`${element.tagName} ${element.href}`);
    }
  }
  const ours = "article > .ls-filter, .ls-lookup, .ls-lookup > template";
  const forbidden = "script, style, iframe, object, embed, form, base, link, meta, template, "
    + "video, audio, math, foreignObject, use, animate, [style], [srcdoc], [srcset], [ping]";
  for (const element of document.querySelectorAll("article, nav, header, title, figure")) {
    for (const inner of element.querySelectorAll(forbidden)) {
      if (!inner.matches(ours) && !inner.closest("#ls-search")) {
        found.push(`${element.tagName} > ${inner.outerHTML.slice(0, 80)}`);
      }
    }
  }
  for (const image of document.images) {
    if (new URL(image.src, document.baseURI).origin !== location.origin) found.push(image.src);
  }
  if (window.__canary !== undefined) found.push("the canary is dead");
  return found;
}"""


def errors(content: LivingContent, root: Path) -> set[str]:
    """The codes of the errors that a strategy has."""
    content.write(root)
    found = read_strategy(root, TODAY).diagnostics
    return {one.code for one in found if one.severity is Severity.ERROR}


def _shape(file: str, place: Place) -> tuple[str, Place]:
    """A field of a kind, whichever entry it stands in."""
    kind = file.split("/")[-1 if "registers" in file else 0]
    return kind, tuple(part for part in place if isinstance(part, str))


def _names(field: str) -> tuple[str, ...]:
    """The names in the way to a field that a finding gives, such as `costs[0].note`."""
    return tuple(re.findall(r"[a-z_]+", field))


@pytest.fixture(scope="module")
def free_places(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, Place]]:
    """Every field of every kind that takes any text: all are filled in, and those that findings
    name get their own text back, until there are no errors.
    """
    root = tmp_path_factory.mktemp("places")
    assert errors(separate(), root) == set()
    free = {
        _shape(file, place) for file, fields in holders(separate()) for place, _ in leaves(fields)
    }
    for _ in range(20):
        content = separate()
        for file, fields in holders(content):
            for place, _ in list(leaves(fields)):
                if _shape(file, place) in free:
                    put(fields, place, TEXTS[0])
        content.write(root)
        found = [
            one for one in read_strategy(root, TODAY).diagnostics if one.severity is Severity.ERROR
        ]
        if not found:
            return free
        for one in found:
            kind, names = _shape(one.location.file, ())[0], _names(one.location.field)
            free = {
                (other, shape)
                for other, shape in free
                if other != kind or not names or shape[: len(names)] != names[: len(shape)]
            }
    pytest.fail(f"these stay errors: {found[:5]}")


SMALL = {
    "strategy/strategy.yml": "title: Liten\nareas: [{id: brukeren, title: Brukeren}]\n",
    "strategy/registers/organisations.yml": "ks: {title: KS, type: association}\n",
    "strategy/bilder/kart.png": "",
}


def text_errors(text: str, root: Path) -> tuple[set[str], set[str]]:
    """The codes of errors that a Markdown text leads to: in an item, and on a written page."""
    files = {
        "goals/mal.md": f"---\ntitle: M\narea: brukeren\nstanding: proposed\n---\n{text}\n",
        "strategy/side.md": f"# Side\n\n{text}\n",
    }
    write_texts(root, SMALL | files)
    diagnostics = read_strategy(root, TODAY).diagnostics
    found = [one for one in diagnostics if one.severity is Severity.ERROR]
    item, page = ({one.code for one in found if one.location.file == file} for file in files)
    return item, page


def build(content: LivingContent, root: Path, road: str, *, search: bool = False) -> Path:
    """Publish through one of the roads."""
    content.write_new(root)
    (root / "mkdocs.yml").write_text(
        MKDOCS.replace("search: false", f"search: {str(search).lower()}")
        + "markdown_extensions: [attr_list, def_list, footnotes, tables, abbr, admonition, "
        "md_in_html, pymdownx.superfences]\nsite_url: https://example.org/\n"
        "repo_url: https://example.org/a\nedit_uri: edit/main/strategy/\n",
        "utf-8",
    )
    if road == "plain":
        assert build_site(root, root / "site", TODAY).pages
    elif search:
        mkdocs(root)
    else:
        host_build(root)
    return root / "site"


def visit_all(
    site: Path, browser: Browser, every: str = "", *, bypass_csp: bool = False
) -> list[str]:
    """What happened on any page of a site that should not have.

    All pages are read. Those that match `every`, and the first three in each other folder, which
    have the same frame, are opened in the browser; with `bypass_csp` as if they had no policy.
    """
    faults, opened_in = [], Counter[str]()
    found = read(site)
    for path, page in found.items():
        faults += [f"{path}: {what}" for what in page.unsafe]
        faults += [f"{path}: a mark" for _ in MARKS.findall((site / path).read_text("utf-8"))]
    with (
        Server(site) as server,
        watched(browser, server.origin, bypass_csp=bypass_csp) as opened,
    ):
        for path in sorted(found):
            if 'http-equiv="refresh"' in (site / path).read_text("utf-8"):
                continue
            folder = path.split("/")[0] if path.count("/") > 1 else path
            opened_in[folder] += 1
            if opened_in[folder] > 3 and not (every and re.search(every, path)):
                continue
            opened.go(server.url(path.removesuffix("index.html")))
            faults += [f"{path}: {what}" for what in opened.page.evaluate(ACTIVE)]
            faults += [f"{path}: {what}" for what in opened.strangers]
            faults += [f"{path}: {what}" for what in opened.complaints if "dialog" in what]
            opened.strangers.clear()
    return faults


SHARES = 2
# Links in hostile texts lead nowhere; they shall be published, to see what they do.
DEAD_LINKS = {"broken-link": "warning"}


def _joined(texts: Sequence[str], first: int, length: int) -> str:
    """As many of the texts as a field may hold, beginning with another one for each place."""
    found = ""
    for number in range(len(texts)):
        longer = f"{found} {texts[(first + number) % len(texts)]}".strip()
        if len(longer) <= length:
            found = longer
    return found


@pytest.mark.parametrize("road", ROADS)
@pytest.mark.parametrize("share", range(SHARES))
def test_hostile_texts_are_only_text(
    share: int, road: str, free_places: set[tuple[str, Place]], browser: Browser, tmp_path: Path
) -> None:
    """Each text, in each field of each kind that takes text, and in the titles of written pages,
    is shown as it is written.
    """
    content = separate()
    used = 0
    for file, fields in holders(content):
        for place, _ in list(leaves(fields)):
            if _shape(file, place) in free_places and place[-1] != "language":
                length = MAX_NUMBER_LENGTH if place[-1] == "number" else MAX_TITLE_LENGTH
                texts = TEXTS[(share + used) % SHARES :: SHARES]
                put(fields, place, _joined(texts, used, length))
                used += 1
    for index, text in enumerate(TEXTS[share::SHARES]):
        front = dump({"title": text, "description": text})
        content.prose[f"tekst-{index}.md"] = f"---\n{front}---\n\n{text}\n"
        content.prose[f"overskrift-{index}.md"] = f"# {text}\n\nTekst.\n"

    content.settings["severity"] = DEAD_LINKS
    assert used > 250
    assert len(free_places) > 60
    every = "tekst|overskrift" if road == "mkdocs" else "."
    assert visit_all(build(content, tmp_path, road), browser, every) == []


def hostile_markdown(root: Path) -> LivingContent:
    """A strategy with every hostile Markdown text that is no error, each in a body, a report and
    on a page of its own.
    """
    content = LivingContent()
    content.items = {name: content.items[name] for name in ("mal-1", "veiledning", "digihjelpen")}
    content.prose = {}
    allowed = {
        "unsafe-link",
        "broken-link",
        "yaml-control-character",
        "unknown-mention",
        "image-without-text",
    }
    texts = ["\n\n".join(TEXTS[start::6]) for start in range(6)]
    for index, text in enumerate((*texts, *MARKDOWN)):
        in_item, on_page = text_errors(text, root)
        assert in_item | on_page <= allowed, text
        if not in_item:
            content.items[f"tekst-{index}"] = Item(
                "goals",
                {
                    "title": f"Tekst {index}",
                    "area": "brukeren",
                    "standing": "proposed",
                    "updates": [{"date": "2024", "text": text}],
                },
                text,
            )
        if not on_page:
            content.prose[f"side-{index}.md"] = f"# Side {index}\n\n{text}\n"
    assert len(content.items) > 25
    assert len(content.prose) > 25
    return content


@pytest.mark.parametrize("road", ROADS)
def test_hostile_markdown_is_a_finding_or_harmless(
    road: str, browser: Browser, tmp_path: Path
) -> None:
    """Each text as the body of an item, as a report and as a page is an error, or is shown
    without what could run.
    """
    content = hostile_markdown(tmp_path / "alone")
    site = build(content, tmp_path / "root", road)

    assert visit_all(site, browser, "tekst|side") == []
    assert visit_all(site, browser, "tekst|side", bypass_csp=True) == []


@pytest.mark.parametrize("road", ROADS)
def test_hostile_texts_in_every_place_of_a_written_page(
    road: str, browser: Browser, tmp_path: Path
) -> None:
    """What ends an attribute or an element runs nowhere, with the policy and without it; and no
    page allows any code that stands in it.
    """
    content = LivingContent()
    content.prose = {f"side-{number}.md": page_of(text) for number, text in enumerate(ENDINGS)}
    content.settings["severity"] = DEAD_LINKS
    assert errors(content, tmp_path / "alone") <= {"unknown-mention", "unsafe-link"}
    site = build(content, tmp_path / "root", road)

    assert visit_all(site, browser, "side-") == []
    assert visit_all(site, browser, "side-|utskrift", bypass_csp=True) == []
    served = [path for path in site.rglob("*") if path.suffix in ("", ".html", ".conf")]
    texts = [path.read_text("utf-8") for path in served if path.is_file()]
    assert len(texts) > len(ENDINGS)
    assert [text for text in texts if "sha256-" in text] == []


def test_the_canary_sings(browser: Browser, tmp_path: Path) -> None:
    """Without a policy, what the tests look for would run: a page that lets it through fails."""
    page = f"<!doctype html><title>x</title><article><img src=x onerror={BOMB}></article>"
    write_texts(tmp_path, {"index.html": page})

    found = visit_all(tmp_path, browser, bypass_csp=True)

    assert "index.html: the canary is dead" in found


@pytest.mark.parametrize("road", ROADS)
def test_hostile_addresses_are_findings_or_harmless(
    road: str, browser: Browser, tmp_path: Path
) -> None:
    """Each address in each field that takes one is refused, or cannot leave its attribute."""
    content, refused = separate(), 0
    shapes: dict[tuple[str, Place], tuple[int, Place]] = {}
    for index, (file, fields) in enumerate(holders(separate())):
        for place, text in leaves(fields):
            if text.startswith("https://"):
                shapes.setdefault(_shape(file, place), (index, place))
    assert len(shapes) > 15
    (index, place), *_ = shapes.values()
    allowed = []
    for address in ADDRESSES:
        alone = separate()
        put(list(holders(alone))[index][1], place, address)
        codes = errors(alone, tmp_path / "alone")
        refused += bool(codes)
        allowed += [address] * (not codes)
        assert codes <= {"bad-web-address", "yaml-syntax"}, address
    assert refused > 5
    for number, (index, place) in enumerate(shapes.values()):
        if allowed:
            put(list(holders(content))[index][1], place, allowed[number % len(allowed)])
    if codes := errors(content, tmp_path / "alone"):
        pytest.fail(f"fields of addresses differ in what they refuse: {codes}")

    assert visit_all(build(content, tmp_path / "root", road), browser) == []


@pytest.mark.parametrize("name", NAMES)
def test_names_cannot_lead_elsewhere(name: str, tmp_path: Path) -> None:
    """An id, an earlier id, a reference or a register key that is no plain word is a finding."""
    aliased, keyed, referring, named = separate(), separate(), separate(), separate()
    aliased.items["mal-1"].fields["aliases"] = [name]
    keyed.registers["organisations"][name] = keyed.registers["organisations"]["ks"]
    referring.items["mal-1"].fields["area"] = name
    named.areas[0]["id"] = name

    for number, content in enumerate((aliased, keyed, referring, named)):
        assert errors(content, tmp_path / str(number)), number


def test_file_names_cannot_lead_elsewhere(tmp_path: Path) -> None:
    """Neither can names of files, as far as a file can have them."""
    for number, name in enumerate(("..md", "A.md", "a b.md", "<script>.md", "æ.md", "x\n.md")):
        content = LivingContent()
        root = content.write_new(tmp_path / str(number))
        (root / "goals" / name).write_text(content.items["mal-3"].text(), "utf-8")
        found = read_strategy(root, TODAY)
        assert found.has_errors or ".." in name, name
        assert "goals/..md" not in {one.path for one in found.menu_pages}


@pytest.mark.parametrize("road", ROADS)
def test_files_outside_are_not_published(road: str, tmp_path: Path) -> None:
    """With a symbolic link beside the written pages nothing is published, on either road."""
    secret = write_texts(tmp_path / "secret", {"nokkel.png": "hemmelig", "mappe/a.png": "hemmelig"})
    root = LivingContent().write_new(tmp_path / "root")
    (root / "strategy" / "bilder" / "nokkel.png").symlink_to(secret / "nokkel.png")
    (root / "strategy" / "mappe").symlink_to(secret / "mappe", target_is_directory=True)
    (root / "strategy" / "borte.png").symlink_to(secret / "finnes-ikke.png")
    (root / "mkdocs.yml").write_text(MKDOCS, "utf-8")
    if road == "plain":
        assert build_site(root, root / "site", TODAY).pages == 0
    else:
        with pytest.raises(Abort):
            host_build(root)

    assert not (root / "site").exists()
    found = read_strategy(root, TODAY).diagnostics
    assert {one.code for one in found if one.severity is Severity.ERROR} == {"symlink-outside-root"}


@pytest.mark.parametrize("road", ROADS)
def test_files_that_run_are_not_published(road: str, browser: Browser, tmp_path: Path) -> None:
    """A page of one's own and a drawing that runs code are left out; other files are not."""
    svg = "<svg xmlns='http://www.w3.org/2000/svg' {0}><rect width='9' height='9'/>{1}</svg>"
    bad = {
        "side.html": f"<script>{BOMB}</script>",
        "side.HTM": f"<script>{BOMB}</script>",
        "side.xhtml": f"<html xmlns='http://www.w3.org/1999/xhtml'><script>{BOMB}</script></html>",
        "a.svg": svg.format("", f"<script>{BOMB}</script>"),
        "b.svg": svg.format(f"onload='{BOMB}'", ""),
        "c.SVG": svg.format("", f"<a href='javascript:{BOMB}'><text>x</text></a>"),
        "d.svg": svg.format("", f"<image href='https://{ELSEWHERE}/x.png'/>"),
        "e.svg": svg.format("", f"<style>@import 'https://{ELSEWHERE}/x.css';</style>"),
        "f.svg": svg.format("", f"<s&#99;ript>{BOMB}</s&#99;ript>").replace("s&#99;ript", "script"),
        "g.svg": "<?xml version='1.0' encoding='UTF-16'?>" + svg.format("", ""),
        "data.xml": f"<x:script xmlns:x='http://www.w3.org/1999/xhtml'>{BOMB}</x:script>",
        "run.js": BOMB,
        "run.mjs": BOMB,
        "stil.css": f"@import '//{ELSEWHERE}/x.css';",
    }
    good = {"god.svg": svg.format("", ""), "ark.csv": "a;b\n", "tekst.txt": "<script>"}
    root = LivingContent().write_new(tmp_path)
    write_texts(root / "strategy" / "filer", {**bad, **good})
    (root / "mkdocs.yml").write_text(MKDOCS, "utf-8")
    if road == "plain":
        assert build_site(root, root / "site", TODAY).pages
    else:
        host_build(root)

    published = {path.name for path in (root / "site" / "filer").iterdir()}
    assert published == set(good)


@pytest.fixture
def searched(browser: Browser, tmp_path: Path) -> Iterator[Watched]:
    """The search page of a site whose texts are hostile."""
    content = separate()
    for index, text in enumerate(TEXTS):
        content.items[f"tekst-{index}"] = Item(
            "goals",
            {
                "title": f"{text} kanarifugl",
                "area": "brukeren",
                "standing": "proposed",
                "summary": text,
            },
            f"kanarifugl `{text}` kanarifugl",
        )
    site = build(content, tmp_path, "mkdocs", search=True)
    with Server(site) as server, watched(browser, server.origin) as opened:
        opened.go(server.url("sok/?q=kanarifugl"))
        yield opened


def test_hostile_texts_in_search_results(searched: Watched) -> None:
    """The search shows titles and excerpts as text, too."""
    page = searched.page
    page.locator("#ls-search-results li > a").first.wait_for()
    page.eval_on_selector_all("button.ls-more", "all => all.forEach(one => one.click())")
    page.wait_for_function("() => !document.querySelector('button.ls-more')")
    results = page.locator("#ls-search-results li").count()
    shown = page.locator("#ls-search-results").inner_text()

    assert results > 20
    assert re.search(r"<script>window", shown)
    assert searched.strangers == []
    assert page.evaluate("window.__canary") is None
    inside = page.evaluate(
        "() => [...document.querySelectorAll('#ls-search-results *')].map(one => one.localName)"
    )
    assert set(inside) <= {"section", "h2", "ol", "li", "a", "p", "mark", "span", "button"}
