"""Mentions in texts that are shown as they are written: readers would see the brackets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from living_strategy.content.field_types import is_plain_text
from living_strategy.content.markdown.prose import MENTION
from living_strategy.content.source_file import SourceFile, field_name
from living_strategy.content.yaml.yaml_reader import KeyPath
from living_strategy.diagnostics import Diagnostic


def plain_mentions(
    model: type[BaseModel],
    data: Mapping[str, Any],
    source: SourceFile,
    base: KeyPath,
    faults: Iterable[Diagnostic],
    ref: str,
) -> Iterator[Diagnostic]:
    """Yield one finding for each mention in a plain text, as the model declares its fields.

    What has a fault already is left out.
    """
    if not source.may_mention:
        return
    reported = {fault.location.field for fault in faults}
    for path, text in _texts((), data):
        if "[[" not in text or not is_plain_text(model, path) or field_name(path) in reported:
            continue
        field = next(part for part in reversed(path) if isinstance(part, str))
        for mention in MENTION.finditer(text):
            place = source.locate_in_text(path, text, mention.start(), mention[0], base=base)
            params = {"field": field, "written": mention[0], "near": mention["text"] or ""}
            yield Diagnostic("mention-in-plain-text", place, params, ref)


def _texts(path: KeyPath, value: Any) -> Iterator[tuple[KeyPath, str]]:
    """Yield every text in the data of a file, with the way to it."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from _texts((*path, key), part)
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _texts((*path, index), part)
