"""The MkDocs plugin: hands our artifacts to the host, reports findings, and fails once."""

from __future__ import annotations

import atexit
import gc
import logging
import os
from pathlib import Path
from typing import Any, Literal

from markupsafe import escape
from mkdocs.config import config_options as options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as HostPage
from mkdocs.theme import Theme

from living_strategy.adapters.cli.site_language import language_for
from living_strategy.adapters.form_programs import form_notice
from living_strategy.adapters.mkdocs.frame_words import frame_words
from living_strategy.adapters.mkdocs.guarded_log import guard_host_log
from living_strategy.adapters.mkdocs.host_settings import (
    content_root,
    missing_strategy,
    selection,
    unsuitable,
)
from living_strategy.adapters.mkdocs.lazy_pages import LazyPages
from living_strategy.adapters.mkdocs.navigation import navigation, without
from living_strategy.adapters.mkdocs.preview import enable_incremental_rebuild, fingerprint
from living_strategy.adapters.mkdocs.publisher import Publisher
from living_strategy.adapters.mkdocs.shell import (
    Host,
    apply_to_host_page,
    edit_template,
    edit_uri,
    postprocess,
)
from living_strategy.adapters.mkdocs.theme_files import list_without_icons, put_into_layer
from living_strategy.adapters.process.clock import BadEpoch, today
from living_strategy.adapters.publishing import EXPLAINED, read_strategy
from living_strategy.adapters.reporting.text import printable
from living_strategy.adapters.stopped_notice import stopped_notice
from living_strategy.adapters.storage.template_cache import template_cache
from living_strategy.adapters.system_faults import explained
from living_strategy.artifact import Page
from living_strategy.content.intake import STRATEGY
from living_strategy.content.loader import ContentRootNotFound, without_garbage_collection
from living_strategy.content.read_ahead import KnownItems
from living_strategy.content.records.settings_file import SETTINGS
from living_strategy.diagnostics import Severity
from living_strategy.language import Language
from living_strategy.palette.design_tokens import PATH as TOKENS
from living_strategy.publication import Publication
from living_strategy.rules.wording import render as render_finding
from living_strategy.site import card_image
from living_strategy.site.assets import STYLE
from living_strategy.site.frame import SHELL
from living_strategy.site.menu import menu
from living_strategy.site.slots import Slots

THEME = Path(__file__).parent / "theme"
_LEVELS = {
    Severity.ERROR: logging.ERROR,
    Severity.WARNING: logging.WARNING,
    Severity.INFO: logging.INFO,
}
# The theme's sitemap would be copied as it is, now that it is no template; ours has the dates that
# the content gives. The theme's scripts and colours are in no page of ours.
_NOT_PUBLISHED = (*("sitemap.xml", "assets/javascripts/", "assets/stylesheets/palette."),)
log = get_plugin_logger("living-strategy")


class PluginOptions(Config):  # type: ignore[no-untyped-call]
    """Options in mkdocs.yml. Everything else is in strategy.yml, where the command line sees it."""

    search = options.Type(bool, default=True)
    """Whether to make the search index; off saves time while one tries things out."""


