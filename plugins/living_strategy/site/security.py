"""The Content-Security-Policy of a page: everything comes from files of the site.

The policy is the same for every page and knows nothing of what stands in it. No script or style
of ours stands in a page, so none may run there: a hash of what a finished page holds would allow
whatever got into it. Hosts that send headers get the same policy for all pages at once; for all
others it stands in the page.
"""

from __future__ import annotations

# Pagefind, the search, is compiled to WebAssembly.
_RULES = (
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
)
_CHARSET = '<meta charset="utf-8">'


def policy(*, framed: bool = False) -> str:
    """Return the policy. `framed` adds directives that browsers accept in a header only."""
    return "; ".join([*_RULES, "frame-ancestors 'none'"] if framed else _RULES)


def with_csp(html: str) -> str:
    """Put the policy before anything that loads, and send no referrer to other sites."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy()}">'
    referrer = '<meta name="referrer" content="no-referrer">'
    return html.replace(_CHARSET, f"{_CHARSET}\n{meta}\n{referrer}", 1)
