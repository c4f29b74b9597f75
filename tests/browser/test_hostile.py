"""Hostile content never reaches a page: it is a finding, or it is shown as the text it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort
from playwright.sync_api import Browser

from living_strategy.adapters.plain.build import build_site
from living_strategy.adapters.publishing import read_strategy
from living_strategy.diagnostics import Finding, Severity
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
from tests.integration.site_support import MKDOCS, TODAY, host_build, mkdocs, once, write_texts

pytestmark = [
    pytest.mark.browser,
    pytest.mark.site,
    pytest.mark.usefixtures("quick_builds"),
]
ROADS = ("plain", "mkdocs")
# A browser opens the pages of one road. Those of the other say the same: see
# test_both_roads_tell_hostile_content_alike.
OPENED_ROADS = ("plain", pytest.param("mkdocs", marks=pytest.mark.matrix))
# What stands in no finished page.
MARKS = re.compile("[\ufdd0-\ufdef]")
# What may stand in no article, however it is written.
ACTIVE = """() => {
  const active = [];
  for (const element of document.querySelectorAll("*")) {
    for (const { name } of element.attributes) {
      if (name.startsWith("on")) active.push(`${element.tagName} ${name}`);
    }
    if (["javascript:", "data:", "vbscript:"].includes(element.protocol)) {
      active.push(`${element.tagName} ${element.href}`);
    }
  }
  for (const name of ["action", "formaction"]) {
    for (const element of document.querySelectorAll(`[${name}]`)) {
      const { href, origin } = new URL(element.getAttribute(name), document.baseURI);
      if (origin !== location.origin) active.push(`${element.tagName} ${href}`);
    }
  }
  const forms = "article > .ls-filter, article > section > .ls-lookup, .ls-entrances > .ls-ask, "
    + ".ls-entrances > div > .ls-lookup";
  const ours = `form:is(${forms}):not([style])`;
  const forbidden = "script, style, iframe, object, embed, form, base, link, meta, template, "
    + "video, audio, math, foreignObject, use, animate, [style], [srcdoc], [srcset], [ping]";
  for (const element of document.querySelectorAll("article, nav, header, title, figure")) {
    for (const inner of element.querySelectorAll(forbidden)) {
      if (!inner.matches(ours) && !inner.closest("#ls-search")) {
        active.push(`${element.tagName} > ${inner.outerHTML.slice(0, 80)}`);
      }
    }
  }
  for (const image of document.images) {
    if (new URL(image.src, document.baseURI).origin !== location.origin) active.push(image.src);
  }
  if (window.__canary !== undefined) active.push("the canary is dead");
  return active;
}"""


def errors(content: LivingContent, root: Path) -> set[str]:
    """The codes of the errors that a strategy has."""
    content.write(root)
    return {finding.code for finding in error_findings(root)}


def error_findings(root: Path) -> list[Finding]:
    """The errors of a strategy on disk."""
    findings = read_strategy(root, TODAY).diagnostics
    return [finding for finding in findings if finding.severity is Severity.ERROR]


def _shape(file: str, place: Place) -> tuple[str, Place]:
    """A field of a kind, whichever entry it stands in."""
    kind = file.split("/")[-1 if "registers" in file else 0]
    return kind, tuple(part for part in place if isinstance(part, str))


def _names(field: str) -> tuple[str, ...]:
    """The names in the way to a field that a finding gives, such as `costs[0].note`."""
    return tuple(re.findall(r"[a-z_-]+", field))


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
        findings = error_findings(root)
        if not findings:
            return free
        for finding in findings:
            kind, names = _shape(finding.location.file, ())[0], _names(finding.location.field)
            free = {
                (other, shape)
                for other, shape in free
                if other != kind or not names or shape[: len(names)] != names[: len(shape)]
            }
    pytest.fail(f"these stay errors: {findings[:5]}")


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
    findings = error_findings(root)
    item, page = (
        {finding.code for finding in findings if finding.location.file == file} for file in files
    )
    return item, page


EDIT = "https://example.org/a/edit/main/{path}"


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
        assert build_site(root, root / "site", TODAY, edit=EDIT).pages
    elif search:
        mkdocs(root)
    else:
        host_build(root)
    return root / "site"


# What hostile texts have in common, as it is and in an address of data.
HOSTILE = re.compile("canary|PHNjcmlwdD5")
ARTICLE = re.compile(r"<main\b.*?</main>", re.DOTALL)
# Where the roads differ: the host writes `..` for `../`, and begins lines.
ROAD = re.compile(r'(?<=\.\.)/(?=")|\s*\n\s*', re.DOTALL)


def told(file: Path) -> str:
    """What a page says on either road, without its frame; all of a page that has none."""
    html = file.read_text("utf-8")
    article = ARTICLE.search(html)
    return ROAD.sub("", article[0]) if article else html


# Words and numbers differ from page to page; what stands around a hostile text is its marks.
_WORDS = re.compile(r"[\w .,–-]+")


def surroundings(html: str) -> set[str]:
    """Each hostile text of a page with the marks around it, as far as a browser could mind them."""
    seen = set()
    for hostile in HOSTILE.finditer(html):
        begin, end = hostile.span()
        before, after = html[max(0, begin - 240) : begin - 20], html[end + 20 : end + 100]
        text = html[max(0, begin - 20) : end + 20]
        seen.add("|".join((_WORDS.sub("a", before), text, _WORDS.sub("a", after))))
    return seen


def hostile_pages(site: Path) -> list[str]:
    """The pages that say something hostile where no page before them says it, frames included."""
    seen: set[str] = set()
    paths = []
    for file in sorted(site.rglob("*.html"), key=lambda file: (len(file.parts), file)):
        html = file.read_text("utf-8")
        if 'http-equiv="refresh"' in html:
            continue
        new = surroundings(html) - seen
        if new or file == site / "index.html":
            seen |= new
            paths.append(file.relative_to(site).as_posix())
    return paths


def visit_all(
    site: Path, browser: Browser, *, first: int = 0, step: int = 1, bypass_csp: bool = False
) -> list[str]:
    """What happened on any page of a site that should not have.

    All pages are read. Those that say something hostile, or every so many of them (`step`, from the
    `first`), are opened in the browser; with `bypass_csp` as if they had no policy.
    """
    faults = []
    for path, page in read(site).items():
        faults += [f"{path}: {address}" for address in page.unsafe]
        faults += [f"{path}: a mark" for _ in MARKS.findall((site / path).read_text("utf-8"))]
    with (
        Server(site) as server,
        watched(browser, server.origin, bypass_csp=bypass_csp) as opened,
    ):
        for path in hostile_pages(site)[first::step]:
            opened.go(server.url(path.removesuffix("index.html")))
            faults += [f"{path}: {element}" for element in opened.page.evaluate(ACTIVE)]
            faults += [f"{path}: {address}" for address in opened.strangers]
            faults += [f"{path}: {text}" for text in opened.complaints if "dialog" in text]
            opened.strangers.clear()
    return faults


SHARES = 2
# Links in hostile texts lead nowhere; they shall be published, to see what they do.
DEAD_LINKS = {"broken-link": "warning"}


def _joined(texts: Sequence[str], first: int, length: int) -> str:
    """As many of the texts as a field may hold, beginning with another one for each place."""
    joined = ""
    for number in range(len(texts)):
        longer = f"{joined} {texts[(first + number) % len(texts)]}".strip()
        if len(longer) <= length:
            joined = longer
    return joined


FreePlaces = set[tuple[str, Place]]


def hostile_texts(share: int, free_places: FreePlaces) -> LivingContent:
    """A strategy with each text of a share in each field of each kind that takes text, and in the
    titles of written pages.
    """
    content = separate()
    used = 0
    for file, fields in holders(content):
        for place, _ in list(leaves(fields)):
            if _shape(file, place) in free_places and place[-1] != "language":
                is_short = place[-1] in ("number", "symbol")
                length = MAX_NUMBER_LENGTH if is_short else MAX_TITLE_LENGTH
                texts = TEXTS[(share + used) % SHARES :: SHARES]
                if place[0] == "terms":
                    # A word of the strategy's own fills a place in sentences, and can have none.
                    texts = [text for text in texts if not {"{", "}"} & {*text}]
                put(fields, place, _joined(texts, used, length))
                used += 1
    for index, text in enumerate(TEXTS[share::SHARES]):
        front = dump({"title": text, "description": text})
        content.prose[f"tekst-{index}.md"] = f"---\n{front}---\n\n{text}\n"
        content.prose[f"overskrift-{index}.md"] = f"# {text}\n\nTekst.\n"
    content.settings["severity"] = DEAD_LINKS
    assert used > 250
    return content


HostileSite = Callable[[str, str], Path]


@pytest.fixture(scope="module")
def hostile_site(free_places: FreePlaces, tmp_path_factory: pytest.TempPathFactory) -> HostileSite:
    """The site that a road makes of a hostile strategy, made once."""

    @cache
    def content(kind: str) -> LivingContent:
        if kind == "markdown":
            return hostile_markdown(tmp_path_factory.mktemp("alone"))
        if kind == "written pages":
            return hostile_written_pages()
        return hostile_texts(int(kind.removeprefix("texts ")), free_places)

    def of(kind: str, road: str) -> Path:
        name = f"hostile-{kind.replace(' ', '-')}-{road}"
        root = once(tmp_path_factory, name, lambda folder: build(content(kind), folder, road))
        return root / "site"

    return of


@pytest.mark.long
@pytest.mark.parametrize("step", [SHARES, pytest.param(1, marks=pytest.mark.matrix)])
@pytest.mark.parametrize("road", OPENED_ROADS)
@pytest.mark.parametrize("share", range(SHARES))
def test_hostile_texts_are_only_text(
    share: int,
    road: str,
    step: int,
    free_places: FreePlaces,
    browser: Browser,
    hostile_site: HostileSite,
) -> None:
    """Each text, in each field of each kind that takes text, and in the titles of written pages,
    is shown as it is written. The shares have the same pages; each is opened in one of them.
    """
    assert len(free_places) > 60
    site = hostile_site(f"texts {share}", road)

    assert len(hostile_pages(site)) > 80
    assert visit_all(site, browser, first=share % step, step=step) == []


def hostile_markdown(root: Path) -> LivingContent:
    """A strategy with every hostile Markdown text that is no error, each in a body, a report and
    on a page of its own.
    """
    content = LivingContent()
    content.items = {name: content.items[name] for name in ("mal-1", "veiledning", "digihjelpen")}
    content.settings["results"] = ["mal-1/andel"]
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


@pytest.mark.long
@pytest.mark.parametrize("road", OPENED_ROADS)
def test_hostile_markdown_is_a_finding_or_harmless(
    road: str, browser: Browser, hostile_site: HostileSite
) -> None:
    """Each text as the body of an item, as a report and as a page is an error, or is shown
    without what could run.
    """
    site = hostile_site("markdown", road)

    assert len(hostile_pages(site)) > 40
    assert visit_all(site, browser, step=4) == []
    assert visit_all(site, browser, bypass_csp=True) == []


def hostile_written_pages() -> LivingContent:
    """A strategy with what ends an attribute or an element in every place of a written page."""
    content = LivingContent()
    content.prose = {f"side-{number}.md": page_of(text) for number, text in enumerate(ENDINGS)}
    content.settings["severity"] = DEAD_LINKS
    return content


@pytest.mark.parametrize("road", OPENED_ROADS)
def test_hostile_texts_in_every_place_of_a_written_page(
    road: str, browser: Browser, hostile_site: HostileSite, tmp_path: Path
) -> None:
    """What ends an attribute or an element runs nowhere, with the policy and without it; and no
    page allows any code that stands in it.
    """
    assert errors(hostile_written_pages(), tmp_path) <= {"unknown-mention", "unsafe-link"}
    site = hostile_site("written pages", road)

    assert len(hostile_pages(site)) > len(ENDINGS)
    assert visit_all(site, browser, step=4) == []
    assert visit_all(site, browser, bypass_csp=True) == []
    assert _allowing_code(site) == []


def _allowing_code(site: Path) -> list[str]:
    """The pages and settings of servers that allow code by its hash."""
    served = [path for path in site.rglob("*") if path.suffix in ("", ".html", ".conf")]
    texts = {path: path.read_text("utf-8") for path in served if path.is_file()}
    assert len(texts) > len(ENDINGS)
    return [str(path) for path, text in texts.items() if "sha256-" in text]


@pytest.mark.parametrize("kind", ["texts 0", "markdown", "written pages"])
def test_both_roads_tell_hostile_content_alike(
    kind: str, browser: Browser, hostile_site: HostileSite
) -> None:
    """What every page says is the same on both roads, so that it is enough to open those of one;
    of the other, a page of each kind for its frame.
    """
    plain, host = (hostile_site(kind, road) for road in ROADS)
    files = {path.relative_to(plain).as_posix() for path in plain.rglob("*.html")}

    assert len(files) > 60
    assert [path for path in sorted(files) if told(plain / path) != told(host / path)] == []
    assert visit_all(host, browser, step=6, bypass_csp=True) == []
    assert _allowing_code(host) == []


def test_the_canary_sings(browser: Browser, tmp_path: Path) -> None:
    """Without a policy, what the tests look for would run: a page that lets it through fails."""
    page = f"<!doctype html><title>x</title><article><img src=x onerror={BOMB}></article>"
    write_texts(tmp_path, {"index.html": page})

    faults = visit_all(tmp_path, browser, bypass_csp=True)

    assert "index.html: the canary is dead" in faults


def test_only_forms_of_the_site_are_let_through(browser: Browser, tmp_path: Path) -> None:
    """A form that stands where the site has none, or that leads elsewhere, is told of; those of
    the site are not.
    """
    page = "<!doctype html><title>x</title><article>{}<p>canary</article>"
    entrance = '<div class="ls-entrances"><form class="ls-ask" action="{}">{}</form></div>'
    elsewhere = f"https://{ELSEWHERE}/"
    pages = {
        "elsewhere.html": entrance.format(elsewhere, ""),
        "index.html": entrance.format("sok/", ""),
        "misplaced.html": '<form class="ls-ask" action="sok/"></form>',
        "sent.html": entrance.format("sok/", f'<button formaction="{elsewhere}">x</button>'),
    }
    write_texts(tmp_path, {path: page.format(text) for path, text in pages.items()})

    assert visit_all(tmp_path, browser) == [
        f"elsewhere.html: FORM {elsewhere}",
        'misplaced.html: ARTICLE > <form class="ls-ask" action="sok/"></form>',
        f"sent.html: BUTTON {elsewhere}",
    ]


@pytest.mark.parametrize("road", OPENED_ROADS)
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
        publication = read_strategy(root, TODAY)
        assert publication.has_errors or ".." in name, name
        assert "goals/..md" not in {page.path for page in publication.menu_pages}


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
    assert {finding.code for finding in error_findings(root)} == {"symlink-outside-root"}


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
    page.eval_on_selector_all("button.ls-more", "all => all.forEach(button => button.click())")
    page.wait_for_function("() => !document.querySelector('button.ls-more')")
    results = page.locator("#ls-search-results li").count()
    shown = page.locator("#ls-search-results").inner_text()

    assert results > 20
    assert re.search(r"<script>window", shown)
    assert searched.strangers == []
    assert page.evaluate("window.__canary") is None
    inside = page.evaluate(
        "() => [...document.querySelectorAll('#ls-search-results *')].map(inner => inner.localName)"
    )
    assert set(inside) <= {"section", "h2", "ol", "li", "a", "p", "mark", "span", "button"}
