"""Files that make common static hosts send the right headers with every page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from living_strategy.site.security import policy

# By what a name ends with.
_TYPES = {"atom": "application/atom+xml", "ics": "text/calendar; charset=utf-8"}
_CACHED = "public, max-age=31536000, immutable"


# What the form on the site is answered with. Its own policy stands in its pages, and adding another
# one could only make it stricter; editors log in through a window of another site.
_OF_FORM = {
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin-allow-popups",
}


def headers() -> Mapping[str, str]:
    """Return the headers of every answer, but for those of the form."""
    return {
        "Content-Security-Policy": policy(framed=True),
        "Strict-Transport-Security": "max-age=31536000",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    }


def header_files(base: str, *, has_form: bool = False) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of each. `base` is the path below which the site lies, such as `/`,
    and `has_form` whether the site has a form for proposals.

    Anybody may read the open data from a page of their own. The theme's files have their hashes
    in their names, so they never change. Feeds and calendars have types that not every Apache and
    Nginx knows; the other hosts do.
    """
    http_headers = headers()
    for path, text in (
        ("_headers", _netlify(http_headers, has_form=has_form)),
        (".htaccess", _apache(http_headers, base, has_form=has_form)),
        ("nginx-headers.conf", _nginx(http_headers, base, has_form=has_form)),
    ):
        yield path, text.encode()


def _netlify(http_headers: Mapping[str, str], *, has_form: bool) -> str:
    """Write the form of Netlify, which Cloudflare Pages and others read too. It knows no
    exceptions: with a form the policy of the other pages is left to what stands in them.
    """
    if has_form:
        http_headers = {**http_headers, **_OF_FORM}
    lines = ["/*", *(f"  {name}: {value}" for name, value in http_headers.items())]
    lines += ["/data/*", "  Access-Control-Allow-Origin: *"]
    for folder in ("javascripts", "stylesheets"):
        lines += [f"/assets/{folder}/*", f"  Cache-Control: {_CACHED}"]
    return "\n".join((*lines, ""))


def _apache(http_headers: Mapping[str, str], base: str, *, has_form: bool) -> str:
    pattern = re.escape(base)
    lines = [f"ErrorDocument 404 {base}404.html", "<IfModule mod_headers.c>"]
    lines += [f'Header always set {name} "{value}"' for name, value in http_headers.items()]
    if has_form:
        lines += [
            f'<If "%{{REQUEST_URI}} =~ m#^{pattern}admin/#">',
            *(f'Header always set {name} "{value}"' for name, value in _OF_FORM.items()),
            "</If>",
        ]
    lines += [
        f'<If "%{{REQUEST_URI}} =~ m#^{pattern}data/#">',
        'Header always set Access-Control-Allow-Origin "*"',
        "</If>",
        f'<If "%{{REQUEST_URI}} =~ m#^{pattern}assets/(javascripts|stylesheets)/#">',
        f'Header set Cache-Control "{_CACHED}"',
        "</If>",
        "</IfModule>",
        "<IfModule mod_mime.c>",
        *(f'AddType "{media_type}" .{ending}' for ending, media_type in _TYPES.items()),
        "</IfModule>",
    ]
    return "\n".join((*lines, ""))


def _nginx(http_headers: Mapping[str, str], base: str, *, has_form: bool) -> str:
    """Repeat the headers where a location has its own: Nginx drops those of the server there."""
    everywhere = [f'add_header {name} "{value}" always;' for name, value in http_headers.items()]
    fixed = f"~ ^{re.escape(base)}assets/(javascripts|stylesheets)/"
    locations = {
        f"^~ {base}data/": 'add_header Access-Control-Allow-Origin "*" always;',
        fixed: f'add_header Cache-Control "{_CACHED}";',
    }
    lines = [
        "# In the server block: include /path/to/the/site/nginx-headers.conf;",
        f"error_page 404 {base}404.html;",
        *everywhere,
    ]
    for ending, media_type in _TYPES.items():
        # The type stands alone: a map of types of its own would be that of everything here.
        locations[f"~ ^{re.escape(base)}.*\\.{ending}$"] = (
            f'types {{ }} default_type "{media_type}";'
        )
    for location, header in locations.items():
        lines += [f"location {location} {{", *(f"  {line}" for line in (*everywhere, header)), "}"]
    if has_form:
        own = {**http_headers, **_OF_FORM}
        lines += [f"location ^~ {base}admin/ {{"]
        lines += [f'  add_header {name} "{value}" always;' for name, value in own.items()]
        lines += ["}"]
    return "\n".join((*lines, ""))
