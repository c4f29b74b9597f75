"""The links at the bottom of every page: what a public site must be able to show at any time."""

from __future__ import annotations

from living_strategy.adapters.site_build import StrategyBuild
from living_strategy.artifact import Page
from living_strategy.settings import Publication, Settings

_WORDS = ("accessibility", "privacy", "licence", "data", "sources")


def footer(build: StrategyBuild) -> list[dict[str, str]]:
    """Titles, not escaped, and addresses: paths below the root, but for the statement's own."""
    settings, text = build.settings, build.language.text
    links = []
    statement = settings.accessibility_statement
    if statement and settings.publication is Publication.OFFICIAL:
        links.append({"title": text("Accessibility statement"), "path": statement.url})
    titles = {page.path: page.title for page in build.overviews if isinstance(page, Page)}
    paths = [build.context.addresses.view(word) for word in _WORDS]
    return links + [{"title": titles[path], "path": path} for path in paths if path in titles]


def contact(settings: Settings) -> dict[str, str] | None:
    """Whom to write to, as words and address, neither of them escaped."""
    if not settings.contact:
        return None
    is_mail = "@" in settings.contact and "//" not in settings.contact
    return {
        "title": settings.contact,
        "address": f"mailto:{settings.contact}" if is_mail else settings.contact,
    }
