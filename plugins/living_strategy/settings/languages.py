"""The language of a strategy: one of the program, or one with a catalogue of its own."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

BUILT_IN = ("nb", "nn", "en")
# A language, and perhaps a script and a region (BCP 47).
LanguageCode = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$"),
    Field(examples=["nb"]),
]
_PART = "[A-Za-z0-9_][A-Za-z0-9_.-]*"
CataloguePath = Annotated[
    str,
    StringConstraints(pattern=rf"^({_PART}/)*{_PART}\.po$", max_length=200),
    Field(examples=["languages/sv.po"]),
]
