"""How much of what readers look for is among the first five results: ours, and the theme's search.

    python -m tests.content.recall

builds this repository's strategy, writes the same pages out for the theme's own search (lunr), and
puts the queries of tests/content/search-queries.yml to both in a real browser.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Callable, Sequence
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
FIRST = 5
Answers = Callable[[str], list[str]]


@dataclass(frozen=True)
class Query:
    """What somebody types, and the pages that should come."""

    query: str
    why: str
    pages: tuple[str, ...]

    def recall(self, results: Sequence[str]) -> float:
        """The share of the pages that were found."""
        return len(set(self.pages) & set(results)) / len(self.pages)


def queries() -> list[Query]:
    """The list, in its order."""
    return [
        Query(entry["query"], entry["why"], tuple(entry["pages"]))
        for entry in yaml.safe_load(QUERIES.read_text("utf-8"))
    ]


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
    """Where the links lead, each page once, below the root of the site."""
    links = page.eval_on_selector_all(selector, "all => all.map(one => one.href)")
    paths = [urlsplit(link).path.removeprefix(server.base) for link in links]
    return list(dict.fromkeys(paths))[:FIRST]


def write_for_theme(site: Path, folder: Path) -> None:
    """The articles of a built site as pages of the theme alone, with its search plugin."""
    for path in sorted(site.rglob("index.html")):
        html = path.read_text("utf-8")
        article = re.search(r"<article[^>]*>(.*)</article>", html, re.DOTALL)
        if not article:
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


def report(name: str, answers: Answers, *, details: bool) -> float:
    """Print the recall of each query that misses something, by reason, and in all."""
    by_why: dict[str, list[float]] = {}
    for search in queries():
        results = answers(search.query)
        recall = search.recall(results)
        by_why.setdefault(search.why, []).append(recall)
        if details and recall < 1:
            missing = sorted(set(search.pages) - set(results))
            print(f"  {search.query!r}: {recall:.2f}, missing {missing}; found {results}")  # noqa: T201
    for why, values in by_why.items():
        print(f"{name}\t{why}\t{len(values)}\t{sum(values) / len(values):.1%}")  # noqa: T201
    every = [value for values in by_why.values() for value in values]
    total = sum(every) / len(every)
    print(f"{name}\tall\t{len(every)}\t{total:.1%}")  # noqa: T201
    return total


def main() -> None:
    """Build, ask and print."""
    details = "--details" in sys.argv
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
        for title, folder, asker in (("ours", own, ours), ("theme", theme, themes)):
            server = stack.enter_context(Server(folder / "site"))
            report(title, asker(browser.new_page(), server), details=details)
        browser.close()


if __name__ == "__main__":
    main()
