"""The frame without a host: the same templates as with one, filled by ourselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from jinja2 import Environment, FileSystemLoader, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from living_strategy.adapters.storage.template_cache import template_cache
from living_strategy.artifact import Page
from living_strategy.palette.design_tokens import PATH as TOKENS
from living_strategy.publication import Publication
from living_strategy.site import card_image
from living_strategy.site.addresses import relative_link
from living_strategy.site.assets import STYLE
from living_strategy.site.files import Site
from living_strategy.site.frame import SHELL, frame_values, strip_whitespace
from living_strategy.site.markdown.marks import LOCAL
from living_strategy.site.menu import MenuItem, menu
from living_strategy.site.security import with_csp
from living_strategy.site.slots import Slots

TEMPLATES = Path(__file__).parent / "templates"
_EXTERNAL = ("https://", "http://", "data:", "mailto:")
# Without an icon of its own a page makes browsers ask for one that is not there.
_NO_ICON = "data:,"


class PlainFrame:
    """Header, menu and footer around a page."""

    def __init__(self, publication: Publication, site: Site) -> None:
        self._publication = publication
        self._site = site
        self._menu = tuple(menu(publication.menu_pages, publication.context))
        self._slots = Slots()
        self._environment = Environment(
            loader=FileSystemLoader([TEMPLATES, SHELL]),
            autoescape=True,
            auto_reload=False,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=template_cache(publication.root),
        )
        self._environment.filters["url"] = _url
        self._environment.globals |= {
            "_": publication.language.text,
            "config": self._config(),
            "frame": frame_values(publication.context, ""),
        }
        self._document = self._environment.get_template("main.html")
        self._not_found = self._environment.get_template("not_found.html")

    def document(self, page: Page) -> bytes:
        """Return the whole document. Absolute links of a page begin with `LOCAL`."""
        content = Markup(self._slots["content"])  # noqa: S704 - a mark of our own
        values: dict[str, Any] = {"nav": _Navigation(self._menu, page.path), "path": page.path}
        if page.absolute_links:
            not_found = {"title": page.title, "content": content}
            html = self._not_found.render(values, page=None, not_found=not_found, base_url=LOCAL)
        else:
            base = relative_link(page.path, "")
            html = self._document.render(values, page=self._page(page, content), base_url=base)
        frame = with_csp(strip_whitespace(html))
        return self._slots.fill(frame, {"content": page.content}).encode()

    def _page(self, page: Page, content: Markup) -> SimpleNamespace:
        return SimpleNamespace(
            title=page.title,
            content=content,
            canonical_url=self._site.url + page.path if self._site.url else None,
            edit_url=self._publication.context.edit_address(page.source),
            is_homepage=not page.path,
            ancestors=_headings_over(self._menu, page.path),
            meta={
                "title": page.title,
                "description": page.description,
                "living_strategy": page.type,
                "script": page.script,
                "listed": page.listed,
                "head": Markup(page.head),  # noqa: S704 - made with its values escaped
                "linked_data": Markup(page.linked_data),  # noqa: S704 - JSON, escaped for HTML
            },
        )

    def _config(self) -> SimpleNamespace:
        settings, url = self._publication.settings, self._site.url
        has_card = url and card_image.is_available()
        return SimpleNamespace(
            site_name=settings.title,
            site_description=settings.summary,
            site_url=url,
            copyright=None,
            theme=SimpleNamespace(language=self._publication.language.code, favicon=_NO_ICON),
            extra_css=(TOKENS, STYLE),
            extra_javascript=(),
            extra=SimpleNamespace(
                living_strategy_footer=self._publication.footer,
                living_strategy_card=card_image.PATH if has_card else "",
            ),
        )


class _Navigation:
    """The menu as templates see it: the items, and which of them leads to the page itself."""

    homepage = SimpleNamespace(url="")

    def __init__(self, items: Iterable[MenuItem], path: str) -> None:
        self._items = [_item(item, path) for item in items]

    def __iter__(self) -> Iterator[SimpleNamespace]:
        return iter(self._items)


def _item(item: MenuItem, path: str) -> SimpleNamespace:
    children = [_item(child, path) for child in item.children]
    return SimpleNamespace(
        title=item.title,
        url=item.path,
        children=children,
        is_page=item.path is not None,
        is_homepage=item.path == "",
        active=item.path == path or any(child.active for child in children),
    )


def _headings_over(items: Iterable[MenuItem], path: str) -> list[MenuItem]:
    return [item for item in items if any(child.path == path for child in item.children)]


@pass_context
def _url(context: Context, target: str) -> str:
    """Return the address of a path below the root, as seen from the page that is being made."""
    if target.startswith(_EXTERNAL):
        return target
    base = context["base_url"]
    return f"{base}{target}" if base == LOCAL else relative_link(context["path"], target)
