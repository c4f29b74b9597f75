"""Redirect page from an earlier address."""

from __future__ import annotations

from html import escape

from living_strategy.artifact import Redirect
from living_strategy.language import Language
from living_strategy.site.addresses import relative_link
from living_strategy.site.security import with_csp


def redirect_page(redirect: Redirect, language: Language) -> bytes:
    """Return HTML that works without script: a refresh at once, a canonical address and a link."""
    href = escape(relative_link(redirect.path, redirect.target))
    title = escape(redirect.title)
    moved = escape(language.text("The page has moved"))
    html = (
        f'<!doctype html>\n<html lang="{language.code}"><head><meta charset="utf-8">'
        f"<title>{moved}: {title}</title>"
        f'<meta http-equiv="refresh" content="0; url={href}"><link rel="canonical" href="{href}">'
        f'<meta name="robots" content="noindex"></head><body><main><h1>{moved}</h1>'
        f'<p><a href="{href}">{title}</a></p></main></body></html>\n'
    )
    return with_csp(html).encode()
