"""Sums can be read on a phone: in sight, and on one line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html.parser import HTMLParser

import pytest
from playwright.sync_api import Browser

from tests.browser.samples import pages_of, published, samples
from tests.browser.server import Server
from tests.browser.watch import watched
from tests.integration.site_support import Site

pytestmark = [pytest.mark.browser, pytest.mark.site]
WIDTHS = (390, 320)
SITES = ("real", "small")
# Of these sites it is known that they have sums.
KNOWN = ("small", "small_plain")
# Figures that are not wholly in sight: those of cells of tables, and sums and shares wherever they
# stand, but for what lies in a region that scrolls by itself and says so.
OUT_OF_SIGHT = """() => {
  for (const folded of document.querySelectorAll("details")) folded.open = true;
  const width = document.documentElement.clientWidth;
  const sum = /\\d[\\s\\u00a0](kr|kroner|mill)|\\d[\\s\\u00a0]?%/;
  const figure = new RegExp(`${sum.source}|^[\\\\d\\\\s\\\\u00a0.,]+$`);
  const cells = [...document.querySelectorAll("td, th")].filter(cell => cell.getClientRects().length
    && figure.test(cell.textContent.trim()) && !cell.closest("thead"));
  const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const sums = [];
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (sum.test(texts.currentNode.data) && element.checkVisibility()
      && !element.closest("td, th, [role=region][tabindex='0']")) sums.push(texts.currentNode);
  }
  return {
    count: cells.length + sums.length,
    faults: [...cells, ...sums].filter(figure => {
      const range = document.createRange();
      range.selectNodeContents(figure);
      const box = range.getBoundingClientRect();
      return box.left < 0 || box.right > width + 1;
    }).map(figure => figure.textContent.trim().slice(0, 60)).slice(0, 5),
  };
}"""
# A cell that has one, of whatever kind: other pages need no browser.
FIGURE = re.compile(r"<t[dh]\b[^>]*>[^<]*\d")
# A row of a table, and what may differ in rows of one shape: values of attributes, and texts.
ROW = re.compile(r"<tr\b.*?</tr>", re.DOTALL)
WORDING = re.compile(r'"[^"]*"|(?<=>)[^<]+')
# A space that breaks inside a number, or before its unit.
BROKEN = re.compile(r"(?<!\d)\d{1,3} \d{3}(?!\d)|\d (?:kr|kroner|prosent|%)(?!\w)")


def addresses(site: Site) -> list[str]:
    """Every page of the strategy, made and written, that has a figure in a table."""
    written = [page.address for page in published(site).context.graph.corpus.prose]
    files = {path: site.file(path) for path in (*written, *(page.path for page in pages_of(site)))}
    return sorted(
        path
        for path, file in files.items()
        if file.name == "index.html" and file.is_file() and FIGURE.search(file.read_text("utf-8"))
    )


def shapes(site: Site) -> list[str]:
    """Of the pages with a figure whose rows of tables differ in words and digits alone, the one
    with the most in them: a page of a municipality is made like all others.
    """
    largest: dict[frozenset[str], tuple[int, str]] = {}
    for path in addresses(site):
        rows = ROW.findall(site.file(path).read_text("utf-8"))
        shape = frozenset((path.split("/")[0], *(WORDING.sub("", row) for row in rows)))
        largest[shape] = max(largest.get(shape, (0, "")), (sum(map(len, rows)), path))
    return sorted(path for _, path in largest.values())


def assert_in_sight(browser: Browser, server: Server, paths: Iterable[str]) -> int:
    """On phones of both widths, with everything folded out, nobody has to move a table sideways to
    see a sum; the number of sums that were seen.
    """
    seen, faults = 0, []
    with watched(browser, server.origin) as page:
        for path in paths:
            page.go(server.url(path))
            for width in WIDTHS:
                page.page.set_viewport_size({"width": width, "height": 800})
                cells = page.page.evaluate(OUT_OF_SIGHT)
                seen += cells["count"]
                faults += [f"{path} at {width} px: {text}" for text in cells["faults"]]

    assert faults == []
    return seen


def test_every_figure_of_a_table_is_in_sight(
    browser: Browser, small_site: Site, small_server: Server
) -> None:
    """On a page of every shape of the made-up site, those of municipalities and of results too."""
    paths = shapes(small_site)

    assert {"kommuner", "resultater", "finansiering"} <= {path.split("/")[0] for path in paths}
    assert len(paths) < len(addresses(small_site)) / 4
    assert assert_in_sight(browser, small_server, paths) > 50


def test_published_figures_are_in_sight(
    browser: Browser, real_site: Site, real_server: Server
) -> None:
    """On the heaviest published page of every kind."""
    heaviest = set(samples(real_site).values())
    paths = [path for path in addresses(real_site) if path in heaviest]

    assert len(paths) > 10
    assert_in_sight(browser, real_server, paths)


@pytest.mark.matrix
def test_all_published_figures_are_in_sight(
    browser: Browser, real_site: Site, real_server: Server
) -> None:
    """On every published page."""
    assert_in_sight(browser, real_server, addresses(real_site))


@pytest.mark.parametrize("name", [*SITES, "plain", "small_plain"])
def test_no_number_is_broken_over_lines(name: str, request: pytest.FixtureRequest) -> None:
    """Neither in what the program writes nor in what people wrote, on either road; open data and
    code have plain spaces, as they were written.
    """
    site: Site = request.getfixturevalue(f"{name}_site")
    broken = {}
    whole = 0
    for file in sorted(site.folder.rglob("*.html")):
        html = file.read_text("utf-8")
        # What does not stand in the file does not stand in its texts.
        if not BROKEN.search(html) and name not in KNOWN:
            continue
        text = "\n".join(_Texts.of(html))
        whole += len(re.findall("\\d\u00a0\\d{3}", text))
        if numbers := BROKEN.findall(text):
            broken[file.relative_to(site.folder).as_posix()] = numbers[:3]

    assert broken == {}
    data = "".join(file.read_text("utf-8") for file in site.folder.rglob("*.csv"))
    if name in KNOWN:
        assert whole > 20
        assert re.search(r"\d \d{3}(?!\d)", data)
    assert not re.search("\\d\u00a0\\d{3}", data)


class _Texts(HTMLParser):
    """Texts of a page that readers see, outside code, each without what interrupts it."""

    def __init__(self) -> None:
        super().__init__()
        self.inside: list[str] = []
        self.texts: list[str] = []

    @classmethod
    def of(cls, html: str) -> list[str]:
        """The texts of a page."""
        reader = cls()
        reader.feed(html.partition("<body")[2])
        return reader.texts

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("code", "pre", "script", "style", "option"):
            self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.inside and self.inside[-1] == tag:
            self.inside.pop()

    def handle_data(self, data: str) -> None:
        if not self.inside:
            self.texts.append(data)
