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


# What the rules about colours look at: all that axe itself chooses, or new looks alone.
_ALL_LOOKS = {"color-contrast": "*", "link-in-text-block": "a[href]"}
_NEW_LOOKS = {rule: f"{selector}[data-new-look]" for rule, selector in _ALL_LOOKS.items()}
_RUN = """([options, where]) => {
  const rules = Object.entries(where).map(([id, selector]) => ({ id, selector }));
  axe.configure({ rules });
  return axe.run(document, options);
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
    result = _result(page, {"runOnly": wanted})
    blind = not rules and len(result["passes"]) < MIN_RULES
    return [f"{name}: axe saw nothing"] * blind + _faults(name, result)


def view_faults(
    page: Page, name: str, seen: set[str], *rules: str, whole: bool = False
) -> list[str]:
    """What axe finds in this view: of a `whole` document, or by the rules that are named; and by
    the rules about colours where the page looks as none before it (`seen`). In one run, because
    what takes its time is to take in the page.
    """
    fresh: list[str] = page.evaluate(_MARK_NEW_LOOKS, sorted(seen))
    seen.update(fresh)
    if not (fresh or rules or whole):
        return []
    colours = {rule: {"enabled": bool(fresh)} for rule in COLOUR_RULES}
    named = {"type": "rule", "values": [*rules, *(COLOUR_RULES if fresh else ())]}
    wanted = {"type": "tag", "values": _EVERY_RULE}
    options = {"runOnly": wanted, "rules": colours} if whole else {"runOnly": named}
    result = _result(page, options, where=_NEW_LOOKS)
    blind = whole and len(result["passes"]) < MIN_RULES - len(COLOUR_RULES)
    return [f"{name}: axe saw nothing"] * blind + _faults(name, result)


def _result(
    page: Page, options: dict[str, Any], where: dict[str, str] = _ALL_LOOKS
) -> dict[str, Any]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(_program())
    # How to select each element that was looked at takes a fifth of the time; faults say it.
    options = options | {"resultTypes": ["violations"], "selectors": False}
    result: dict[str, Any] = page.evaluate(_RUN, [options, where])
    if result["violations"]:
        result = page.evaluate(_RUN, [options | {"selectors": True}, where])
    return result


def _faults(name: str, result: dict[str, Any]) -> list[str]:
    faults = []
    for violation in result["violations"]:
        targets = [node["target"][0] for node in violation["nodes"]][:3]
        faults.append(f"{name}: {violation['id']}: {violation['help']}: {targets}")
    return faults
