"""The MkDocs plugin: hands our artifacts to the host, reports findings, and fails once."""

from __future__ import annotations

import gc
import logging
from html import escape
from pathlib import Path
from typing import Any, Literal

from mkdocs.config import config_options as options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException, PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as HostPage

from living_strategy.adapters import card_image
from living_strategy.adapters.clock import today
from living_strategy.adapters.content_security import InlineCode
from living_strategy.adapters.findings_page import stopped_notice
from living_strategy.adapters.footer import footer
from living_strategy.adapters.live_preview import fingerprint, make_quick
from living_strategy.adapters.menu import menu
from living_strategy.adapters.page_scripts import script_of
from living_strategy.adapters.pages_on_demand import PagesOnDemand
from living_strategy.adapters.prose_pages import (
    harmless_meta,
    link_mentions,
    sanitise,
)
from living_strategy.adapters.reporting.wording import render as render_finding
from living_strategy.adapters.site_publisher import Publisher
from living_strategy.adapters.strategy_build import EXPLAINED, READ_IN_TWO, StrategyBuild
from living_strategy.adapters.template_cache import template_cache
from living_strategy.adapters.theme_files import list_without_icons
from living_strategy.adapters.theme_frame import frame_words
from living_strategy.adapters.theme_shell import Host, dress, edit_uri, finished
from living_strategy.diagnostics import Severity
from living_strategy.loading.attachments import may_publish
from living_strategy.loading.intake import STRATEGY
from living_strategy.loading.loader import ContentRootNotFound, without_garbage_collection
from living_strategy.loading.read_ahead import KnownItems
from living_strategy.rendering.design_tokens import PATH as TOKENS
from living_strategy.rendering.markdown_body import TextTooDeepError

THEME = Path(__file__).parent / "theme"
_LEVELS = {
    Severity.ERROR: logging.ERROR,
    Severity.WARNING: logging.WARNING,
    Severity.INFO: logging.INFO,
}
# The theme's sitemap would be copied as it is, now that it is no template; ours has the dates that
# the content gives. The theme's scripts and colours are in no page of ours.
_NOT_PUBLISHED = (
    *("registers/", "strategy.yml", "search-words.yml", "sitemap.xml"),
    *("assets/javascripts/", "assets/stylesheets/palette."),
)
log = get_plugin_logger("living-strategy")


class PluginOptions(Config):  # type: ignore[no-untyped-call]
    """Options in mkdocs.yml. Everything else is in strategy.yml, where the command line sees it."""

    search = options.Type(bool, default=True)
    """Whether to make the search index; off saves time while one tries things out."""


