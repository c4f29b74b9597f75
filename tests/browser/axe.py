"""axe-core on a whole page: every rule that it has, and nothing that is let through."""

from __future__ import annotations

from functools import cache
from typing import Any

from playwright.sync_api import Page

from tests.browser.validators import module

# WCAG 2.0 to 2.2 at A and AA, and what axe itself recommends.
_EVERY_RULE = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# The rules that look at colours, and those that measure: all others look at the document alone.
COLOUR_RULES = ("color-contrast", "link-in-text-block")
SIZE_RULES = ("target-size", "scrollable-region-focusable")
MIN_RULES = 20


@cache
def _program() -> str:
    """Axe with its Norwegian messages, as an expression that a page can evaluate."""
    folder = module("axe-core")
    locale = (folder / "locales" / "nb.json").read_text("utf-8")
    return f"{(folder / 'axe.min.js').read_text('utf-8')}\naxe.configure({{locale: {locale}}});"


def axe_faults(page: Page, name: str, *rules: str) -> list[str]:
    """What axe finds on the page as it is now, a line a rule; also when it saw next to nothing.

    With `rules` it looks at these alone.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(_program())
    wanted = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": _EVERY_RULE}
    options = {"runOnly": wanted, "resultTypes": ["violations"]}
    seen: dict[str, Any] = page.evaluate("options => axe.run(document, options)", options)
    blind = not rules and len(seen["passes"]) < MIN_RULES
    faults = [f"{name}: axe saw nothing"] * blind
    for violation in seen["violations"]:
        targets = [node["target"][0] for node in violation["nodes"]][:3]
        faults.append(f"{name}: {violation['id']}: {violation['help']}: {targets}")
    return faults
