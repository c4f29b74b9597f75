"""axe-core on a whole page: every rule that it has, and nothing that is let through."""

from __future__ import annotations

from functools import cache
from typing import Any, Literal

from playwright.sync_api import Page

from tests.browser.validators import module

# WCAG 2.0 to 2.2 at A and AA, and what axe itself recommends.
_EVERY_RULE = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# The rules that look at colours, and those that measure: all others look at the document alone.
COLOUR_RULES = ("color-contrast", "link-in-text-block")
SIZE_RULES = ("target-size", "scrollable-region-focusable")
# What differs with the scheme is colours: once light has passed every rule, dark has these.
SCHEME_RULES: dict[Literal["light", "dark"], tuple[str, ...]] = {"light": (), "dark": COLOUR_RULES}
MIN_RULES = 20
# Marks an element of each look that is not in the list, and returns the new looks. A look is what
# contrast depends on: type, colours and backgrounds of a text and of all that it stands in.
_MARK_NEW_LOOKS = """seen => {
  const known = new Set(seen), fresh = [], looks = new Map();
  const hash = text => {
    let a = 0xdeadbeef, b = 0x41c6ce57;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      a = Math.imul(a ^ code, 2654435761);
      b = Math.imul(b ^ code, 1597334677);
    }
    return (b >>> 0).toString(36) + (a >>> 0).toString(36);
  };
  const look = element => {
    if (!element) return "";
    if (!looks.has(element)) {
      const style = getComputedStyle(element);
      const own = [element.localName, element.getAttribute("class"), style.color, style.fill,
        style.backgroundColor, style.backgroundImage, style.opacity, style.filter, style.position,
        style.fontSize, style.fontWeight, style.textDecorationLine, style.borderBottom];
      looks.set(element, hash(look(element.parentElement) + own.join("|")));
    }
    return looks.get(element);
  };
  for (const marked of document.querySelectorAll("[data-new-look]")) {
    marked.removeAttribute("data-new-look");
  }
  for (const element of document.body.querySelectorAll("*")) {
    const hasText = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
    if (!hasText && !element.matches("input, select, textarea")) continue;
    if (!element.checkVisibility() || known.has(look(element))) continue;
    known.add(look(element));
    fresh.push(look(element));
    element.setAttribute("data-new-look", "");
  }
  return fresh;
}"""


@cache
def _program() -> str:
    """Axe, as an expression that a page can evaluate."""
    return (module("axe-core") / "axe.min.js").read_text("utf-8")


def axe_faults(page: Page, name: str, *rules: str) -> list[str]:
    """What axe finds on the page as it is now, a line a rule; also when it saw next to nothing.

    With `rules` it looks at these alone.
    """
    wanted = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": _EVERY_RULE}
    result = _result(page, "document", {"runOnly": wanted})
    blind = not rules and len(result["passes"]) < MIN_RULES
    return [f"{name}: axe saw nothing"] * blind + _faults(name, result)


def document_faults(page: Page, name: str, *rules: str) -> list[str]:
    """What all rules find but those about colours, or these rules alone."""
    if rules:
        return axe_faults(page, name, *rules)
    wanted = {"type": "tag", "values": _EVERY_RULE}
    without = {rule: {"enabled": False} for rule in COLOUR_RULES}
    result = _result(page, "document", {"runOnly": wanted, "rules": without})
    blind = len(result["passes"]) < MIN_RULES - len(COLOUR_RULES)
    return [f"{name}: axe saw nothing"] * blind + _faults(name, result)


def colour_faults(page: Page, name: str, seen: set[str]) -> list[str]:
    """What the rules about colours find where the page looks as none before it: `seen`."""
    fresh: list[str] = page.evaluate(_MARK_NEW_LOOKS, sorted(seen))
    seen.update(fresh)
    if not fresh:
        return []
    wanted = {"type": "rule", "values": COLOUR_RULES}
    return _faults(name, _result(page, '"[data-new-look]"', {"runOnly": wanted}))


def _result(page: Page, context: str, options: dict[str, Any]) -> dict[str, Any]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(_program())
    options = options | {"resultTypes": ["violations"]}
    result: dict[str, Any] = page.evaluate(f"options => axe.run({context}, options)", options)
    return result


def _faults(name: str, result: dict[str, Any]) -> list[str]:
    faults = []
    for violation in result["violations"]:
        targets = [node["target"][0] for node in violation["nodes"]][:3]
        faults.append(f"{name}: {violation['id']}: {violation['help']}: {targets}")
    return faults
