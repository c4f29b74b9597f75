"""Words for what a field points to or chooses from: as editors see it, and what they mean by it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from living_strategy.diagnostics import nearest
from living_strategy.language import Language
from living_strategy.workbooks.fault import CellError, _
from living_strategy.workbooks.tables import Column

_MAX_SHOWN = 60
_ID_SIGNS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-/:")


@dataclass(frozen=True)
class Words:
    """What cells are written and read with. `titles` are those of entries, and of all else that a
    field may point to, by what files write; `aliases` are those that an entry had before.
    """

    language: Language
    titles: Mapping[str, str] = field(default_factory=dict)
    aliases: frozenset[str] = frozenset()

    @cached_property
    def kept(self) -> str:
        """What stands in the place of a value that no cell can hold."""
        return self.language.text("(only in the file)")

    @cached_property
    def by_title(self) -> Mapping[str, Sequence[str]]:
        """Ids by title, without regard to capital letters."""
        ids: dict[str, list[str]] = {}
        for key, title in self.titles.items():
            if key in self.aliases:
                continue
            ids.setdefault(folded(title), []).append(key)
        return ids

    def reference(self, key: str) -> str:
        """Return an entry as editors see it: its title, with the id behind it."""
        title = " ".join(self.titles.get(key, "").split())
        return f"{title} ({key})" if title and title != key else key


def chosen(column: Column, text: str, words: Words) -> str:
    """Return the value that a word means; values themselves are understood, too.

    Raises:
        CellError: it means none.
    """
    kind, language = column.choices, words.language
    values = language.choices(kind) if kind else ()
    # A list of the strategy's own may leave values out that files have.
    known = (*values, *(kind or ()))
    by_word = {folded(language.term(value)): str(value.value) for value in known[::-1]}
    by_key = {str(value.value): str(value.value) for value in known}
    if key := by_word.get(folded(text)) or by_key.get(text.strip().lower()):
        return key
    terms = [language.term(value) for value in values]
    raise CellError(
        _("holds “{text}”, which is none of {choices}. {near}"),
        text=_cut(text),
        choices=", ".join(terms),
        near=_meant(nearest(text, terms), language),
    )


def referred(column: Column, text: str, words: Words) -> str:
    """Return the id that is meant by “Title (id)”, by the id or by the title alone.

    Raises:
        CellError: there is no such entry, or more than one.
    """
    if text in words.titles:
        return text
    ids = words.by_title.get(folded(text), ())
    if text.endswith(")"):
        inner = text[text.rfind("(") + 1 : -1].strip()
        if inner in words.titles or (not ids and _is_id(inner)):
            return inner
    if len(ids) == 1:
        return ids[0]
    if ids:
        raise CellError(
            _("holds “{text}”, which several are called: {ids}. Write the id in its place."),
            text=_cut(text),
            ids=", ".join(ids),
        )
    if column.takes_names or _is_id(text):
        return text
    near = nearest(text, words.by_title)
    raise CellError(
        _("holds “{text}”, and there is no such entry. {near}"),
        text=_cut(text),
        near=_meant(words.reference(words.by_title[near][0]) if near else "", words.language),
    )


def folded(text: str) -> str:
    """Return a text without regard to capital letters and to how many blanks it has."""
    return " ".join(text.split()).casefold()


def _is_id(text: str) -> bool:
    """Whether a text has the form of an id, also of one of another strategy or with a goal."""
    return bool(text) and _ID_SIGNS.issuperset(text)


def _meant(near: str | None, language: Language) -> str:
    return language.text("Did you mean “{near}”?").format(near=near) if near else ""


def _cut(text: str) -> str:
    return text if len(text) <= _MAX_SHOWN else f"{text[: _MAX_SHOWN - 1]}…"
