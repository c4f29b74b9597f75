"""The links at the bottom of every page: what a public site must be able to show at any time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from living_strategy.artifact import Artifact, Page
from living_strategy.settings import Publication, Settings
from living_strategy.site.contact_address import address_of
from living_strategy.site.context import ViewContext

_WORDS = ("accessibility", "privacy", "licence", "data", "sources")


@dataclass(frozen=True, slots=True)
class FooterLink:
    """A title, not escaped, and a path below the root or the address of another site."""

    title: str
    path: str

    @property
    def is_external(self) -> bool:
        """Whether it leads to another site."""
        return self.path.startswith(("https://", "http://", "mailto:"))


def footer(
    settings: Settings, context: ViewContext, overviews: Iterable[Artifact]
) -> Iterator[FooterLink]:
    """Yield the body's own accessibility statement, then the pages about the site."""
    statement = settings.accessibility_statement
    if statement and settings.publication is Publication.OFFICIAL:
        yield FooterLink(context.language.text("Accessibility statement"), statement.url)
    titles = {page.path: page.title for page in overviews if isinstance(page, Page)}
    paths = [context.addresses.view(word) for word in _WORDS]
    yield from (FooterLink(titles[path], path) for path in paths if path in titles)


def contact(settings: Settings) -> FooterLink | None:
    """Return the address of the contact: a web address, or an e-mail address as a link."""
    if not settings.contact:
        return None
    return FooterLink(settings.contact, address_of(settings.contact))
