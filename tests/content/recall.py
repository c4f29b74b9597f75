"""How much of what readers look for is among the first results: ours, and the theme's search.

    python -m tests.content.recall [--details]

builds this repository's strategy, writes the same pages out for the theme's own search (lunr), puts
the queries of tests/content/search-queries.yml and those of search-queries-held-out.yml to both in
a real browser, and prints a table.

Recall at 5 of a query is the share of its `pages` among the first five results. Precision at 3 is
the share of right answers (`pages` and `also`) among the first three, or among as many as there are
when there are fewer: R-precision, cut at three. Plain precision at 3 could not reach 100 % for a
query that has one answer. Both are means over the queries. See Manning, Raghavan and Schütze,
Introduction to Information Retrieval (Cambridge 2008), chapter 8.4; there, too, how the answers are
judged: among the first results of all searches that are compared (pooling, chapter 8.5).
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from html import escape
from pathlib import Path
from urllib.parse import quote, urlsplit

import yaml
from playwright.sync_api import Page, sync_playwright

from tests.browser.launch import launch
from tests.browser.server import Server
from tests.integration.site_support import REPOSITORY, configure, copy_content, mkdocs

QUERIES = REPOSITORY / "tests" / "content" / "search-queries.yml"
HELD_OUT = QUERIES.with_name("search-queries-held-out.yml")
FIRST = 5
HIGHEST = 3
Answers = Callable[[str], list[str]]


@dataclass(frozen=True)
class Query:
    """What somebody types, the pages that should come, and others that are right answers."""

    query: str
    why: str
    pages: tuple[str, ...]
    also: tuple[str, ...] = ()

    def recall(self, results: Sequence[str]) -> float:
        """The share of the pages among the first five."""
        return len(set(self.pages) & set(results[:FIRST])) / len(self.pages)

    def precision(self, results: Sequence[str]) -> float:
        """The share of right answers among the first three, or as many as there are."""
        right = {*self.pages, *self.also}
        most = min(HIGHEST, len(right))
        return len(right & set(results[:most])) / most


def queries(path: Path = QUERIES) -> list[Query]:
    """The list, in its order. The front page is `./` in the file and empty in addresses."""
    return [
        Query(entry["query"], entry["why"], _pages(entry, "pages"), _pages(entry, "also"))
        for entry in yaml.safe_load(path.read_text("utf-8"))
    ]


def _pages(entry: dict[str, list[str]], key: str) -> tuple[str, ...]:
    return tuple(page.removeprefix("./") for page in entry.get(key, ()))


@dataclass(frozen=True)
class Measured:
    """What a search found for a query."""

    query: Query
    results: tuple[str, ...]

    @property
    def recall(self) -> float:
        """Recall at 5."""
        return self.query.recall(self.results)

    @property
    def precision(self) -> float:
        """Precision at 3."""
        return self.query.precision(self.results)


def measure(answers: Answers, asked: Sequence[Query]) -> list[Measured]:
    """Put all queries to a search."""
    return [Measured(query, tuple(answers(query.query))) for query in asked]


def means(measured: Sequence[Measured]) -> tuple[float, float]:
    """Recall and precision over all queries."""
    count = len(measured)
    recall, precision = (
        sum(item.recall for item in measured),
        sum(item.precision for item in measured),
    )
    return recall / count, precision / count


def ours(page: Page, server: Server) -> Answers:
    """The first results of our search page, in reading order."""
    page.goto(server.url("sok/"), wait_until="load")

    def answers(query: str) -> list[str]:
        page.fill("#ls-q", query)
        page.press("#ls-q", "Enter")
        page.wait_for_function(
            "query => document.getElementById('ls-search-results').dataset.query === query",
            arg=query,
        )
        return _paths(page, "#ls-search-results li > a", server)

    return answers


def themes(page: Page, server: Server) -> Answers:
    """The first results of the theme's search dialog."""

    def answers(query: str) -> list[str]:
        page.goto("about:blank")
        page.goto(server.url(f"?q={quote(query)}"), wait_until="load")
        meta = page.locator(".md-search-result__meta")
        page.wait_for_function(
            "() => /\\d|Ingen/.test(document.querySelector('.md-search-result__meta').textContent)"
        )
        meta.wait_for(state="attached")
        return _paths(page, "a.md-search-result__link", server)

    return answers


