"""Reads the pages that people write in strategy/: what they mention and what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from living_strategy.content.corpus import ProsePage, TextField
from living_strategy.content.intake import STRATEGY, Collector
from living_strategy.content.markdown import prose
from living_strategy.content.reading import split_front_matter
from living_strategy.content.source_file import SourceFile
from living_strategy.diagnostics import Diagnostic

_TEXT = ("description",)
_WHOLE = re.compile(r"-?[0-9]{1,9}")


def read_pages(intake: Collector, paths: Iterable[str]) -> list[ProsePage]:
    """The written pages with these paths below `strategy/`, by the order they ask for and then by
    path; those that ask for none come last.
    """
    found = [page for path in paths if (page := _read_page(intake, path))]
    return sorted(found, key=lambda page: (page.order is None, page.order or 0, page.path))


def _read_page(intake: Collector, path: str) -> ProsePage | None:
    text = intake.read(f"{STRATEGY}/{path}")
    if text is None:
        return None
    source = split_front_matter(f"{STRATEGY}/{path}", text, required=False)
    if isinstance(source, Diagnostic):
        intake.diagnostics.append(source)
        return None
    parsed = intake.parse(source).data
    data = parsed if isinstance(parsed, dict) else {}
    title = data.get("title")
    found = prose.scan(source.body, own_title=True)
    # Whether links lead to pages of the site is asked when all of them are known.
    for fault in found.faults:
        place = source.locate_in_text(_TEXT, source.body, fault.offset, fault.snippet)
        intake.report(fault.code, place, fault.params)
    if not isinstance(title, str):
        title = found.title or path.rsplit("/", 1)[-1].removesuffix(".md")
    mentions = TextField(_TEXT, source.body, found.mentions)
    description = data.get("description")
    return ProsePage(
        path,
        title,
        source,
        mentions,
        _order(data.get("order"), source, intake),
        description if isinstance(description, str) else "",
        found.files,
    )


def _order(written: Any, source: SourceFile, intake: Collector) -> int | None:
    """The number that says where a page stands in the menu."""
    if written is None:
        return None
    if isinstance(written, str) and _WHOLE.fullmatch(written):
        return int(written)
    params = {"field": "order", "value": str(written)}
    intake.report("bad-number", source.locate(("order",)), params)
    return None
