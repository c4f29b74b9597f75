"""Settings: what strategy/strategy.yml says about the strategy as a whole."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from living_strategy.limits import Reference, Text, Title
from living_strategy.partial_date import PartialDate
from living_strategy.settings.choices import Alphabet, Publication, Reporting, SeverityChoice
from living_strategy.settings.currency import NOK, Currency
from living_strategy.settings.design import Design
from living_strategy.settings.editions import AdoptedEdition, Meeting, StrategyPeriod, Vision
from living_strategy.settings.form import EditingForm
from living_strategy.settings.front_page import MAX_SHOWN_RESULTS, Door, IndicatorRef
from living_strategy.settings.languages import BUILT_IN, CataloguePath, LanguageCode
from living_strategy.settings.legal_profile import LegalProfile
from living_strategy.settings.own_lists import Choices, Key, UnitOfOwn
from living_strategy.settings.places import NORWAY, OrganisationNumbers, PlacesChoice
from living_strategy.settings.publishing import (
    CC_BY,
    CC_BY_ANYWHERE,
    NLOD,
    AccessibilityStatement,
    Contact,
    Licence,
    ReviewMonths,
)
from living_strategy.settings.stages import Closure, Hearing
from living_strategy.settings.terms import Terms
from living_strategy.settings.upstream import Upstream
from living_strategy.settings.use import Use


def _text_licence(read: dict[str, Any]) -> Licence:
    return CC_BY if read.get("legal_profile") is LegalProfile.NORWAY else CC_BY_ANYWHERE


def _data_licence(read: dict[str, Any]) -> Licence:
    return NLOD if read.get("legal_profile") is LegalProfile.NORWAY else CC_BY_ANYWHERE


class Settings(BaseModel):
    """Everything a strategy configures, apart from its priority areas (those are entries)."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    title: Title
    """Title of the strategy, shown on every page."""
    language: LanguageCode = "nb"
    """nb, nn, en, or the code of a language with a catalogue of the strategy's own: the language of
    the site, of messages and of addresses."""
    catalogue: CataloguePath | None = None
    """Path below strategy/ of the words of the site in another language; else languages/ and the
    code of the language, such as languages/sv.po."""
    owner: Reference | None = None
    """Id of the organisation that owns the strategy."""
    summary: Text | None = None
    """What the strategy is for, in one sentence."""
    period: StrategyPeriod | None = None
    """The years the strategy is for."""
    vision: Vision | None = None
    """The vision."""
    proposed_by: Title | None = None
    """Who proposes what is marked as a proposal, as in “Proposal from …”; else this site does."""
    hearing: Hearing | None = None
    """The hearing that the strategy is on; every page says so, and search engines leave it out."""
    adopted: tuple[AdoptedEdition, ...] = ()
    """Editions that have been adopted, oldest first."""
    closed: Closure | None = None
    """The end of the strategy; every page says so, and all figures are as of then."""
    meetings: tuple[Meeting, ...] = ()
    """Meetings, oldest first; for each there is a page with what has changed since."""
    frameworks: tuple[Reference, ...] = ()
    """Ids of the overarching strategies that are in force, in the order they are shown."""
    upstream: tuple[Upstream, ...] = ()
    """Strategies above this one that it stays linked to: each has a pinned catalogue in upstream/,
    and what is decided about its goals stands in adoption/."""
    legal_profile: LegalProfile = LegalProfile.NORWAY
    """norway, sweden, eu or none: whose rules about accessibility hold; else those of Norway."""
    text_licence: Licence = Field(default_factory=_text_licence)
    """Licence of the texts; else CC BY 4.0."""
    data_licence: Licence = Field(default_factory=_data_licence)
    """Licence of the open data; else NLOD 2.0 in Norway, and CC BY 4.0 elsewhere."""
    publication: Publication = Publication.OFFICIAL
    """official, or demonstration: a trial that nobody answers for and search engines leave out."""
    accessibility_statement: AccessibilityStatement | None = None
    """The body's own accessibility statement, which the law demands of public bodies."""
    contact: Contact | None = None
    """E-mail or web address, on every page, for readers who miss or cannot use something."""
    disclaimer: Text | None = None
    """A line at the bottom of every page and in print, such as who made the site."""
    measures_note: Text | None = None
    """A sentence on every measure: who worded it, and who chose who is responsible."""
    security_contact: Contact | None = None
    """E-mail or web address for those who find a weakness; it is published in security.txt."""
    design: Design = Design.model_construct()
    """What the site looks like."""
    sources_collected: PartialDate | None = None
    """When the addresses of the sources were collected."""
    review_months: ReviewMonths = ReviewMonths.model_construct()
    """After how many months the page of status says that nobody has looked at something."""
    results: Annotated[
        tuple[IndicatorRef, ...],
        Field(max_length=MAX_SHOWN_RESULTS, examples=[["kortere-ventetid/andel-innen-fristen"]]),
    ] = ()
    """Results on the front page, at most six, as goal/indicator; else the newest that are measured
    more than once."""
    doors: tuple[Door, ...] = ()
    """Ways from the front page for each sort of readers; else the site chooses some."""
    places: PlacesChoice = NORWAY
    """norway, none, or the path of the strategy's own register of places below strategy/, such as
    registers/places.csv."""
    organisation_numbers: OrganisationNumbers | None = None
    """norwegian, swedish or free: what the numbers of organisations look like; else norwegian with
    the places of Norway, and free with others."""
    reporting: Reporting = Reporting.TERTIAL
    """tertial, quarter or half-year: the parts of a year that results and reports are of."""
    form: EditingForm | None = None
    """The form on the site in which editors propose changes; else there is none. It also needs the
    address of the repository, repo_url in mkdocs.yml."""
    use: Use = Use.model_construct()
    """What the strategy has no need of, such as “municipalities: off”; else everything is on."""
    terms: Terms = Terms.model_construct()
    """The strategy’s own words for kinds of entries, statuses and the like, and pages."""
    alphabet: Alphabet | None = None
    """The language whose alphabet lists are sorted by; else that of the site, and in Norway the
    Norwegian one."""
    currency: Currency = NOK
    """The currency of every sum, by its code in ISO 4217; else NOK."""
    units: dict[Key, UnitOfOwn] = Field(default_factory=dict)
    """Units of the strategy's own, by the name that indicators and gains give as their unit."""
    audiences: Choices = Field(default_factory=dict)
    """Whom measures may be for, in place of the built-in list: the word by its key."""
    organisation_types: Choices = Field(default_factory=dict)
    """Types of organisations, in place of the built-in list."""
    phases: Choices = Field(default_factory=dict)
    """Phases of projects from the first to the last, in place of the built-in list."""
    body_levels: Choices = Field(default_factory=dict)
    """Levels of councils, boards and committees, in place of the built-in list."""
    severity: dict[str, SeverityChoice] = Field(default_factory=dict)
    """Severity per diagnostic code, where it should differ from the built-in one."""

    @property
    def places_file(self) -> str:
        """The path below strategy/ of its own register of places; empty if it has none."""
        return self.places.removeprefix("strategy/") if self.places.endswith(".csv") else ""

    @property
    def catalogue_file(self) -> str:
        """The path below strategy/ of the words in the language; empty if they come with the
        program.
        """
        if self.language in BUILT_IN:
            return ""
        return (self.catalogue or f"languages/{self.language}.po").removeprefix("strategy/")

    @property
    def tables(self) -> tuple[str, ...]:
        """The files below strategy/ that are read for what they say, and are not published."""
        return tuple(path for path in (self.places_file, self.catalogue_file) if path)

    @property
    def numbers(self) -> OrganisationNumbers:
        """What the numbers of organisations look like."""
        if self.organisation_numbers:
            return self.organisation_numbers
        is_norwegian = self.places == NORWAY
        return OrganisationNumbers.NORWEGIAN if is_norwegian else OrganisationNumbers.FREE

    @property
    def sorted_by(self) -> Alphabet:
        """The language whose alphabet lists are sorted by."""
        if self.alphabet:
            return self.alphabet
        if self.legal_profile is LegalProfile.NORWAY and self.language in BUILT_IN:
            return Alphabet.NB
        spoken = self.language.partition("-")[0]
        return Alphabet(spoken) if spoken in list(Alphabet) else Alphabet.EN

    @property
    def publisher(self) -> str | None:
        """Id of the organisation that answers for the site and its texts: the strategy's owner,
        unless others show the strategy as a demonstration.
        """
        return self.owner if self.publication is Publication.OFFICIAL else None

    @property
    def is_demonstration(self) -> bool:
        """Whether it is a trial that no public body answers for."""
        return self.publication is Publication.DEMONSTRATION

    @property
    def is_listed(self) -> bool:
        """Whether search engines may show the site: neither a trial nor a proposal must be found as
        the real thing.
        """
        return not self.is_demonstration and self.hearing is None

    def judged_on(self, today: date) -> date:
        """Return the day that figures are as of: today, or the last day of what is over."""
        if self.closed and self.closed.is_over(today):
            return self.closed.date.latest()
        return today
