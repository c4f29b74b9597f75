"""Codes of the reader: what is found while files are read, before there is a graph."""

from __future__ import annotations

from living_strategy.rules.code import Code
from living_strategy.rules.reading.collected import COLLECTED
from living_strategy.rules.reading.fields import FIELDS
from living_strategy.rules.reading.history import HISTORY
from living_strategy.rules.reading.languages import LANGUAGES
from living_strategy.rules.reading.pins import PINS
from living_strategy.rules.reading.places import PLACES
from living_strategy.rules.reading.prose import PROSE
from living_strategy.rules.reading.syntax import SYNTAX
from living_strategy.rules.reading.templates import TEMPLATES

READING: tuple[Code, ...] = (
    *FIELDS,
    *LANGUAGES,
    *PLACES,
    *PROSE,
    *SYNTAX,
    *TEMPLATES,
    *HISTORY,
    *PINS,
    *COLLECTED,
)
