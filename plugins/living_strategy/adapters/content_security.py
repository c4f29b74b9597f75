"""The Content-Security-Policy of a page: everything comes from here, and only known scripts run.

A page names the hashes of the scripts and styles that stand in it, computed when it is made, so
that nothing else that got into a page could run. Hosts that send headers get the same policy for
all pages at once; for all others it stands in the page.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.S | re.I)
_STYLE = re.compile(r"<style\b[^>]*>(.*?)</style>", re.S | re.I)
# What a browser reads as data, such as linked data and the theme's settings, never runs.
_RUNS = re.compile(r"""(?!.*\bsrc\s*=)(?!.*\btype\s*=\s*["']?application/(?:ld\+)?json)""", re.S)
_CHARSET = '<meta charset="utf-8">'


@dataclass(slots=True)
class InlineCode:
    """Hashes of what runs without being a file of its own, in the notation of the policy."""

    scripts: set[str] = field(default_factory=set)
    styles: set[str] = field(default_factory=set)

    def add(self, other: InlineCode) -> None:
        """Take up what stands in another page."""
        self.scripts |= other.scripts
        self.styles |= other.styles

    def policy(self, *, framed: bool = False) -> str:
        """The policy. `framed` adds what browsers heed in a header only."""
        # Pagefind, the search, is compiled to WebAssembly.
        rules = [
            "default-src 'none'",
            _rule("script-src", ("'self'", "'wasm-unsafe-eval'"), self.scripts),
            _rule("style-src", ("'self'",), self.styles),
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
        ]
        return "; ".join([*rules, "frame-ancestors 'none'"] if framed else rules)


def _rule(name: str, sources: Iterable[str], hashes: set[str]) -> str:
    return " ".join((name, *sources, *sorted(hashes)))


def inline_code(html: str) -> InlineCode:
    """What runs in a page without being a file of its own."""
    scripts = {_hash(text) for attributes, text in _SCRIPT.findall(html) if _RUNS.match(attributes)}
    return InlineCode(scripts, {_hash(text) for text in _STYLE.findall(html)})


def secured(html: str, known: InlineCode) -> str:
    """The page with its policy, which `known` takes up, and without a referrer for other sites."""
    found = inline_code(html)
    known.add(found)
    policy = f'<meta http-equiv="Content-Security-Policy" content="{found.policy()}">'
    referrer = '<meta name="referrer" content="no-referrer">'
    return html.replace(_CHARSET, f"{_CHARSET}\n{policy}\n{referrer}", 1)


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
