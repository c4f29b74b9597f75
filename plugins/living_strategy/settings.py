"""Settings: what strategy/strategy.yml says about the strategy as a whole."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, WithJsonSchema

from living_strategy.limits import MAX_TEXT_LENGTH, AddressOrTitle, Text, Title, WebAddress
from living_strategy.partial_date import PartialDate

_BesideFile = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*\.[a-z0-9]+$")
]
_CONTACT = r"^(https://[^\s<>\x22]+|[^\s<>\x22@:/]+@[^\s<>\x22@:/]+)$"
# A pattern that follows a validator is not in the schema unless it is named there.
_Contact = Annotated[
    AddressOrTitle,
    StringConstraints(pattern=_CONTACT),
    WithJsonSchema(
        {"type": "string", "minLength": 1, "maxLength": MAX_TEXT_LENGTH, "pattern": _CONTACT}
    ),
]


class SiteLanguage(StrEnum):
    """The languages the interface exists in (BCP 47)."""

    NB = "nb"
    NN = "nn"
    EN = "en"


class SeverityChoice(StrEnum):
    """What a strategy may make of a finding."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    OFF = "off"


class Publication(StrEnum):
    """Whether a public body answers for the site."""

    OFFICIAL = "official"
    DEMONSTRATION = "demonstration"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Vision(_Part):
    """The vision, word for word, and where it stands."""

    text: Text
    """The vision statement as adopted."""
    source: Title | None = None
    """Title of the document it is quoted from."""
    url: WebAddress | None = None
    """Public address of that document."""


class StrategyPeriod(_Part):
    """The years the strategy is for; either end may be open."""

    start: PartialDate | None = None
    """First year, month or day."""
    end: PartialDate | None = None
    """Last year, month or day."""


class Meeting(_Part):
    """A meeting after which readers ask what has changed since. `SAME_BY` is as in content."""

    SAME_BY: ClassVar[tuple[tuple[str, ...], ...]] = (("body", "date"), ("date",))

    body: Title
    """Id of the body, network or organisation that met."""
    date: PartialDate
    """When it met; with a year or a month alone, its last day counts."""
    title: Title | None = None
    """What the meeting is called, if not by its body and date."""
    url: WebAddress | None = None
    """Public address of the papers."""


# What git takes for the name of a revision, without what it would calculate from another one.
_Revision = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._/-]{0,199}$")]


class AdoptedEdition(_Part):
    """An edition of the strategy that a body has adopted. `SAME_BY` is as in content."""

    SAME_BY: ClassVar[tuple[tuple[str, ...], ...]] = (("body", "date"), ("date",))

    body: Title
    """Id of the body, network or organisation that decided."""
    date: PartialDate
    """When it decided."""
    case: Title | None = None
    """Case number, as the body writes it."""
    ref: _Revision | None = None
    """Tag or commit of the adopted text, no branch; empty when it is not in this repository."""
    url: WebAddress | None = None
    """Public address of the decision or of the adopted document."""


class AccessibilityStatement(_Part):
    """The statement that the body itself has made in the register of the authorities."""

    url: WebAddress
    """Public address of the statement, such as one on uustatus.no."""
    date: PartialDate
    """When it was made or last updated; the law asks for a new one every year."""


class Licence(_Part):
    """A licence for text or data."""

    title: Title
    """Name of the licence."""
    url: WebAddress
    """Address of the licence text."""


class Mark(_Part):
    """A picture beside the name in the header."""

    file: _BesideFile
    """Path of the picture below `strategy/`."""
    text: Title
    """What the picture says or shows, for those who do not see it."""


class FontFile(_Part):
    """One file of a font."""

    file: _BesideFile
    """Path of the font file below `strategy/`."""
    characters: Annotated[str, StringConstraints(pattern=r"^[Uu0-9A-Fa-f+?, -]+$")] | None = None
    """Which characters it has, as CSS `unicode-range`; empty means all."""


class Font(_Part):
    """A font that the site serves itself."""

    family: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9 -]+$")]
    """Name of the font."""
    files: Annotated[tuple[FontFile, ...], Field(min_length=1)]
    """Its files."""


class Design(_Part):
    """What the site looks like: one colour, from which all others are computed, and a name."""

    colour: Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")] | None = None
    """The base colour, as `#rrggbb`."""
    name: Title | None = None
    """Short name for the header; the title when it is empty."""
    mark: Mark | None = None
    """A picture that the owner has the right to use. It is shown beside the name."""
    font: Font | None = None
    """A font that the site serves itself; without it the reader's own is used."""


_Months = Annotated[int, Field(ge=1, le=120)]


