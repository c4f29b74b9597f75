"""File names become addresses: which names they may have, and which name to take instead."""

from __future__ import annotations

import re
import unicodedata

from living_strategy.content.validate import id_from
from living_strategy.model.values import ID_PATTERN

# Pages that are the page of the folder they lie in.
CHAPTERS = ("index", "README")
_ID = re.compile(ID_PATTERN.removesuffix("$") + r"\Z")


def shown(name: str) -> str:
    """Return a name that can be printed in one line, whatever characters or bytes it has."""
    escaped = name.encode("utf-8", "backslashreplace").decode("utf-8")
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode("ascii")
        for letter in escaped
    )


def can_be_read(name: str) -> bool:
    """Whether a name is UTF-8 and has no character that cannot be seen. The bytes that are no
    UTF-8 stand in it as lone surrogates.
    """
    return name.isprintable()


def is_page_name(path: str) -> bool:
    """Whether a written page may have this path: its folders and its name are like ids."""
    *folders, name = path.split("/")
    stem = name.removesuffix(".md")
    return (stem in CHAPTERS or bool(_ID.match(stem))) and all(map(_ID.match, folders))


def better_page_name(path: str) -> str:
    """Return the path that a written page should have, or an empty text when no letter is left."""
    *folders, name = path.split("/")
    stem = name[: -len(".md")]
    stem = stem if stem in CHAPTERS else id_from(stem)
    parts = [*map(id_from, folders), stem]
    return f"{'/'.join(parts)}.md" if all(parts) else ""


def is_file_name(path: str) -> bool:
    """Whether a file beside the pages may have this path: letters, digits, hyphens and low lines,
    and one full stop, before the ending.
    """
    *folders, name = path.split("/")
    stem, _, ending = name.rpartition(".")
    return all(map(_is_word, (*folders, stem, ending)))


def better_file_name(path: str) -> str:
    """Return the path that a file beside the pages should have; empty when no letter is left."""
    *folders, name = path.split("/")
    stem, _, ending = name.rpartition(".")
    parts = [*map(_word, folders), _word(stem)]
    return f"{'/'.join(parts)}.{ending}" if all(parts) else ""


def better_name(name: str) -> str:
    """Return a name for a file whose name cannot be read; empty when no letter is left."""
    stem, dot, ending = name.rpartition(".")
    stem_id = id_from(stem if dot else ending)
    return f"{stem_id}{dot}{id_from(ending)}" if dot and stem_id else stem_id


def _is_word(text: str) -> bool:
    return bool(text) and text[0] not in "-_" and _word(text) == text


def _word(text: str) -> str:
    """Return the text with nothing but letters, plain digits, hyphens and low lines."""
    normal = unicodedata.normalize("NFC", text)
    characters = (character if _is_kept(character) else " " for character in normal)
    return "-".join("".join(characters).split()).lstrip("-_")


def _is_kept(letter: str) -> bool:
    return letter.isalpha() or letter in "0123456789-_"
