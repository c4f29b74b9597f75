"""Traits of the settings: how a change of each counts, and what it is called.

The settings stand below the model and declare none themselves.
"""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel

from living_strategy.content.linking import IN_FORCE, MET, OWNER
from living_strategy.model import KINDS
from living_strategy.model.trait import Change, Trait, decided, reported
from living_strategy.model.values import DECIDED_BY
from living_strategy.settings import (
    AccessibilityStatement,
    AdoptedEdition,
    Closure,
    Design,
    Door,
    EditingForm,
    Font,
    FontFile,
    Hearing,
    KindWords,
    Licence,
    Mark,
    Meeting,
    Noun,
    PageTitles,
    ReviewMonths,
    Settings,
    StrategyPeriod,
    Successor,
    Terms,
    Upstream,
    Use,
    Vision,
    Way,
)

_EDITORIAL = Change.EDITORIAL
_CLARIFICATION = Change.CLARIFICATION
_OVERVIEWS: Mapping[str, Trait] = {
    "results": reported("Results", change=_EDITORIAL),
    "strategy_map": reported("Strategy map", change=_EDITORIAL),
    "timeline": reported("Timeline", change=_EDITORIAL),
    "late": reported("Past its date", change=_EDITORIAL),
    "status": reported("Status", change=_EDITORIAL),
    "leads": reported("Who leads what", change=_EDITORIAL),
    "coverage": reported("Coverage of overarching strategies", change=_EDITORIAL),
    "financing": reported("Financing", change=_EDITORIAL),
    "action_plan": reported("Action plan", change=_EDITORIAL),
    "four_year_plan": reported("Four-year plan", change=_EDITORIAL),
    "involvement": reported("Involvement", change=_EDITORIAL),
    "municipalities": reported("Municipalities and counties", change=_EDITORIAL),
}

