"""Lines of YAML from what is written and how its fields are to look.

A list of short values is on one line if that has at most 120 characters; other lists and mappings
have a line for each member, two columns further in. What is empty and has no comment is left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.editing.quoting import (
    WIDTH,
    can_be_block,
    can_be_folded,
    folded,
    number,
    quoted,
)
from living_strategy.editing.style import FieldStyle
from living_strategy.editing.written import Collection, Member, Scalar, Value

_STEP = 2
_DEFAULT = FieldStyle()


def lines_of(root: Collection, style: FieldStyle, head: list[str]) -> list[str]:
    """Return the lines of a text; `head` are the comments above its first key."""
    lines = [*head, *_mapping(root, style, 0)]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return lines


def _mapping(mapping: Collection, style: FieldStyle, indent: int) -> Iterator[str]:
    pad = " " * indent
    for member in _in_order(mapping.members, style):
        if style.each is None and _can_be_left_out(member):
            continue
        yield from _remarks(member.before, pad)
        key = quoted(member.key or "", in_list=True)
        below = style.each or style.fields.get(member.key or "", _DEFAULT)
        yield from _value(f"{pad}{key}:", member, below, indent + _STEP)
    yield from _remarks(mapping.last, pad)


def _in_order(members: list[Member], style: FieldStyle) -> list[Member]:
    """Return the members by the order of the model, and those it does not know last."""
    order = {name: place for place, name in enumerate(style.fields)}
    return sorted(members, key=lambda member: order.get(member.key or "", len(order)))


def _can_be_left_out(member: Member) -> bool:
    return not member.is_commented and _is_empty(member.value)


def _is_empty(value: Value) -> bool:
    if isinstance(value, Scalar):
        return value.text is None
    return all(member.key is not None and _can_be_left_out(member) for member in value.members)


def _value(head: str, member: Member, style: FieldStyle, indent: int) -> Iterator[str]:
    """Yield the lines of a value behind its key or hyphen. `indent` is that of what is below."""
    value = member.value
    behind = f"  {member.behind}" if member.behind else ""
    if isinstance(value, Scalar):
        yield from _scalar(head, value, behind, style, indent)
        yield from _remarks(member.inner, " " * indent)
    elif _is_empty(value) and not value.is_commented:
        yield f"{head} {'{}' if value.is_mapping else '[]'}{behind}"
    elif value.is_mapping:
        yield f"{head}{behind}"
        yield from _mapping(value, style, indent)
    elif line := _on_one_line(head, value, style):
        yield f"{line}{behind}"
    else:
        yield f"{head}{behind}"
        yield from _list(value, style, indent)


def _scalar(head: str, value: Scalar, behind: str, style: FieldStyle, indent: int) -> Iterator[str]:
    pad = " " * indent
    if value.text is None:
        yield f"{head} null{behind}" if head.endswith("-") else f"{head}{behind}"
        return
    # Readers of content take a line break at the end for none.
    text = value.text.rstrip("\n") or value.text
    if style.is_number:
        yield f"{head} {number(text)}{behind}"
    elif ("\n" in text or style.is_block) and can_be_block(text):
        yield f"{head} {'|' if style.is_block or value.text != text else '|-'}{behind}"
        yield from (f"{pad}{line}" if line else "" for line in text.split("\n"))
    elif _is_folded(head, text, style, indent):
        yield f"{head} >-{behind}"
        yield from (f"{pad}{line}" for line in folded(text, WIDTH - indent))
    else:
        yield f"{head} {quoted(text)}{behind}"


def _is_folded(head: str, text: str, style: FieldStyle, indent: int) -> bool:
    if style.is_on_one_line or not can_be_folded(text):
        return False
    if style.is_folded:
        return True
    is_long = len(head) + 1 + len(quoted(text)) > WIDTH
    return is_long and len(list(folded(text, WIDTH - indent))) > 1


def _on_one_line(head: str, items: Collection, style: FieldStyle) -> str:
    """Return a list on the line of its key or hyphen; empty if it has to stand below."""
    texts = [
        "null" if member.value.text is None else quoted(member.value.text, in_list=True)
        for member in items.members
        if isinstance(member.value, Scalar)
    ]
    line = f"{head} [{', '.join(texts)}]"
    is_short = len(texts) == len(items.members) and len(line) <= WIDTH
    return line if is_short and not style.is_listed and not items.is_commented else ""


def _needs_lines(head: str, value: Collection, style: FieldStyle) -> bool:
    if _is_empty(value):
        return value.is_commented
    return value.is_mapping or not _on_one_line(head, value, style)


def _list(items: Collection, style: FieldStyle, indent: int) -> Iterator[str]:
    pad = " " * indent
    for item in items.members:
        first, *others = _item(item, style, indent)
        yield from _remarks(item.before, pad)
        yield first
        yield from others
    yield from _remarks(items.last, pad)


def _item(item: Member, style: FieldStyle, indent: int) -> Iterator[str]:
    """Yield the lines of an item, the first of them with the hyphen. Comments above what comes
    first in it are comments above the item.
    """
    pad, value = " " * indent, item.value
    if isinstance(value, Scalar) or not _needs_lines(f"{pad}-", value, style):
        yield from _value(f"{pad}-", item, style, indent + _STEP)
        return
    inner = (_mapping if value.is_mapping else _list)(value, style, indent + _STEP)
    lines = list(inner)
    start = next(
        place for place, line in enumerate(lines) if line and not line.lstrip().startswith("#")
    )
    item.before += [line.strip() for line in lines[:start]]
    if item.behind:
        item.before.append(item.behind)
    yield f"{pad}- {lines[start][indent + _STEP :]}"
    yield from lines[start + 1 :]


def _remarks(remarks: list[str], pad: str) -> Iterator[str]:
    return (f"{pad}{remark}" if remark else "" for remark in remarks)
