"""The data of an entry with all that its rows say otherwise, and nothing else.

What a row says is compared with what it says if nobody changes it: what no cell holds, such as a
key that no model has, stays as it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from living_strategy.workbooks.cells import Kept, Said
from living_strategy.workbooks.fault import Fault, _
from living_strategy.workbooks.layout import INSIDE, NUMBER
from living_strategy.workbooks.reading import ReadRow
from living_strategy.workbooks.rows import Data, Row
from living_strategy.workbooks.tables import Table


class Missing(NamedTuple):
    """A part whose row is gone: the key of the sheet, and its place in the list."""

    table: str
    number: int


@dataclass(slots=True)
class Fitted:
    """The data, which rows are gone, and what is wrong."""

    data: dict[str, Any]
    missing: list[Missing] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def fitted(
    old: Data,
    written: Mapping[str, Sequence[Row]],
    tables: Sequence[Table],
    main: ReadRow,
    parts: Mapping[str, Sequence[ReadRow]],
) -> Fitted:
    """Return an entry with its rows. `tables` are the sheets of its kind, and `written` what its
    rows say by the keys of these, if nobody changes them.
    """
    result = Fitted(deepcopy(dict(old)))
    for table in tables:
        rows = written.get(table.key, ())
        if table.is_of_entries:
            _fill(result.data, table, main.values, rows[0].values if rows else {})
        elif table.is_nested:
            _fit_nested(table, rows, parts.get(table.key, ()), result)
        else:
            of_list = {row.number: row.values for row in rows}
            _fit_list(result.data, table, of_list, parts.get(table.key, ()), result)
    return result


def _fit_nested(
    table: Table, written: Sequence[Row], rows: Sequence[ReadRow], result: Fitted
) -> None:
    """Fit the lists inside the parts of a list."""
    outer = [part for part in result.data.get(table.path[0]) or () if isinstance(part, dict)]
    by_id = {part["id"]: part for part in outer[::-1] if isinstance(part.get("id"), str)}
    for row in rows:
        if row.inside not in by_id and not row.is_empty:
            template = _("holds “{text}”, and the entry has no such part.")
            result.faults.append(row.fault(INSIDE, template, text=row.inside[:80]))
    for name, part in by_id.items():
        of_list = {row.number: row.values for row in written if row.inside == name}
        _fit_list(part, table, of_list, [row for row in rows if row.inside == name], result)


def _fit_list(
    holder: dict[str, Any],
    table: Table,
    written: Mapping[int, Mapping[str, Said]],
    rows: Sequence[ReadRow],
    result: Fitted,
) -> None:
    """Fit a list of parts. A row with a number is a part that was there, and keeps its place; a
    new one stands behind the row above it, and without any there at the end.
    """
    name = table.path[-1]
    there = holder.get(name)
    there = there if isinstance(there, list) else []
    parts: dict[int, Any] = {}
    new: dict[int, list[dict[str, Any]]] = {}
    last = len(there)
    for row in rows:
        if row.number in written and row.number not in parts:
            last = row.number
            parts[last] = _part(there[last - 1], table, row, written[last])
        elif row.number and row.number not in parts:
            template = _("is no number of this list. Leave it empty for a new row.")
            result.faults.append(row.fault(NUMBER, template))
        elif not row.is_empty:
            new.setdefault(last, []).append(_part({}, table, row, {}) or {})
    result.missing += [Missing(table.key, number) for number in written if number not in parts]
    fitted_list = list(new.get(0, ()))
    for number, part in enumerate(there, start=1):
        kept = parts.get(number, part)
        fitted_list += [] if kept is None else [kept]
        fitted_list += new.get(number, ())
    if fitted_list:
        holder[name] = fitted_list
    elif there:
        del holder[name]


def _part(
    part: Any, table: Table, row: ReadRow, written: Mapping[str, Said]
) -> dict[str, Any] | None:
    """Return a part as its row says it; None if somebody has emptied the row."""
    # What has no cell with a value is not taken away by a row without one.
    if row.is_empty and any(value is not None for value in written.values()):
        return None
    data: dict[str, Any] = deepcopy(part)
    _fill(data, table, row.values, written)
    return data


def _fill(
    data: dict[str, Any], table: Table, values: Mapping[str, Said], written: Mapping[str, Said]
) -> None:
    """Set what the cells say otherwise than they do if nobody changes them."""
    for column in table.columns:
        value = values.get(column.key)
        if value != written.get(column.key) and not isinstance(value, Kept):
            _set(data, column.path, value)


def _set(data: dict[str, Any], path: Sequence[str], value: Any) -> None:
    """Set a value at the end of a path, or take it away; a mapping without values goes, too."""
    name, *rest = path
    if rest:
        inner = data.get(name)
        inner = dict(inner) if isinstance(inner, dict) else {}
        _set(inner, rest, value)
        value = inner or None
    if value is None:
        data.pop(name, None)
    else:
        data[name] = value
