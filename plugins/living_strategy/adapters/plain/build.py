"""Writes the site without a site generator: the same content in a plain frame of our own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from html import escape
from itertools import chain
from pathlib import Path

from living_strategy.adapters.footer import contact, footer
from living_strategy.adapters.search import index as search_index
from living_strategy.adapters.site_build import StrategyBuild
from living_strategy.adapters.storage.site_writer import SiteWriter
from living_strategy.artifact import Artifact, DataFile, Page, Redirect
from living_strategy.content.attachments import read_published
from living_strategy.content.source import DiskSource
from living_strategy.diagnostics import Diagnostic
from living_strategy.palette.design_tokens import PATH as TOKENS
from living_strategy.site.addresses import relative_link
from living_strategy.site.header_files import header_files
from living_strategy.site.markdown.marks import LOCAL, fill
from living_strategy.site.markdown.written_page import seen_from, written_body
from living_strategy.site.pages.not_found.view import PATH as NOT_FOUND
from living_strategy.site.redirects import redirect_page
from living_strategy.site.scripts import script_of
from living_strategy.site.security import with_csp
from living_strategy.site.well_known import well_known

ASSETS = Path(__file__).parent.parent / "mkdocs" / "theme" / "assets"
_NOT_LISTED = '<meta name="robots" content="noindex">'
_SCRIPT = "assets/living-strategy/site.js"
_STYLES = (TOKENS, "assets/living-strategy/site.css")
Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class SiteBuilt:
    """The findings, and how many pages the site has; 0 when nothing was written."""

    diagnostics: tuple[Diagnostic, ...]
    pages: int


def build_site(
    root: Path, target: Path, today: date, progress: Progress = lambda pages: None
) -> SiteBuilt:
    """Write the site below `target`.

    With errors nothing is written, and what was there stays. `progress` is told the number of
    pages so far.

    Raises:
        ContentRootNotFound: there is no `strategy/strategy.yml`.
    """
    build = StrategyBuild(root, today)
    if build.has_errors:
        return SiteBuilt(build.diagnostics, 0)
    frame = Frame(build)
    writer = SiteWriter(target, keep=search_index.is_index)
    pages = 0
    try:
        for artifact in chain(
            build.menu_pages,
            frame.written_pages(),
            build.other_overviews(),
            build.entry_pages(),
            build.downloads(),
        ):
            writer.write(*frame.output(artifact))
            pages += isinstance(artifact, Page)
            progress(pages)
        for file in chain(well_known(build.settings, "", today), header_files("/")):
            writer.write(*file)
        for path in sorted(ASSETS.rglob("*")):
            if path.is_file():
                name = path.relative_to(ASSETS.parent).as_posix()
                writer.write(name, path.read_bytes())
        for name in build.attachments:
            writer.write(name, read_published(DiskSource(root), name))
        if search_index.is_available():
            search_index.update(writer)
        writer.finish()
    except BaseException:
        writer.abandon()
        raise
    return SiteBuilt(build.diagnostics, pages)


def _address(path: str, href: Callable[[str], str]) -> str:
    """The address of a link of the footer, which may lead to another site."""
    return path if path.startswith(("https://", "http://")) else href(path)


def _about(build: StrategyBuild) -> str:
    """Who made the site and whom to write to, at the bottom of every page."""
    parts = [escape(build.settings.disclaimer)] if build.settings.disclaimer else []
    if to := contact(build.settings):
        link = f'<a href="{escape(to["address"])}">{escape(to["title"])}</a>'
        parts.append(f"{escape(build.language.text('Contact:'))} {link}")
    return f'<p class="ls-about">{" ".join(parts)}</p>' if parts else ""


class Frame:
    """Header, menu and footer around a page."""

    def __init__(self, build: StrategyBuild) -> None:
        self._build = build
        self._search = build.context.addresses.view("search")
        self._robots = "" if build.settings.is_listed else _NOT_LISTED
        self._about = _about(build)
        self._menu = [(page.path, page.title) for page in build.menu_pages]
        self._menu += [(page.address, page.title) for page in build.context.graph.corpus.contents()]

    def output(self, artifact: Artifact) -> tuple[str, bytes]:
        """Path and content of an artifact as it lies on disk."""
        if isinstance(artifact, DataFile):
            return artifact.path, artifact.content
        if isinstance(artifact, Redirect):
            return f"{artifact.path}index.html", redirect_page(artifact, self._build.language)
        if artifact.path == NOT_FOUND:
            page = self.page(artifact, lambda path: "/" + path).replace(LOCAL, "/")
            return NOT_FOUND, page.encode()
        html = self.page(artifact, lambda path: relative_link(artifact.path, path))
        return f"{artifact.path}index.html", html.encode()

    def page(self, page: Page, href: Callable[[str], str]) -> str:
        """The whole document; `href` gives the address of a path below the root."""
        text, site = self._build.language.text, escape(self._build.settings.title)
        current = ' aria-current="page"'
        items = "".join(
            f'<li><a href="{escape(href(path))}"{current if path == page.path else ""}>'
            f"{escape(title)}</a></li>"
            for path, title in self._menu
        )
        styles = "".join(f'<link rel="stylesheet" href="{escape(href(one))}">' for one in _STYLES)
        own = script_of(page.type)
        own_script = f'<script src="{escape(href(own))}" defer></script>' if own else ""
        title = f"{escape(page.title)} – {site}" if page.path else site
        links = "".join(
            f'<li><a href="{escape(_address(one["path"], href))}">{escape(one["title"])}</a></li>'
            for one in footer(self._build)
        )
        return with_csp(
            f'<!doctype html>\n<html lang="{self._build.language.code}"><head>'
            '<meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width,initial-scale=1">'
            f"<title>{title}</title>"
            f'<meta name="description" content="{escape(page.description)}">'
            f"{self._robots}{styles}"
            f'<script src="{escape(href(_SCRIPT))}" data-search="{escape(href(self._search))}"'
            f" defer></script>{own_script}</head>\n"
            '<body class="ls-plain">'
            f'<a class="ls-skip" href="#ls-main">{escape(text("Skip to the content"))}</a>'
            f'<header><p><a href="{escape(href(""))}">{site}</a></p>'
            f'<nav aria-label="{escape(text("Main menu"))}"><ul>{items}</ul></nav></header>\n'
            '<main id="ls-main" tabindex="-1">'
            f'<article class="md-typeset">\n{page.content}\n</article></main>\n'
            f'<footer><nav aria-label="{escape(text("About the site"))}"><ul>{links}</ul></nav>'
            f"{self._about}</footer></body></html>\n"
        )

    def written_pages(self) -> list[Page]:
        """The pages that people wrote, rendered like every other text."""
        context, pages = self._build.context, []
        for written in context.graph.corpus.prose:
            if self._build.menu_page(f"{written.address}index.md"):
                continue
            here = context.here(written.address)
            html = seen_from(written_body(written, context.bodies), written.address)
            body = fill(html, here.root, here.mention)
            heading = "" if "<h1" in body else f'<h1 id="ls-title">{escape(written.title)}</h1>\n'
            content = heading + body
            pages.append(
                Page(written.address, "written", written.title, written.description, content)
            )
        return pages
