"""Term: a word that readers may not know, and what it means here."""

from __future__ import annotations

from typing import Annotated, ClassVar

from living_strategy.limits import Text, Title
from living_strategy.model.entry import RegisterEntry
from living_strategy.model.trait import Change, decided


class Term(RegisterEntry):
    """A word with its meaning (begrep). Its title is the word itself."""

    kind: ClassVar[str] = "term"
    label: ClassVar[str] = "Term"
    labels: ClassVar[str] = "Words and terms"
    register: ClassVar[str] = "terms"

    summary: Annotated[Text, decided("Meaning", change=Change.CLARIFICATION)]
    """What the word means, in one or two sentences; shown where a page uses it first."""
    forms: Annotated[
        tuple[Title, ...], decided("Other forms", "[ventetider]", change=Change.EDITORIAL)
    ] = ()
    """Other words for it and other forms of it, as texts write them: a plural, an abbreviation."""
