"""Reads the pages that people write in strategy/: what they mention and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable

from living_strategy.content.corpus import ProsePage, TextField
from living_strategy.content.intake import STRATEGY, Collector
from living_strategy.content.markdown import prose
from living_strategy.content.plain_texts import plain_mentions
from living_strategy.content.reading import split_front_matter
from living_strategy.content.selection import Selection
from living_strategy.content.source_file import SourceFile
from living_strategy.content.validate import salvage, validate
from living_strategy.diagnostics import Diagnostic
from living_strategy.model.page_fields import PageFields, Ways

_TEXT = ("description",)


def read_pages(intake: Collector, paths: Iterable[str], selection: Selection) -> list[ProsePage]:
    """Return the written pages with these paths below `strategy/`, by the order they ask for and
    then by path; those that ask for none come last.
    """
    pages = [page for path in paths if (page := _read_page(intake, path, selection))]
    return sorted(pages, key=lambda page: (page.order is None, page.order or 0, page.path))


def _read_page(intake: Collector, path: str, selection: Selection) -> ProsePage | None:
    text = intake.read(f"{STRATEGY}/{path}")
    if text is None:
        return None
    source = split_front_matter(f"{STRATEGY}/{path}", text, required=False)
    if isinstance(source, Diagnostic):
        intake.diagnostics.append(source)
        return None
    fields = _read_fields(intake, source)
    written = prose.scan(source.body, own_title=True)
    for fault in written.faults:
        location = source.locate_in_text(_TEXT, source.body, fault.offset, fault.snippet)
        intake.report(fault.code, location, fault.params)
    return ProsePage(
        path,
        fields.title or written.title or path.rsplit("/", 1)[-1].removesuffix(".md"),
        source,
        TextField(_TEXT, source.body, written.mentions, written.links),
        fields.order,
        fields.description or "",
        not selection.is_unlisted(path),
        fields.language or "",
        fields.ways is Ways.CONDITIONAL,
    )


def _read_fields(intake: Collector, source: SourceFile) -> PageFields:
    """Read what the page says of itself. What is wrong with it is noted, and left out."""
    # Its description is a field beside the text, and not the text as in an entry.
    head = SourceFile(source.path, source.yaml, source.yaml_line)
    tree = intake.parse(head)
    # A page needs no fields, and so no keys between its lines of hyphens.
    if tree.data is None:
        return PageFields()
    data = intake.mapping(head, tree) or {}
    fields, faults = validate(PageFields, data, head, (), "")
    intake.diagnostics.extend(faults)
    intake.diagnostics.extend(plain_mentions(PageFields, data, head, (), faults, ""))
    intake.ambiguous(PageFields, head, (), tree.plain, faults, "")
    rest = fields or salvage(PageFields, data, faults)[0] or PageFields()
    # Whoever misspelt it has been told, and meant something by it.
    is_misspelt = any(fault.location.field == "ways" for fault in faults)
    return rest.model_copy(update={"ways": Ways.CONDITIONAL}) if is_misspelt else rest
