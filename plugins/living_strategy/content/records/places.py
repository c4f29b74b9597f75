"""Reads the register of places: Norway's, none, or a table of the strategy's own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pydantic_core import PydanticCustomError

from living_strategy.content.intake import STRATEGY, Collector
from living_strategy.content.municipalities import NO_PLACES, load_municipalities
from living_strategy.content.records.place_checks import check_places
from living_strategy.content.source_file import SourceFile
from living_strategy.diagnostics import Location, misspelt
from living_strategy.limits import MAX_TITLE_LENGTH
from living_strategy.model.municipality import (
    COUNTY,
    MUNICIPALITY,
    Division,
    Municipalities,
    Municipality,
)
from living_strategy.partial_date import PartialDate
from living_strategy.settings import Settings
from living_strategy.settings.places import NORWAY, OWN_NOTHING

REQUIRED = ("number", "name", "kind")
OPTIONAL = ("parent", "valid_from", "valid_to", "successors")
COLUMNS = (*REQUIRED, *OPTIONAL)
_DATE_CODES = {"date_form": "bad-date", "date_impossible": "impossible-date"}
_CELL = re.compile(r'(?:^|;)(?P<cell>"(?:[^"]|"")*"|[^;]*)')
_OTHER_MARKS = {",": ",", "\t": "tab"}
MAX_NUMBER_LENGTH = 40


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: the values by column, and the column of the text where each begins."""

    line: int
    values: Mapping[str, str]
    starts: Mapping[str, int]


def read_places(intake: Collector, settings: Settings, source: SourceFile) -> Municipalities:
    """Return the register that the settings name; mistakes in a table are noted. `source` is the
    file of the settings.
    """
    if settings.places == NORWAY:
        if any(found.location.field.partition(".")[0] == "places" for found in intake.diagnostics):
            # What was meant is not known, and the places of Norway were not.
            return Municipalities.of((), Division.OWN, is_whole=False)
        return load_municipalities()
    if settings.places == OWN_NOTHING:
        return NO_PLACES
    path = f"{STRATEGY}/{settings.places_file}"
    if intake.source.sort(path) is None:
        intake.report("unreadable-places", source.locate(("places",)), {"file": path})
        return Municipalities.of((), Division.OWN, is_whole=False)
    text = intake.read(path)
    if text is None:
        return Municipalities.of((), Division.OWN, is_whole=False)
    return _Table(intake, path).read(text)