TRAITS: Mapping[type[BaseModel], Mapping[str, Trait]] = {
    Settings: {
        "title": decided("Title"),
        "language": decided("Language", change=_EDITORIAL),
        "catalogue": reported("Translations", change=_EDITORIAL),
        "owner": decided("Owner", relation=OWNER),
        "summary": decided("Summary", change=_CLARIFICATION),
        "period": decided("Period"),
        "vision": decided("Vision"),
        "proposed_by": decided("Proposed by"),
        "hearing": decided("Hearing"),
        "adopted": decided("Adopted editions"),
        "closed": decided("End of the strategy"),
        "meetings": reported("Meetings", change=_EDITORIAL),
        "frameworks": decided("Overarching strategies", relation=IN_FORCE),
        "upstream": decided("Strategies followed"),
        "legal_profile": reported("Rules about accessibility", change=_EDITORIAL),
        "text_licence": decided("Licence of the texts", change=_CLARIFICATION),
        "data_licence": decided("Licence of the data", change=_CLARIFICATION),
        "publication": decided("Publication"),
        "accessibility_statement": reported("Accessibility statement", change=_CLARIFICATION),
        "contact": reported("Contact", change=_CLARIFICATION),
        "disclaimer": reported("Disclaimer", change=_CLARIFICATION),
        "measures_note": reported("Note on the measures", change=_CLARIFICATION),
        "security_contact": reported("Contact for security", change=_EDITORIAL),
        "design": reported("Design", change=_EDITORIAL),
        "sources_collected": reported("Sources collected", change=_EDITORIAL),
        "review_months": reported("Limits of the status", change=_EDITORIAL),
        "results": reported("Results on the front page", change=_EDITORIAL),
        "doors": reported("Ways from the front page", change=_EDITORIAL),
        "places": reported("Register of places", change=_EDITORIAL),
        "organisation_numbers": reported("Numbers of organisations", change=_EDITORIAL),
        "reporting": reported("Reporting periods", change=_EDITORIAL),
        "form": reported("Form for proposals", change=_EDITORIAL),
        "use": reported("What the strategy makes use of", change=_EDITORIAL),
        "terms": reported("Own words", change=_EDITORIAL),
        "alphabet": reported("Alphabet", change=_EDITORIAL),
        "currency": decided("Currency"),
        "units": decided("Units", change=_CLARIFICATION),
        "audiences": decided("Audiences", change=_CLARIFICATION),
        "organisation_types": decided("Types of organisations", change=_CLARIFICATION),
        "phases": decided("Phases", change=_CLARIFICATION),
        "body_levels": decided("Levels of governance bodies", change=_CLARIFICATION),
        "severity": reported("Severity of findings", change=_EDITORIAL),
    },
    Vision: {
        "text": decided("Vision"),
        "source": reported("Source", change=_EDITORIAL),
        "url": reported("Web address", change=_EDITORIAL),
    },
    Hearing: {
        "until": decided("Last day to answer"),
        "answer": decided("Where to answer"),
        "case": decided("Case number", change=_EDITORIAL),
        "url": decided("Web address", change=_EDITORIAL),
    },
    Closure: {
        "date": decided("Last day in force"),
        "successor": decided("Followed by"),
        "url": decided("Web address", change=_EDITORIAL),
    },
    Successor: {
        "title": decided("Followed by"),
        "url": decided("Web address", change=_EDITORIAL),
    },
    AdoptedEdition: {
        "body": decided("Decided by", relation=DECIDED_BY),
        "date": decided("Date"),
        "case": decided("Case number", change=_EDITORIAL),
        "ref": decided("Text as adopted"),
        "url": decided("Web address", change=_EDITORIAL),
    },
    Meeting: {
        "body": reported("Who met", change=_EDITORIAL, relation=MET),
        "date": reported("Date", change=_EDITORIAL),
        "title": reported("Title", change=_EDITORIAL),
        "url": reported("Web address", change=_EDITORIAL),
    },
    Upstream: {
        "name": decided("Short name", change=_EDITORIAL),
        "title": decided("Title", change=_CLARIFICATION),
        "address": decided("Web address", change=_EDITORIAL),
    },
    ReviewMonths: {
        "running": reported("Months for work under way", change=_EDITORIAL),
        "other": reported("Months for the rest", change=_EDITORIAL),
    },
    Door: {
        "who": reported("For whom", change=_EDITORIAL),
        "ways": reported("Ways", change=_EDITORIAL),
    },
    Way: {
        "what": reported("What they want to do", change=_EDITORIAL),
        "to": reported("Where it leads", change=_EDITORIAL),
    },
    EditingForm: {
        "host": reported("Sort of place", change=_EDITORIAL),
        "login": reported("Login", change=_EDITORIAL),
        "branch": reported("Branch", change=_EDITORIAL),
    },
    Use: {
        **_OVERVIEWS,
        **{
            kind.register: reported(kind.labels, change=_EDITORIAL)
            for kind in KINDS
            if kind.register and kind.register in Use.model_fields
        },
    },
    Terms: {
        "sector": reported("Those whom the state involves", change=_EDITORIAL),
        "kinds": reported("Words for kinds of entries", change=_EDITORIAL),
        "values": reported("Words for statuses and the like", change=_EDITORIAL),
        "pages": reported("Titles of pages", change=_EDITORIAL),
    },
    KindWords: {kind.kind: reported(kind.label, change=_EDITORIAL) for kind in KINDS},
    Noun: {
        "one": reported("One", change=_EDITORIAL),
        "many": reported("Several", change=_EDITORIAL),
        "the_one": reported("The one", change=_EDITORIAL),
        "the_many": reported("The ones", change=_EDITORIAL),
        "address": reported("Word in addresses", change=_EDITORIAL),
        "former_addresses": reported("Former words in addresses", change=_EDITORIAL),
    },
    PageTitles: {
        **_OVERVIEWS,
        "changes": reported("Changes", change=_EDITORIAL),
        "report": reported("Reports", change=_EDITORIAL),
        "sources": reported("About the figures and sources", change=_EDITORIAL),
        "search": reported("Search", change=_EDITORIAL),
        "print": reported("The whole strategy", change=_EDITORIAL),
    },
    StrategyPeriod: {"start": decided("Start"), "end": decided("End")},
    AccessibilityStatement: {
        "url": reported("Web address", change=_EDITORIAL),
        "date": reported("Date", change=_CLARIFICATION),
    },
    Licence: {
        "title": decided("Title", change=_CLARIFICATION),
        "url": decided("Web address", change=_EDITORIAL),
    },
    Design: {
        "colour": reported("Colour", change=_EDITORIAL),
        "name": reported("Short name", change=_EDITORIAL),
        "mark": reported("Mark", change=_EDITORIAL),
        "font": reported("Font", change=_EDITORIAL),
    },
    Mark: {
        "file": reported("File", change=_EDITORIAL),
        "text": reported("Text of the mark", change=_EDITORIAL),
    },
    Font: {
        "family": reported("Font", change=_EDITORIAL),
        "files": reported("Files", change=_EDITORIAL),
    },
    FontFile: {
        "file": reported("File", change=_EDITORIAL),
        "characters": reported("Characters", change=_EDITORIAL),
    },
}

# The priority areas stand in the same file, and are entries.
IGNORED: Mapping[type[BaseModel], frozenset[str]] = {Settings: frozenset({"areas"})}
