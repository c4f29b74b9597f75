"""Entry: common fields of everything with an id."""

from __future__ import annotations

from typing import Annotated, ClassVar

from living_strategy.limits import PrintedNumber, Text, Title, WebAddress
from living_strategy.model.trait import Change, decided, reported
from living_strategy.model.values import Id, Retirement, Source, Value
from living_strategy.partial_date import PartialDate


class Entry(Value):
    """Anything the strategy names and links to.

    A kind declares three constants: `kind` (key), `label` and `labels` (message ids, singular and
    plural). Item kinds live in a `folder`, one file an entry; register kinds live in one YAML
    file, `register`, keyed by id.
    """

    kind: ClassVar[str]
    label: ClassVar[str]
    labels: ClassVar[str]
    folder: ClassVar[str | None] = None
    register: ClassVar[str | None] = None
    address: ClassVar[str | None] = None

    id: Annotated[Id, decided("Id", "kortere-ventetid", change=Change.EDITORIAL)]
    """Permanent name in lower-case letters, digits and hyphens; the same as the file name. Never reused."""
    title: Annotated[Title, decided("Title", "Kortere ventetid", change=Change.CLARIFICATION)]
    """Short name as readers see it."""
    summary: Annotated[Text | None, decided("Summary", change=Change.CLARIFICATION)] = None
    """One or two sentences that say what it is; shown in lists and in search results."""
    description: Annotated[str, decided("Description", change=Change.CLARIFICATION)] = ""
    """The text of the page, in Markdown. In an .md file it is the part below the front matter."""
    number: Annotated[
        PrintedNumber | None, decided("Number", '"1.10"', change=Change.EDITORIAL)
    ] = None
    """Number as printed in the strategy. Write it in quotes."""
    aliases: Annotated[
        tuple[Id, ...], decided("Earlier ids", "[gammel-id]", change=Change.EDITORIAL)
    ] = ()
    """Ids this entry had before; old addresses lead to this page."""
    sources: Annotated[tuple[Source, ...], reported("Sources", change=Change.EDITORIAL)] = ()
    """Where the facts on this page were found."""
    as_of: Annotated[
        PartialDate | None, reported("As of", "2022-09-02", change=Change.EDITORIAL)
    ] = None
    """The date the facts speak of, or the newest source they rest on."""
    reviewed: Annotated[
        PartialDate | None, reported("Reviewed", "2026-11-01", change=Change.EDITORIAL)
    ] = None
    """When somebody last read through this entry and found it right."""
    note: Annotated[Text | None, reported("Note", change=Change.CLARIFICATION)] = None
    """What readers should know about the facts: sources that differ, a date that is unknown."""
    retired: Annotated[Retirement | None, decided("Retired")] = None
    """Filled in when the entry no longer is part of the strategy."""

    @classmethod
    def address_word(cls) -> str:
        """Return the word of the kind in addresses, a message id: that of its folder or register,
        unless it has neither.
        """
        return cls.address or cls.folder or cls.register or cls.kind


class RegisterEntry(Entry):
    """An entry of a register: an organisation, a component, a framework."""

    website: Annotated[
        WebAddress | None,
        reported("Website", "https://www.lillevik.example", change=Change.EDITORIAL),
    ] = None
    """Public address of its own website."""
