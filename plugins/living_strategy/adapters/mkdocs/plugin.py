"""The MkDocs plugin: hands our artifacts to the host, reports findings, and fails once."""

from __future__ import annotations

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

from living_strategy.adapters.cli.site_language import language_of
from living_strategy.adapters.findings_page import stopped_notice
from living_strategy.adapters.footer import footer
from living_strategy.adapters.mkdocs.frame import frame_words
from living_strategy.adapters.mkdocs.guarded_log import guard_host_log
from living_strategy.adapters.mkdocs.host_settings import content_root, missing_strategy, unsuitable
from living_strategy.adapters.mkdocs.lazy_pages import LazyPages
from living_strategy.adapters.mkdocs.navigation import menu
from living_strategy.adapters.mkdocs.preview import enable_incremental_rebuild, fingerprint
from living_strategy.adapters.mkdocs.prose import for_host, headings_of, meta_of, parts_of, sanitise
from living_strategy.adapters.mkdocs.publisher import Publisher
from living_strategy.adapters.mkdocs.shell import Host, apply_to_host_page, edit_uri, postprocess
from living_strategy.adapters.mkdocs.slots import Slots
from living_strategy.adapters.mkdocs.theme_files import list_without_icons
from living_strategy.adapters.process.clock import BadEpoch, today
from living_strategy.adapters.reporting.text import printable
from living_strategy.adapters.reporting.wording import render as render_finding
from living_strategy.adapters.site_build import EXPLAINED, PARALLEL_PREFETCH, StrategyBuild
from living_strategy.adapters.storage.template_cache import template_cache
from living_strategy.adapters.system_faults import explained
from living_strategy.content.intake import STRATEGY
from living_strategy.content.loader import ContentRootNotFound, without_garbage_collection
from living_strategy.content.read_ahead import KnownItems
from living_strategy.content.records.settings_file import SETTINGS
from living_strategy.diagnostics import Severity
from living_strategy.language import Language
from living_strategy.palette.design_tokens import PATH as TOKENS
from living_strategy.site import card_image
from living_strategy.site.markdown.markdown_body import TextTooDeepError
from living_strategy.site.markdown.marks import fill
from living_strategy.site.scripts import script_of

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

    build: StrategyBuild
    publisher: Publisher
    _navigation: Navigation
    _files: Files
    _named: set[str]
    _environment: Any
    _slots: Slots
    _values: dict[str, str]
    _menu_pages: dict[str, HostPage]
    _in_hand: str = ""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note what the host does. A class with this event keeps its plugin between rebuilds."""
        self.serving = command == "serve"
        self.built_once = False
        self.lazy_pages: LazyPages | None = None
        self.stopped = ""
        self.failed_with: Exception | None = None
        self._known = KnownItems()
        guard_host_log()
        if dirty:
            log.warning("--dirty is not needed: unchanged pages are never written again.")

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check the strategy, before the host does anything with its output folder."""
        self.host_config = config
        root = content_root(config)
        gc.disable()
        self._refuse_unsuitable(config)
        self.build = self._read(root)
        self._report(strict=config.strict)
        self._slots = Slots()
        self.publisher = Publisher.begin(
            config,
            self.build,
            with_search=self.config.search and not self.built_once,
            for_preview=self.serving,
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
        # The theme prints its values as they are, into attributes too.
        if config.site_description is None and self.build.settings.summary:
            config.site_description = escape(self.build.settings.summary)
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

    def _read(self, root: Path) -> StrategyBuild:
        """Read and check the strategy; a preview does so again and again.

        Raises:
            PluginError: there is no strategy, or no date to judge it by.
        """
        try:
            return StrategyBuild(
                root, today(), self._known.prefetch if self.serving else PARALLEL_PREFETCH
            )
        except ContentRootNotFound:
            message = missing_strategy(self.host_config, _language(root))
            raise PluginError(message) from None
        except BadEpoch as error:
            raise PluginError(error.message(_language(root))) from None

    def _report(self, *, strict: bool) -> None:
        """Log every finding, then stop once if the site cannot be published as it stands."""
        self._log_findings(self.build)
        found = self.build.diagnostics
        errors = sum(1 for one in found if one.severity is Severity.ERROR)
        warnings = sum(1 for one in found if one.severity is Severity.WARNING)
        # The host follows links when it lists its files, also for a preview that shows errors.
        shows_errors = self.serving and not self.built_once and not self.build.misleads_hosts
        if errors and not shows_errors:
            raise PluginError(self.build.summary(errors, warnings))
        if strict and warnings:
            raise PluginError(self.build.summary(errors, warnings))

    def _log_findings(self, build: StrategyBuild) -> None:
        for diagnostic in build.diagnostics:
            message, hint = render_finding(diagnostic, build.language)
            place = diagnostic.location
            where = f"{place.file}:{place.line}:{place.column}"
            text = printable(f"{where}: [{diagnostic.code}] {message} {hint}".rstrip())
            log.log(_LEVELS[diagnostic.severity], "%s", text)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages that stand in the menu, and our menu unless there is one."""
        self._leave_out(files, config)
        for page in self.build.menu_pages:
            source_path = f"{page.path}index.md"
            file = File.generated(
                config, source_path, content="", inclusion=InclusionLevel.INCLUDED
            )
            file.edit_uri = edit_uri(config, page.source)
            files.append(file)
        for path in [f.src_uri for f in files if f.src_uri.startswith(_NOT_PUBLISHED)]:
            files.remove(files.src_uris[path])
        if config.nav is None:
            config.nav = menu(self.build)
        return files

    def _leave_out(self, files: Files, config: MkDocsConfig) -> None:
        """Let the host publish what the check has seen, and nothing else beside it."""
        for file in [one for one in files if one.src_dir == config.docs_dir]:
            name = file.src_uri
            if not self.build.is_published(name) or self.build.menu_page(name):
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
            apply_to_host_page(page, ours)
            return ""
        written = self.build.written_page(page.file.src_uri)
        title = written.title if written else str(page.title or page.file.name)
        if page.file.src_uri not in self._named:
            page.title = escape(title)
        page.meta = meta_of(written, title)
        # The host splits a file by other rules than ours.
        return for_host(written.source.body if written else markdown, self.build.context)

    def on_page_content(
        self, html: str, *, page: HostPage, config: MkDocsConfig, files: Files
    ) -> str:
        """The content of our pages, and written pages without anything that could run."""
        if ours := self.build.menu_page(page.file.src_uri):
            apply_to_host_page(page, ours)
            return ours.content
        here = self.build.context.here(f"{page.url.rstrip('/')}/" if page.url else "")
        filled = fill(sanitise(html), here.root, here.mention)
        page.toc = headings_of(filled)
        return filled

    @event_priority(-100)
    def on_page_context(
        self, context: Any, *, page: HostPage, config: MkDocsConfig, nav: Navigation
    ) -> Any:
        """Show the templates slots in place of what people wrote."""
        content = page.content or ""
        self._values = {"content": content}
        if not self.build.menu_page(page.file.src_uri):
            self._values = parts_of(content, page.meta["title"])
            context["written"] = {"lead": self._slots["lead"], "rest": self._slots["rest"]}
        page.content = self._slots["content"]
        return context

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """Keep the theme's templates for the shells, and their code for the next build."""
        env.bytecode_cache = template_cache(self.build.root)
        env.globals |= frame_words(self.build, config) | {"script_of": script_of}
        self._environment = env
        return env

    @event_priority(100)
    def on_post_page(self, output: str, *, page: HostPage, config: MkDocsConfig) -> str:
        """Give the host's pages the same tidy frame as all others, a policy, and their content."""
        page.content = self._values["content"]
        return self._slots.fill(postprocess(output), self._values)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write every page of ours, and put the new site in place of the old one."""
        self._host = Host(config, self._environment, self._navigation, self._files, self._slots)
        self.publisher.finish(self._host)
        self._fingerprint = fingerprint(self.build.root)
        self._menu_pages = {
            file.src_uri: file.page
            for file in self._files
            if file.page and self.build.menu_page(file.src_uri)
        }
        self.lazy_pages = None
        self.built_once = True
        gc.enable()

    def rebuild_content(self) -> bool:
        """After an edit in a preview: read and check, and let our part be made when it is asked
        for. False asks for a full build.
        """
        self.failed_with = None
        if fingerprint(self.build.root) != self._fingerprint:
            return False
        with without_garbage_collection():
            later = self._read(self.build.root)
            if later.has_errors or later.needs_full_build_after(self.build):
                return False
            self._log_findings(later)
            self.build = later
            self.publisher = self.publisher.follow(later)
            self.lazy_pages = LazyPages(self.publisher, later, self._host, self._menu_pages)
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
                self.stopped = stopped_notice((), message, self.build.language)
                log.error(message)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the last good site as it was, and say a fault of a template or the machine in a
        sentence.
        """
        gc.enable()
        if isinstance(error, RecursionError):
            # Only the host's rendering of a written page runs out of stack; ours says so itself.
            error = TextTooDeepError(file=self._in_hand)
        self.failed_with = error
        if hasattr(self, "publisher"):
            self.publisher.abandon()
        if isinstance(error, (*EXPLAINED, OSError)):
            log.error(self._sentence(error))
            message = "Nothing was written, because there are errors."
            raise Abort(self._known_language().text(message)) from error

    def _sentence(self, error: BaseException) -> str:
        """What went wrong, in the language of the strategy."""
        language = self._known_language()
        if isinstance(error, EXPLAINED):
            return error.message(language)
        return explained(error, language) if isinstance(error, OSError) else str(error)

    def _known_language(self) -> Language:
        """The language of the strategy, also when it could not be read."""
        if hasattr(self, "build"):
            return self.build.language
        return _language(content_root(self.host_config))

    def explained(self, error: Exception) -> str:
        """HTML for a preview: why the last edit is not on the page. What the host raises in the
        end says less than what it stopped for.
        """
        message = self._sentence(self.failed_with or error)
        return stopped_notice(self.build.diagnostics, message, self.build.language)

    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: Any) -> Any:
        """Make the preview answer quickly to edits of content."""
        return enable_incremental_rebuild(server, self, builder)


def _language(root: Path) -> Language:
    """The language of a strategy that may be missing or broken."""
    return Language.load(language_of(["--root", str(root)], os.environ))
