"""Slots in the frame of a page: placeholders that the theme prints, to be filled with values.

The theme's templates see placeholders only. So the frame gets its policy before anything that
people wrote stands in it, and nothing in their texts can be taken for a part of the frame.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping

NAMES = ("content", "description", "file", "head", "lead", "linked", "rest", "source", "title")


class Slots:
    """The placeholders of one build. They are drawn anew each time, so that no text can hold one;
    none of them is left in what is published.
    """

    def __init__(self) -> None:
        key = f"ls{secrets.token_hex(16)}"
        self._placeholders = {name: f"{key}{name}" for name in NAMES}
        self._pattern = re.compile(f"{key}({'|'.join(NAMES)})")

    def __getitem__(self, name: str) -> str:
        """Return the placeholder of a slot."""
        return self._placeholders[name]

    def cut(self, frame: str) -> list[str]:
        """Cut the frame into parts, in which every second part is the name of a slot."""
        return self._pattern.split(frame)

    def fill(self, frame: str, values: Mapping[str, str]) -> str:
        """Put each value into its slot, as it is."""
        return self._pattern.sub(lambda match: values[match[1]], frame)