class _Table:
    """Reads one table, and notes what is wrong in it."""

    def __init__(self, intake: Collector, path: str) -> None:
        self._intake = intake
        self._path = path
        self._faults = 0

    def read(self, text: str) -> Municipalities:
        """Return the places of the table, as far as its lines can be understood."""
        lines = [
            (number, line)
            for number, line in enumerate(text.split("\n"), 1)
            if line.strip(" ;\t") and not line.startswith("#")
        ]
        if not lines:
            self._report("unreadable-places", 0, 0, {"case": "empty"})
            return self._register(())
        columns = self._columns(*lines[0])
        if not columns:
            return self._register(())
        rows = [row for line in lines[1:] if (row := self._row(columns, *line))]
        places = [(row, place) for row in rows if (place := self._place(row))]
        for fault in check_places([(row.line, row.starts, place) for row, place in places]):
            self._report(fault.code, fault.line, fault.column, fault.params, fault.field)
        return self._register(place for _, place in places)

    def _register(self, places: Iterable[Municipality]) -> Municipalities:
        levelled = _with_levels(tuple(places))
        return Municipalities.of(levelled, Division.OWN, is_whole=not self._faults)

    def _columns(self, number: int, line: str) -> tuple[str, ...]:
        """Return the names of the columns; none when the table cannot be read by them."""
        names = tuple(cell.strip().lower() for cell, _ in _cells(line))
        other = next((mark for mark in _OTHER_MARKS if mark in line), "")
        if len(names) == 1 and other:
            params = {"case": "delimiter", "character": _OTHER_MARKS[other]}
            self._report("unreadable-places", number, 1, params)
            return ()
        for cell, start in _cells(line):
            name = cell.strip().lower()
            if name not in COLUMNS:
                params = {"field": name, "allowed": ", ".join(COLUMNS)}
                near = misspelt(name, COLUMNS)
                self._report(
                    "unknown-field", number, start, params | ({"near": near} if near else {})
                )
        missing = [name for name in REQUIRED if name not in names]
        if missing:
            params = {"case": "column", "columns": ", ".join(missing)}
            self._report("unreadable-places", number, 1, params)
            return ()
        if len(set(names)) < len(names):
            self._report("unreadable-places", number, 1, {"case": "twice"})
            return ()
        return names

    def _row(self, columns: tuple[str, ...], number: int, line: str) -> Row | None:
        cells = _cells(line)
        while len(cells) > len(columns) and not cells[-1][0]:
            cells.pop()
        if len(cells) > len(columns):
            params = {"case": "cells", "count": str(len(columns))}
            self._report("bad-place", number, cells[len(columns)][1], params)
            return None
        values = dict(zip(columns, (cell for cell, _ in cells), strict=False))
        starts = dict(zip(columns, (start for _, start in cells), strict=False))
        return Row(number, values, starts)

    def _place(self, row: Row) -> Municipality | None:
        before = self._faults
        for name in REQUIRED:
            if not row.values.get(name):
                self._fault(row, "bad-place", name, {"case": "empty", "field": name})
        for name, most in (("number", MAX_NUMBER_LENGTH), ("name", MAX_TITLE_LENGTH), ("kind", 40)):
            if len(row.values.get(name, "")) > most:
                params = {"field": name, "limit": str(most)}
                self._fault(row, "value-too-long", name, params)
        first, last = self._date(row, "valid_from"), self._date(row, "valid_to")
        if first and last and last.is_before(first):
            self._fault(row, "bad-place", "valid_to", {"case": "reversed", "value": last})
        if self._faults > before:
            return None
        return Municipality(
            row.values["number"],
            row.values["name"],
            kind=row.values["kind"],
            parent=row.values.get("parent", ""),
            valid_from=first,
            valid_to=last,
            successors=tuple(row.values.get("successors", "").split()),
        )

    def _date(self, row: Row, name: str) -> PartialDate | None:
        text = row.values.get(name, "")
        if not text:
            return None
        try:
            return PartialDate.parse(text)
        except PydanticCustomError as error:
            code = _DATE_CODES.get(error.type, "bad-place")
            params = {"value": text} | ({"case": "far"} if code == "bad-place" else {})
            self._fault(row, code, name, params)
            return None

    def _fault(self, row: Row, code: str, name: str, params: Mapping[str, str]) -> None:
        self._report(code, row.line, row.starts.get(name, 1), params, name)

    def _report(
        self, code: str, line: int, column: int, params: Mapping[str, str], name: str = ""
    ) -> None:
        self._faults += 1
        self._intake.report(code, Location(self._path, line, column, name), params)


def _cells(line: str) -> list[tuple[str, int]]:
    """Return the cells of a line and the column where each begins, counted from 1. Quotation marks
    around a cell are no part of it, and two stand for one within it (RFC 4180).
    """
    found = []
    for match in _CELL.finditer(line):
        cell = match["cell"]
        if len(cell) > 1 and cell.startswith('"') and cell.endswith('"'):
            cell = cell[1:-1].replace('""', '"')
        found.append((cell.strip(), match.start("cell") + 1))
    return found


def _with_levels(places: tuple[Municipality, ...]) -> Iterator[Municipality]:
    """Yield the places with the levels that the program knows: what is called by a word of its own
    is a county when others lie in it, and a municipality if not.
    """
    parents = {place.parent for place in places}
    for place in places:
        if place.kind in (MUNICIPALITY, COUNTY):
            yield place
        else:
            level = COUNTY if place.number in parents and not place.parent else MUNICIPALITY
            yield place.of_level(level)