class ReviewMonths(_Part):
    """After how many months nobody has looked for too long."""

    running: _Months = 6
    """For work under way: months without a report, a review or a change of substance; else 6."""
    other: _Months = 12
    """For everything else: months without a review or a change of substance; else 12."""


MAX_SHOWN_RESULTS = 6
MAX_WAYS = 3
# Id of a goal and of its indicator.
_IndicatorRef = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$")
]
# An id, or an address below the root of the site: never one of another site or of a program.
_Destination = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._/?=&%#-]*$", max_length=300)
]


class Way(_Part):
    """One of the ways from the front page. `SAME_BY` is as in content."""

    SAME_BY: ClassVar[tuple[tuple[str, ...], ...]] = (("to",), ("what",))

    what: Title
    """What the reader wants to do; begins with a verb."""
    to: Annotated[_Destination, Field(examples=["tiltak/"])]
    """Id of an entry, or an address of the site without its beginning, such as tiltak/."""

    @property
    def is_entry(self) -> bool:
        """Whether it leads to an entry rather than to an address."""
        return "/" not in self.to


class Door(_Part):
    """What one sort of readers come for. `SAME_BY` is as in content."""

    SAME_BY: ClassVar[tuple[tuple[str, ...], ...]] = (("who",),)

    who: Title
    """Whom it is for."""
    ways: Annotated[tuple[Way, ...], Field(min_length=1, max_length=MAX_WAYS)]
    """What they most often want to do, at most three."""


# Built-in values need no validation, and no validators that are made for them alone.
_CC_BY = Licence.model_construct(
    title="CC BY 4.0", url="https://creativecommons.org/licenses/by/4.0/deed.no"
)
_NLOD = Licence.model_construct(title="NLOD 2.0", url="https://data.norge.no/nlod/no/2.0")


class Settings(BaseModel):
    """Everything a strategy configures, apart from its priority areas (those are entries)."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    title: Title
    """Title of the strategy, shown on every page."""
    language: SiteLanguage = SiteLanguage.NB
    """nb, nn or en: the language of the site, of messages and of addresses."""
    owner: Title | None = None
    """Id of the organisation that owns the strategy."""
    summary: Text | None = None
    """What the strategy is for, in one sentence."""
    period: StrategyPeriod | None = None
    """The years the strategy is for."""
    vision: Vision | None = None
    """The vision."""
    adopted: tuple[AdoptedEdition, ...] = ()
    """Editions that have been adopted, oldest first."""
    meetings: tuple[Meeting, ...] = ()
    """Meetings, oldest first; for each there is a page with what has changed since."""
    frameworks: tuple[Title, ...] = ()
    """Ids of the overarching strategies that are in force, in the order they are shown."""
    text_licence: Licence = _CC_BY
    """Licence of the texts."""
    data_licence: Licence = _NLOD
    """Licence of the open data."""
    publication: Publication = Publication.OFFICIAL
    """official, or demonstration: a trial that nobody answers for and search engines leave out."""
    accessibility_statement: AccessibilityStatement | None = None
    """The body's own accessibility statement, which the law demands of public bodies."""
    contact: _Contact | None = None
    """E-mail or web address, on every page, for readers who miss or cannot use something."""
    disclaimer: Text | None = None
    """A line at the bottom of every page and in print, such as who made the site."""
    measures_note: Text | None = None
    """A sentence on every measure: who worded it, and who chose who is responsible."""
    security_contact: _Contact | None = None
    """E-mail or web address for those who find a weakness; it is published in security.txt."""
    design: Design = Design.model_construct()
    """What the site looks like."""
    sources_collected: PartialDate | None = None
    """When the addresses of the sources were collected."""
    review_months: ReviewMonths = ReviewMonths.model_construct()
    """After how many months the page of status says that nobody has looked at something."""
    results: Annotated[
        tuple[_IndicatorRef, ...],
        Field(max_length=MAX_SHOWN_RESULTS, examples=[["innebygd-personvern/andel-kommuner"]]),
    ] = ()
    """Results on the front page, at most six, as goal/indicator; else the newest that are measured
    more than once."""
    doors: tuple[Door, ...] = ()
    """Ways from the front page for each sort of readers; else the site chooses some."""
    severity: dict[str, SeverityChoice] = Field(default_factory=dict)
    """Severity per diagnostic code, where it should differ from the built-in one."""

    @property
    def publisher(self) -> str | None:
        """Id of the organisation that answers for the site and its texts: the strategy's owner,
        unless others show the strategy as a demonstration.
        """
        return self.owner if self.publication is Publication.OFFICIAL else None

    @property
    def is_listed(self) -> bool:
        """Whether search engines may show the site: a trial must not be found as the real thing."""
        return self.publication is Publication.OFFICIAL
