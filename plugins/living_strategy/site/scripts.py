"""Which script a page of ours needs, by its type; most need none."""

from __future__ import annotations

SCRIPTS = {
    "front": "municipality.js",
    "municipalities": "municipality.js",
    "index": "filter.js",
    "strategy_map": "map.js",
}


def script_of(page_type: str) -> str:
    """The path of the script below the site root; empty when the page needs none."""
    name = SCRIPTS.get(page_type)
    return f"assets/living-strategy/{name}" if name else ""
