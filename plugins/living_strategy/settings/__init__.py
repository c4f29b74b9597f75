"""What strategy/strategy.yml may say about the strategy as a whole, by subject."""

from living_strategy.settings.choices import Publication, Reporting, SeverityChoice
from living_strategy.settings.design import Design, Font, FontFile, Mark
from living_strategy.settings.editions import AdoptedEdition, Meeting, StrategyPeriod, Vision
from living_strategy.settings.form import EditingForm, GitHost
from living_strategy.settings.front_page import MAX_SHOWN_RESULTS, MAX_WAYS, Door, Way
from living_strategy.settings.legal_profile import LegalProfile
from living_strategy.settings.own_lists import (
    KEY_PATTERN,
    WITH_MORE,
    WORD_ALONE,
    Choice,
    Choices,
    UnitOfOwn,
    choice_of,
)
from living_strategy.settings.places import OrganisationNumbers
from living_strategy.settings.publishing import AccessibilityStatement, Licence, ReviewMonths
from living_strategy.settings.settings import Settings
from living_strategy.settings.stages import Closure, Hearing, Successor
from living_strategy.settings.terms import KindWords, Noun, PageTitles, Terms
from living_strategy.settings.upstream import Upstream
from living_strategy.settings.use import Switch, Use

__all__ = [
    "KEY_PATTERN",
    "MAX_SHOWN_RESULTS",
    "MAX_WAYS",
    "WITH_MORE",
    "WORD_ALONE",
    "AccessibilityStatement",
    "AdoptedEdition",
    "Choice",
    "Choices",
    "Closure",
    "Design",
    "Door",
    "EditingForm",
    "Font",
    "FontFile",
    "GitHost",
    "Hearing",
    "KindWords",
    "LegalProfile",
    "Licence",
    "Mark",
    "Meeting",
    "Noun",
    "OrganisationNumbers",
    "PageTitles",
    "Publication",
    "Reporting",
    "ReviewMonths",
    "Settings",
    "SeverityChoice",
    "StrategyPeriod",
    "Successor",
    "Switch",
    "Terms",
    "UnitOfOwn",
    "Upstream",
    "Use",
    "Vision",
    "Way",
    "choice_of",
]