class LivingStrategyPlugin(BasePlugin[PluginOptions]):  # type: ignore[no-untyped-call]
    """Publishes the strategy beside `mkdocs.yml`. Entry pages are not pages of the host: see
    docs/decisions/0011.
    """

    publication: Publication
    publisher: Publisher
    _navigation: Navigation
    _files: Files
    _named: set[str]
    _environment: Any
    _slots: Slots
    _content: str
    _host_pages: dict[str, HostPage]
    _ours: dict[str, Page]

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note what the host does. A class with this event keeps its plugin between rebuilds."""
        self.serving = command == "serve"
        self.built_once = False
        self.lazy_pages: LazyPages | None = None
        self.stopped = ""
        self.failed_with: Exception | None = None
        self._known = KnownItems()
        guard_host_log()
        # Python collects once more at the end, when all memory goes with the process; a build of
        # thousands of pages waits a second for it. No library may count on that.
        atexit.register(gc.freeze)
        if dirty:
            log.warning("--dirty is not needed: unchanged pages are never written again.")

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check the strategy, before the host does anything with its output folder."""
        self.host_config = config
        root = content_root(config)
        gc.disable()
        self._refuse_unsuitable(config)
        self.publication = self._read(root)
        self._report(strict=config.strict)
        self._slots = Slots()
        self.publisher = Publisher.begin(
            config,
            self.publication,
            with_search=self.config.search and not self.built_once,
            for_preview=self.serving,
        )
        # MkDocs asks for a name in mkdocs.yml; the strategy says its own title.
        config.site_name = self.publication.settings.title
        language = self.publication.language
        config.theme["language"] = theme_language(config.theme, language.code)
        own_links = config.extra.get("living_strategy_footer") or ()
        config.extra["living_strategy_footer"] = [
            *own_links,
            *({"title": link.title, "path": link.path} for link in self.publication.footer),
        ]
        if config.site_url and card_image.is_available():
            config.extra["living_strategy_card"] = card_image.PATH
        list_without_icons(config.theme)
        config.theme.dirs[1 if config.theme.custom_dir else 0 : 0] = [str(THEME), str(SHELL)]
        config.theme.static_templates -= {"404.html", "sitemap.xml"}
        config.extra_css += [TOKENS, STYLE]
        # The theme prints its values as they are, into attributes too.
        if config.site_description is None and self.publication.settings.summary:
            config.site_description = escape(self.publication.settings.summary)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Look again at the settings: another plugin may have changed them."""
        self._refuse_unsuitable(config)

    def _refuse_unsuitable(self, config: MkDocsConfig) -> None:
        language = _language(content_root(config))
        if not (content_root(config) / SETTINGS).exists():
            raise PluginError(missing_strategy(config, language))
        if message := unsuitable(config, language):
            raise PluginError(message)

    def _read(self, root: Path) -> Publication:
        """Read and check the strategy; a preview does so again and again.

        Raises:
            PluginError: there is no strategy, or no date to judge it by.
        """
        try:
            return read_strategy(
                root,
                today(),
                self._known.prefetch if self.serving else None,
                selection(self.host_config, for_preview=self.serving),
                # Nobody follows a preview, and what has an address of its own is not looked at.
                "" if self.serving else self.host_config.site_url or "",
                edit_template(self.host_config) or (None if self.serving else ""),
                self.host_config.repo_url or "",
            )
        except ContentRootNotFound:
            message = missing_strategy(self.host_config, _language(root))
            raise PluginError(message) from None
        except BadEpoch as error:
            raise PluginError(error.message(_language(root))) from None

    def _report(self, *, strict: bool) -> None:
        """Log every finding, then stop once if the site cannot be published as it stands."""
        self._log_findings(self.publication)
        if notice := form_notice(self.publication):
            log.info(notice)
        findings = self.publication.diagnostics
        errors = sum(1 for finding in findings if finding.severity is Severity.ERROR)
        warnings = sum(1 for finding in findings if finding.severity is Severity.WARNING)
        # The host follows links when it lists its files, also for a preview that shows errors.
        shows_errors = self.serving and not self.built_once and not misleads_hosts(self.publication)
        if errors and not shows_errors:
            raise PluginError(summary(self.publication.language, errors, warnings))
        if strict and warnings:
            raise PluginError(summary(self.publication.language, errors, warnings))

    def _log_findings(self, publication: Publication) -> None:
        for diagnostic in publication.diagnostics:
            message, hint = render_finding(diagnostic, publication.language)
            location = diagnostic.location
            position = f"{location.file}:{location.line}:{location.column}"
            text = printable(f"{position}: [{diagnostic.code}] {message} {hint}".rstrip())
            log.log(_LEVELS[diagnostic.severity], "%s", text)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Hand over the pages that stand in the menu and those that people wrote, and our menu
        unless there is one. Whatever else lies in the documentation folder is read and published
        by us.
        """
        self._ours = {
            page.source.removeprefix(f"{STRATEGY}/"): page
            for page in self.publication.written_pages
        }
        for file in list(files):
            is_foreign = file.src_dir == config.docs_dir and file.src_uri not in self._ours
            if is_foreign or file.src_uri.startswith(_NOT_PUBLISHED):
                files.remove(file)
        put_into_layer(files, config)
        for page in self.publication.menu_pages:
            source_path = f"{page.path}index.md"
            file = File.generated(
                config, source_path, content="", inclusion=InclusionLevel.INCLUDED
            )
            file.edit_uri = edit_uri(config, page.source)
            files.append(file)
            self._ours[source_path] = page
        if config.nav is None:
            sources = {page.path: source for source, page in self._ours.items()}
            items = menu(self.publication.menu_pages, self.publication.context)
            config.nav = navigation(items, sources)
        else:
            config.nav = without(config.nav, self.publication.graph.corpus.left_out)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Keep the menu: every page of ours shows it. Titles that stand in it are the host's."""
        self._navigation, self._files = nav, files
        self._named = {page.file.src_uri for page in nav.pages if page.title is not None}
        return nav

    def on_page_read_source(self, *, page: HostPage, config: MkDocsConfig) -> str | None:
        """Our reader has read these pages already; the host shall not read them another way."""
        return "" if page.file.src_uri in self._ours else None

    def on_page_markdown(
        self, markdown: str, *, page: HostPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Give a page its title before the host makes its menu of titles."""
        if own_page := self._ours.get(page.file.src_uri):
            if page.file.src_uri not in self._named:
                page.title = escape(own_page.title)
            apply_to_host_page(page, own_page)
        return markdown

    def on_page_content(
        self, html: str, *, page: HostPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Return the content of our pages, which is HTML already."""
        if own_page := self._ours.get(page.file.src_uri):
            apply_to_host_page(page, own_page)
            return own_page.content
        return html

    @event_priority(-100)
    def on_page_context(
        self, context: Any, *, page: HostPage, config: MkDocsConfig, nav: Navigation
    ) -> Any:
        """Show the templates a slot in place of what people wrote."""
        self._content = page.content or ""
        page.content = self._slots["content"]
        return context

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """Keep the theme's templates for the shells, and their code for the next build."""
        env.bytecode_cache = template_cache(self.publication.root)
        env.globals |= frame_words(self.publication, config)
        self._environment = env
        return env

    @event_priority(100)
    def on_post_page(self, output: str, *, page: HostPage, config: MkDocsConfig) -> str:
        """Give the host's pages the same tidy frame as all others, a policy, and their content."""
        page.content = self._content
        return self._slots.fill(postprocess(output), {"content": self._content})

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write every page of ours, and put the new site in place of the old one."""
        self._host = Host(config, self._environment, self._navigation, self._files, self._slots)
        self._host_pages = {
            self._ours[file.src_uri].path: file.page
            for file in self._files
            if file.page and file.src_uri in self._ours
        }
        self.publisher.finish(self._host, self._host_pages)
        self._fingerprint = fingerprint(self.publication.root)
        self.lazy_pages = None
        self.built_once = True
        gc.enable()

    def rebuild_content(self) -> bool:
        """After an edit in a preview: read and check, and let our part be made when it is asked
        for. False asks for a full build.
        """
        self.failed_with = None
        if fingerprint(self.publication.root) != self._fingerprint:
            return False
        with without_garbage_collection():
            later = self._read(self.publication.root)
            if later.has_errors or _seen_by_host(later) != _seen_by_host(self.publication):
                return False
            self._log_findings(later)
            self.publication = later
            self.publisher = self.publisher.follow(later)
            self.lazy_pages = LazyPages(self.publisher, later, self._host, self._host_pages)
        return True

    def ensure(self, path: str) -> None:
        """Before a preview serves a file: make it, if the last edit may have changed it."""
        if self.lazy_pages:
            try:
                with without_garbage_collection():
                    self.lazy_pages.ensure(path)
            except (*EXPLAINED, OSError) as error:
                # Browsers see the page as it was, and above it why.
                message = self._sentence(error)
                self.stopped = stopped_notice((), message, self.publication.language)
                log.error(message)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the last good site as it was, and say a fault of a template or the machine in a
        sentence.
        """
        gc.enable()
        self.failed_with = error
        if hasattr(self, "publisher"):
            self.publisher.abandon()
        if isinstance(error, (*EXPLAINED, OSError)):
            log.error(self._sentence(error))
            message = "Nothing was written, because there are errors."
            raise Abort(self._known_language().text(message)) from error

    def _sentence(self, error: BaseException) -> str:
        """Return what went wrong, in the language of the strategy."""
        language = self._known_language()
        if isinstance(error, EXPLAINED):
            return error.message(language)
        return explained(error, language) if isinstance(error, OSError) else str(error)

    def _known_language(self) -> Language:
        """Return the language of the strategy, also when it could not be read."""
        if hasattr(self, "publication"):
            return self.publication.language
        return _language(content_root(self.host_config))

    def explained(self, error: Exception) -> str:
        """HTML for a preview: why the last edit is not on the page. What the host raises in the
        end says less than what it stopped for.
        """
        message = self._sentence(self.failed_with or error)
        return stopped_notice(self.publication.diagnostics, message, self.publication.language)

    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: Any) -> Any:
        """Make the preview answer quickly to edits of content."""
        return enable_incremental_rebuild(server, self, builder)


