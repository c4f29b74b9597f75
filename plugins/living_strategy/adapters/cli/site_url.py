"""The addresses of a site and of its source, as they are given on the command line."""

from __future__ import annotations

from urllib.parse import urlsplit

from living_strategy.adapters.cli.session import CannotStart
from living_strategy.language import Language


def web_address(url: str, language: Language) -> str:
    """Return the address as it is; empty when none is given.

    Raises:
        CannotStart: it is no address of a website.
    """
    parts = urlsplit(url)
    if url and (parts.scheme not in ("http", "https") or not parts.netloc):
        message = language.text("“{url}” is no web address. It begins with https://.")
        raise CannotStart(message.format(url=url))
    return url


def site_url(url: str, language: Language) -> str:
    """Return the address with a slash at the end; empty when none is given.

    Raises:
        CannotStart: it is no address of a website.
    """
    url = web_address(url, language)
    return url if not url or url.endswith("/") else f"{url}/"
