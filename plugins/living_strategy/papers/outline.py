"""Outline of a paper: what it says, before anything is known of how it is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    """One matter: what it is called, a few words about it, an address if it has one, and what is
    said of it, a sentence a line without a full stop.
    """

    title: str
    about: str = ""
    address: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Matters under a heading, with sentences before them; `parts` are headings below it. An aside
    may be folded away.
    """

    heading: str
    paragraphs: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()
    parts: tuple[Section, ...] = ()
    is_aside: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """A paper: title, sentences that stand first, and sections."""

    title: str
    paragraphs: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """A form that a paper can be written in. `render` returns the text, which ends with a line
    feed.
    """

    name: str
    render: Callable[[Outline], str]
