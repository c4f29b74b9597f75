"""Comments and blank lines of a YAML text, each given to the key or item that it belongs to.

A comment on a line of its own belongs to the key or item below it. If it stands deeper than that,
it belongs to the end of the list or mapping above, or to the key above if that has no value. One
behind a value belongs to that value. Above the first key it belongs to the text as a whole.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from living_strategy.editing.written import Collection, Member, Scalar, Written

_HASH = re.compile(r"(?:^|(?<=[ \t]))#")
# Behind the sign of a block may stand how it is indented and how it ends.
_BLOCK_SIGN = re.compile(r"[|>][-+0-9]*")

# A member with the lists and mappings that it lies in, the outermost first.
_Placed = tuple[Member, tuple[Collection, ...]]


def give_comments(text: Written) -> list[str]:
    """Give all comments to the members of the text; return those above the first one."""
    placed = list(_members(text.root, (text.root,)))
    behind, alone = _found(text)
    for line, comment in behind.items():
        on_line = [member for member, _ in placed if line in (member.line, member.end)]
        if on_line and not on_line[-1].behind:
            on_line[-1].behind = comment
        else:
            alone[line] = comment
    head: list[str] = []
    starts = [member.line for member, _ in placed]
    is_after_blank = False
    last = 0
    for line in sorted(alone):
        number = bisect_right(starts, line)
        # A blank line above a key is not one above a comment further down.
        if is_after_blank and number > last:
            _add(placed[last][0].before if last else head, "")
            is_after_blank = False
        last = number
        if not alone[line]:
            is_after_blank = True
            continue
        column = len(text.lines[line]) - len(text.lines[line].lstrip(" "))
        place = _place(text.root, placed, number, column) if number else head
        if is_after_blank:
            _add(place, "")
        place.append(alone[line])
        is_after_blank = False
    if is_after_blank and last < len(placed):
        _add(placed[last][0].before if last else head, "")
    return head


def comments_in(text: Written) -> list[str]:
    """Return all comments of a text, in alphabetical order."""
    behind, alone = _found(text)
    return sorted(comment for comment in (*behind.values(), *alone.values()) if comment)


def _members(collection: Collection, above: tuple[Collection, ...]) -> Iterator[_Placed]:
    """Yield all members that comments can be given to, in the order of the text."""
    if collection.on_one_line:
        return
    for member in collection.members:
        yield member, above
        if isinstance(member.value, Collection):
            yield from _members(member.value, (*above, member.value))


def _place(root: Collection, placed: list[_Placed], number: int, column: int) -> list[str]:
    """Return where a comment in a column belongs that stands above the member of a number."""
    above, around = placed[number - 1]
    below = placed[number][0] if number < len(placed) else None
    least = below.column if below else -1
    if below and column <= least:
        return below.before
    if isinstance(above.value, Scalar) and above.value.text is None and column > above.column:
        return above.inner
    for collection in reversed(around):
        if least < collection.members[0].column <= column:
            return collection.last
    return below.before if below else root.last


def _add(place: list[str], blank: str) -> None:
    """Add a blank line, of which there is never more than one."""
    if not place or place[-1]:
        place.append(blank)


def _found(text: Written) -> tuple[dict[int, str], dict[int, str]]:
    """Return the comments behind something, and those on a line of their own, by line. Among the
    latter blank lines are empty texts.
    """
    taken = _taken(text)
    behind: dict[int, str] = {}
    alone: dict[int, str] = {}
    for number, line in enumerate(text.lines):
        start = taken.get(number, 0)
        if start < 0:
            continue
        if not line.strip():
            alone[number] = ""
        elif match := _HASH.search(line, start):
            is_alone = not line[: match.start()].strip()
            (alone if is_alone else behind)[number] = line[match.start() :].rstrip()
    return behind, alone


def _taken(text: Written) -> dict[int, int]:
    """Return up to which column each line is a value; -1 where all of it is."""
    taken: dict[int, int] = {}
    for (first, _), (last, column) in text.spans:
        taken |= dict.fromkeys(range(first, last), -1)
        taken[last] = column
    for (first, start), (end, _) in text.blocks:
        last = min(end, len(text.lines))
        while last > first + 1 and not text.lines[last - 1].strip():
            last -= 1
        taken |= dict.fromkeys(range(first + 1, last), -1)
        sign = _BLOCK_SIGN.match(text.lines[first], start)
        taken[first] = sign.end() if sign else start
    return taken