class LivingStrategyPlugin(BasePlugin[PluginOptions]):  # type: ignore[no-untyped-call]
    """Publishes the strategy beside `mkdocs.yml`. Entry pages are not pages of the host: see
    docs/decisions/0011.
    """

    build: StrategyBuild
    publisher: Publisher
    _navigation: Navigation
    _files: Files
    _named: set[str]
    _environment: Any
    _inline: InlineCode | None
    _menu_pages: dict[str, HostPage]
    _in_hand: str = ""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note what the host does. A class with this event keeps its plugin between rebuilds."""
        self.serving = command == "serve"
        self.built_once = False
        self.on_demand: PagesOnDemand | None = None
        self.stopped = ""
        self._known = KnownItems()
        if dirty:
            log.warning("--dirty is not needed: unchanged pages are never written again.")

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check the strategy, before the host does anything with its output folder."""
        root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
        gc.disable()
        try:
            self.build = self._read(root)
        except ContentRootNotFound as error:
            raise PluginError(f"{error.root}: strategy/strategy.yml?") from None
        self._report(strict=config.strict)
        self._inline = None if self.serving else InlineCode()
        self.publisher = Publisher.begin(
            config, self.build, with_search=self.config.search and not self.built_once
        )
        # MkDocs asks for a name in mkdocs.yml; the strategy says its own title.
        config.site_name = self.build.settings.title
        language = self.build.language
        config.theme["language"] = language.code
        own_links = config.extra.get("living_strategy_footer") or ()
        config.extra["living_strategy_footer"] = [*own_links, *footer(self.build)]
        if config.site_url and card_image.is_available():
            config.extra["living_strategy_card"] = card_image.PATH
        list_without_icons(config.theme)
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))
        config.theme.static_templates -= {"404.html", "sitemap.xml"}
        config.extra_css += [TOKENS, "assets/living-strategy/site.css"]
        config.watch.extend(str(root / folder) for folder in ("goals", "measures", "projects"))
        # The theme prints its values as they are, into attributes too.
        if config.site_description is None and self.build.settings.summary:
            config.site_description = escape(self.build.settings.summary)
        return config

    def _read(self, root: Path) -> StrategyBuild:
        """Read and check the strategy; a preview does so again and again."""
        return StrategyBuild(root, today(), self._known.begin if self.serving else READ_IN_TWO)

    def _report(self, *, strict: bool) -> None:
        """Log every finding, then stop once if the site cannot be published as it stands."""
        self._log_findings(self.build)
        found = self.build.diagnostics
        errors = sum(1 for one in found if one.severity is Severity.ERROR)
        warnings = sum(1 for one in found if one.severity is Severity.WARNING)
        if errors and not (self.serving and not self.built_once):
            raise PluginError(self.build.summary(errors, warnings))
        if strict and warnings:
            raise PluginError(self.build.summary(errors, warnings))

    def _log_findings(self, build: StrategyBuild) -> None:
        for diagnostic in build.diagnostics:
            message, hint = render_finding(diagnostic, build.language)
            place = diagnostic.location
            log.log(
                _LEVELS[diagnostic.severity],
                "%s:%s:%s: [%s] %s %s",
                place.file,
                place.line,
                place.column,
                diagnostic.code,
                message,
                hint,
            )

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages that stand in the menu, and our menu unless there is one."""
        for page in self.build.menu_pages:
            source_path = f"{page.path}index.md"
            file = File.generated(
                config, source_path, content="", inclusion=InclusionLevel.INCLUDED
            )
            file.edit_uri = edit_uri(config, page.source)
            files.append(file)
        for path in [f.src_uri for f in files if f.src_uri.startswith(_NOT_PUBLISHED)]:
            files.remove(files.src_uris[path])
        self._leave_out(files, config)
        if config.nav is None:
            config.nav = menu(self.build)
        return files

    def _leave_out(self, files: Files, config: MkDocsConfig) -> None:
        """Do not publish files that could do harm; each is a finding already."""
        beside = [
            file
            for file in files
            if file.src_dir == config.docs_dir and not file.is_documentation_page()
        ]
        for file in beside:
            if not may_publish(Path(str(file.abs_src_path)), self.build.root):
                files.remove(file)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Keep the menu: every page of ours shows it. Titles that stand in it are the host's."""
        self._navigation, self._files = nav, files
        self._named = {page.file.src_uri for page in nav.pages if page.title is not None}
        return nav

    def on_page_markdown(
        self, markdown: str, *, page: HostPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Turn mentions on written pages into links; our own pages have no Markdown."""
        self._in_hand = f"{STRATEGY}/{page.file.src_uri}"
        if ours := self.build.menu_page(page.file.src_uri):
            dress(page, ours)
            return ""
        title = self.build.prose_title(page.file.src_uri) or str(page.title or page.file.name)
        if page.file.src_uri not in self._named:
            page.title = escape(title)
        page.meta = harmless_meta(page.meta, title)
        return link_mentions(markdown, page.url, self.build.context)

    def on_page_content(
        self, html: str, *, page: HostPage, config: MkDocsConfig, files: Files
    ) -> str:
        """The content of our pages, and written pages without anything that could run."""
        if ours := self.build.menu_page(page.file.src_uri):
            dress(page, ours)
            return ours.content
        return sanitise(html)

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """Keep the theme's templates for the shells, and their code for the next build."""
        env.bytecode_cache = template_cache(self.build.root)
        env.globals |= frame_words(self.build, config) | {"script_of": script_of}
        self._environment = env
        return env

    def on_post_page(self, output: str, *, page: HostPage, config: MkDocsConfig) -> str:
        """Give the host's pages the same tidy frame as all others, and a policy."""
        return finished(output, page.content or "", self._inline)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write every page of ours, and put the new site in place of the old one."""
        self._host = Host(config, self._environment, self._navigation, self._files, self._inline)
        self.publisher.finish(self._host)
        self._fingerprint = fingerprint(self.build.root)
        self._menu_pages = {
            file.src_uri: file.page
            for file in self._files
            if file.page and self.build.menu_page(file.src_uri)
        }
        self.on_demand = None
        self.built_once = True
        gc.enable()

    def rebuild_content(self) -> bool:
        """After an edit in a preview: read and check, and let our part be made when it is asked
        for. False asks for a full build.
        """
        if fingerprint(self.build.root) != self._fingerprint:
            return False
        with without_garbage_collection():
            later = self._read(self.build.root)
            if later.has_errors or later.needs_full_build_after(self.build):
                return False
            self._log_findings(later)
            self.build = later
            self.publisher = self.publisher.follow(later)
            self.on_demand = PagesOnDemand(self.publisher, later, self._host, self._menu_pages)
        return True

    def bring(self, path: str) -> None:
        """Before a preview serves a file: make it, if the last edit may have changed it."""
        if self.on_demand:
            try:
                with without_garbage_collection():
                    self.on_demand.bring(path)
            except EXPLAINED as error:
                # Browsers see the page as it was, and above it why.
                message = error.message(self.build.language)
                self.stopped = stopped_notice((), message, self.build.language)
                log.error(message)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the last good site as it was."""
        gc.enable()
        if hasattr(self, "publisher"):
            self.publisher.abandon()
        self._explain(error)

    def _explain(self, error: BaseException) -> None:
        """End with a sentence when the strategy's own template or text is to blame."""
        if isinstance(error, RecursionError):
            # Only the host's rendering of a written page runs out of stack; ours says so itself.
            error = TextTooDeepError(file=self._in_hand)
        if isinstance(error, EXPLAINED):
            log.error(error.message(self.build.language))
            raise Abort(str(error)) from error

    def explained(self, error: MkDocsException) -> str:
        """HTML for a preview: why the last edit is not on the page."""
        return stopped_notice(self.build.diagnostics, str(error), self.build.language)

    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: Any) -> Any:
        """Make the preview answer quickly to edits of content."""
        return make_quick(server, self, builder)