def theme_language(theme: Theme, code: str) -> str:
    """Return the language for the theme's own few words: English where it does not know it."""
    name = f"partials/languages/{code}.html"
    return code if any(Path(folder, name).is_file() for folder in theme.dirs) else "en"


def _language(root: Path) -> Language:
    """Return the language of a strategy that may be missing or broken."""
    return language_for(["--root", str(root)], os.environ)


def misleads_hosts(publication: Publication) -> bool:
    """Whether a host that lists the files of the content could be led out of it, or come to no
    end: by a link, or by folders in folders.
    """
    links = ("symbolic-link", "symlink-outside-root")
    return any(
        finding.code in links or finding.params.get("case") == "deep"
        for finding in publication.diagnostics
    )


def _seen_by_host(publication: Publication) -> tuple[object, ...]:
    """Return what a page of the host shows of others: while it stays the same, the menu does."""
    menu_pages = tuple((page.path, page.title) for page in publication.menu_pages)
    written_pages = tuple((page.path, page.title) for page in publication.written_pages)
    return menu_pages, written_pages, publication.settings, publication.has_errors


def summary(language: Language, errors: int, warnings: int) -> str:
    """Return the sentence that ends a build with findings."""
    parts = [
        language.plural("{count} error", "{count} errors", errors).format(count=errors),
        language.plural("{count} warning", "{count} warnings", warnings).format(count=warnings),
    ]
    return language.text("The strategy was not published: {errors}, {warnings}.").format(
        errors=parts[0], warnings=parts[1]
    )
