"""Every size of text is a step of one scale, which is declared once."""

from __future__ import annotations

import re

from living_strategy.site.styles import style_files

# What is no size of its own. The root says how large a rem is, and the margin of paper is no page.
INHERITED = {"inherit", "1em"}
ELSEWHERE = {("html", "base"), ("html", "print"), ("@bottom-right", "print")}
_RULE = re.compile(r"([^{};]+)\{([^{}]*)\}")
_COMMENT = re.compile(r"/\*.*?\*/", re.S)


def sizes() -> list[tuple[str, str, str]]:
    """The file, selector and size of every declaration that sets one."""
    declared = []
    for _, path in style_files():
        for selector, block in _RULE.findall(_COMMENT.sub("", path.read_text("utf-8"))):
            for name, value in re.findall(r"(?:^|[\s;])(font(?:-size)?):\s*([^;]+)", block):
                if name == "font" and value != "inherit":
                    # The family follows the size: `600 13px var(--ls-font)`.
                    value = re.sub(r"^\d+ | var\(--ls-font\)$", "", value)
                declared.append((path.stem, selector.strip(), value))
    return declared


def steps() -> set[str]:
    """The steps that the base declares."""
    base = next(path for _, path in style_files() if path.stem == "base").read_text("utf-8")
    return set(re.findall(r"(--ls-(?:text|drawn)-[a-z-]+):", base))


def test_no_style_names_a_size_outside_the_scale() -> None:
    """A size is a step, or that of what surrounds it."""
    allowed = {f"var({step})" for step in steps()} | INHERITED

    outside = [
        (file, selector, value)
        for file, selector, value in sizes()
        if value not in allowed and (selector, file) not in ELSEWHERE
    ]
    assert outside == []


def test_every_step_is_used() -> None:
    """The scale is as short as it can be."""
    used = {value.removeprefix("var(").removesuffix(")") for _, _, value in sizes()}

    assert steps() - used == set()
