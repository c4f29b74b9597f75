"""Readers who choose their own colours: whatever a picture tells by colour can still be seen."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Browser

from tests.browser.samples import samples
from tests.browser.server import Server
from tests.browser.watch import Watched, watched
from tests.integration.site_support import Site

pytestmark = [pytest.mark.browser, pytest.mark.site]
# What meaning beside words is to be seen by (WCAG 1.4.11).
MIN_CONTRAST = 3
# Marks without words: shapes of drawings, and boxes whose ground or edge is all that they are.
# Each gets its look, and whether it stands out from the page.
_LOOK = """
  const alpha = colour => colour === "transparent" || colour === "none" ? 0
    : +(colour.match(/[\\d.]+/g) ?? [])[3] || (/rgba|\\//.test(colour) ? 0 : 1);
  const light = colour => {
    const [red, green, blue] = colour.match(/[\\d.]+/g).map(part => {
      const share = part / 255;
      return share <= .04045 ? share / 12.92 : ((share + .055) / 1.055) ** 2.4;
    });
    return .2126 * red + .7152 * green + .0722 * blue;
  };
  const contrast = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + .05) / (low + .05);
  };
  const ground = getComputedStyle(document.documentElement).getPropertyValue("--ground")
    || getComputedStyle(document.querySelector("[data-ground]")).backgroundColor;
  const paints = element => {
    const style = getComputedStyle(element);
    if (element instanceof SVGElement) return [style.fill, style.stroke];
    const edges = ["Top", "Right", "Bottom", "Left"].filter(side =>
      parseFloat(style[`border${side}Width`]) && style[`border${side}Style`] !== "none");
    return [style.backgroundColor, ...edges.map(side => style[`border${side}Color`])];
  };
  const pattern = element => {
    const style = getComputedStyle(element);
    return element instanceof SVGElement ? style.fill.startsWith("url")
      : style.backgroundImage !== "none";
  };
  const standsOut = element => pattern(element) || paints(element).some(paint =>
    alpha(paint) && contrast(paint, ground) >= MIN_CONTRAST);
  const look = element => {
    const style = getComputedStyle(element);
    const drawn = [element.localName, style.fill, style.stroke, style.strokeDasharray,
      style.strokeWidth];
    const boxed = ["box", style.backgroundColor, style.backgroundImage, style.borderTopStyle,
      style.borderTopWidth, style.borderTopColor];
    return (element instanceof SVGElement ? drawn : boxed).join(" ");
  };
