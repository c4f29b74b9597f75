"""A strategy's own words: for its kinds of entries, for statuses and the like, and for pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field, StringConstraints

from living_strategy.limits import Title
from living_strategy.settings.part import Part

# Braces are the places of words in messages.
Word = Annotated[Title, StringConstraints(pattern=r"^[^{}]*$")]
AddressWord = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]

MAX_FORMER_ADDRESSES = 20


class Noun(Part):
    """A word for entries of a kind, in the forms that sentences need."""

    one: Annotated[Word, Field(examples=["innsats"])]
    """One, as in “innsats”."""
    many: Annotated[Word | None, Field(examples=["innsatser"])] = None
    """Several, as in “innsatser”."""
    the_one: Annotated[Word | None, Field(examples=["innsatsen"])] = None
    """The one, as in “innsatsen”; English has no need of it."""
    the_many: Annotated[Word | None, Field(examples=["innsatsene"])] = None
    """The ones, as in “innsatsene”; English has no need of it."""
    address: Annotated[AddressWord | None, Field(examples=["innsatser"])] = None
    """Word in the addresses of their pages, in lower-case letters, digits and hyphens."""
    former_addresses: Annotated[
        tuple[AddressWord, ...], Field(max_length=MAX_FORMER_ADDRESSES, examples=[["tiltak"]])
    ] = ()
    """Words that their addresses had before; what was there leads to the page of today."""


class KindWords(Part):
    """Words for kinds of entries."""

    area: Noun | None = None
    """Word for a priority area."""
    goal: Noun | None = None
    """Word for a goal."""
    measure: Noun | None = None
    """Word for a measure."""
    project: Noun | None = None
    """Word for a project."""
    organisation: Noun | None = None
    """Word for an organisation."""
    network: Noun | None = None
    """Word for a network."""
    body: Noun | None = None
    """Word for a body that governs."""
    component: Noun | None = None
    """Word for a solution that many share."""
    scheme: Noun | None = None
    """Word for a funding scheme."""
    framework: Noun | None = None
    """Word for a strategy above this one."""
    term: Noun | None = None
    """Word for a term that is explained."""

    @property
    def given(self) -> Mapping[str, Noun]:
        """The words that are given, by the key of their kind."""
        every = {name: getattr(self, name) for name in KindWords.model_fields}
        return {name: noun for name, noun in every.items() if noun is not None}


class PageTitles(Part):
    """Titles of overviews."""

    results: Word | None = None
    """Title of the overview of results."""
    strategy_map: Word | None = None
    """Title of the map of how everything hangs together."""
    timeline: Word | None = None
    """Title of the page of what happens when."""
    late: Word | None = None
    """Title of the page of what is past its date."""
    status: Word | None = None
    """Title of the page of what is late, and what nobody has looked at."""
    leads: Word | None = None
    """Title of the page of who leads what."""
    coverage: Word | None = None
    """Title of the page of how the strategies above are supported."""
    financing: Word | None = None
    """Title of the overview of where the money comes from."""
    action_plan: Word | None = None
    """Title of the plan of a year."""
    four_year_plan: Word | None = None
    """Title of the plan of the costs of four years."""
    involvement: Word | None = None
    """Title of the overview of who was involved."""
    municipalities: Word | None = None
    """Title of the look-up of municipalities and counties."""
    changes: Word | None = None
    """Title of the page of what is changed."""
    report: Word | None = None
    """Title of the reports of what happened."""
    sources: Word | None = None
    """Title of the page of sources."""
    search: Word | None = None
    """Title of the search."""
    print: Word | None = None
    """Title of the whole strategy on one page."""

    @property
    def given(self) -> Mapping[str, str]:
        """The titles that are given, by their names."""
        every = {name: getattr(self, name) for name in PageTitles.model_fields}
        return {name: title for name, title in every.items() if title is not None}


class Terms(Part):
    """Words in place of those of the program, in the language of the strategy."""

    sector: Annotated[Word | None, Field(examples=["kommunesektoren"])] = None
    """Those whom the state involves in its projects, as in “kommunesektoren”."""
    kinds: KindWords = KindWords.model_construct()
    """Words for kinds of entries, such as “innsats” for a project."""
    values: Annotated[
        dict[str, dict[str, Word]], Field(examples=[{"status": {"ongoing": "I gang"}}])
    ] = Field(default_factory=dict)
    """Words for statuses, phases and the like, by the vocabulary and its value."""
    pages: PageTitles = PageTitles.model_construct()
    """Titles of overviews."""
