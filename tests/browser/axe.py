"""axe-core on a whole page: every rule that it has, and nothing that is let through."""

from __future__ import annotations

from functools import cache
from typing import Any

from playwright.sync_api import Page

from tests.browser.validators import module

# The document of WCAG 2.0 to 2.2 at A and AA, and what axe itself recommends.
OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
LEAST_RULES = 20


@cache
def _program() -> str:
    """Axe with its Norwegian messages, as an expression that a page can evaluate."""
    folder = module("axe-core")
    locale = (folder / "locales" / "nb.json").read_text("utf-8")
    return f"{(folder / 'axe.min.js').read_text('utf-8')}\naxe.configure({{locale: {locale}}});"


def axe_faults(page: Page, name: str) -> list[str]:
    """What axe finds on the page as it is now, a line a rule; also when it saw next to nothing."""
    page.evaluate(_program())
    found: dict[str, Any] = page.evaluate("options => axe.run(document, options)", OPTIONS)
    faults = [f"{name}: axe saw nothing"] * (len(found["passes"]) < LEAST_RULES)
    for violation in found["violations"]:
        places = [node["target"][0] for node in violation["nodes"]][:3]
        faults.append(f"{name}: {violation['id']}: {violation['help']}: {places}")
    return faults