""".replace("MIN_CONTRAST", str(MIN_CONTRAST))
MARK = f"""() => {{
  const sample = document.querySelector("[data-ground]") ?? document.createElement("i");
  sample.dataset.ground = "";
  sample.style.backgroundColor = "Canvas";
  sample.style.forcedColorAdjust = "none";
  document.body.append(sample);
  document.documentElement.style.setProperty("--ground",
    getComputedStyle(document.body).backgroundColor);
  {_LOOK}
  const isFirst = !document.querySelector("[data-mark]");
  const marks = "main svg *, main figure *, main li > span, main td > span, main dt > span";
  for (const element of document.querySelectorAll(marks)) {{
    const isDrawn = element instanceof SVGGeometryElement
      && !element.closest("defs, pattern, mask, clipPath, marker");
    const isBox = !(element instanceof SVGElement) && !element.children.length;
    const box = element.getBoundingClientRect();
    if (!isDrawn && !isBox || !element.checkVisibility() || element.textContent.trim()) continue;
    if (!box.width && !box.height || !standsOut(element)) continue;
    if (isFirst || element.dataset.mark) element.dataset.mark = look(element);
  }}
  for (const element of document.querySelectorAll("[data-mark]")) {{
    if (!standsOut(element)) delete element.dataset.mark;
  }}
  document.documentElement.style.removeProperty("--ground");
  return document.querySelectorAll("[data-mark]").length;
}}"""
SEE = f"""() => {{
  {_LOOK}
  const name = element => `${{element.parentElement.className.baseVal
    ?? element.parentElement.className}} > ${{element.getAttribute("class")}}`;
  const faults = new Set(), owners = new Map();
  for (const element of document.querySelectorAll("[data-mark]")) {{
    if (!element.checkVisibility()) continue;
    if (!standsOut(element)) faults.add(`${{name(element)}} is not to be seen`);
    // A key tells its marks apart by nothing but their looks.
    const key = element.closest("ul, dl");
    if (!key || element.parentElement.closest("a")) continue;
    // The colour of an area repeats what stands there in words.
    if (element.closest('[class*="ls-hue-"]')) continue;
    if (!owners.has(key)) owners.set(key, new Map());
    const looks = owners.get(key), now = look(element);
    if (!looks.has(now)) looks.set(now, element);
    const before = looks.get(now);
    if (before.dataset.mark !== element.dataset.mark) {{
      faults.add(`${{name(element)}} looks as ${{name(before)}}`);
    }}
  }}
  return [...faults].sort();
}}"""
FOCUS = """() => {
  const element = document.activeElement, style = getComputedStyle(element);
  return [element.textContent.trim().slice(0, 40),
    style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1];
}"""
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def focus_faults(page: Watched, name: str, stops: int = 12) -> list[str]:
    """The first stops of a page where nobody sees that they have the focus."""
    faults = []
    for _ in range(stops):
        page.page.keyboard.press("Tab")
        text, is_seen = page.page.evaluate(FOCUS)
        faults += [f"{name}: «{text}» has the focus unseen"] * (not is_seen)
    return faults


def vanished(browser: Browser, site: Site, server: Server, least: int) -> list[str]:
    """What cannot be seen any more on a page of every template; at `least` so many marks are there
    to be seen.
    """
    faults, seen = [], 0
    with watched(browser, server.origin, viewport={"width": 1350, "height": 900}) as page:
        for name, path in sorted(samples(site).items()):
            page.page.emulate_media(color_scheme="dark", forced_colors="none")
            page.go(server.url(path))
            page.page.evaluate(MARK)
            # Lines that stand out in one scheme alone are there for order.
            page.page.emulate_media(color_scheme="light")
            marks = page.page.evaluate(MARK)
            seen += marks
            # Where nothing is marked, there is nothing to lose.
            for scheme in SCHEMES if marks else ():
                page.page.emulate_media(color_scheme=scheme, forced_colors="active")
                faults += [f"{name} ({scheme}): {fault}" for fault in page.page.evaluate(SEE)]
            if name in ("meny-resultater", "meny-kommuner"):
                page.page.emulate_media(color_scheme="dark", forced_colors="active")
                faults += focus_faults(page, name)

    assert seen > least
    return faults


def test_marks_stay_visible_and_apart(
    browser: Browser, small_site: Site, small_server: Server
) -> None:
    """On a page of every template, with the reader's own colours on a light and a dark ground: what
    stood out stands out, keys tell their marks apart, and the focus is seen.
    """
    assert vanished(browser, small_site, small_server, 300) == []


@pytest.mark.matrix
def test_published_marks_stay_visible_and_apart(
    browser: Browser, real_site: Site, real_server: Server
) -> None:
    """So they do on the published pages."""
    assert vanished(browser, real_site, real_server, 300) == []


def test_a_mark_that_vanishes_is_told_of(
    browser: Browser, real_site: Site, real_server: Server
) -> None:
    """A key that has colours alone, which the reader's own take away, is found."""
    key = "<ul><li><span style='background:#b00020;padding:9px'></span> a</li>"
    key += "<li><span style='background:#005fcc;padding:9px'></span> b</li></ul>"
    with watched(browser, real_server.origin, bypass_csp=True) as page:
        page.go(real_server.url("tiltak/"))
        page.page.evaluate("key => document.querySelector('main').innerHTML = key", key)
        marks = page.page.evaluate(MARK)
        page.page.emulate_media(forced_colors="active")

        assert marks == 2
        assert page.page.evaluate(SEE) == [
            " > null is not to be seen",
            " > null looks as  > null",
        ]
