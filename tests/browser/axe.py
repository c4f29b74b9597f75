"""axe-core on a whole page: every rule that it has, and nothing that is let through."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_AXE = Axe()
# The document of WCAG 2.0 to 2.2 at A and AA, and what axe itself recommends.
OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
LEAST_RULES = 20


def axe_faults(page: Page, name: str) -> list[str]:
    """What axe finds on the page as it is now, a line a rule; also when it saw next to nothing."""
    found = _AXE.run(page, options=OPTIONS).response
    faults = [f"{name}: axe saw nothing"] * (len(found["passes"]) < LEAST_RULES)
    for violation in found["violations"]:
        places = [node["target"][0] for node in violation["nodes"]][:3]
        faults.append(f"{name}: {violation['id']}: {places}")
    return faults
