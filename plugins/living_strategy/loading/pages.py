"""Reads the pages that people write in strategy/: what they mention and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from living_strategy.diagnostics import Diagnostic
from living_strategy.loading import prose
from living_strategy.loading.corpus import ProsePage, TextField
from living_strategy.loading.intake import STRATEGY, Intake
from living_strategy.loading.reading import split_front_matter

_TEXT = ("description",)


def read_pages(intake: Intake) -> Iterator[ProsePage]:
    """Every written page, in the order of their paths; hidden files and registers are none."""
    start = Path(intake.root, STRATEGY)
    paths = sorted(full.relative_to(start).as_posix() for full in start.rglob("*.md"))
    for path in paths:
        if path.startswith(("registers/", ".")) or "/." in path:
            continue
        if page := _read_page(intake, path):
            yield page


def _read_page(intake: Intake, path: str) -> ProsePage | None:
    text = intake.read(f"{STRATEGY}/{path}")
    if text is None:
        return None
    source = split_front_matter(f"{STRATEGY}/{path}", text, required=False)
    if isinstance(source, Diagnostic):
        intake.diagnostics.append(source)
        return None
    data = intake.parse(source).data
    title = data.get("title") if isinstance(data, dict) else None
    found = prose.scan(source.body, own_title=True)
    # Whether links lead to pages of the site is for the host to say, which knows all its pages.
    for fault in found.faults:
        place = source.locate_in_text(_TEXT, source.body, fault.offset, fault.snippet)
        intake.report(fault.code, place, fault.params)
    if not isinstance(title, str):
        title = found.title or path.rsplit("/", 1)[-1].removesuffix(".md")
    return ProsePage(path, title, source, TextField(_TEXT, source.body, found.mentions))