def _paths(page: Page, selector: str, server: Server) -> list[str]:
    links = page.eval_on_selector_all(selector, "all => all.map(one => one.href)")
    return paths(links, server)


def paths(links: Iterable[str], server: Server) -> list[str]:
    """Where the first links lead, each page once, below the root of the site."""
    places = (urlsplit(link).path.removeprefix(server.base) for link in links)
    return list(dict.fromkeys(places))[:FIRST]


def write_for_theme(site: Path, folder: Path) -> None:
    """The articles of a built site as pages of the theme alone, with its search plugin."""
    for path in sorted(site.rglob("index.html")):
        html = path.read_text("utf-8")
        article = re.search(r"<article[^>]*>(.*)</article>", html, re.DOTALL)
        # What is kept out of our index is kept out of the theme's.
        if not article or 'data-pagefind-ignore="all"' in article[1]:
            continue
        title = re.search(r"<h1[^>]*>(.*?)</h1>", article[1], re.DOTALL)
        body = re.sub(
            r'<nav class="ls-crumbs".*?</nav>|<script.*?</script>', "", article[1], flags=re.S
        )
        # One line is one block of HTML for Markdown, so nothing in it is changed.
        line = re.sub(r"\s*\n\s*", " ", body)
        target = folder / "docs" / path.relative_to(site).with_suffix(".md")
        target.parent.mkdir(parents=True, exist_ok=True)
        name = re.sub(r"<[^>]*>", "", title[1]).strip() if title else path.parent.name
        target.write_text(f'---\ntitle: "{escape(name)}"\n---\n\n<div>{line}</div>\n', "utf-8")
    (folder / "mkdocs.yml").write_text(
        "site_name: x\ntheme: {name: material, language: nb, font: false}\n"
        "plugins: [{search: {lang: 'no'}}]\nvalidation: {omitted_files: ignore}\n",
        "utf-8",
    )


def details(measured: Sequence[Measured]) -> Iterator[str]:
    """A line for each query that misses something or has something else first."""
    for item in measured:
        if item.recall < 1 or item.precision < 1:
            missing = sorted(set(item.query.pages) - set(item.results))
            shares = f"recall {item.recall:.2f}, precision {item.precision:.2f}"
            yield f"  {item.query.query!r}: {shares}, missing {missing}; found {list(item.results)}"


def table(searches: dict[str, list[Measured]]) -> Iterator[str]:
    """The figures of the searches side by side, by what queries try and in all."""
    names = "".join(f"{name}: recall at 5, precision at 3".rjust(38) for name in searches)
    yield "queries".ljust(16) + "number".rjust(8) + names
    first = next(iter(searches.values()))
    reasons = dict.fromkeys(item.query.why for item in first)
    for why in (*reasons, ""):
        chosen = {
            name: [item for item in measured if why in ("", item.query.why)]
            for name, measured in searches.items()
        }
        row = (why or "all").ljust(16) + str(len(next(iter(chosen.values())))).rjust(8)
        for measured in chosen.values():
            recall, precision = means(measured)
            row += f"{recall:.1%}   {precision:.1%}".rjust(38)
        yield row


def main() -> None:
    """Build, ask and print."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        own, theme = Path(name) / "own", Path(name) / "theme"
        own.mkdir()
        copy_content(own)
        configure(own)
        mkdocs(own)
        write_for_theme(own / "site", theme)
        mkdocs(theme)
        playwright = stack.enter_context(sync_playwright())
        browser = launch(playwright)
        searches: dict[str, Answers] = {}
        for title, folder, asker in (("ours", own, ours), ("theme", theme, themes)):
            server = stack.enter_context(Server(folder / "site"))
            searches[title] = asker(browser.new_page(), server)
        for path in (QUERIES, HELD_OUT):
            measured = {
                title: measure(answers, queries(path)) for title, answers in searches.items()
            }
            print(path.name, *table(measured), sep="\n")  # noqa: T201
            if "--details" in sys.argv:
                print(*details(measured["ours"]), sep="\n")  # noqa: T201
        browser.close()


if __name__ == "__main__":
    main()
