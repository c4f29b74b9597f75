"""Files that make common static hosts send the right headers with every page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from living_strategy.site.security import policy

# By what a name ends with.
_TYPES = {"atom": "application/atom+xml", "ics": "text/calendar; charset=utf-8"}
_CACHED = "public, max-age=31536000, immutable"


def headers() -> Mapping[str, str]:
    """Return the headers of every answer."""
    return {
        "Content-Security-Policy": policy(framed=True),
        "Strict-Transport-Security": "max-age=31536000",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    }


def header_files(base: str) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of each. `base` is the path below which the site lies, such as `/`.

    Anybody may read the open data from a page of their own. The theme's files have their hashes
    in their names, so they never change. Feeds and calendars have types that not every Apache and
    Nginx knows; the other hosts do.
    """
    http_headers = headers()
    for path, text in (
        ("_headers", _netlify(http_headers)),
        (".htaccess", _apache(http_headers, base)),
        ("nginx-headers.conf", _nginx(http_headers, base)),
    ):
        yield path, text.encode()


def _netlify(http_headers: Mapping[str, str]) -> str:
    """Write the form of Netlify, which Cloudflare Pages and others read too."""
    lines = ["/*", *(f"  {name}: {value}" for name, value in http_headers.items())]
    lines += ["/data/*", "  Access-Control-Allow-Origin: *"]
    for folder in ("javascripts", "stylesheets"):
        lines += [f"/assets/{folder}/*", f"  Cache-Control: {_CACHED}"]
    return "\n".join((*lines, ""))


def _apache(http_headers: Mapping[str, str], base: str) -> str:
    pattern = re.escape(base)
    lines = [f"ErrorDocument 404 {base}404.html", "<IfModule mod_headers.c>"]
    lines += [f'Header always set {name} "{value}"' for name, value in http_headers.items()]
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


def _nginx(http_headers: Mapping[str, str], base: str) -> str:
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
    return "\n".join((*lines, ""))
