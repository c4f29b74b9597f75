"""The Content-Security-Policy of a page: everything comes from files of the site.

The policy is the same for every page and knows nothing of what stands in it. No script or style
of ours stands in a page, so none may run there: a hash of what a finished page holds would allow
whatever got into it. Hosts that send headers get the same policy for all pages at once; for all
others it stands in the page.
"""

from __future__ import annotations

from collections.abc import Sequence

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
# The form on the site. Decap CMS makes the check of its settings while it runs, and its sheets have
# these hashes: see docs/decisions/0050-a-form-on-the-site.md.
_FORM_STYLES = (
    "4qb+qTjZ8vb8co1YZpMNDeX7tJSzzRBt6uIroh6K5K8=",
    "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
    "oLQo1xOLbYlsNCDIECXg24EuQKwYCOy/jJqds+fExxE=",
)
_CHARSET = '<meta charset="utf-8">'


def policy(*, framed: bool = False) -> str:
    """Return the policy. `framed` adds directives that browsers accept in a header only."""
    return "; ".join([*_RULES, "frame-ancestors 'none'"] if framed else _RULES)


def form_policy(origins: Sequence[str]) -> str:
    """Return the policy of the form, which may ask the `origins` where proposals go."""
    hashes = " ".join(f"'sha256-{value}'" for value in _FORM_STYLES)
    rules = (
        "default-src 'none'",
        "script-src 'self' 'unsafe-eval'",
        f"style-src 'self' {hashes}",
        "img-src 'self' data:",
        "font-src 'self'",
        " ".join(("connect-src 'self'", *origins)),
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
    )
    return "; ".join(rules)


def with_csp(html: str) -> str:
    """Put the policy before anything that loads, and send no referrer to other sites."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy()}">'
    referrer = '<meta name="referrer" content="no-referrer">'
    return html.replace(_CHARSET, f"{_CHARSET}\n{meta}\n{referrer}", 1)
