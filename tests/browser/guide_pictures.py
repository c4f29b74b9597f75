"""The pictures of the guides for editors (strategy/*.md): how they are made, and what they show.

    python -m tests.browser.guide_pictures    make them anew, with the words on them

They show the program with a made-up strategy, so that no real entry is said to be what it is not,
and an editor who merges a text makes no picture old. tests/content/test_guides.py compares the
words.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Locator, Page, sync_playwright

from tests.browser.form_steps import Editor, strategy
from tests.browser.launch import launch
from tests.browser.server import Server
from tests.browser.watch import PATIENCE
from tests.integration.site_support import REPOSITORY, program
from tests.repositories import git

FOLDER = REPOSITORY / "strategy" / "bilder"
WORDS = Path(__file__).with_name("guide_pictures.json")
HOST = "https://github.com/eksempel/strategi"
TITLE, REASON = "Åpne møter på nett", "Tilskuddet tok slutt."
# Two pixels for each of the page's: sharp on phones, and small as WebP.
SCALE, QUALITY, MARGIN = 2, 80, 8
# What can be read in a part of the page, from the top: texts, and what stands in fields.
READ = """clip => {
  const words = [];
  const inside = rect => rect.width > 1 && rect.top >= clip.y - 2 && rect.left >= clip.x - 2
    && rect.bottom <= clip.y + clip.height + 2 && rect.right <= clip.x + clip.width + 2;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ALL);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const range = document.createRange();
    range.selectNode(node);
    const said = node.nodeType === Node.TEXT_NODE ? node.data
      : node.matches?.("textarea, input[type=text]") ? node.value : "";
    if (said.trim() && !node.parentElement.closest("style, script, textarea, [aria-live]")
        && inside(range.getBoundingClientRect())) {
      words.push(said.replace(/\\s+/g, " ").trim());
    }
  }
  return words;
}"""
Clip = dict[str, float]


@dataclass(frozen=True)
class Picture:
    """A picture as bytes of WebP, and the words on it."""

    content: bytes
    words: list[str]


@dataclass(frozen=True)
class Pages:
    """The pages that are shown: the site, and what the review says of two proposals."""

    site: Server
    review: Path
    faulty: Path


def _box(target: Locator) -> Clip:
    target.scroll_into_view_if_needed()
    box = target.bounding_box()
    assert box
    return dict(box)


def _around(*targets: Locator, margin: float = MARGIN) -> Clip:
    boxes = [_box(target) for target in targets]
    left, top = min(box["x"] for box in boxes), min(box["y"] for box in boxes)
    right = max(box["x"] + box["width"] for box in boxes)
    bottom = max(box["y"] + box["height"] for box in boxes)
    left, top = max(left - margin, 0), max(top - margin, 0)
    return {"x": left, "y": top, "width": right + margin - left, "height": bottom + margin - top}


def _fields(page: Page, first: str, after: str) -> Clip:
    """From the name of a field of the form to what stands above another one."""
    label, end = (page.locator(f"label[for^='{name}-field']").first for name in (first, after))
    # A long text is as wide as the fields are.
    clip = _around(label, page.locator("textarea[id^='summary-field']").first)
    top = _box(label)["y"] - MARGIN
    return clip | {"y": top, "height": _box(end)["y"] - MARGIN - top}


def _status(page: Page, pages: Pages) -> Clip:
    page.goto(pages.site.url("tiltak/veiledning/"))
    return _around(page.locator(".ls-panel h2").first, page.locator(".ls-panel dl > div").first)


def _doors(page: Page, pages: Pages) -> Clip:
    page.goto(pages.site.url("prosjekter/digihjelpen/"))
    page.locator("details.ls-edit summary").click()
    return _around(page.locator("details.ls-edit"))


def _editor(page: Page, pages: Pages, address: str, *, query: str = "") -> Editor:
    page.goto(pages.site.url(f"admin/demo/{query}"))
    page.get_by_role("button", name="Prøv skjemaet").click()
    page.get_by_text("Tiltak").first.wait_for()
    somebody = Editor(page)
    # The program is still there: only what follows # changes.
    page.goto(pages.site.url(f"admin/demo/{query}#/collections/measures/{address}"))
    somebody.button("Send til godkjenning" if query else "Lagre").wait_for()
    return somebody


def _status_in_the_form(page: Page, pages: Pages) -> Clip:
    somebody = _editor(page, pages, "entries/veiledning", query="?report")
    somebody.choose("status", "Stan")
    somebody.write("status_date", "2025-03")
    somebody.write("status_reason", REASON)
    return _fields(page, "status", "updates")


def _new_entry(page: Page, pages: Pages) -> Clip:
    somebody = _editor(page, pages, "new")
    somebody.write("title", TITLE)
    somebody.choose("goals", "Innb")
    return _fields(page, "title", "areas")


def _what_is_missing(page: Page, pages: Pages) -> Clip:
    somebody = _editor(page, pages, "new")
    somebody.write("title", TITLE)
    somebody.click(somebody.button("Lagre"))
    page.get_by_text("Status er påkrevd").first.wait_for()
    return _fields(page, "status", "status_date")


def _review(page: Page, pages: Pages) -> Clip:
    page.goto(pages.review.as_uri())
    return _around(page.locator("h2"), page.locator("main > ul").first)


def _faulty(page: Page, pages: Pages) -> Clip:
    page.goto(pages.faulty.as_uri())
    return _around(page.locator("h2"), page.locator("main > ul").first)


PICTURES: Mapping[str, Callable[[Page, Pages], Clip]] = {
    "foresla-endring": _doors,
    "forslag-med-feil": _faulty,
    "forslag-om-status": _review,
    "meld-ny-status": _status,
    "nytt-i-skjemaet": _new_entry,
    "noe-mangler": _what_is_missing,
    "status-i-skjemaet": _status_in_the_form,
}


def _proposal(root: Path, branch: str, before: str, after: str) -> Path:
    """What the review says of a proposal, as a page."""
    git(root, "checkout", "--quiet", "-b", branch, "main")
    file = root / "measures/veiledning.md"
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after), "utf-8")
    git(root, "commit", "--quiet", "--all", "--message=Meld status")
    git(root, "checkout", "--quiet", "main")
    told = program(root, "review", "--base", "main", "--head", branch, "--format", "html")
    page = root / f"{branch}.html"
    page.write_text(told.stdout, "utf-8")
    return page


def pictures(browser: Browser, folder: Path) -> Iterator[tuple[str, Picture]]:
    """Make each picture, by its name, in an empty folder."""
    root = strategy(folder)
    before = "status: ongoing\nstatus_date: 2024\n"
    stopped = "status: stopped\nstatus_date: 2025-03\n"
    review = _proposal(root, "status", before, f"{stopped}status_reason: {REASON}\n")
    faulty = _proposal(root, "feil", before, stopped)
    program(root, "build", "--to", "site", "--repo-url", HOST, "--edit-url", f"{HOST}/edit/main")
    with Server(root / "site", "/") as server:
        for name, show in PICTURES.items():
            # A preview stands beside the fields of the form, in half of the window.
            width = 840 if show in (_status_in_the_form, _new_entry, _what_is_missing) else 480
            page = browser.new_page(
                viewport={"width": width, "height": 1600},
                device_scale_factor=SCALE,
                reduced_motion="reduce",
                locale="nb-NO",
            )
            page.set_default_timeout(PATIENCE)
            clip = show(page, Pages(server, review, faulty))
            yield name, _taken(page, clip)
            page.close()


def _taken(page: Page, clip: Clip) -> Picture:
    content = BytesIO()
    shot = Image.open(BytesIO(page.screenshot(clip=clip, animations="disabled")))
    shot.convert("RGB").save(content, "WEBP", quality=QUALITY, method=6)
    return Picture(content.getvalue(), page.evaluate(READ, clip))


def main() -> None:
    """Write the pictures and their words."""
    FOLDER.mkdir(exist_ok=True)
    words = {}
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = launch(playwright)
        for name, picture in pictures(browser, Path(folder)):
            (FOLDER / f"{name}.webp").write_bytes(picture.content)
            words[name] = picture.words
        browser.close()
    WORDS.write_text(json.dumps(words, ensure_ascii=False, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
