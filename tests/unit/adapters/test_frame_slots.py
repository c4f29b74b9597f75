"""Slots in the frame: what is put in them stands there as it is, and no text can hold one."""

from __future__ import annotations

from living_strategy.site.security import with_csp
from living_strategy.site.slots import NAMES, Slots, strip_whitespace


def test_each_value_stands_in_its_slot() -> None:
    """And a value with the marks of another slot in it stays as it is."""
    slots = Slots()
    frame = "".join(f"<{name}>{slots[name]}." for name in NAMES)
    values = {name: f"{slots['title']}{name}" for name in NAMES}

    assert slots.fill(frame, values) == "".join(f"<{name}>{values[name]}." for name in NAMES)
    assert slots.cut(frame)[1::2] == list(NAMES)


def test_marks_are_of_one_build() -> None:
    """What stood in one build means nothing to the next."""
    first, second = Slots(), Slots()

    assert second.cut(first["title"]) == [first["title"]]
    assert second.fill("QzTITLEzQ title", {}) == "QzTITLEzQ title"


def test_only_the_frame_is_tidied() -> None:
    """Blank lines go before the content is put in."""
    slots = Slots()
    frame = strip_whitespace(f"<main>\n\n   {slots['content']}\n\n</main>\n")
    code = "<pre>\n\n  a\n</pre>"

    assert slots.fill(frame, {"content": code}) == f"<main>\n{code}\n</main>\n"


def test_the_policy_knows_nothing_of_the_content() -> None:
    """It is the same for every page, and stands in the head once."""
    head = '<head><meta charset="utf-8"></head>'
    script = '<script>alert(1)</script><meta charset="utf-8">'

    assert with_csp(head + script) == with_csp(head) + script
    assert "sha256-" not in with_csp(head + script)
